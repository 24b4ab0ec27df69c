import type { Block } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { type Token, tokenise } from '../text/tokens.ts'
import type { Engine, NumberedRule } from './engine.ts'
import type { Passage } from './matcher.ts'
import { findPhrases, type Hit, keysOf } from './phrase-index.ts'

/** A block as claims see it, and as their context does. */
export interface ReadBlock {
  readonly block: Block
  /** Look-alikes and masked text cannot be matched. */
  readonly claims: Passage
  /** Everything can be matched; gaps stay within their clause. */
  readonly context: Passage
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** By token: whether it stands in a masked part of the block. */
export function maskedTokens(tokens: readonly Token[], spans: readonly Span[]): Uint8Array {
  const masked = new Uint8Array(tokens.length)
  tokens.forEach((token, index) => {
    if (spans.some((span) => overlaps(span, token.span))) masked[index] = 1
  })
  return masked
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

/** Titles of works are names, never claims: 《…》 always, 「…」 where the words beside it say that it is a work. */
const workTitles =
  /《[^《》]{1,60}》|(?<=(?:书|書|小说|小說|电影|電影|歌曲|专辑|專輯|展览|展覽|绘本|繪本)[:：]?)「[^「」]{1,60}」|「[^「」]{1,60}」(?=一[书書文片]|[这這][首部本])/gu

/** A text as its context sees it: nothing masked, common misspellings mended. */
export function passageOf(text: string, { lexis, regexes }: Pick<Engine, 'lexis' | 'regexes'>): Passage {
  const tokens = tokenise(text)
  const words = new Int32Array(tokens.length)
  tokens.forEach((token, index) => {
    const word = lexis.number(token.text)
    const mended = token.kind === 'word' && word !== -1 ? (lexis.mended[word] ?? -1) : -1
    words[index] = mended === -1 ? word : mended
    if (mended !== -1) tokens[index] = { ...token, text: lexis.word(mended) }
  })
  const keys = keysOf(lexis.keys, words)
  return { text, tokens, words, lexis, regexes, keys, masked: null, lexiconsAt: [], commas: 'stop' }
}

/** A block as its context sees it. */
export const contextPassage = (block: Block, engine: Engine): Passage => passageOf(block.text, engine)

/** A block in which phrases of rules match. */
export interface MatchedBlock extends ReadBlock {
  /** Where they match while nothing is masked. */
  readonly hits: readonly Hit<NumberedRule>[]
}

/** Masks what can never be a claim in a block, longest look-alike first; null when no phrase matches even unmasked. */
export function readBlock(block: Block, engine: Engine, context: Passage): MatchedBlock | null {
  const unmasked: Passage = { ...context, commas: 'pass' }
  const hits = findPhrases(engine.match, unmasked)
  if (hits.length === 0) return null
  const titles = Array.from(block.text.matchAll(workTitles), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const masked = maskedTokens(context.tokens, [...block.masked, ...titles])
  const claims: Passage = { ...unmasked, masked }
  const lookAlikes = findPhrases(engine.lookAlikes, claims).sort((a, b) => b.end - b.start - (a.end - a.start))
  for (const hit of lookAlikes) masked.fill(1, hit.start, hit.end)
  return { block, claims, context, hits }
}
