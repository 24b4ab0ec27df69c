import { Command } from 'commander'
import { type AuditOptions, auditOptions } from './audit.ts'
import type { CommandMaker } from './command.ts'
import { shardOption } from './shared-options.ts'

/** Options of `stream`. */
export interface StreamOptions extends Omit<AuditOptions, 'format' | 'output' | 'stdinFilename'> {}

/** `claimlint stream` */
export const streamCommand: CommandMaker = ({ io, finish }) => {
  const command = new Command('stream').description(
    'audit records on standard input: JSON Lines {"id", "text" or "fields", "facts"} in, one JSON line out for each',
  )
  const options = auditOptions().filter((option) => option.attributeName() !== 'stdinFilename')
  for (const option of [shardOption(), ...options]) command.addOption(option)
  return command.action(async (chosen: StreamOptions) => {
    const { stream } = await import('../stream/stream.ts')
    finish(await stream(chosen, io))
  })
}
