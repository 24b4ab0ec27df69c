import type { Claim, Script } from '../model/claim.ts'
import type { LawEntry } from '../model/law.ts'
import type { LawReference, Verdict } from '../model/report.ts'
import type { Audience, Channel, Language, Market, Rule, Severity, Treatment } from '../model/rule.ts'
import { severities } from '../model/rule.ts'
import { applicableLaw, type Register } from './law.ts'

/** Under which law and for whom claims are judged. */
export interface Scope {
  readonly markets: readonly Market[]
  readonly channel: Channel | null
  readonly audience: Audience | null
  readonly asOf: string
}

/** The markets that copy in a script is aimed at when none is selected. */
export const marketsByScript: Readonly<Record<Script, readonly Market[]>> = {
  latn: ['us', 'eu', 'uk'],
  hans: ['cn'],
  hant: ['hk', 'tw'],
}

/** The selected markets, or those that copy of this script is aimed at. */
export const marketsOf = (claim: Claim, scope: Scope): readonly Market[] =>
  scope.markets.length > 0 ? scope.markets : marketsByScript[claim.script]

/** A treatment that applies, and whose it is. */
interface Applied {
  readonly name: string
  readonly treatment: Treatment
}

function treatmentsOf(rule: Rule, claim: Claim, scope: Scope): Applied[] {
  const applied = marketsOf(claim, scope).flatMap((name): Applied[] => {
    const treatment = rule.markets[name]
    return treatment ? [{ name, treatment }] : []
  })
  const channel = scope.channel === null ? undefined : rule.channels[scope.channel]
  return scope.channel !== null && channel ? [...applied, { name: scope.channel, treatment: channel }] : applied
}

/** Whether the copy names proof that is complete for the rule. */
const isCited = (rule: Rule, claim: Claim) =>
  rule.cited.some((slots) => slots.every((slot) => claim.cited.includes(slot)))

/** The slots that would complete the proof the copy names; empty when it names none. */
export function missingProof(rule: Rule, claim: Claim): readonly string[] {
  const gaps = rule.cited
    .filter((slots) => slots.some((slot) => claim.cited.includes(slot)))
    .map((slots) => slots.filter((slot) => !claim.cited.includes(slot)))
  return gaps.sort((a, b) => a.length - b.length)[0] ?? []
}

/** What can be said of a claim before any fact or evidence is looked at. */
export function verdictOf(rule: Rule, claim: Claim, scope: Scope): Verdict {
  if (isCited(rule, claim)) return 'cited'
  if (treatmentsOf(rule, claim, scope).some(({ treatment }) => treatment.verdict === 'banned')) return 'banned'
  return rule.kind === 'opinion' ? 'vague' : 'unsupported'
}

/** A level and, in one line, why it is that. */
export interface Level {
  readonly severity: Severity
  readonly reason: string
}

const reasonWords = {
  en: {
    user: (level: string) => `set to ${level} by your configuration`,
    contradicted: () => 'contradicted by what is on file or said elsewhere',
    expired: () => 'the proof on file is out of date',
    banned: (names: string) => `banned as worded: ${names}`,
    vague: () => 'vague: nothing checkable is said',
    rule: () => 'default of the rule',
    market: (name: string) => `level for ${name}`,
    lowered: (guards: string) => `, one step lower: ${guards}`,
  },
  zh: {
    user: (level: string) => `配置中设为 ${level}`,
    contradicted: () => '与档案或其他文字矛盾',
    expired: () => '归档证据已过期',
    banned: (names: string) => `此说法被禁止：${names}`,
    vague: () => '空泛：没有可核实的内容',
    rule: () => '规则默认级别',
    market: (name: string) => `${name} 的级别`,
    lowered: (guards: string) => `，降一级：${guards}`,
  },
} as const

const lower = (severity: Severity): Severity => (severity === 'error' ? 'warning' : 'info')

/** Severity of a claim that needs action: contradicted, expired and banned ones are errors, vague ones info, else the strictest level of rule and markets; a guard lowers one step. */
export function levelOf(
  rule: Rule,
  claim: Claim,
  verdict: Verdict,
  scope: Scope & { readonly language: Language },
): Level {
  const words = reasonWords[scope.language]
  const applied = treatmentsOf(rule, claim, scope)
  const base = baseLevel(rule, verdict, applied, words)
  if (claim.loweredBy.length === 0) return base
  return { severity: lower(base.severity), reason: base.reason + words.lowered(claim.loweredBy.join(', ')) }
}

/** The level the user set for a rule id or its family. */
export function userLevel(
  ruleId: string,
  levels: Readonly<Record<string, Severity | 'off'>>,
  language: Language,
): Level | null {
  const level = levels[ruleId] ?? levels[ruleId.split('/')[0] ?? '']
  return level === undefined || level === 'off' ? null : { severity: level, reason: reasonWords[language].user(level) }
}

function baseLevel(
  rule: Rule,
  verdict: Verdict,
  applied: readonly Applied[],
  words: (typeof reasonWords)[Language],
): Level {
  if (verdict === 'banned') {
    const banning = applied.filter(({ treatment }) => treatment.verdict === 'banned').map(({ name }) => name)
    return { severity: 'error', reason: words.banned(banning.join(', ')) }
  }
  if (verdict === 'contradicted' || verdict === 'expired') return { severity: 'error', reason: words[verdict]() }
  if (verdict === 'vague') return { severity: 'info', reason: words.vague() }
  let level: Level = { severity: rule.severity, reason: words.rule() }
  for (const { name, treatment } of applied) {
    if (treatment.severity && severities.indexOf(treatment.severity) < severities.indexOf(level.severity))
      level = { severity: treatment.severity, reason: words.market(name) }
  }
  return level
}

/** The provisions to print under a claim: of its markets and the channel, for the audience, in force on the day. */
export function lawOf(rule: Rule, claim: Claim, scope: Scope, register: Register): LawReference[] {
  const ids = [...rule.law, ...treatmentsOf(rule, claim, scope).flatMap(({ treatment }) => treatment.law ?? [])]
  return lawReferences(ids, claim, scope, register)
}

/** Those of the provisions that hold for the markets of a claim. */
export function lawReferences(ids: readonly string[], claim: Claim, scope: Scope, register: Register): LawReference[] {
  const places = [...marketsOf(claim, scope), ...(scope.channel === null ? [] : [scope.channel])]
  return applicableLaw(ids, { places, audience: scope.audience, asOf: scope.asOf }, register).map(referenceTo)
}

const referenceTo = (entry: LawEntry): LawReference => ({
  id: entry.id,
  market: entry.market,
  citation: `${entry.instrument} ${entry.provision}`.trim(),
  url: entry.url,
})
