import type { Report } from '../core/auditing.ts'
import { type Severity, severities } from '../core/vocabulary.ts'
import type { AuditOptions } from './commands/audit.ts'
import type { FailOn } from './config/shape.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import type { Group } from './groups.ts'

type Counts = Readonly<Record<Severity, number>>

/** How an audit ends, and a line that says so when the findings alone do not. */
export interface Outcome {
  readonly code: ExitCode
  readonly notice: string | null
}

/** Holds the findings against the limits: those of the command line for all, else each configuration's for its own documents. */
export function outcomeOf(report: Report, groups: readonly Group[], options: AuditOptions): Outcome {
  const { maxWarnings } = options
  if (maxWarnings !== undefined && report.summary.findings.warning > maxWarnings) {
    return { code: exitCodes.findings, notice: tooMany(report.summary.findings.warning, '--max-warnings', maxWarnings) }
  }
  const audited = new Set(groups.flatMap(({ sources }) => sources.map(({ path }) => path)))
  for (const { config, sources } of groups) {
    const own = new Set(sources.map(({ path }) => path))
    const counts = countsFor(report, (document) => own.has(document) || !audited.has(document))
    const most = maxWarnings === undefined ? config.maxWarnings : null
    if (most !== null && counts.warning > most) {
      return { code: exitCodes.findings, notice: tooMany(counts.warning, 'maxWarnings', most) }
    }
    if (reaches(counts, options.failOn ?? config.failOn ?? 'error')) return { code: exitCodes.findings, notice: null }
  }
  return { code: exitCodes.clean, notice: null }
}

/** Registers and files of decisions are nobody's documents: what is wrong with them counts everywhere. */
function countsFor(report: Report, counted: (document: string) => boolean): Counts {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  for (const { severity, document, decision } of report.findings) {
    if (severity !== null && decision === null && counted(document)) counts[severity] += 1
  }
  return counts
}

function reaches(counts: Counts, failOn: FailOn): boolean {
  if (failOn === 'never') return false
  return severities.slice(0, severities.indexOf(failOn) + 1).some((severity) => counts[severity] > 0)
}

const tooMany = (count: number, limit: string, most: number) =>
  `${count} ${count === 1 ? 'warning' : 'warnings'}, ${limit} allows ${most}`
