import type { Template } from '../model/template.ts'
import { demandsOf, type TokenSet, tokenSetOf } from './first-words.ts'
import { type Match, matchesAt, type Passage, type WordLists } from './matcher.ts'

/** A template and what it belongs to. */
export interface Phrase<Owner> {
  readonly template: Template
  readonly owner: Owner
}

interface IndexedPhrase<Owner> extends Phrase<Owner> {
  /** Tokens a match can begin with. */
  readonly first: TokenSet
  /** Token sets each of which must be met somewhere in the passage. */
  readonly demands: readonly TokenSet[]
}

/**
 * Phrases by the rarest thing they demand, so that a passage wakes only the few that can match in it.
 * A passage without any of a phrase's demands is never matched against it.
 */
export interface PhraseIndex<Owner> {
  readonly byWord: ReadonlyMap<string, readonly IndexedPhrase<Owner>[]>
  readonly byNumber: readonly IndexedPhrase<Owner>[]
  readonly always: readonly IndexedPhrase<Owner>[]
  readonly regexes: readonly Phrase<Owner>[]
}

/** A phrase found: tokens `start` up to `end`, half-open. */
export interface Hit<Owner> extends Match {
  readonly owner: Owner
  readonly start: number
}

const isRegex = (template: Template) => typeof template[0] === 'object' && 'regex' in template[0]

/** Words and characters that stand in most passages: as the trigger of a phrase they would wake it for nothing. */
const common = new Set([
  ...'a an and are as at be been but by can do for from have has if in is it its more no not of on one or our than that the their they this to up us was we will with you your 1 % , : - | /'.split(
    ' ',
  ),
  ...'的一不是在有和了我们你为以可上中下大小个年月日时分用品产不无最全高好本与及等于公司人内外',
])

/** How often something of the set will stand in a passage, roughly; numbers stand in every other sentence. */
function commonness({ words, numbers }: TokenSet): number {
  let sum = numbers ? 10_000 : 0
  for (const word of words) sum += common.has(word) ? 200 : 1
  return sum
}

const byRarity = (demands: readonly TokenSet[]) =>
  demands
    .map((demand) => ({ demand, rank: commonness(demand) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ demand }) => demand)

/** Files phrases under the rarest of their demands. */
export function indexPhrases<Owner>(phrases: readonly Phrase<Owner>[], lexicons: WordLists): PhraseIndex<Owner> {
  const byWord = new Map<string, IndexedPhrase<Owner>[]>()
  const byNumber: IndexedPhrase<Owner>[] = []
  const always: IndexedPhrase<Owner>[] = []
  for (const { template, owner } of phrases.filter((phrase) => !isRegex(phrase.template))) {
    const demands = byRarity(demandsOf(template, lexicons))
    const indexed = { template, owner, first: tokenSetOf(template, lexicons), demands }
    const trigger = demands[0]
    if (!trigger) always.push(indexed)
    if (trigger?.numbers) byNumber.push(indexed)
    for (const word of trigger?.words ?? []) {
      const list = byWord.get(word)
      if (list) list.push(indexed)
      else byWord.set(word, [indexed])
    }
  }
  return { byWord, byNumber, always, regexes: phrases.filter((phrase) => isRegex(phrase.template)) }
}

const meets = ({ vocabulary, numbers }: Passage, demand: TokenSet): boolean => {
  if (demand.numbers && numbers.length > 0) return true
  const [few, many] =
    demand.words.size < vocabulary.size ? [demand.words, vocabulary] : [vocabulary.keys(), demand.words]
  for (const word of few) if (many.has(word)) return true
  return false
}

/** The phrases that can match somewhere in the passage, each once. */
function awake<Owner>(index: PhraseIndex<Owner>, passage: Passage): Set<IndexedPhrase<Owner>> {
  const candidates = new Set(index.always)
  if (passage.numbers.length > 0) for (const phrase of index.byNumber) candidates.add(phrase)
  for (const word of passage.vocabulary.keys())
    for (const phrase of index.byWord.get(word) ?? []) candidates.add(phrase)
  // the first demand is the one that woke the phrase
  for (const phrase of candidates) {
    for (let at = 1; at < phrase.demands.length; at += 1) {
      const demand = phrase.demands[at]
      if (demand && !meets(passage, demand)) {
        candidates.delete(phrase)
        break
      }
    }
  }
  return candidates
}

function startsOf({ first }: IndexedPhrase<unknown>, { vocabulary, numbers, tokens }: Passage): Iterable<number> {
  if (first.anything) return tokens.keys()
  const starts = new Set(first.numbers ? numbers : [])
  const shorter = first.words.size < vocabulary.size ? first.words : vocabulary.keys()
  for (const word of shorter) {
    if (first.words.has(word)) for (const at of vocabulary.get(word) ?? []) starts.add(at)
  }
  return starts
}

/** Every phrase of the index that matches, at its longest from each token; in no particular order. */
export function findPhrases<Owner>(index: PhraseIndex<Owner>, passage: Passage): Hit<Owner>[] {
  return findAmong({ awake: [...awake(index, passage)], regexes: index.regexes }, passage)
}

/** Phrases that match somewhere in a passage. */
export interface MatchingPhrases<Owner> {
  readonly awake: readonly IndexedPhrase<Owner>[]
  readonly regexes: readonly Phrase<Owner>[]
}

/** The few phrases of the index that match somewhere: no other can match once tokens are masked. */
export function matchingPhrases<Owner>(index: PhraseIndex<Owner>, passage: Passage): MatchingPhrases<Owner> {
  return {
    awake: [...awake(index, passage)].filter((phrase) => phraseHits(phrase, passage).length > 0),
    regexes: index.regexes.filter((phrase) => regexHits(phrase, passage).length > 0),
  }
}

/** Every one of the phrases that matches, as `findPhrases` does. */
export function findAmong<Owner>({ awake: phrases, regexes }: MatchingPhrases<Owner>, passage: Passage): Hit<Owner>[] {
  return [
    ...phrases.flatMap((phrase) => phraseHits(phrase, passage)),
    ...regexes.flatMap((phrase) => regexHits(phrase, passage)),
  ]
}

function phraseHits<Owner>(phrase: IndexedPhrase<Owner>, passage: Passage): Hit<Owner>[] {
  const hits: Hit<Owner>[] = []
  for (const start of startsOf(phrase, passage)) {
    const match = passage.masked.has(start) ? undefined : matchesAt(phrase.template, passage, start)[0]
    if (match) hits.push({ owner: phrase.owner, start, ...match })
  }
  return hits
}

/** Owners of phrases that match in the passage from a token in `[from, until)` and end exactly at `end`. */
export function ownersEnding<Owner>(
  index: PhraseIndex<Owner>,
  passage: Passage,
  { from, until, end }: { from: number; until: number; end: number },
): Owner[] {
  const owners: Owner[] = []
  for (const phrase of awake(index, passage)) {
    for (const start of startsOf(phrase, passage)) {
      if (
        start >= from &&
        start < until &&
        matchesAt(phrase.template, passage, start).some((match) => match.end === end)
      )
        owners.push(phrase.owner)
    }
  }
  return owners
}

/** Owners of phrases that match from token `start`. */
export function ownersStarting<Owner>(index: PhraseIndex<Owner>, passage: Passage, start: number): Owner[] {
  return [...awake(index, passage)]
    .filter(({ template }) => matchesAt(template, passage, start).length > 0)
    .map(({ owner }) => owner)
}

function regexHits<Owner>(
  { template, owner }: Phrase<Owner>,
  { text, tokens, regexes, masked }: Passage,
): Hit<Owner>[] {
  const node = template[0]
  const run = typeof node === 'object' && 'regex' in node ? regexes.get(node.regex) : undefined
  return (run?.(text) ?? []).flatMap((span) => {
    const start = tokens.findIndex((token) => token.span.end > span.start)
    let end = start
    while (end < tokens.length && (tokens[end]?.span.start ?? span.end) < span.end) end += 1
    return start < 0 || end === start || masked.has(start) ? [] : [{ owner, start, end, slots: {} }]
  })
}
