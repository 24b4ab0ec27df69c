import type { Span } from '../model/span.ts'
import { type CharacterClass, type Characters, charactersOf, type Glyph } from './characters.ts'
import { latinLook } from './fold.ts'

export type TokenKind = 'word' | 'number' | 'han' | 'mark'

/** What stands between a token and the one before it. */
export type Gap = 'none' | 'space' | 'hyphen'

/** A word, a number, a Han character or a punctuation mark of a block, folded for matching. */
export interface Token {
  readonly kind: TokenKind
  /** Folded; numbers without thousands separators and with a decimal point. */
  readonly text: string
  /** In the text of the block, half-open. */
  readonly span: Span
  readonly gap: Gap
  readonly capital: boolean
  /** Number of the sentence in the block. */
  readonly sentence: number
  /** Number of the segment in the block: a sentence, a table cell, an item of a badge string. */
  readonly segment: number
}

const transparent = new Set('"\'“”„«»‹›「」『』()（）[]{}*_')
const sentenceEnds = new Set('!?。…;\n')
const separators = new Set('|·•▪■◆◇●○▶►✓✔✅→➤※【】〔〕〖〗')
/** Stars part badges too, but five of them are a rating. */
const stars = new Set(['★', '☆', '⭐', '🌟'])
const hyphens = new Set('-‐‑‒–—―−~〜')
const abbreviations = new Set([
  'approx',
  'dr',
  'mr',
  'mrs',
  'ms',
  'prof',
  'inc',
  'vs',
  'etc',
  'max',
  'min',
  'fig',
  'art',
  'st',
  'nr',
  'dept',
  'est',
  'incl',
  'excl',
  'gmbh',
  'e',
  'g',
  'i',
])

/** `1,200` is 1200, `3,5` is 3.5, `1.200.000` is 1200000. */
function plainNumber(digits: string): string {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return digits.replaceAll(',', '')
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return digits.replaceAll('.', '')
  return digits.replace(',', '.')
}

/** State of one pass over the characters of a block. */
interface Scan {
  readonly text: string
  readonly characters: readonly Glyph[]
  /** Where each character stands in the text. */
  readonly places: Characters['at']
  readonly tokens: Token[]
  sentence: number
  segment: number
  gap: Gap
  at: number
}

const endOf = ({ characters, places }: Scan, index: number) =>
  (places[index] ?? 0) + (characters[index]?.raw.length ?? 0)

function push(scan: Scan, kind: TokenKind, text: string, until: number): void {
  const first = scan.characters[scan.at]
  if (!first) return
  scan.tokens.push({
    kind,
    text,
    span: { start: scan.places[scan.at] ?? 0, end: endOf(scan, until - 1) },
    gap: scan.gap,
    capital: kind === 'word' && first.raw !== first.raw.toLowerCase(),
    sentence: scan.sentence,
    segment: scan.segment,
  })
  scan.gap = 'none'
  scan.at = until
}

function wordEnd(scan: Scan): number {
  const { characters } = scan
  let end = scan.at + 1
  for (; end < characters.length; end += 1) {
    const character = characters[end]
    if (!character) break
    if (character.kind === 'letter') continue
    if (character.kind === 'digit' && (character.raw === '²' || character.raw === '³')) continue
    if (character.folded === "'" && characters[end + 1]?.kind === 'letter') continue
    break
  }
  return end
}

/** Whether the characters up to `end` are letters of ASCII that stand side by side. */
function isPlain({ characters, places, at }: Scan, end: number): boolean {
  for (let index = at; index < end; index += 1) if (!characters[index]?.isPlain) return false
  return (places[end - 1] ?? 0) - (places[at] ?? 0) === end - 1 - at
}

function readWord(scan: Scan): void {
  const end = wordEnd(scan)
  if (isPlain(scan, end)) {
    push(scan, 'word', scan.text.slice(scan.places[scan.at], endOf(scan, end - 1)).toLowerCase(), end)
    return
  }
  let text = ''
  for (let index = scan.at; index < end; index += 1) text += scan.characters[index]?.folded ?? ''
  text = text.normalize('NFC')
  if (/[a-z]/.test(text)) text = Array.from(text, latinLook).join('')
  push(scan, 'word', text, end)
}

function readNumber(scan: Scan): void {
  const { characters } = scan
  let digits = ''
  let end = scan.at
  for (; end < characters.length; end += 1) {
    const character = characters[end]
    if (!character) break
    if (character.kind === 'digit') digits += character.folded
    else if (
      // not the full-width comma, which parts clauses: 456.7，2020年
      (character.folded === '.' || character.raw === ',') &&
      characters[end + 1]?.kind === 'digit' &&
      end > scan.at
    )
      digits += character.folded
    else break
  }
  push(scan, 'number', plainNumber(digits), end)
}

const isAlphanumeric = (character: Glyph | undefined) => character?.kind === 'letter' || character?.kind === 'digit'

/** A full stop ends a sentence only before white space (or the end), and not behind an abbreviation. */
function stopEndsSentence(scan: Scan): boolean {
  const next = scan.characters[scan.at + 1]
  if (next && next.kind !== 'space' && next.folded !== '\n' && !transparent.has(next.folded)) return next.kind === 'han'
  const last = scan.tokens.at(-1)
  if (last?.kind !== 'word') return true
  if (last.text === 'no' || last.text === 'nos')
    return !scan.characters.slice(scan.at + 1, scan.at + 3).some((character) => character.kind === 'digit')
  return !abbreviations.has(last.text)
}

function skip(scan: Scan): void {
  scan.at += 1
}

function readHyphen(scan: Scan): void {
  const previous = scan.characters[scan.at - 1]
  const next = scan.characters[scan.at + 1]
  const joins =
    isAlphanumeric(previous) && isAlphanumeric(next) && !(previous?.kind === 'digit' && next?.kind === 'digit')
  if (joins) {
    scan.gap = 'hyphen'
    skip(scan)
  } else {
    push(scan, 'mark', '-', scan.at + 1)
  }
}

function readSeparator(scan: Scan, text: string): void {
  push(scan, 'mark', text, scan.at + 1)
  scan.segment += 1
}

function readStop(scan: Scan): void {
  if (!stopEndsSentence(scan)) {
    skip(scan)
    return
  }
  endSentence(scan, '.')
}

function endSentence(scan: Scan, text: string): void {
  push(scan, 'mark', text, scan.at + 1)
  scan.sentence += 1
  scan.segment += 1
}

const stops = new Set('。…\n')
const commas = new Set('、，')

/** What is done with a mark: the first row that holds it. */
const markReaders: readonly (readonly [(character: Glyph) => boolean, (scan: Scan, character: Glyph) => void])[] = [
  [({ raw, folded }) => hyphens.has(raw) || hyphens.has(folded), readHyphen],
  [({ folded }) => folded === '.', readStop],
  [({ folded }) => sentenceEnds.has(folded), (scan, { folded }) => endSentence(scan, stops.has(folded) ? '.' : folded)],
  [({ raw }) => stars.has(raw), (scan) => readSeparator(scan, '★')],
  [({ raw }) => separators.has(raw), (scan, { folded }) => readSeparator(scan, folded === '|' ? '|' : '•')],
  [({ raw, folded }) => transparent.has(folded) || transparent.has(raw), skip],
  [({ folded }) => folded === '&', (scan) => push(scan, 'word', 'and', scan.at + 1)],
  [() => true, (scan, { folded }) => push(scan, 'mark', commas.has(folded) ? ',' : folded, scan.at + 1)],
]

type MarkReader = (scan: Scan, character: Glyph) => void
const knownReaders = new Map<Glyph, MarkReader>()

function readMark(scan: Scan, character: Glyph): void {
  const reader = knownReaders.get(character) ?? markReaders.find(([holds]) => holds(character))?.[1] ?? skip
  knownReaders.set(character, reader)
  reader(scan, character)
}

/** A picture between two Han characters is a disguise (最🌟低价); anywhere else it parts badges. */
function readPictograph(scan: Scan): void {
  const parts = scan.characters[scan.at - 1]?.kind === 'han' && scan.characters[scan.at + 1]?.kind === 'han'
  const mark = stars.has(scan.characters[scan.at]?.raw ?? '') ? '★' : '•'
  if (parts || (mark === '•' && scan.tokens.at(-1)?.text === '•')) skip(scan)
  else readSeparator(scan, mark)
}

function readSpace(scan: Scan): void {
  if (scan.gap === 'none') scan.gap = 'space'
  skip(scan)
}

const readers: Readonly<Record<CharacterClass, (scan: Scan, character: Glyph) => void>> = {
  space: readSpace,
  letter: readWord,
  digit: readNumber,
  han: (scan, character) => push(scan, 'han', character.folded, scan.at + 1),
  mark: readMark,
  pictograph: readPictograph,
  nothing: skip,
}

/** Cuts the text of a block into tokens. Linear in the length of the text. */
export function tokenise(text: string): Token[] {
  const { glyphs: characters, at: places } = charactersOf(text)
  const scan: Scan = { text, characters, places, tokens: [], sentence: 0, segment: 0, gap: 'none', at: 0 }
  while (scan.at < scan.characters.length) {
    const character = scan.characters[scan.at]
    if (character) readers[character.kind](scan, character)
  }
  return scan.tokens
}
