import type { CompiledPack, RulePack, RuleSelection } from '../core/auditing.ts'
import type { AuditOptions } from './commands/audit.ts'
import type { Config } from './config/config.ts'
import type { Source } from './files/source.ts'
import { packToAudit, readyPack } from './packs.ts'
import { checkRuleOptions, ruleSelection } from './rule-names.ts'

/** Documents under one configuration, with its rules ready to run. */
export interface Group {
  readonly config: Config
  readonly sources: readonly Source[]
  readonly selection: RuleSelection
  readonly pack: RulePack
}

/** Sorts documents by their configuration. Throws E_CONFIG, E_RULE or E_USAGE for rules that are wrong or not there. */
export async function groupSources(sources: readonly Source[], options: AuditOptions, cwd: string): Promise<Group[]> {
  const byConfig = new Map<Config, Source[]>()
  for (const source of sources) byConfig.set(source.config, [...(byConfig.get(source.config) ?? []), source])
  const compiled = new Map<Config, CompiledPack>()
  for (const config of byConfig.keys()) compiled.set(config, await packToAudit(config.packs, cwd))
  checkRuleOptions(options, [...compiled.values()])
  const groups: Group[] = []
  for (const [config, pack] of compiled) {
    const selection = ruleSelection(config, options, pack)
    const ready = await readyPack(pack, selection, config.packs)
    groups.push({ config, sources: byConfig.get(config) ?? [], selection, pack: ready })
  }
  return groups
}
