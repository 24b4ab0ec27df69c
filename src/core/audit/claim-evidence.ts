import type { Claim } from '../model/claim.ts'
import type { EvidenceLink } from '../model/decision.ts'
import type { Related, Verdict } from '../model/report.ts'
import type { Language, Market, Rule } from '../model/rule.ts'
import type { EvidenceIndex } from '../proof/evidence-index.ts'
import { readSupport } from '../proof/evidence-index.ts'
import { evidenceVerdict, type Weight, weighEvidence } from '../proof/weigh-evidence.ts'
import { onFileWords, registerWords } from './evidence-words.ts'
import type { DocumentNotes } from './extract-notes.ts'

/** What the evidence on file says of a claim. */
export interface ClaimEvidence {
  readonly verdict: Verdict
  /** Ids of what was weighed. */
  readonly evidence: readonly string[]
  readonly related: readonly Related[]
  /** To add to the message of a finding. */
  readonly remark: string
}

/** All that decides which evidence holds for the claims of a document. */
export interface EvidenceContext {
  readonly index: EvidenceIndex
  /** Rule ids and families. */
  readonly known: ReadonlySet<string>
  readonly notes: DocumentNotes
  readonly productsOf: (claim: Claim) => readonly string[]
  readonly companies: readonly string[]
  readonly markets: (claim: Claim) => readonly Market[]
  readonly marketsAre: 'chosen' | 'assumed'
  readonly asOf: string
  readonly language: Language
}

const nothing = { evidence: [], related: [], remark: '' }

/** Weighs the evidence for a claim whose verdict without it is `base`. */
export function claimEvidence(claim: Claim, rule: Rule, base: Verdict, context: EvidenceContext): ClaimEvidence {
  if (context.index.all.length === 0) return { verdict: base, ...nothing }
  const weights = weighEvidence(claim, rule, context.index, {
    asOf: context.asOf,
    markets: context.markets(claim),
    marketsAre: context.marketsAre,
    products: context.productsOf(claim),
    companies: context.companies,
    named: namedFor(claim, rule, context),
  })
  const [best] = weights
  if (!best) return { verdict: base, ...nothing }
  if (!concerns(base, best)) return { verdict: base, ...nothing }
  const verdict = settled(base, weights)
  const told = best.obstacles.length === 0 ? weights.filter(({ obstacles }) => obstacles.length === 0) : [best]
  const fresh = rule.needs.fresh ?? ''
  return {
    verdict,
    evidence: told.map(({ evidence }) => evidence.id),
    related: told.map((weight) => ({
      document: weight.evidence.register,
      range: weight.evidence.range,
      message: registerWords(weight, fresh, context.language),
    })),
    remark: speaks(verdict, best) ? onFileWords(best, fresh, context.language) : '',
  }
}

const speaks = (verdict: Verdict, { obstacles }: Weight) =>
  obstacles.length > 0 && (verdict === 'expired' || verdict === 'unsupported')

/** Evidence that merely is of the same family gives empty praise no content, and does not speak against proof the copy names itself. */
function concerns(base: Verdict, { by, obstacles }: Weight): boolean {
  if (by !== 'rule') return true
  return base !== 'vague' && (base !== 'cited' || obstacles.length === 0)
}

/** Expired before banned before unsupported. */
function settled(base: Verdict, weights: readonly Weight[]): Verdict {
  const found = evidenceVerdict(weights)
  if (found === 'expired') return 'expired'
  if (base === 'banned') return base
  return found === 'supported' ? 'supported' : base === 'vague' ? base : 'unsupported'
}

const covers = ({ covers }: EvidenceLink, { range }: Claim) =>
  covers.some(({ start, end }) => start <= range.start.offset && range.start.offset < end)

/** The evidence that the copy names for a claim: beside its words any, for the whole document what it says it supports. */
function namedFor(claim: Claim, rule: Rule, { notes, index, known }: EvidenceContext): readonly string[] {
  const named = notes.links.filter((link) => covers(link, claim))
  const supports = (id: string) =>
    (index.byId.get(id)?.supports ?? []).some((support) => {
      const name = readSupport(support, known)?.rule
      return name === rule.id || name === rule.family || name === '*'
    })
  return named.flatMap(({ ids, reach }) => (reach === 'narrow' ? ids : ids.filter(supports)))
}
