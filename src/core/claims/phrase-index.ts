import type { Section } from '../model/prepared.ts'
import { canBegin } from './firsts.ts'
import type { Lexis } from './lexis.ts'
import { type Match, matchesAt, type Passage } from './matcher.ts'
import { type PairTable, pairValue } from './pair-table.ts'

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
  /** By phrase, where the sets of words begin that it demands besides, in `demands`. */
  readonly demandsAt: Int32Array
  readonly demands: Int32Array
  /** By word, where the sets that hold it begin, in `sets`. */
  readonly setsAt: Int32Array
  readonly sets: Int32Array
  /** By set: the passage in which it was met last. */
  readonly metIn: Int32Array
  /** The key that every number in digits is. */
  readonly numberKey: number
  /** By phrase: the passage in which it was woken last, its place among the phrases woken there, and from which token on it was not tried yet. */
  readonly wokenIn: Int32Array
  readonly rank: Int32Array
  readonly tried: Int32Array
  /** `met`: the passage whose sets are noted. */
  readonly counter: { passage: number; phrases: number; met: number }
}

/** A phrase found: tokens `start` up to `end`, half-open. */
export interface Hit<Owner> extends Match {
  readonly owner: Owner
  readonly start: number
  /** Its number; null: a regular expression. */
  readonly phrase: number | null
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

/** The keys of a passage that wake phrases, as pairs `key, token`, in the order of the text. */
export function keysOf(table: PairTable, words: Int32Array): number[] {
  const keys: number[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? -1
    if (word === -1) continue
    const single = pairValue(table, word, alone)
    if (single !== -1) keys.push(single, at)
    const next = words[at + 1] ?? -1
    const pair = next === -1 ? -1 : pairValue(table, word, next)
    if (pair !== -1) keys.push(pair, at)
  }
  return keys
}

/** What a search does at a token where a phrase may start. */
type Try = (phrase: number, start: number, rank: number) => void

/** A search of a passage for the phrases of a section. */
interface Search {
  readonly index: PhraseIndex<unknown>
  readonly passage: Passage
  readonly attempt: Try
}

/** Tries the phrases of the section at every token where one may start, each once. */
function wake(index: PhraseIndex<unknown>, passage: Passage, attempt: Try): void {
  const search = { index, passage, attempt }
  const { section, wakers } = index
  const { tokens, keys } = passage
  wakers.counter.passage += 1
  wakers.counter.phrases = 0
  for (const phrase of section.always) tryBack(search, phrase, 0, tokens.length - 1)
  if (wakers.numberKey !== -1) {
    tokens.forEach((token, at) => {
      if (token.kind === 'number') wakeAt(search, wakers.numberKey, at)
    })
  }
  for (let place = 0; place < keys.length; place += 2) wakeAt(search, keys[place] ?? -1, keys[place + 1] ?? 0)
}

function wakeAt(search: Search, key: number, at: number): void {
  const { section, wakers } = search.index
  const until = wakers.triggersAt[key + 1] ?? 0
  for (let trigger = wakers.triggersAt[key] ?? 0; trigger < until; trigger += 1) {
    const phrase = wakers.triggers[trigger] ?? 0
    if (phrase < section.from) continue
    if (phrase >= section.to) break // they are sorted
    if (!isMet(search, phrase)) continue
    const from = at - (wakers.backs[phrase * 2 + 1] ?? 0)
    tryBack(search, phrase, from, at - (wakers.backs[phrase * 2] ?? 0))
  }
}

/** Notes which sets of words the passage meets; once a search, because another passage may have been searched in between. */
function noteSets({ passage, index: { wakers } }: Search): void {
  const { setsAt, sets, metIn, counter } = wakers
  counter.met = counter.passage
  const { words } = passage
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? -1
    if (word === -1) continue
    const until = setsAt[word + 1] ?? 0
    for (let place = setsAt[word] ?? 0; place < until; place += 1) metIn[sets[place] ?? 0] = counter.passage
  }
}

/** Whether the passage holds a word of every set that the phrase demands. */
function isMet(search: Search, phrase: number): boolean {
  const { demandsAt, demands, metIn, counter } = search.index.wakers
  const until = demandsAt[phrase + 1] ?? 0
  const from = demandsAt[phrase] ?? 0
  if (from < until && counter.met !== counter.passage) noteSets(search)
  for (let place = from; place < until; place += 1) {
    if (metIn[demands[place] ?? 0] !== counter.passage) return false
  }
  return true
}

/** Tries a phrase at tokens `from` up to and including `to`; the words that wake it come in the order of the text, so a token that was tried needs no second try. */
function tryBack({ index, passage, attempt }: Search, phrase: number, from: number, to: number): void {
  const { wokenIn, rank, tried, counter } = index.wakers
  if (wokenIn[phrase] !== counter.passage) {
    wokenIn[phrase] = counter.passage
    rank[phrase] = counter.phrases
    tried[phrase] = 0
    counter.phrases += 1
  }
  const { words, tokens } = passage
  const { firsts } = index.lexis
  for (let start = Math.max(from, tried[phrase] ?? 0); start <= to; start += 1) {
    if (canBegin(firsts, phrase, words[start] ?? -1, tokens[start]?.kind)) attempt(phrase, start, rank[phrase] ?? 0)
  }
  tried[phrase] = Math.max(tried[phrase] ?? 0, to + 1)
}

/** Every phrase of the index that matches, at its longest from each token; phrases in the order in which they were woken. */
export function findPhrases<Owner>(index: PhraseIndex<Owner>, passage: Passage): Hit<Owner>[] {
  const found: Found[] = []
  wake(index, passage, (phrase, start, rank) => {
    if (passage.masked?.[start] === 1) return
    const match = matchesAt(phrase, passage, start)[0]
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
  return owner === null ? [] : [{ owner, start, phrase, ...match }]
}

/** The hits of an unmasked passage that still match where some of its tokens are masked, as `findPhrases` finds them there. */
export function stillMatching<Owner>(
  index: PhraseIndex<Owner>,
  hits: readonly Hit<Owner>[],
  passage: Passage,
): Hit<Owner>[] {
  const still = hits.flatMap((hit) => {
    if (hit.phrase === null || passage.masked?.[hit.start] === 1) return []
    const match = matchesAt(hit.phrase, passage, hit.start)[0]
    return match ? [{ ...hit, ...match }] : []
  })
  const regexes = index.section.regexes.flatMap(([phrase, source]) => regexHits(index, { phrase, source }, passage))
  return [...still, ...regexes]
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
    const ways = matchesAt(phrase, passage, start)
    const owner = ways.some((way) => way.end === end) ? index.ownerOf(phrase) : null
    if (owner !== null) owners.push(owner)
  })
  return owners
}

/** Owners of phrases that match from token `start`. */
export function ownersStarting<Owner>(index: PhraseIndex<Owner>, passage: Passage, start: number): Owner[] {
  const owners: Owner[] = []
  for (let phrase = index.section.from; phrase < index.section.to; phrase += 1) {
    const matches = matchesAt(phrase, passage, start).length > 0
    const owner = matches ? index.ownerOf(phrase) : null
    if (owner !== null) owners.push(owner)
  }
  return owners
}

/** A few phrases looked for one by one: they are not worth an index. */
export function findFew(section: Section, passage: Passage): readonly { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let phrase = section.from; phrase < section.to; phrase += 1) {
    for (let start = 0; start < passage.tokens.length; start += 1) {
      const match = passage.masked?.[start] === 1 ? undefined : matchesAt(phrase, passage, start)[0]
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
  return owner === null ? [] : regexSpans(source, passage).map((span) => ({ owner, ...span, phrase: null, slots: {} }))
}

function regexSpans(source: string, { text, tokens, regexes, masked }: Passage): { start: number; end: number }[] {
  return (regexes.get(source)?.(text) ?? []).flatMap((span) => {
    const start = tokens.findIndex((token) => token.span.end > span.start)
    let end = start
    while (end < tokens.length && (tokens[end]?.span.start ?? span.end) < span.end) end += 1
    return start < 0 || end === start || masked?.[start] === 1 ? [] : [{ start, end }]
  })
}
