import { visibleLine } from '../core/auditing.ts'
import { ClaimlintError } from '../core/vocabulary.ts'
import type { AuditRequest } from './audit-request.ts'
import { type Settled, settleBaseline } from './baseline.ts'
import type { AuditOptions } from './commands/audit.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { type Io, print } from './io.ts'
import { leftOutNotice } from './left-out.ts'
import { localeLanguage } from './locale.ts'
import { outcomeOf } from './outcome.ts'
import { deliver } from './output/deliver.ts'
import { destinationsOf } from './output/destination.ts'
import { tellGithub } from './output/github-actions.ts'
import { digests, withReview } from './review.ts'
import { type Audited, type KnownDocuments, runAudit } from './run-audit.ts'

/** Audits: selects documents, finds their claims, judges them, reports. */
export async function audit(request: AuditRequest, io: Io): Promise<ExitCode> {
  if (request.options.shard === undefined) return finishAudit(request, undefined, io)
  const { auditShard } = await import('./scale/audit-shard.ts')
  return auditShard(request, request.options.shard, io)
}

/** The same for documents whose records may be known already. */
export async function finishAudit(request: AuditRequest, known: KnownDocuments | undefined, io: Io): Promise<ExitCode> {
  const { options } = request
  const language = options.language ?? localeLanguage(io.env)
  const destinations = destinationsOf(options.format ?? [], options.output ?? null, io.cwd)
  const outputs = destinations.flatMap(({ file }) => file ?? [])
  await checkSince(options)
  const forReview = destinations.some(({ format }) => format === 'html')
  const ledger = options.claims || forReview || options.since !== undefined ? 'claims' : 'findings'
  const read = digests()
  const onRead = forReview ? { onRead: read.onRead } : {}
  const audited = await runAudit(request, { language, ledger, outputs, ...(known && { known }), ...onRead }, io)
  const settled = settleBaseline(audited, options, io)
  const { report: whole, notices } = await narrowed(settled, audited, request, io)
  const reviewed = forReview ? withReview(whole, audited, read, { cwd: io.cwd, language }) : whole
  const report = options.claims ? reviewed : { ...reviewed, claims: null }
  const show = options.quiet ? 'quiet' : 'all'
  await deliver(report, destinations, { language, show, color: options.color }, io)
  const isRead = destinations.some(({ format, file }) => format === 'pretty' && file === null)
  if (isRead) await tellGithub(report, language, io)
  const { code, notice } = outcomeOf(report, audited.groups, options)
  const told = [...notices, ...leftOutNotice(request, audited, io), audited.cacheFault, notice]
  for (const line of told.filter((each) => each !== null)) await print(io.stderr, `claimlint: ${line}\n`)
  return code === exitCodes.clean && settled.state === 'stale' ? exitCodes.findings : code
}

async function checkSince({ since, acceptNew }: AuditOptions): Promise<void> {
  if (since === undefined) return
  const { checkRef } = await import('./since/git.ts')
  checkRef(since)
  if (acceptNew) throw new ClaimlintError('E_USAGE', '--accept-new accepts everything found; it goes without --since')
}

/** What is left of a report when only changes count, with a line that says so. */
async function narrowed({ report, notices }: Settled, audited: Audited, request: AuditRequest, io: Io) {
  const { since } = request.options
  if (since === undefined) return { report, notices }
  const { reportSince } = await import('./since/report-since.ts')
  const { report: part, changed } = reportSince(report, audited, { ...request, ref: since }, io)
  const all = report.summary.documents
  const line = `${changed} of ${all} ${all === 1 ? 'document' : 'documents'} changed since ${visibleLine(since)}`
  return { report: part, notices: [line, ...notices] }
}
