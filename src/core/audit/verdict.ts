import type { Claim, Script } from '../model/claim.ts'
import type { LawEntry } from '../model/law.ts'
import type { LawReference, Verdict } from '../model/report.ts'
import type { Audience, Channel, Market, Rule, Treatment } from '../model/rule.ts'
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
export interface Applied {
  readonly name: string
  readonly treatment: Treatment
}

/** The treatments of a rule that the markets and the channel of a claim ask for. */
export function treatmentsOf(rule: Rule, claim: Claim, scope: Scope): Applied[] {
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

/** The guard of wishes and goals: they say nothing that could be proved, and no market bans them. */
const wish = 'aspiration'

/** What can be said of a claim before any fact or evidence is looked at. */
export function verdictOf(rule: Rule, claim: Claim, scope: Scope): Verdict {
  if (isCited(rule, claim)) return 'cited'
  if (claim.loweredBy.includes(wish)) return 'vague'
  if (treatmentsOf(rule, claim, scope).some(({ treatment }) => treatment.verdict === 'banned')) return 'banned'
  return rule.kind === 'opinion' ? 'vague' : 'unsupported'
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
