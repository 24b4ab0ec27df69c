import type { AuditRequest } from './audit-request.ts'
import type { ExitCode } from './exit-code.ts'
import { type Io, print } from './io.ts'
import { localeLanguage } from './locale.ts'
import { outcomeOf } from './outcome.ts'
import { deliver } from './output/deliver.ts'
import { destinationsOf } from './output/destination.ts'
import { runAudit } from './run-audit.ts'

/** Audits: selects documents, finds their claims, judges them, reports. */
export async function audit(request: AuditRequest, io: Io): Promise<ExitCode> {
  const { options } = request
  const language = options.language ?? localeLanguage(io.env)
  const destinations = destinationsOf(options.format ?? [], options.output ?? null, io.cwd)
  const outputs = destinations.flatMap(({ file }) => file ?? [])
  const ledger = options.claims ? 'claims' : 'findings'
  const { report, groups } = await runAudit(request, { language, ledger, outputs }, io)
  const show = options.quiet ? 'quiet' : 'all'
  await deliver(report, destinations, { language, show, color: options.color }, io)
  const { code, notice } = outcomeOf(report, groups, options)
  if (notice !== null) await print(io.stderr, `claimlint: ${notice}\n`)
  return code
}
