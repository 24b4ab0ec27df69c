import {
  ledgerCsv,
  ledgerJson,
  ledgerMarkdown,
  ledgerOf,
  ledgerTable,
  promiseJson,
  promiseTable,
  proofEntries,
  proofJson,
  proofTable,
  type Style,
} from '../core/auditing.ts'
import type { AuditRequest } from './audit-request.ts'
import type { ClaimsOptions } from './commands/claims.ts'
import type { EvidenceOptions } from './commands/evidence.ts'
import type { PromisesOptions } from './commands/promises.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { type Io, print } from './io.ts'
import { localeLanguage } from './locale.ts'
import { colourLevel, painter } from './output/colour.ts'
import { outputFile, writeWhole } from './output/destination.ts'
import { evidenceOn, scoredDocuments, soon } from './review.ts'
import { type Audited, runAudit } from './run-audit.ts'

type Request<Options> = Omit<AuditRequest, 'options'> & { readonly options: Options }
type LedgerOptions = ClaimsOptions | EvidenceOptions | PromisesOptions

/** An audit with its ledger, and what came of it to be printed. */
interface Finished extends Pick<Audited, 'report' | 'extracted'> {
  readonly claims: NonNullable<Audited['report']['claims']>
  readonly evidence: Parameters<typeof ledgerOf>[1]
  readonly style: Style
  readonly file: string | null
}

/** Prints the ledger of claims. */
export async function printClaims(request: Request<ClaimsOptions>, io: Io): Promise<ExitCode> {
  const { format = 'table', by = 'document' } = request.options
  const finished = await finish(request, io)
  const { report, claims, evidence, style } = finished
  const ledger = { report, entries: ledgerOf(claims, evidence, keepersOf(finished.extracted)), by }
  const written = {
    table: () => ledgerTable(ledger, style),
    csv: () => ledgerCsv(ledger),
    json: () => ledgerJson(ledger),
    markdown: () => ledgerMarkdown(ledger, style.language),
  }
  await hand(written[format](), finished, io)
  return exitCodes.clean
}

/** Prints the evidence on file; exit code 1 when some of it is expired, missing or changed. */
export async function printEvidence(request: Request<EvidenceOptions>, io: Io): Promise<ExitCode> {
  const { format = 'table', within = soon } = request.options
  const finished = await finish(request, io)
  const { report, claims, evidence, style } = finished
  const list = { asOf: report.asOf, entries: proofEntries(evidence, claims, { asOf: report.asOf, within }) }
  await hand(format === 'json' ? proofJson(list) : proofTable(list, style), finished, io)
  const isGood = list.entries.every(({ state }) => state === 'valid' || state === 'expiring')
  return isGood ? exitCodes.clean : exitCodes.findings
}

/** Prints the scores of promises and documents. */
export async function printPromises(request: Request<PromisesOptions>, io: Io): Promise<ExitCode> {
  const finished = await finish(request, io)
  const { report, claims, extracted, style } = finished
  const documents = scoredDocuments({ claims, extracted }, style.language)
  const asJson = request.options.format === 'json'
  await hand(asJson ? promiseJson(report.asOf, documents) : promiseTable(documents, style), finished, io)
  return exitCodes.clean
}

async function finish({ options, ...request }: Request<LedgerOptions>, io: Io): Promise<Finished> {
  const language = options.language ?? localeLanguage(io.env)
  const file = options.output === undefined ? null : outputFile(options.output, io.cwd)
  const { format: _format, ...auditing } = options
  const wish = { language, ledger: 'claims', outputs: file === null ? [] : [file] } as const
  const { report, extracted } = await runAudit({ ...request, options: auditing }, wish, io)
  const level = file === null ? colourLevel(options.color, io.stdout, io.env) : 0
  return {
    report,
    extracted,
    claims: report.claims ?? [],
    evidence: evidenceOn(extracted),
    style: { language, width: io.stdout.columns ?? 80, show: 'all', paint: painter(level) },
    file,
  }
}

/** Documents that say who answers for them. */
const keepersOf = (extracted: Audited['extracted']): ReadonlyMap<string, string> =>
  new Map(
    extracted.flatMap(({ records, background = [] }) =>
      [...records, ...background].flatMap(({ path, keeper }) => (keeper === null ? [] : [[path, keeper] as const])),
    ),
  )

async function hand(text: string, { file }: Finished, io: Io): Promise<void> {
  if (file === null) await print(io.stdout, text)
  else writeWhole(file, text, io.cwd)
}
