import type { Template } from '../model/template.ts'
import { firstTokens } from './first-words.ts'
import { type LexiconTree, type Match, matchesAt, type Passage } from './matcher.ts'

/** A template and what it belongs to. */
export interface Phrase<Owner> {
  readonly template: Template
  readonly owner: Owner
}

/** Phrases by the token they can begin with, so that one pass over a block finds them all. */
export interface PhraseIndex<Owner> {
  readonly byWord: ReadonlyMap<string, readonly Phrase<Owner>[]>
  readonly byNumber: readonly Phrase<Owner>[]
  readonly anywhere: readonly Phrase<Owner>[]
  readonly regexes: readonly Phrase<Owner>[]
}

/** A phrase found: tokens `start` up to `end`, half-open. */
export interface Hit<Owner> extends Match {
  readonly owner: Owner
  readonly start: number
}

/** Files phrases under the tokens they can begin with. */
export function indexPhrases<Owner>(
  phrases: readonly Phrase<Owner>[],
  lexicons: ReadonlyMap<string, LexiconTree>,
): PhraseIndex<Owner> {
  const byWord = new Map<string, Phrase<Owner>[]>()
  const byNumber: Phrase<Owner>[] = []
  const anywhere: Phrase<Owner>[] = []
  const regexes: Phrase<Owner>[] = []
  for (const phrase of phrases) {
    if (isRegex(phrase.template)) {
      regexes.push(phrase)
      continue
    }
    const first = firstTokens(phrase.template, lexicons)
    if (first.anything) {
      anywhere.push(phrase)
      continue
    }
    if (first.numbers) byNumber.push(phrase)
    for (const word of first.words) {
      const list = byWord.get(word)
      if (list) list.push(phrase)
      else byWord.set(word, [phrase])
    }
  }
  return { byWord, byNumber, anywhere, regexes }
}

const isRegex = (template: Template) => typeof template[0] === 'object' && 'regex' in template[0]

/** Every phrase of the index that matches, at its longest, in the order of their first tokens. */
export function findPhrases<Owner>(index: PhraseIndex<Owner>, passage: Passage): Hit<Owner>[] {
  const hits: Hit<Owner>[] = []
  passage.tokens.forEach((token, start) => {
    if (passage.masked.has(start)) return
    const candidates = [
      ...(index.byWord.get(token.text) ?? []),
      ...(token.kind === 'number' ? index.byNumber : []),
      ...index.anywhere,
    ]
    for (const { template, owner } of candidates) {
      const match = matchesAt(template, passage, start)[0]
      if (match) hits.push({ owner, start, ...match })
    }
  })
  for (const phrase of index.regexes) hits.push(...regexHits(phrase, passage))
  return hits
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
