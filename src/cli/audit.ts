import type { AuditRequest } from './audit-request.ts'
import { settleBaseline } from './baseline.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { type Io, print } from './io.ts'
import { localeLanguage } from './locale.ts'
import { outcomeOf } from './outcome.ts'
import { deliver } from './output/deliver.ts'
import { destinationsOf } from './output/destination.ts'
import { tellGithub } from './output/github-actions.ts'
import { runAudit } from './run-audit.ts'

/** Audits: selects documents, finds their claims, judges them, reports. */
export async function audit(request: AuditRequest, io: Io): Promise<ExitCode> {
  const { options } = request
  const language = options.language ?? localeLanguage(io.env)
  const destinations = destinationsOf(options.format ?? [], options.output ?? null, io.cwd)
  const outputs = destinations.flatMap(({ file }) => file ?? [])
  const ledger = options.claims ? 'claims' : 'findings'
  const audited = await runAudit(request, { language, ledger, outputs }, io)
  const { report, notices, state } = settleBaseline(audited, options, io)
  const show = options.quiet ? 'quiet' : 'all'
  await deliver(report, destinations, { language, show, color: options.color }, io)
  if (options.format === undefined) await tellGithub(report, language, io)
  const { code, notice } = outcomeOf(report, audited.groups, options)
  for (const line of [...notices, ...(notice === null ? [] : [notice])]) await print(io.stderr, `claimlint: ${line}\n`)
  return code === exitCodes.clean && state === 'stale' ? exitCodes.findings : code
}
