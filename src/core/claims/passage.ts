import type { Block } from '../model/document.ts'
import type { CompiledRule } from '../model/pack.ts'
import type { Span } from '../model/span.ts'
import { type Token, tokenise } from '../text/tokens.ts'
import type { Engine } from './engine.ts'
import { pairKey } from './first-words.ts'
import type { Passage } from './matcher.ts'
import { findPhrases, type MatchingPhrases, matchingPhrases } from './phrase-index.ts'

/** A block as claims see it, and as their context does. */
export interface ReadBlock {
  readonly block: Block
  /** Look-alikes and masked text cannot be matched. */
  readonly claims: Passage
  /** Everything can be matched; gaps stay within their clause. */
  readonly context: Passage
}

/** A block in which phrases of rules match. */
export interface MatchedBlock extends ReadBlock {
  /** Those that match while nothing is masked. */
  readonly phrases: MatchingPhrases<CompiledRule>
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

function mended(token: Token, misspellings: ReadonlyMap<string, string>): Token {
  const text = token.kind === 'word' ? misspellings.get(token.text) : undefined
  return text === undefined ? token : { ...token, text }
}

/** Indexes of tokens that stand in masked parts of the block. */
export function maskedTokens(tokens: readonly Token[], spans: readonly Span[]): Set<number> {
  const masked = new Set<number>()
  if (spans.length === 0) return masked
  tokens.forEach((token, index) => {
    if (spans.some((span) => overlaps(span, token.span))) masked.add(index)
  })
  return masked
}

/** Where each token text and where the numbers of a block stand. */
export function vocabularyOf(tokens: readonly Token[]): Pick<Passage, 'vocabulary' | 'numbers'> {
  const vocabulary = new Map<string, number[]>()
  const numbers: number[] = []
  const note = (key: string, at: number) => {
    const places = vocabulary.get(key)
    if (places) places.push(at)
    else vocabulary.set(key, [at])
  }
  tokens.forEach((token, at) => {
    if (token.kind === 'number') numbers.push(at)
    note(token.text, at)
    const next = tokens[at + 1]
    if (next) note(pairKey(token.text, next.text), at)
  })
  return { vocabulary, numbers }
}

/** The text of the sentence that holds a token; a table row is one sentence. */
export function sentenceAround({ tokens, text }: Passage, at: number): Span {
  const sentence = tokens[at]?.sentence
  let start = at
  while (start > 0 && tokens[start - 1]?.sentence === sentence) start -= 1
  let end = at
  while (tokens[end + 1]?.sentence === sentence) end += 1
  return { start: tokens[start]?.span.start ?? 0, end: tokens[end]?.span.end ?? text.length }
}

/** Titles of works (《…》) are names, never claims. */
const workTitles = /《[^《》]{1,60}》/gu

/** A block as its context sees it: nothing masked. */
export function contextPassage(block: Block, engine: Engine): Passage {
  const tokens = tokenise(block.text).map((token) => mended(token, engine.misspellings))
  return {
    text: block.text,
    tokens,
    ...vocabularyOf(tokens),
    lexicons: engine.lexicons,
    regexes: engine.regexes,
    masked: new Set(),
    commas: 'stop',
  }
}

/** Cuts a block into tokens and masks what can never be a claim, longest look-alike first; null when no phrase matches even unmasked. */
export function readBlock(block: Block, engine: Engine, context: Passage): MatchedBlock | null {
  const unmasked: Passage = { ...context, commas: 'pass' }
  const phrases = matchingPhrases(engine.match, unmasked)
  if (phrases.awake.length === 0 && phrases.regexes.length === 0) return null
  const titles = Array.from(block.text.matchAll(workTitles), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const masked = maskedTokens(context.tokens, [...block.masked, ...titles])
  const claims: Passage = { ...unmasked, masked }
  const lookAlikes = findPhrases(engine.lookAlikes, claims).sort((a, b) => b.end - b.start - (a.end - a.start))
  for (const hit of lookAlikes) for (let index = hit.start; index < hit.end; index += 1) masked.add(index)
  return { block, claims, context, phrases }
}
