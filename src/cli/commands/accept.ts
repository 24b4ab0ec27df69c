import { Command, Option } from 'commander'
import { decisionKinds } from '../../core/vocabulary.ts'
import { dateOf, oneOf } from '../option-values.ts'
import { type AuditOptions, auditOptions } from './audit.ts'
import type { CommandMaker } from './command.ts'

/** Options of `accept`. */
export interface AcceptOptions extends AuditOptions {
  readonly kind?: (typeof decisionKinds)[number]
  readonly reason?: string
  readonly by?: string
  readonly until?: string
}

/** `claimlint accept <fingerprint> [paths...]` */
export const acceptCommand: CommandMaker = ({ io, finish, commandNames }) => {
  const command = new Command('accept')
    .description(
      'decide about a finding: written into claimlint.decisions.yaml, shown in every report, no longer counted',
    )
    .argument('<fingerprint>', 'of the finding, as reports in JSON have it')
    .argument('[paths...]', 'where to look for it (default: this folder)')
  for (const option of [...decisionOptions(), ...auditOptions()]) command.addOption(option)
  return command.action(async (fingerprint: string, operands: string[], options: AcceptOptions) => {
    const { accept } = await import('../accept.ts')
    finish(await accept(fingerprint, { operands, options, commandNames }, io))
  })
}

function decisionOptions(): Option[] {
  return [
    new Option('--reason <text>', 'why; must be given'),
    new Option(
      '--kind <name>',
      'attest (somebody answers for it), dispute (the finding is wrong), suppress (known and accepted; the default)',
    ).argParser((text) => oneOf('--kind', text, decisionKinds)),
    new Option('--by <name>', 'who decides (default: the user of this machine)'),
    new Option('--until <date>', 'the last day on which it holds (default: no end)').argParser((text) =>
      dateOf('--until', text),
    ),
  ].map((option) => option.helpGroup('Decision:'))
}
