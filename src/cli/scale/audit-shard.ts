import { ClaimlintError } from '../../core/vocabulary.ts'
import type { AuditRequest } from '../audit-request.ts'
import type { AuditOptions } from '../commands/audit.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { type Io, print } from '../io.ts'
import { localeLanguage } from '../locale.ts'
import { deliver } from '../output/deliver.ts'
import { destinationsOf } from '../output/destination.ts'
import { runAudit } from '../run-audit.ts'
import { shardOf } from './shard.ts'
import { type ShardPart, shardSettings } from './shard-file.ts'

/** Options that only make sense for a whole audit. */
const wholeOnly = {
  baseline: '--baseline',
  updateBaseline: '--update-baseline',
  acceptNew: '--accept-new',
} as const

/**
 * Audits one part of the documents; its JSON report also holds their records, for `claimlint merge`. Always clean: whether the
 * audit as a whole fails, only the merged report can say. Throws E_USAGE.
 */
export async function auditShard(request: AuditRequest, wanted: string, io: Io): Promise<ExitCode> {
  const { operands, options } = request
  const shard = shardOf(wanted, io.env)
  checkOptions(options)
  const language = options.language ?? localeLanguage(io.env)
  const destinations = destinationsOf(options.format ?? [], options.output ?? null, io.cwd)
  const outputs = destinations.flatMap(({ file }) => file ?? [])
  if (!destinations.some(({ format }) => format === 'json')) {
    throw new ClaimlintError('E_USAGE', '--shard: claimlint merge needs the report as JSON; add --format json=FILE')
  }
  const ledger = options.claims ? 'claims' : 'findings'
  const { report, extracted, cacheFault } = await runAudit(request, { language, ledger, outputs, shard }, io)
  const part: ShardPart = {
    ...shard,
    settings: shardSettings(operands, options),
    records: extracted.flatMap(({ records }) => records),
  }
  const show = options.quiet ? 'quiet' : 'all'
  await deliver({ ...report, shard: { ...part } }, destinations, { language, show, color: options.color }, io)
  if (cacheFault !== null) await print(io.stderr, `claimlint: ${cacheFault}\n`)
  return exitCodes.clean
}

function checkOptions(options: AuditOptions): void {
  if (options.since !== undefined) throw new ClaimlintError('E_USAGE', '--since goes without --shard')
  for (const [key, name] of Object.entries(wholeOnly)) {
    if (options[key as keyof typeof wholeOnly] !== undefined) {
      throw new ClaimlintError('E_USAGE', `${name} is for a whole audit; give it to claimlint merge, not to a shard`)
    }
  }
}
