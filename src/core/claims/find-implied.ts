import type { Block } from '../model/document.ts'
import type { ImpliedModel, ImpliedWeight } from '../model/implied.ts'
import type { Family, Language, Rule } from '../model/rule.ts'
import type { Token } from '../text/tokens.ts'
import type { Engine } from './engine.ts'
import type { BlockClaims, FoundClaim } from './find-claims.ts'
import { classFeaturesOf, type Feature, languageOf, named } from './implied-features.ts'
import type { Passage, WordLists } from './matcher.ts'

/** Shorter sentences say too little to be judged by their words. */
const fewestTokens: Readonly<Record<Language, number>> = { en: 6, zh: 8 }
/** Headings, table rows and alt texts are names and labels, quotations somebody else's words. */
const notProse: ReadonlySet<string> = new Set(['heading', 'row', 'alt', 'quote'])
/** Up to this length the whole sentence is underlined, a longer one by its weightiest clause. */
const shownWhole: Readonly<Record<Language, number>> = { en: 12, zh: 24 }

/** How much a sentence reads like a claim, and what in it does. */
export interface ImpliedScore {
  readonly score: number
  readonly parts: readonly (Feature & ImpliedWeight)[]
}

/** Runs of tokens with a weight, as a tree: most sentences hold few of them, and none is put together in vain. */
interface RunTree {
  readonly next: Map<string, RunTree>
  part: (ImpliedWeight & { readonly name: string }) | null
}

/** A model ready to score with. */
export interface ImpliedIndex {
  readonly model: ImpliedModel
  readonly runs: RunTree
}

/** Files the runs of a model in a tree. */
export function indexImplied(model: ImpliedModel): ImpliedIndex {
  const runs: RunTree = { next: new Map(), part: null }
  for (const [name, weight] of Object.entries(model.weights)) {
    if (name.startsWith('<') && name !== '<n>' && !name.startsWith('<n> ')) continue
    let tree = runs
    for (const token of name.split(' ')) {
      const next = tree.next.get(token) ?? { next: new Map(), part: null }
      tree.next.set(token, next)
      tree = next
    }
    tree.part = { ...weight, name }
  }
  return { model, runs }
}

/** The score of a sentence: the sum of the weights of its features over the square root of its length in tokens, plus the bias. */
export function impliedScore(
  tokens: readonly Token[],
  lexicons: WordLists,
  { model, runs }: ImpliedIndex,
): ImpliedScore {
  const parts = new Map<string, Feature & ImpliedWeight>()
  tokens.forEach((_, at) => {
    let tree: RunTree | undefined = runs
    for (let index = at; tree && index < tokens.length; index += 1) {
      const token = tokens[index]
      tree = token && tree.next.get(named(token))
      if (tree?.part && !parts.has(tree.part.name)) parts.set(tree.part.name, { ...tree.part, at })
    }
  })
  for (const feature of classFeaturesOf(tokens, lexicons)) {
    const weight = parts.has(feature.name) ? undefined : model.weights[feature.name]
    if (weight) parts.set(feature.name, { ...feature, ...weight })
  }
  const sum = [...parts.values()].reduce((total, { weight }) => total + weight, 0)
  return { score: model.bias + sum / Math.sqrt(tokens.length), parts: [...parts.values()] }
}

/** Sentences without a claim of any rule that read like one all the same: `<family>/implied`. */
export function findImplied(block: Block, engine: Engine, context: Passage, found: BlockClaims): FoundClaim[] {
  if (notProse.has(block.kind) || engine.implied.size === 0) return []
  const known = [...found.claims, ...found.dismissed].map(({ span }) => span.start)
  return sentencesOf(context.tokens).flatMap((tokens) => {
    const first = tokens[0]
    const last = tokens.at(-1)
    if (!first || !last || tokens.length < fewestTokens[languageOf(tokens)] || last.text === '?') return []
    if (known.some((at) => at >= first.span.start && at < last.span.end) || isMasked(block, tokens)) return []
    return impliedIn(tokens, engine) ?? []
  })
}

/** Sentences with code, links or placeholders are no running copy. */
const isMasked = (block: Block, tokens: readonly Token[]) =>
  block.masked.some(({ start, end }) => tokens.some(({ span }) => span.start < end && start < span.end))

function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences = new Map<number, Token[]>()
  for (const token of tokens) {
    const sentence = sentences.get(token.sentence)
    if (sentence) sentence.push(token)
    else sentences.set(token.sentence, [token])
  }
  return [...sentences.values()]
}

function impliedIn(tokens: readonly Token[], engine: Engine): FoundClaim | null {
  const language = languageOf(tokens)
  const index = engine.implied.get(language)
  if (!index) return null
  const { score, parts } = impliedScore(tokens, engine.lexicons, index)
  const rule = score < index.model.threshold ? undefined : engine.impliedRules.get(familyOf(parts))
  if (!rule) return null
  return {
    rule,
    span: shownSpan(tokens, parts, shownWhole[language]),
    slots: { words: strongestWords(tokens, parts) },
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
    .filter(({ name, weight }) => weight > 0 && !name.startsWith('<') && isTelling(name))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
  const joint = languageOf(tokens) === 'zh' ? '' : ' '
  return strongest
    .slice(0, 3)
    .map(({ name }) => `"${name.split(' ').join(joint)}"`)
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

/** The rule that stands for implied claims of a family. */
export const impliedRuleId = (family: Family): Rule['id'] => `${family}/implied`
