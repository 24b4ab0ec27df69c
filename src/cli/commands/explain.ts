import { Command } from 'commander'
import type { CommandMaker } from './command.ts'
import { type ScopeOptions, scopeOptions } from './scope-options.ts'
import { type SharedOptions, sharedOptions } from './shared-options.ts'

/** Options of `explain`. */
export interface ExplainOptions extends SharedOptions, ScopeOptions {}

/** `claimlint explain <name>` */
export const explainCommand: CommandMaker = ({ io, finish }) => {
  const command = new Command('explain')
    .description('why a rule asks, what would prove it and the law; or why a claim of this folder has its verdict')
    .argument('<rule>', 'id of a rule, such as price/lowest-price, or the fingerprint of a claim')
  for (const option of [...scopeOptions('any, with the dates printed'), ...sharedOptions()]) command.addOption(option)
  return command.action(async (rule: string, options: ExplainOptions) => {
    const { explain } = await import('../explain.ts')
    finish(await explain(rule, options, io))
  })
}
