import type { Claim } from '../model/claim.ts'
import type { LawReference, Verdict } from '../model/report.ts'
import { type Language, type Rule, type Severity, severities } from '../model/rule.ts'
import { type Applied, missingProof, type Scope, treatmentsOf } from './verdict.ts'

/** A level and, in one line, why it is that. */
export interface Level {
  readonly severity: Severity
  readonly reason: string
}

const reasonWords = {
  en: {
    user: () => 'set by your configuration',
    contradicted: () => 'contradicted by what is on file or said elsewhere',
    expired: () => 'the proof on file is out of date',
    banned: (names: string) => `banned as worded in ${names}`,
    vague: () => 'vague, nothing checkable is said',
    unprovable: () => 'cannot be proved as worded',
    reliedOn: () => 'buyers rely on it, and no proof is on file',
    proofMissing: () => 'provable, proof is missing',
    proofInPart: () => 'provable, proof is named only in part',
    termsMissing: () => 'can be kept, its terms are missing',
    slight: () => 'of little weight',
    market: (name: string) => `stricter in ${name}`,
    lowered: (guards: string) => `, one step lower: ${guards}`,
    by: (name: string, laws: string) => (laws === '' ? name : `${name} by ${laws}`),
    list: ', ',
    places: '; ',
  },
  zh: {
    user: () => '由配置设定',
    contradicted: () => '与档案或其他文字矛盾',
    expired: () => '归档证据已过期',
    banned: (names: string) => `此说法被禁止：${names}`,
    vague: () => '空泛，没有可核实的内容',
    unprovable: () => '按此措辞无法证明',
    reliedOn: () => '买家会据此决定，而档案中没有证据',
    proofMissing: () => '可以证明，但缺少证据',
    proofInPart: () => '可以证明，但文中证据不完整',
    termsMissing: () => '可以兑现，但没有写明条件',
    slight: () => '分量较轻',
    market: (name: string) => `从严适用：${name}`,
    lowered: (guards: string) => `，降一级：${guards}`,
    by: (name: string, laws: string) => (laws === '' ? name : `${name}（${laws}）`),
    list: '、',
    places: '；',
  },
} as const

type ReasonWords = (typeof reasonWords)[Language]

const lower = (severity: Severity): Severity => (severity === 'error' ? 'warning' : 'info')

/** Where a claim is judged, in which language that is said, and the provisions the finding prints. */
export interface LevelScope extends Scope {
  readonly language: Language
  readonly law: readonly LawReference[]
}

/** Severity of a claim that needs action: contradicted, expired and banned ones are errors, vague ones info, else the strictest level of rule and markets; a guard lowers one step. */
export function levelOf(rule: Rule, claim: Claim, verdict: Verdict, scope: LevelScope): Level {
  const words = reasonWords[scope.language]
  const base = baseLevel(rule, claim, verdict, scope)
  const isLowered = claim.loweredBy.length > 0
  const severity = isLowered ? lower(base.severity) : base.severity
  const lowered = isLowered ? words.lowered(claim.loweredBy.join(words.list)) : ''
  return { severity, reason: base.reason + lowered }
}

/** The level the user set for a rule id or its family. */
export function userLevel(
  ruleId: string,
  levels: Readonly<Record<string, Severity | 'off'>>,
  language: Language,
): Level | null {
  const level = levels[ruleId] ?? levels[ruleId.split('/')[0] ?? '']
  return level === undefined || level === 'off' ? null : { severity: level, reason: reasonWords[language].user() }
}

/** Markets or channels with the provisions each of them names. */
function namesWithLaw(applied: readonly Applied[], { law }: LevelScope, words: ReasonWords): string {
  return applied
    .map(({ name, treatment }) => {
      const own = law.filter(({ id, market }) => market === name && (treatment.law?.includes(id) ?? true))
      return words.by(name, own.map(({ citation }) => citation).join(words.list))
    })
    .join(words.places)
}

/** Why a claim is at the level of its rule. */
function ruleReason(rule: Rule, claim: Claim, words: ReasonWords): string {
  if (rule.severity === 'info') return words.slight()
  if (missingProof(rule, claim).length > 0) return words.proofInPart()
  if (rule.severity === 'error')
    return rule.kind === 'objective' || rule.kind === 'establishment' ? words.reliedOn() : words.unprovable()
  return rule.kind === 'promise' ? words.termsMissing() : words.proofMissing()
}

function baseLevel(rule: Rule, claim: Claim, verdict: Verdict, scope: LevelScope): Level {
  const words = reasonWords[scope.language]
  const applied = treatmentsOf(rule, claim, scope)
  if (verdict === 'banned') {
    const banning = applied.filter(({ treatment }) => treatment.verdict === 'banned')
    return { severity: 'error', reason: words.banned(namesWithLaw(banning, scope, words)) }
  }
  if (verdict === 'contradicted' || verdict === 'expired') return { severity: 'error', reason: words[verdict]() }
  if (verdict === 'vague') return { severity: 'info', reason: words.vague() }
  const rank = ({ treatment }: Applied) => severities.indexOf(treatment.severity ?? rule.severity)
  const strictest = Math.min(...applied.map(rank), severities.length)
  const stricter = applied.filter((each) => rank(each) === strictest)
  if (strictest >= severities.indexOf(rule.severity))
    return { severity: rule.severity, reason: ruleReason(rule, claim, words) }
  return {
    severity: severities[strictest] ?? rule.severity,
    reason: words.market(namesWithLaw(stricter, scope, words)),
  }
}
