import type { Finding, Report } from '../model/report.ts'
import type { Style } from './format.ts'

/** The findings to print, in the order of the report. */
export function shownFindings(report: Report, style: Style): readonly Finding[] {
  return style.show === 'all' ? report.findings : report.findings.filter((finding) => finding.severity !== 'info')
}
