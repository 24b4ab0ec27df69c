import type { Claim } from '../model/claim.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Market, Rule } from '../model/rule.ts'
import { addPeriod, backwards, readPeriod } from '../text/dates.ts'
import { categoryError } from './evidence-categories.ts'
import { type EvidenceIndex, evidenceNumberedIn, plainWords, squashed } from './evidence-index.ts'
import { isLasting, kindServes } from './evidence-kinds.ts'

/** What a claim is about and when, as far as it decides which evidence holds for it. */
export interface EvidenceScope {
  readonly asOf: string
  readonly markets: readonly Market[]
  /** `chosen` by the user: the evidence must hold for all of them; `assumed` from the language: for one. */
  readonly marketsAre: 'chosen' | 'assumed'
  /** Article numbers and names of the product that the claim's part of the document describes; empty: none. */
  readonly products: readonly string[]
  /** Names of the company the document speaks for; empty: not on file. */
  readonly companies: readonly string[]
  /** Ids that the copy names for these words, and those it names for the whole document. */
  readonly named: readonly string[]
}

/** Why evidence does not bear a claim out. */
export type Obstacle =
  | 'expired'
  | 'too-old'
  | 'undated'
  | 'not-yet'
  | 'missing-file'
  | 'changed-file'
  | 'outside-file'
  | 'product'
  | 'market'
  | 'document'
  | 'holder'
  | 'kind'
  | 'registration'
  | 'management-system'

/** How evidence and a claim belong together: the copy names it, its number stands there, or its register says so. */
export type LinkedBy = 'copy' | 'number' | 'rule'

/** One piece of evidence held against a claim; without obstacles it bears the claim out. */
export interface Weight {
  readonly evidence: Evidence
  readonly by: LinkedBy
  readonly obstacles: readonly Obstacle[]
}

/** Holds all evidence that belongs to a claim against it, the weightiest first. */
export function weighEvidence(claim: Claim, rule: Rule, index: EvidenceIndex, scope: EvidenceScope): readonly Weight[] {
  const weights = linkedTo(claim, rule, index, scope).map(([evidence, by]) => ({
    evidence,
    by,
    obstacles: obstaclesOf({ evidence, by }, { claim, rule, scope }),
  }))
  return weights.sort((a, b) => rank(a) - rank(b) || compare(a.evidence.id, b.evidence.id))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const strengths: readonly LinkedBy[] = ['copy', 'number', 'rule']

/** Fewer obstacles first; proof that has merely run out before proof of something else; then the firmer link. */
const rank = ({ obstacles, by }: Weight) =>
  obstacles.length * 100 + (obstacles[0] === 'expired' ? 0 : obstacles.length > 0 ? 10 : 0) + strengths.indexOf(by)

function linkedTo(
  claim: Claim,
  rule: Rule,
  index: EvidenceIndex,
  { named }: EvidenceScope,
): readonly (readonly [Evidence, LinkedBy])[] {
  const linked = new Map<Evidence, LinkedBy>()
  const link = (evidence: Evidence | undefined, by: LinkedBy) => {
    if (evidence && !linked.has(evidence)) linked.set(evidence, by)
  }
  for (const id of named) link(index.byId.get(id), 'copy')
  for (const evidence of evidenceNumberedIn(claim.sentence, index)) link(evidence, 'number')
  const supporting = [rule.id, rule.family, '*'].flatMap((name) => index.byRule.get(name) ?? [])
  const words = supporting.length === 0 ? '' : plainWords(segmentOf(claim))
  for (const { evidence, words: wanted } of supporting) {
    if (wanted === null || words.includes(wanted)) link(evidence, 'rule')
  }
  return [...linked]
}

/** The cell, badge or sentence that holds the claim's words. */
function segmentOf({ sentence, text }: Claim): string {
  const parts = sentence.split(/[|·•▪■◆◇★☆●○\n]/).filter((part) => part.includes(text))
  return `${text} ${parts.length === 0 ? '' : parts.join(' ')}`
}

interface Held {
  readonly claim: Claim
  readonly rule: Rule
  readonly scope: EvidenceScope
}

function obstaclesOf({ evidence, by }: Omit<Weight, 'obstacles'>, held: Held): Obstacle[] {
  const { claim, rule, scope } = held
  const subject = scope.products.length > 0 ? 'product' : 'other'
  return [
    ...scopeObstacles({ evidence, by }, held),
    ...(kindServes(evidence.kind, rule.needs.evidence) ? [] : (['kind'] as const)),
    ...[categoryError(evidence, claim, subject)].filter((error) => error !== null),
    ...fileObstacles(evidence),
    ...dateObstacles(evidence, rule, scope.asOf),
  ]
}

function scopeObstacles({ evidence, by }: Omit<Weight, 'obstacles'>, { claim, scope }: Held): Obstacle[] {
  const { products, markets, documents, holder } = evidence
  const found: Obstacle[] = []
  if (products !== null && !coversProduct(products, by, { claim, scope })) found.push('product')
  if (markets !== null && !coversMarkets(markets, scope)) found.push('market')
  if (documents !== null && !documents.includes(claim.document)) found.push('document')
  if (holder !== null && scope.companies.length > 0 && !isNamed(holder, scope.companies)) found.push('holder')
  return found
}

function coversProduct(products: readonly string[], by: LinkedBy, { claim, scope }: Pick<Held, 'claim' | 'scope'>) {
  if (products.some((product) => isNamed(product, scope.products))) return true
  const sentence = plainWords(claim.sentence)
  if (products.some((product) => sentence.includes(plainWords(product)))) return true
  return by !== 'rule' && scope.products.length === 0
}

const isNamed = (name: string, names: readonly string[]) =>
  names.some((other) => squashed(other) === squashed(name) || plainWords(other).includes(plainWords(name)))

function coversMarkets(markets: readonly string[], scope: EvidenceScope): boolean {
  const covered = scope.markets.filter((market) => markets.includes(market)).length
  return scope.marketsAre === 'chosen' ? covered === scope.markets.length : covered > 0
}

const fileStates: Readonly<Record<Evidence['fileState'], readonly Obstacle[]>> = {
  none: [],
  present: [],
  missing: ['missing-file'],
  changed: ['changed-file'],
  outside: ['outside-file'],
}

const fileObstacles = ({ fileState }: Evidence): readonly Obstacle[] => fileStates[fileState]

function dateObstacles({ kind, issued, expires }: Evidence, { needs }: Rule, asOf: string): Obstacle[] {
  if (expires !== null && expires < asOf) return ['expired']
  if (issued !== null && issued > asOf) return ['not-yet']
  const fresh = needs.fresh === undefined ? null : readPeriod(needs.fresh)
  if (fresh === null || isLasting(kind)) return []
  if (issued === null) return ['undated']
  return issued < addPeriod(asOf, backwards(fresh)) ? ['too-old'] : []
}

/** What the evidence on file says of a claim. */
export type EvidenceVerdict = 'supported' | 'expired' | 'unfit' | 'none'

/** `unfit`: on file, but not for these words. Proof that merely is of the same family does not speak against words that name their own. */
export function evidenceVerdict(weights: readonly Weight[]): EvidenceVerdict {
  const [best] = weights
  if (!best) return 'none'
  if (best.obstacles.length === 0) return 'supported'
  return best.obstacles.every((obstacle) => obstacle === 'expired') ? 'expired' : 'unfit'
}
