import { Command, Option } from 'commander'
import { oneOf } from '../option-values.ts'
import { type AuditOptions, auditOptions } from './audit.ts'
import type { CommandMaker } from './command.ts'

const scoreFormats = ['table', 'json'] as const

/** Options of `promises`. */
export interface PromisesOptions extends Omit<AuditOptions, 'format'> {
  readonly format?: (typeof scoreFormats)[number]
}

/** `claimlint promises [paths...]` */
export const promisesCommand: CommandMaker = ({ io, finish, commandNames }) => {
  const command = new Command('promises')
    .description('every promise and document scored: realistic, unique, compelling, explicit, credible')
    .argument('[paths...]', 'files, folders, globs, or - for standard input (default: this folder)')
  for (const option of [...scoreOptions(), ...auditOptions()]) command.addOption(option)
  return command.action(async (operands: string[], options: PromisesOptions) => {
    const { printPromises } = await import('../ledger.ts')
    finish(await printPromises({ operands, options, commandNames }, io))
  })
}

function scoreOptions(): Option[] {
  return [
    new Option('-f, --format <name>', 'table or json (default: table)').argParser((text) =>
      oneOf('--format', text, scoreFormats),
    ),
    new Option('-o, --output <file>', 'write to this file instead of printing'),
  ].map((option) => option.helpGroup('Report:'))
}
