import type { Block } from '../model/document.ts'
import type { Family, Language } from '../model/rule.ts'
import type { Token } from '../text/tokens.ts'
import type { Engine } from './engine.ts'
import type { BlockClaims, FoundClaim } from './find-claims.ts'
import { languageOf, named } from './implied-features.ts'
import { type ImpliedScore, impliedScore } from './implied-score.ts'
import type { Passage } from './matcher.ts'

/** Shorter sentences say too little to be judged by their words. */
const fewestTokens: Readonly<Record<Language, number>> = { en: 6, zh: 8 }
/** Headings, table rows and alt texts are names and labels, quotations somebody else's words. */
const notProse: ReadonlySet<string> = new Set(['heading', 'row', 'alt', 'quote'])
/** Up to this length the whole sentence is underlined, a longer one by its weightiest clause. */
const shownWhole: Readonly<Record<Language, number>> = { en: 12, zh: 24 }

/** A sentence of a passage: tokens `start` up to `end`, half-open. */
interface Sentence {
  readonly tokens: readonly Token[]
  readonly start: number
  readonly end: number
}

/** Sentences without a claim of any rule that read like one all the same: `<family>/implied`. */
export function findImplied(block: Block, engine: Engine, context: Passage, found: BlockClaims): FoundClaim[] {
  if (notProse.has(block.kind) || engine.implied.size === 0) return []
  const known = [...found.claims, ...found.dismissed].map(({ span }) => span.start)
  return sentencesOf(context.tokens).flatMap((sentence) => {
    const { tokens } = sentence
    const first = tokens[0]
    const last = tokens.at(-1)
    if (!first || !last || tokens.length < fewestTokens[languageOf(tokens)] || last.text === '?') return []
    if (known.some((at) => at >= first.span.start && at < last.span.end) || isMasked(block, tokens)) return []
    return impliedIn(sentence, engine, context) ?? []
  })
}

/** Sentences with code, links or placeholders are no running copy. */
const isMasked = (block: Block, tokens: readonly Token[]) =>
  block.masked.some(({ start, end }) => tokens.some(({ span }) => span.start < end && start < span.end))

/** Sentences that are long enough to say something; their tokens stand side by side. */
function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = []
  const shortest = Math.min(fewestTokens.en, fewestTokens.zh)
  for (let start = 0, end = 0; start < tokens.length; start = end) {
    while (end < tokens.length && tokens[end]?.sentence === tokens[start]?.sentence) end += 1
    if (end - start >= shortest) sentences.push({ tokens: tokens.slice(start, end), start, end })
  }
  return sentences
}

function impliedIn({ tokens, start, end }: Sentence, engine: Engine, passage: Passage): FoundClaim | null {
  const language = languageOf(tokens)
  const index = engine.implied.get(language)
  if (!index) return null
  const parts = impliedScore(index, passage, start, end)?.parts
  const rule = parts && engine.impliedRule(familyOf(parts))
  if (!rule) return null
  const own = parts.map((part) => ({ ...part, at: part.at - start }))
  return {
    rule,
    span: shownSpan(tokens, own, shownWhole[language]),
    slots: { words: strongestWords(tokens, own) },
    sentence: { start: tokens[0]?.span.start ?? 0, end: tokens.at(-1)?.span.end ?? 0 },
    loweredBy: [],
    cited: [],
    otherRules: [],
  }
}

/** The family most of the weight speaks for. */
function familyOf(parts: ImpliedScore['parts']): Family {
  const votes = new Map<Family, number>()
  for (const { weight, family } of parts) if (weight > 0) votes.set(family, (votes.get(family) ?? 0) + weight)
  return [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? 'vague'
}

/** Marks and single Han characters weigh something and tell a reader nothing. */
const isTelling = (name: string) => /[\p{L}]/u.test(name) && !/^\p{Script=Han}$/u.test(name)

/** The words that weigh most, for the message: a score nobody can follow helps nobody. */
function strongestWords(tokens: readonly Token[], parts: ImpliedScore['parts']): string {
  const strongest = parts
    .map(({ at, length, weight }) => ({ at, weight, words: tokens.slice(at, at + length).map(named) }))
    .filter(({ words, weight }) => weight > 0 && words[0] !== '<n>' && isTelling(words.join(' ')))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
  const joint = languageOf(tokens) === 'zh' ? '' : ' '
  return strongest
    .slice(0, 3)
    .map(({ words }) => `"${words.join(joint)}"`)
    .join(', ')
}

function shownSpan(tokens: readonly Token[], parts: ImpliedScore['parts'], whole: number): FoundClaim['span'] {
  const words = tokens.filter(({ kind }) => kind !== 'mark')
  const clause = words.length <= whole ? words : weightiestClause(tokens, parts)
  return { start: clause[0]?.span.start ?? 0, end: clause.at(-1)?.span.end ?? 0 }
}

function weightiestClause(tokens: readonly Token[], parts: ImpliedScore['parts']): Token[] {
  const clauses: { tokens: Token[]; weight: number }[] = [{ tokens: [], weight: 0 }]
  tokens.forEach((token, at) => {
    if (token.kind === 'mark' && /^[,;:•|]$/.test(token.text)) clauses.push({ tokens: [], weight: 0 })
    const clause = clauses.at(-1)
    if (!clause) return
    if (token.kind !== 'mark') clause.tokens.push(token)
    for (const part of parts) if (part.at === at) clause.weight += part.weight
  })
  return clauses.filter((clause) => clause.tokens.length > 0).sort((a, b) => b.weight - a.weight)[0]?.tokens ?? []
}
