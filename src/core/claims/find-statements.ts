import type { Block } from '../model/document.ts'
import { properties } from '../model/property.ts'
import type { AssertionPattern, Family } from '../model/rule.ts'
import type { Span } from '../model/span.ts'
import { findAnswers } from './answers.ts'
import type { Engine, NumberedStatement } from './engine.ts'
import type { FoundClaim } from './find-claims.ts'
import { type BlockContext, guardsActing, readContext, type TokenSpan } from './guards.ts'
import type { Passage } from './matcher.ts'
import { maskedTokens, type ReadBlock, sentenceAround } from './passage.ts'
import { findFew, findPhrases, type Hit } from './phrase-index.ts'
import { partyOf } from './statement-party.ts'

/** Words of a block that state a property. */
export interface FoundStatement {
  readonly id: string
  readonly family: Family
  readonly asserts: AssertionPattern
  readonly value: string | number
  readonly unit: string | null
  /** In the text of the block. */
  readonly span: Span
  /** The sentence around it, in the text of the block. */
  readonly sentence: Span
  readonly party: 'own' | 'other'
  /** Index of the claim whose words these are; null: no claim's. */
  readonly claim: number | null
}

type StatementHit = Hit<NumberedStatement>

/** Guards under which words state something all the same: a limit with its value is the plainest of statements. */
const unheeded = ['spec-value', 'hedged', 'own-range', 'legal-text']

/** Finds what a block states: by statement phrases, and by the claims whose rules assert something. */
export function findStatements(
  block: Block,
  engine: Engine,
  context: Passage,
  claims: readonly FoundClaim[],
): FoundStatement[] {
  const passage =
    block.masked.length === 0 ? context : { ...context, masked: maskedTokens(context.tokens, block.masked) }
  const hits = findPhrases(engine.statements, passage)
  const asserting = claims.some(({ rule }) => rule.asserts)
  const answers = findAnswers(block, engine, passage)
  if (hits.length === 0 && answers.length === 0 && !asserting) return []
  const read: ReadBlock = { block, claims: passage, context }
  let known: BlockContext | null = null
  const guards = () => {
    known ??= readContext(read, engine)
    return known
  }
  const stated = longest([...hits, ...answers.filter((answer) => !hits.some((hit) => isSame(hit, answer)))])
    .filter((hit) => stands(hit, { read, engine, guards: guards() }))
    .map((hit) => ofPattern(hit, read, claims))
  return [...ofClaims(claims, read, stated), ...stated].sort((a, b) => a.span.start - b.span.start)
}

const isSame = (a: StatementHit, b: StatementHit) => a.owner.asserts.property === b.owner.asserts.property

const touch = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** Of overlapping hits that state the same property the longest. */
function longest(hits: readonly StatementHit[]): StatementHit[] {
  const chosen: StatementHit[] = []
  for (const hit of [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    const same = ({ owner, start, end }: StatementHit) =>
      owner.asserts.property === hit.owner.asserts.property && touch({ start, end }, hit)
    if (!chosen.some(same)) chosen.push(hit)
  }
  return chosen
}

interface Standing {
  readonly read: ReadBlock
  readonly engine: Engine
  readonly guards: BlockContext
}

/** Whether neither its own `unless` nor a guard silences a hit. */
function stands(hit: StatementHit, { read, engine, guards }: Standing): boolean {
  const sentence = read.context.tokens[hit.start]?.sentence
  const unless = findFew(engine.unlessOf(hit.owner), read.context)
  if (unless.some(({ start }) => read.context.tokens[start]?.sentence === sentence)) return false
  const rule = { ignores: [...unheeded, ...hit.owner.ignores] }
  const acting = guardsActing(read, engine, guards, { start: hit.start, end: hit.end, rule })
  return acting.dropping.length === 0 && acting.lowering.length === 0
}

function spanOf({ tokens }: Passage, { start, end }: TokenSpan): Span {
  return { start: tokens[start]?.span.start ?? 0, end: tokens[end - 1]?.span.end ?? 0 }
}

/** The value a pattern gives: fixed, a slot, or the words. */
function statedValue(asserts: AssertionPattern, slots: Readonly<Record<string, string | number>>, words: string) {
  const slot = /^\{([a-zA-Z][\w-]*)\}$/.exec(asserts.value ?? '')?.[1]
  const filled = slot === undefined ? undefined : slots[slot]
  const unit = asserts.unit ?? (slot === undefined ? undefined : slots[`${slot}Unit`])
  const fixed = slot === undefined && asserts.value !== '{match}' ? asserts.value : undefined
  return { value: filled ?? fixed ?? words, unit: unit === undefined ? null : String(unit) }
}

function ofPattern(hit: StatementHit, { context, block }: ReadBlock, claims: readonly FoundClaim[]): FoundStatement {
  const { id, family, asserts } = hit.owner
  const span = spanOf(context, hit)
  const owner = claims.findIndex((claim) => claim.rule.family === family && touch(claim.span, span))
  return {
    id,
    family,
    asserts,
    ...statedValue(asserts, hit.slots, block.text.slice(span.start, span.end)),
    span,
    sentence: sentenceAround(context, hit.start),
    party: partyOf(context, hit, properties[asserts.property]),
    claim: owner === -1 ? null : owner,
  }
}

/** Claims assert what their rule says, unless a statement phrase has read the same property in their words. */
function ofClaims(
  claims: readonly FoundClaim[],
  { context, block }: ReadBlock,
  stated: readonly FoundStatement[],
): FoundStatement[] {
  return claims.flatMap(({ rule, span, slots, loweredBy }, index): FoundStatement[] => {
    const { asserts } = rule
    if (!asserts || loweredBy.includes('aspiration')) return []
    if (stated.some((other) => other.asserts.property === asserts.property && touch(other.span, span))) return []
    const start = context.tokens.findIndex((token) => token.span.end > span.start)
    const end = context.tokens.findIndex((token) => token.span.start >= span.end)
    const tokens = { start, end: end === -1 ? context.tokens.length : end }
    return [
      {
        id: rule.id,
        family: rule.family,
        asserts,
        ...statedValue(asserts, slots, block.text.slice(span.start, span.end)),
        span,
        sentence: sentenceAround(context, start),
        party: partyOf(context, tokens, properties[asserts.property]),
        claim: index,
      },
    ]
  })
}
