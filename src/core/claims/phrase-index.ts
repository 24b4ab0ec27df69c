import type { Section } from '../model/prepared.ts'
import type { Lexis } from './lexis.ts'
import { type Match, matchesAt, type Passage } from './matcher.ts'
import { pairValue } from './pair-table.ts'

/**
 * The phrases of a section by the rarest words they demand, so that a passage wakes only the few that can match in it,
 * and those only where such words stand.
 */
export interface PhraseIndex<Owner> {
  readonly section: Section
  readonly lexis: Lexis
  /** Whose each phrase is; null: nobody's, it is passed over. */
  readonly ownerOf: (phrase: number) => Owner | null
  readonly wakers: Wakers
}

/** What wakes phrases, for all sections. */
export interface Wakers {
  /** By phrase: tokens from its start to the words that wake it, pairs `fewest, most`. */
  readonly backs: Int32Array
  /** By key, where its phrases begin in `triggers`, and behind the last key their number. */
  readonly triggersAt: Int32Array
  readonly triggers: Int32Array
  /** The key that every number in digits is. */
  readonly numberKey: number
  /** By phrase: the passage in which it was woken last, its place among the phrases woken there, and from which token on it was not tried yet. */
  readonly wokenIn: Int32Array
  readonly rank: Int32Array
  readonly tried: Int32Array
  readonly counter: { passage: number; phrases: number }
}

/** A phrase found: tokens `start` up to `end`, half-open. */
export interface Hit<Owner> extends Match {
  readonly owner: Owner
  readonly start: number
}

/** Keys of the second column for a word that stands alone, and for any number in digits. */
export const alone = -1
export const anyNumber = -2

interface Found {
  readonly phrase: number
  readonly start: number
  readonly rank: number
  readonly match: Match
}

/** What a search does at a token where a phrase may start. */
type Try = (phrase: number, start: number, rank: number) => void

/** Tries the phrases of the section at every token where one may start, each once. */
function wake(index: PhraseIndex<unknown>, passage: Passage, attempt: Try): void {
  const { section, wakers, lexis } = index
  const { words, tokens } = passage
  wakers.counter.passage += 1
  wakers.counter.phrases = 0
  for (const phrase of section.always) tryBack(index, { phrase, from: 0, to: tokens.length - 1 }, attempt)
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind === 'number') wakeAt(index, wakers.numberKey, at, attempt)
  }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? -1
    if (word === -1) continue
    wakeAt(index, pairValue(lexis.keys, word, alone), at, attempt)
    const next = words[at + 1] ?? -1
    if (next !== -1) wakeAt(index, pairValue(lexis.keys, word, next), at, attempt)
  }
}

function wakeAt(index: PhraseIndex<unknown>, key: number, at: number, attempt: Try): void {
  if (key === -1) return
  const { section, wakers } = index
  const until = wakers.triggersAt[key + 1] ?? 0
  for (let trigger = wakers.triggersAt[key] ?? 0; trigger < until; trigger += 1) {
    const phrase = wakers.triggers[trigger] ?? 0
    if (phrase < section.from) continue
    if (phrase >= section.to) break // they are sorted
    const from = at - (wakers.backs[phrase * 2 + 1] ?? 0)
    tryBack(index, { phrase, from, to: at - (wakers.backs[phrase * 2] ?? 0) }, attempt)
  }
}

interface Stretch {
  readonly phrase: number
  /** First and last token at which the phrase may start. */
  readonly from: number
  readonly to: number
}

/** The words that wake a phrase come in the order of the text, so a token that was tried needs no second try. */
function tryBack({ wakers }: PhraseIndex<unknown>, { phrase, from, to }: Stretch, attempt: Try): void {
  const { wokenIn, rank, tried, counter } = wakers
  if (wokenIn[phrase] !== counter.passage) {
    wokenIn[phrase] = counter.passage
    rank[phrase] = counter.phrases
    tried[phrase] = 0
    counter.phrases += 1
  }
  const place = rank[phrase] ?? 0
  for (let start = Math.max(from, tried[phrase] ?? 0); start <= to; start += 1) attempt(phrase, start, place)
  tried[phrase] = Math.max(tried[phrase] ?? 0, to + 1)
}

/** Every phrase of the index that matches, at its longest from each token; phrases in the order in which they were woken. */
export function findPhrases<Owner>(index: PhraseIndex<Owner>, passage: Passage): Hit<Owner>[] {
  const found: Found[] = []
  wake(index, passage, (phrase, start, rank) => {
    if (passage.masked?.[start] === 1) return
    const match = matchesAt(index.lexis.programs[phrase] ?? 0, passage, start)[0]
    if (match) found.push({ phrase, start, rank, match })
  })
  found.sort((a, b) => a.rank - b.rank || a.start - b.start)
  const hits = found.flatMap(({ phrase, start, match }) => hitOf(index, phrase, { start, match }))
  for (const [phrase, source] of index.section.regexes) hits.push(...regexHits(index, { phrase, source }, passage))
  return hits
}

function hitOf<Owner>(
  index: PhraseIndex<Owner>,
  phrase: number,
  { start, match }: { readonly start: number; readonly match: Match },
): Hit<Owner>[] {
  const owner = index.ownerOf(phrase)
  return owner === null ? [] : [{ owner, start, ...match }]
}

/** Owners of phrases that match in the passage from a token in `[from, until)` and end exactly at `end`. */
export function ownersEnding<Owner>(
  index: PhraseIndex<Owner>,
  passage: Passage,
  { from, until, end }: { from: number; until: number; end: number },
): Owner[] {
  const owners: Owner[] = []
  wake(index, passage, (phrase, start) => {
    if (start < from || start >= until) return
    const ways = matchesAt(index.lexis.programs[phrase] ?? 0, passage, start)
    const owner = ways.some((way) => way.end === end) ? index.ownerOf(phrase) : null
    if (owner !== null) owners.push(owner)
  })
  return owners
}

/** Owners of phrases that match from token `start`. */
export function ownersStarting<Owner>(index: PhraseIndex<Owner>, passage: Passage, start: number): Owner[] {
  const owners: Owner[] = []
  for (let phrase = index.section.from; phrase < index.section.to; phrase += 1) {
    const matches = matchesAt(index.lexis.programs[phrase] ?? 0, passage, start).length > 0
    const owner = matches ? index.ownerOf(phrase) : null
    if (owner !== null) owners.push(owner)
  }
  return owners
}

/** A few phrases looked for one by one: they are not worth an index. */
export function findFew(lexis: Lexis, section: Section, passage: Passage): readonly { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let phrase = section.from; phrase < section.to; phrase += 1) {
    const program = lexis.programs[phrase] ?? 0
    for (let start = 0; start < passage.tokens.length; start += 1) {
      const match = passage.masked?.[start] === 1 ? undefined : matchesAt(program, passage, start)[0]
      if (match) found.push({ start, end: match.end })
    }
  }
  for (const [, source] of section.regexes) found.push(...regexSpans(source, passage))
  return found
}

function regexHits<Owner>(
  index: PhraseIndex<Owner>,
  { phrase, source }: { readonly phrase: number; readonly source: string },
  passage: Passage,
): Hit<Owner>[] {
  const owner = index.ownerOf(phrase)
  return owner === null ? [] : regexSpans(source, passage).map((span) => ({ owner, ...span, slots: {} }))
}

function regexSpans(source: string, { text, tokens, regexes, masked }: Passage): { start: number; end: number }[] {
  return (regexes.get(source)?.(text) ?? []).flatMap((span) => {
    const start = tokens.findIndex((token) => token.span.end > span.start)
    let end = start
    while (end < tokens.length && (tokens[end]?.span.start ?? span.end) < span.end) end += 1
    return start < 0 || end === start || masked?.[start] === 1 ? [] : [{ start, end }]
  })
}
