import { resolve } from 'node:path'
import type { RulePack, RuleSelection } from '../core/auditing.ts'
import type { AuditOptions } from './commands/audit.ts'
import type { Config } from './config/config.ts'
import { type SettingsAt, settingsAt } from './config/overrides.ts'
import type { Source } from './files/source.ts'
import { type PackToAudit, packToAudit, readyPack } from './packs.ts'
import { checkRuleOptions, ruleSelection } from './rule-names.ts'

/** Documents with the same settings, and the rules ready to run on them. */
export interface Part {
  readonly config: Config
  readonly sources: readonly Source[]
  readonly selection: RuleSelection
  readonly pack: RulePack
}

/** All documents under one configuration, with its rules ready to run. */
export interface Group extends Part {
  /** Those of the documents that overrides fit, by their settings. */
  readonly parts: readonly Part[]
  readonly settingsAt: SettingsAt
}

/** Sorts documents by their configuration. Throws E_CONFIG, E_RULE or E_USAGE for rules that are wrong or not there. */
export async function groupSources(sources: readonly Source[], options: AuditOptions, cwd: string): Promise<Group[]> {
  const byConfig = sortedBy(sources, ({ config }) => config)
  const compiled = new Map<Config, PackToAudit>()
  for (const config of byConfig.keys()) compiled.set(config, await packToAudit(config.packs, cwd))
  checkRuleOptions(options, [...compiled.values()])
  const groups: Group[] = []
  for (const [config, pack] of compiled) {
    const own = byConfig.get(config) ?? []
    const general = partOf(config, own, { options, pack })
    const at = settingsAt(config)
    const parts: Part[] = []
    for (const [settings, some] of sortedBy(own, ({ path }) => at(resolve(cwd, path)))) {
      if (settings !== config) parts.push(partOf(settings, some, { options, pack }))
    }
    groups.push({ ...general, parts, settingsAt: at })
  }
  return groups
}

/** The part that decides about a document of a group. */
export function partAt({ parts, ...general }: Group): (source: Source) => Part {
  const special = new Map(parts.flatMap((part) => part.sources.map((source) => [source, part])))
  return (source) => special.get(source) ?? general
}

function partOf(
  config: Config,
  sources: readonly Source[],
  { options, pack }: { readonly options: AuditOptions; readonly pack: PackToAudit },
): Part {
  const selection = ruleSelection(config, options, pack)
  return { config, sources, selection, pack: readyPack(pack, selection) }
}

function sortedBy<Key>(sources: readonly Source[], keyOf: (source: Source) => Key): Map<Key, Source[]> {
  const sorted = new Map<Key, Source[]>()
  for (const source of sources) {
    const same = sorted.get(keyOf(source))
    if (same) same.push(source)
    else sorted.set(keyOf(source), [source])
  }
  return sorted
}
