import type { Claim } from '../model/claim.ts'
import type { Rule } from '../model/rule.ts'
import type { Statement } from '../model/statement.ts'
import { resembles } from '../proof/evidence-likeness.ts'
import { evidenceVerdict, weighEvidence } from '../proof/weigh-evidence.ts'
import type { EvidenceContext } from './claim-evidence.ts'
import { onFileWords, registerWords } from './evidence-words.ts'
import type { Judged } from './judged.ts'
import { userLevel } from './level.ts'
import { isSelected, type RuleSelection } from './pack.ts'

/** Statements of a document, and what decides about the evidence for them. */
export interface StatedContext {
  readonly evidence: EvidenceContext
  readonly selection: RuleSelection
  /** Whether facts or other documents have decided a statement. */
  readonly isDecided: (statement: Statement) => boolean
}

/** Words that no rule asks proof of, and of which a register speaks all the same: borne out by it, or out of date. Evidence for a
 *  whole family says nothing here: it must name the words, or be named by its number. */
export function provenStatements(statements: readonly Statement[], context: StatedContext): Judged[] {
  if (context.evidence.index.all.length === 0) return []
  return statements
    .filter((statement) => statement.claim === null && statement.party === 'own' && !context.isDecided(statement))
    .filter(({ ruleId }) => isSelected(ruleId, context.selection))
    .flatMap((statement) => provenStatement(statement, context))
}

const nothing = { slots: {}, assertion: null, loweredBy: [], cited: [], otherRules: [] } as const

const claimOf = (statement: Statement): Claim => ({ ...statement, ...nothing })

/** A rule that asks for nothing in particular: the register says what its entries prove. */
const ruleOf = ({ ruleId, family }: Statement): Rule => ({
  id: ruleId,
  family,
  title: '',
  kind: 'objective',
  severity: 'warning',
  confidence: 'high',
  ignores: [],
  cited: [],
  needs: { evidence: [] },
  law: [],
  markets: {},
  channels: {},
  message: {},
  advice: {},
  rewrite: {},
})

const words = {
  en: {
    expired: (text: string) => `The proof of "${text}" is out of date.`,
    renew: 'Renew the proof and put it on file, or take the words out.',
    reason: 'the proof on file is out of date',
    supported: (text: string) => `"${text}" is borne out by what is on file.`,
  },
  zh: {
    expired: (text: string) => `“${text}”的依据已过期。`,
    renew: '请更新并归档证明，或删去此说法。',
    reason: '归档证据已过期',
    supported: (text: string) => `“${text}”有归档证据支持。`,
  },
} as const

function provenStatement(statement: Statement, { evidence: context, selection }: StatedContext): Judged[] {
  const { asOf, index, markets, productsOf, companies, language } = context
  const claim = claimOf(statement)
  const scope = {
    asOf,
    markets: markets(claim),
    marketsAre: context.marketsAre,
    products: productsOf(claim),
    companies,
  }
  const weights = weighEvidence(claim, ruleOf(statement), index, { ...scope, named: [] }).filter(
    ({ evidence, by }) => by !== 'rule' || resembles(evidence, claim),
  )
  const verdict = evidenceVerdict(weights)
  const [best] = weights
  if (!best || (verdict !== 'supported' && verdict !== 'expired')) return []
  const say = words[language]
  const level = userLevel(statement.ruleId, selection.levels, language)
  const isOver = verdict === 'expired'
  const { document, field, range, text, excerpt, ruleId, family } = statement
  return [
    {
      ...{ document, field, range, text, excerpt, ruleId, family, verdict },
      severity: isOver ? (level?.severity ?? 'error') : null,
      severityReason: isOver ? (level?.reason ?? say.reason) : '',
      confidence: 'high',
      message: isOver ? say.expired(text) + onFileWords(best, '', language) : say.supported(text),
      advice: isOver ? say.renew : '',
      rewrite: null,
      slots: {},
      reasons: [],
      law: [],
      decision: null,
      evidence: [best.evidence.id],
      related: [
        { document: best.evidence.register, range: best.evidence.range, message: registerWords(best, '', language) },
      ],
    },
  ]
}
