import type { Slots } from '../model/claim.ts'
import type { Span } from '../model/span.ts'
import { numberStarts } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { currencies } from '../text/units.ts'
import { canBegin } from './firsts.ts'
import type { Lexis } from './lexis.ts'
import { longestSlot, mostGapMarks, ops, slotTypeOf } from './program.ts'
import { fillSlot } from './slots.ts'

/** Runs a regular expression of a house rule over a text: half-open UTF-16 spans. */
export type RegexRunner = (text: string) => readonly Span[]

/** What templates are matched against: a block cut into tokens, and the words it is read with. */
export interface Passage {
  readonly text: string
  readonly tokens: readonly Token[]
  /** The number of each token's word; -1: no phrase knows it. */
  readonly words: Int32Array
  /** By token, 1: can never be part of a match, though the gaps of a template may pass over it; null: none is. */
  readonly masked: Uint8Array | null
  readonly lexis: Lexis
  /** Keys that wake phrases, as pairs `key, token`, in the order of the text. */
  readonly keys: readonly number[]
  /** Phrases of lexicons by the token they start at, as pairs `lexicon, end`, the shorter first; filled when first asked for. */
  readonly lexiconsAt: (readonly number[] | undefined)[]
  readonly regexes: ReadonlyMap<string, RegexRunner>
  /** Whether the gaps of a template pass over commas: those of claims do, those of guards stay in their clause. */
  readonly commas: 'pass' | 'stop'
}

/** A way through a template: `end` is the index behind the last token used. */
export interface Match {
  readonly end: number
  readonly slots: Slots
}

/** A template being matched from one token. */
interface Run {
  readonly passage: Passage
  readonly code: Int32Array
  readonly start: number
  /** Ways found, of several that end at the same token the first; null: none yet. */
  found: Match[] | null
  steps: number
  /** Where the run has been, as `instruction * tokens + token`; kept once it takes long. */
  seen: Set<number> | null
}

const noSlots: Slots = {}
/** Steps from which on a run remembers where it has been, so that its cost stays bounded by template times reach. */
const fewSteps = 200

const isAlphanumeric = (token: Token | undefined) => token?.kind === 'word' || token?.kind === 'number'

/** Whether a match may start (or another end) right before token `at`: no Latin letter or digit is cut apart. */
function isEdge(tokens: readonly Token[], at: number): boolean {
  return !(tokens[at]?.gap === 'none' && isAlphanumeric(tokens[at]) && isAlphanumeric(tokens[at - 1]))
}

const noMatches: readonly Match[] = []

/** All ways to match a whole phrase from token `start`, the longest first; none when an edge cuts a word. */
export function matchesAt(phrase: number, passage: Passage, start: number): readonly Match[] {
  const { lexis, tokens, words } = passage
  if (!canBegin(lexis.firsts, phrase, words[start] ?? -1, tokens[start]?.kind)) return noMatches
  if (!isEdge(tokens, start)) return noMatches
  const run: Run = { passage, code: lexis.code, start, found: null, steps: 0, seen: null }
  follow(run, lexis.programs[phrase] ?? 0, start, noSlots)
  if (run.found === null) return noMatches
  return run.found.length > 1 ? run.found.sort((a, b) => b.end - a.end) : run.found
}

function isBeenTo(run: Run, at: number, end: number): boolean {
  run.steps += 1
  if (run.steps < fewSteps) return false
  run.seen ??= new Set()
  const place = at * (run.passage.tokens.length + 1) + end
  if (run.seen.has(place)) return true
  run.seen.add(place)
  return false
}

/** Follows the program from instruction `from` and token `first`; what it finds first goes before what it finds later. Runs all the time, so it makes no objects. */
function follow(run: Run, from: number, first: number, slots: Slots): void {
  const { code } = run
  let at = from
  let end = first
  while (at !== -1) {
    const op = code[at] ?? ops.done
    if (op > ops.jump || op === ops.done) {
      goOn(run, at, end, slots)
      return
    }
    if (op === ops.jump) at = code[at + 1] ?? 0
    else if (op === ops.split) at = secondWay(run, at, end, slots)
    else {
      at = behindWord(run, at, end)
      end += 1
    }
  }
}

/** Follows the first way of a split; answers where the second begins, -1 when the run has been here before. */
function secondWay(run: Run, at: number, from: number, slots: Slots): number {
  const { code } = run
  const second = code[at + 1] ?? 0
  const op = code[at + 2] ?? ops.done
  // Most ways end at their first word: no need to set out on them.
  if ((op === ops.word || op === ops.words) && behindWord(run, at + 2, from) === -1) return second
  if (isBeenTo(run, at, from)) return -1
  follow(run, at + 2, from, slots)
  return second
}

/** The instruction behind one that asks for a word; -1: the token is another. */
function behindWord({ code, passage }: Run, at: number, end: number): number {
  if (passage.masked?.[end] === 1) return -1
  const operand = code[at + 1] ?? -1
  if (code[at] === ops.word) return passage.words[end] === operand ? at + 2 : -1
  return isOneOf(code, at + 2, passage.words[end] ?? -1) ? at + 2 + operand : -1
}

/** Whether a number stands in a sorted list whose length is right before it. */
function isOneOf(code: Int32Array, from: number, word: number): boolean {
  if (word === -1) return false
  let low = from
  let high = from + (code[from - 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = code[middle] ?? 0
    if (found === word) return true
    if (found < word) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** Instructions that go on in several ways, or end the program. */
function goOn(run: Run, at: number, from: number, slots: Slots): void {
  const { code, passage } = run
  const op = code[at] ?? ops.done
  if (op === ops.done) addMatch(run, from, slots)
  else if (isBeenTo(run, at, from)) return
  else if (op === ops.lexicon) stepLexicon(run, at, from, slots)
  else if (op === ops.gap) stepGap(run, at, from, slots)
  else if (op === ops.slot) stepSlot(run, at, from, slots)
  else if (op === ops.separator) stepSeparator(run, at, from, slots)
  else if (op === ops.any) {
    const token = passage.tokens[from]
    if (token && token.kind !== 'mark' && passage.masked?.[from] !== 1) {
      follow(run, at + 1, from + 1, slots)
    }
  } else if (isAtPlace(passage.tokens, op, from)) follow(run, at + 1, from, slots)
}

function addMatch(run: Run, end: number, slots: Slots): void {
  if (end === run.start || !isEdge(run.passage.tokens, end)) return
  run.found ??= []
  if (!run.found.some((known) => known.end === end)) run.found.push({ end, slots })
}

function stepLexicon(run: Run, at: number, from: number, slots: Slots): void {
  const { passage, code } = run
  const lexicon = code[at + 1]
  const phrases = phrasesAt(passage, from)
  const limit = passage.masked === null ? passage.tokens.length : firstMasked(passage.masked, from)
  for (let index = phrases.length - 2; index >= 0; index -= 2) {
    const end = phrases[index + 1] ?? 0
    if (phrases[index] === lexicon && end <= limit) follow(run, at + 2, end, slots)
  }
}

function firstMasked(masked: Uint8Array, from: number): number {
  let at = from
  while (at < masked.length && masked[at] !== 1) at += 1
  return at
}

/** Phrases of lexicons that start at a token, as pairs `lexicon, end`, the shorter first. */
export function phrasesAt({ words, lexis, lexiconsAt }: Passage, at: number): readonly number[] {
  const known = lexiconsAt[at]
  if (known) return known
  const found = lexis.phrasesFrom(words, at)
  lexiconsAt[at] = found
  return found
}

const passedMarks = new Set(["'", '/', '%'])

function stepGap(run: Run, at: number, from: number, slots: Slots): void {
  const { tokens, commas } = run.passage
  const most = run.code[at + 1] ?? 0
  const segment = (tokens[from - 1] ?? tokens[from])?.segment
  let words = 0
  let marks = 0
  follow(run, at + 2, from, slots)
  for (let end = from; tokens[end]?.segment === segment; end += 1) {
    const token = tokens[end]
    if (!token) break
    if (token.kind !== 'mark') words += 1
    else if (passedMarks.has(token.text) || (token.text === ',' && commas === 'pass')) marks += 1
    else break
    if (words > most || marks > mostGapMarks) break
    follow(run, at + 2, end + 1, slots)
  }
}

const startsAnywhere: ReadonlySet<string> = new Set(['date', 'standard', 'certificate-number', 'name'])
const numberWords: ReadonlySet<string> = new Set(numberStarts)

/** Whether a slot can be the first thing of a match at this token. */
function canStart(type: string, token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'number' || startsAnywhere.has(type)) return true
  return numberWords.has(token.text) || (type === 'money' && token.text in currencies.before)
}

function stepSlot(run: Run, at: number, from: number, slots: Slots): void {
  const { passage, code, start } = run
  const type = slotTypeOf(code[at + 1] ?? 0)
  if (passage.masked?.[from] === 1) return
  if (from === start && !canStart(type, passage.tokens[start])) return
  const name = passage.lexis.slotName(code[at + 2] ?? 0)
  for (const filled of fillSlot(type, passage, { start: from, name })) {
    if (filled.end <= from + longestSlot) follow(run, at + 3, filled.end, { ...slots, ...filled.slots })
  }
}

const separatorMarks = new Set([':', '|', '=', '-'])

function stepSeparator(run: Run, at: number, from: number, slots: Slots): void {
  const token = run.passage.tokens[from]
  if (token && separatorMarks.has(token.text)) follow(run, at + 1, from + 1, slots)
  follow(run, at + 1, from, slots)
}

const segmentEnds = /^[.!?;|•★]$/

/** Whether a token is at the start or the end of its segment. */
function isAtPlace(tokens: readonly Token[], op: number, at: number): boolean {
  const token = tokens[at]
  if (op === ops.start) return at === 0 || tokens[at - 1]?.segment !== token?.segment
  const last = tokens[at - 1]
  return !token || token.segment !== last?.segment || (token.kind === 'mark' && segmentEnds.test(token.text))
}
