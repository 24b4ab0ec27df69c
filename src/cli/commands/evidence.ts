import { Command, Option } from 'commander'
import { ClaimlintError, readPeriod } from '../../core/vocabulary.ts'
import { oneOf } from '../option-values.ts'
import { type AuditOptions, auditOptions } from './audit.ts'
import type { CommandMaker } from './command.ts'

const proofFormats = ['table', 'json'] as const

/** Options of `evidence`. */
export interface EvidenceOptions extends Omit<AuditOptions, 'format'> {
  readonly format?: (typeof proofFormats)[number]
  readonly within?: NonNullable<ReturnType<typeof readPeriod>>
}

/** `claimlint evidence [paths...]` */
export const evidenceCommand: CommandMaker = ({ io, finish, commandNames }) => {
  const command = new Command('evidence')
    .description('the proofs on file: valid, expiring, expired, missing, changed, unused')
    .argument('[paths...]', 'the documents they are for (default: this folder)')
  for (const option of [...proofOptions(), ...auditOptions()]) command.addOption(option)
  return command.action(async (operands: string[], options: EvidenceOptions) => {
    const { printEvidence } = await import('../ledger.ts')
    finish(await printEvidence({ operands, options, commandNames }, io))
  })
}

function proofOptions(): Option[] {
  return [
    new Option('-f, --format <name>', 'table or json (default: table)').argParser((text) =>
      oneOf('--format', text, proofFormats),
    ),
    new Option('-o, --output <file>', 'write to this file instead of printing'),
    new Option(
      '--within <period>',
      'what runs out within this time is expiring: 60d, 8w, 6m, 1y (default: 60d)',
    ).argParser(periodOf),
  ].map((option) => option.helpGroup('Report:'))
}

function periodOf(text: string) {
  const period = readPeriod(text)
  if (period !== null) return period
  throw new ClaimlintError('E_USAGE', `--within: "${text}" is no period; write it as 60d, 8w, 6m or 1y`)
}
