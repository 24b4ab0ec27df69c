import type { Slots } from '../model/claim.ts'
import type { Block } from '../model/document.ts'
import { type Rule, severities } from '../model/rule.ts'
import type { Span } from '../model/span.ts'
import type { Engine, NumberedRule, RuleContext } from './engine.ts'
import { findImplied } from './find-implied.ts'
import { type BlockContext, guardsActing, readContext, type TokenSpan } from './guards.ts'
import { contextPassage, type MatchedBlock, type ReadBlock, readBlock, sentenceAround } from './passage.ts'
import { findFew, findPhrases, type Hit, stillMatching } from './phrase-index.ts'

/** Words of a block that a rule takes for a claim. */
export interface FoundClaim {
  readonly rule: Rule
  /** In the text of the block. */
  readonly span: Span
  /** The sentence around it, in the text of the block. */
  readonly sentence: Span
  readonly slots: Slots
  readonly loweredBy: readonly string[]
  readonly cited: readonly string[]
  readonly otherRules: readonly string[]
}

/** Words a rule matched that are no claim, and why: for `explain` and for whoever writes rules. */
export interface Dismissal {
  readonly rule: Rule
  readonly span: Span
  readonly by: string
}

/** All claims of a block, and what was dismissed. */
export interface BlockClaims {
  readonly claims: readonly FoundClaim[]
  readonly dismissed: readonly Dismissal[]
}

type RuleHit = Hit<NumberedRule>

const nothing: BlockClaims = { claims: [], dismissed: [] }

/** Finds the claims of a block: mask, match, except, unless and with, guards, overlaps. */
export function findClaims(block: Block, engine: Engine, context = contextPassage(block, engine)): BlockClaims {
  const found = claimsIn(readBlock(block, engine, context), engine)
  const implied = findImplied(block, engine, context, found)
  return implied.length === 0 ? found : { ...found, claims: [...found.claims, ...implied] }
}

function claimsIn(read: MatchedBlock | null, engine: Engine): BlockClaims {
  if (!read) return nothing
  const hits = stillMatching(engine.match, read.hits, read.claims).map((hit) => withoutClosingMark(hit, read))
  if (hits.length === 0) return nothing
  const context = readContext(read, engine)
  const dismiss = dismissals(read, engine)
  const dismissed: Dismissal[] = []
  const standing: { hit: RuleHit; loweredBy: readonly string[] }[] = []
  for (const hit of hits) {
    const { by, loweredBy } = judgeHit(hit, { read, engine, context, dismiss })
    if (by === null) standing.push({ hit, loweredBy })
    else dismissed.push({ rule: hit.owner.rule, span: spanOf(read, hit), by })
  }
  return { claims: resolveOverlaps(standing, read, engine), dismissed }
}

interface HitContext {
  readonly read: ReadBlock
  readonly engine: Engine
  readonly context: BlockContext
  readonly dismiss: (hit: RuleHit) => string | null
}

function judgeHit(
  hit: RuleHit,
  { read, engine, context, dismiss }: HitContext,
): { by: string | null; loweredBy: readonly string[] } {
  const by = dismiss(hit)
  if (by !== null) return { by, loweredBy: [] }
  const guards = guardsActing(read, engine, context, { start: hit.start, end: hit.end, rule: hit.owner.rule })
  return { by: guards.dropping[0] ?? null, loweredBy: guards.lowering }
}

/** A stop or comma at the end is no word of the claim, though a template may ask for it. */
function withoutClosingMark(hit: RuleHit, { claims }: ReadBlock): RuleHit {
  let { end } = hit
  while (end > hit.start + 1 && /^[.,:;!?•|-]$/.test(claims.tokens[end - 1]?.text ?? '')) end -= 1
  return end === hit.end ? hit : { ...hit, end }
}

const touch = (a: TokenSpan, b: TokenSpan) => a.start < b.end && b.start < a.end

/** Whether a rule's own `except`, `unless` or `with` makes it silent here. */
function dismissals({ context }: ReadBlock, engine: Engine): (hit: RuleHit) => string | null {
  const sentence = (at: number) => context.tokens[at]?.sentence
  const few = (hit: RuleHit, part: RuleContext) => findFew(engine.contextOf(hit.owner, part), context)
  return (hit) => {
    const inSentence = (part: RuleContext) =>
      few(hit, part).some((other) => sentence(other.start) === sentence(hit.start))
    if (few(hit, 'except').some((other) => touch(other, hit))) return 'except'
    if (inSentence('unless')) return 'unless'
    const demanded = engine.contextOf(hit.owner, 'with')
    return demanded.to > demanded.from && !inSentence('with') ? 'with' : null
  }
}

function spanOf({ claims }: ReadBlock, { start, end }: TokenSpan): Span {
  return { start: claims.tokens[start]?.span.start ?? 0, end: claims.tokens[end - 1]?.span.end ?? 0 }
}

/** Families that say something of everything: of equal words the family with a subject of its own is meant (最低价 is about the price). */
const general: ReadonlySet<string> = new Set(['absolute', 'quality', 'vague', 'comparative'])

/** Empty praise gives way to anything; then the longer span, the family with a subject, the graver and the earlier rule come first. */
function bySpecificity(a: RuleHit, b: RuleHit): number {
  const opinion = (hit: RuleHit) => (hit.owner.rule.kind === 'opinion' ? 1 : 0)
  const isGeneral = (hit: RuleHit) => (general.has(hit.owner.rule.family) ? 1 : 0)
  const gravity = (hit: RuleHit) => severities.indexOf(hit.owner.rule.severity)
  return (
    opinion(a) - opinion(b) ||
    b.end - b.start - (a.end - a.start) ||
    isGeneral(a) - isGeneral(b) ||
    gravity(a) - gravity(b) ||
    a.start - b.start ||
    (a.owner.rule.id < b.owner.rule.id ? -1 : a.owner.rule.id > b.owner.rule.id ? 1 : 0)
  )
}

/** Of one rule only the longest of hits that hold each other counts, of equal ones the first. */
function swallows(outer: RuleHit, inner: RuleHit): boolean {
  return outer.owner === inner.owner && outer.start <= inner.start && outer.end >= inner.end
}

/** One claim for overlapping words: the most specific; the other rules become its further reasons. */
function resolveOverlaps(
  standing: readonly { hit: RuleHit; loweredBy: readonly string[] }[],
  read: ReadBlock,
  engine: Engine,
): FoundClaim[] {
  const chosen: { hit: RuleHit; loweredBy: readonly string[]; others: Set<string> }[] = []
  const longest = standing.filter(
    ({ hit }, index) =>
      !standing.some(
        (other, at) => at !== index && swallows(other.hit, hit) && (at < index || !swallows(hit, other.hit)),
      ),
  )
  for (const candidate of longest.sort((a, b) => bySpecificity(a.hit, b.hit))) {
    const winner = chosen.find(({ hit }) => touch(hit, candidate.hit))
    if (!winner) chosen.push({ ...candidate, others: new Set() })
    else if (winner.hit.owner.rule.id !== candidate.hit.owner.rule.id) winner.others.add(candidate.hit.owner.rule.id)
  }
  const proofs = chosen.length === 0 ? [] : findPhrases(engine.proofs, read.context)
  return chosen
    .sort((a, b) => a.hit.start - b.hit.start)
    .map(({ hit, loweredBy, others }) => ({
      rule: hit.owner.rule,
      span: spanOf(read, hit),
      sentence: sentenceAround(read.context, hit.start),
      slots: hit.slots,
      loweredBy,
      cited: citedNear(
        hit,
        read,
        proofs.map((proof) => ({ slot: proof.owner.slot, start: proof.start })),
      ),
      otherRules: [...others].sort(),
    }))
}

/** The kinds of proof named in the claim's sentence or in one next to it, of those the rule asks for. */
function citedNear(hit: RuleHit, { context }: ReadBlock, proofs: readonly { slot: string; start: number }[]): string[] {
  const sentence = context.tokens[hit.start]?.sentence ?? 0
  const wanted = new Set(hit.owner.rule.cited.flat())
  const near = proofs.filter(({ start }) => Math.abs((context.tokens[start]?.sentence ?? 0) - sentence) <= 1)
  return [...new Set(near.map(({ slot }) => slot).filter((slot) => wanted.has(slot)))].sort()
}
