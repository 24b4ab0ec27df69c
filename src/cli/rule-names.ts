import { namesIn, noteRules, omissionRules, type RuleSelection } from '../core/auditing.ts'
import { ClaimlintError, didYouMean, type ErrorPlace, families, structuralFamilies } from '../core/vocabulary.ts'
import type { AuditOptions } from './commands/audit.ts'
import type { Config, Placed } from './config/config.ts'
import type { Level } from './config/shape.ts'
import type { PackToAudit } from './packs.ts'

/** Findings that belong to no rule and can be set like one. */
const structuralRules = [
  'document/unreadable',
  'document/too-costly',
  'document/unreadable-fact',
  'consistency/facts',
] as const

/** Which rules run for the documents of a configuration, the command line over the file. Throws E_CONFIG for names in the
 *  file that nothing has. */
export function ruleSelection(config: Config, options: AuditOptions, pack: PackToAudit): RuleSelection {
  const known = ruleNames(pack)
  for (const [name, { place }] of Object.entries(config.rules)) checkName(name, known, place)
  for (const { rulePlaces } of config.overrides) {
    for (const [name, place] of Object.entries(rulePlaces)) checkName(name, known, place)
  }
  return { only: options.only ?? [], skip: options.skip ?? [], levels: levelsOf(config.rules, options.rule ?? []) }
}

/** Throws E_USAGE for a rule or family on the command line that none of the packs has. */
export function checkRuleOptions(options: AuditOptions, packs: readonly PackToAudit[]): void {
  const known = [...new Set(packs.flatMap(ruleNames))]
  const named: (readonly [option: string, names: readonly string[]])[] = [
    ['--rule', (options.rule ?? []).map(([name]) => name)],
    ['--only', options.only ?? []],
    ['--skip', options.skip ?? []],
  ]
  for (const [option, names] of named) {
    for (const name of names) {
      if (!known.includes(name)) throw new ClaimlintError('E_USAGE', `${option}: ${unknown(name, known)}`)
    }
  }
}

function ruleNames(pack: PackToAudit): string[] {
  return [
    ...families,
    ...structuralFamilies,
    ...structuralRules,
    ...noteRules,
    ...omissionRules,
    '*/implied',
    ...namesIn(pack.prepared),
  ]
}

function checkName(name: string, known: readonly string[], place: ErrorPlace): void {
  if (!known.includes(name)) throw new ClaimlintError('E_CONFIG', unknown(name, known), place)
}

const unknown = (name: string, known: readonly string[]) =>
  `there is no rule or family "${name}"${didYouMean(name, known) || '; claimlint rules lists them'}`

/** A family on the command line also goes over what the file says of its rules. */
function levelsOf(written: Readonly<Record<string, Placed<Level>>>, given: NonNullable<AuditOptions['rule']>) {
  const isOver = (name: string) => given.some(([other]) => name === other || name.startsWith(`${other}/`))
  const kept = Object.entries(written).filter(([name]) => !isOver(name))
  return Object.fromEntries([...kept.map(([name, { value }]) => [name, value] as const), ...given])
}
