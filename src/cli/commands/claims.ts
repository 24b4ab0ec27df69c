import { Command, Option } from 'commander'
import { ledgerGroupings } from '../../core/vocabulary.ts'
import { oneOf } from '../option-values.ts'
import { type AuditOptions, auditOptions } from './audit.ts'
import type { CommandMaker } from './command.ts'

const ledgerFormats = ['table', 'csv', 'json', 'markdown'] as const

/** Options of `claims`. */
export interface ClaimsOptions extends Omit<AuditOptions, 'format'> {
  readonly format?: (typeof ledgerFormats)[number]
  readonly by?: (typeof ledgerGroupings)[number]
}

/** `claimlint claims [paths...]` */
export const claimsCommand: CommandMaker = ({ io, finish, commandNames }) => {
  const command = new Command('claims')
    .description('the ledger: every claim with its values, verdict, proof and owner')
    .argument('[paths...]', 'files, folders, globs, or - for standard input (default: this folder)')
  for (const option of [...ledgerOptions(), ...auditOptions()]) command.addOption(option)
  return command.action(async (operands: string[], options: ClaimsOptions) => {
    const { printClaims } = await import('../ledger.ts')
    finish(await printClaims({ operands, options, commandNames }, io))
  })
}

function ledgerOptions(): Option[] {
  return [
    new Option('-f, --format <name>', `${ledgerFormats.join(', ')} (default: table)`).argParser((text) =>
      oneOf('--format', text, ledgerFormats),
    ),
    new Option('-o, --output <file>', 'write to this file instead of printing'),
    new Option('--by <name>', `sort and part by ${ledgerGroupings.join(', ')} (default: document)`).argParser((text) =>
      oneOf('--by', text, ledgerGroupings),
    ),
  ].map((option) => option.helpGroup('Report:'))
}
