import { Command } from 'commander'
import { type AuditOptions, baselineOptions, reportOptions } from './audit.ts'
import type { CommandMaker } from './command.ts'
import { readerOptions } from './shared-options.ts'

/** Options of `merge`: those of the report; how documents are judged, the shards say. */
export type MergeOptions = Pick<
  AuditOptions,
  | 'format'
  | 'output'
  | 'claims'
  | 'quiet'
  | 'failOn'
  | 'maxWarnings'
  | 'baseline'
  | 'updateBaseline'
  | 'acceptNew'
  | 'language'
  | 'color'
>

/** `claimlint merge <files...>` */
export const mergeCommand: CommandMaker = ({ io, finish, commandNames }) => {
  const command = new Command('merge')
    .description('join the JSON reports of audit --shard and judge across them, as one audit would have')
    .argument('<files...>', 'the reports of all shards, in any order')
  for (const option of [...reportOptions(), ...baselineOptions(), ...readerOptions()]) command.addOption(option)
  return command.action(async (operands: string[], options: MergeOptions) => {
    const { merge } = await import('../scale/merge.ts')
    finish(await merge({ operands, options, commandNames }, io))
  })
}
