import type { Finding, Report } from '../model/report.ts'
import { type Severity, severities } from '../model/rule.ts'
import { visibleJson, wellFormed } from './escape.ts'
import type { Format } from './format.ts'
import { severityOf, tellAll } from './words.ts'

const impacts: Readonly<Record<Severity, string>> = { error: 'HIGH', warning: 'MEDIUM', info: 'LOW' }

/** One entry a rule that fired, at the gravest level it fired with. */
function toRules({ findings }: Report) {
  const levels = new Map<string, Severity>()
  for (const finding of findings) {
    const known = levels.get(finding.ruleId)
    const level = severityOf(finding)
    if (known === undefined || severities.indexOf(level) < severities.indexOf(known)) levels.set(finding.ruleId, level)
  }
  return [...levels].map(([id, level]) => ({
    id: wellFormed(id),
    name: wellFormed(id),
    description: `claimlint explain ${wellFormed(id)}`,
    engineId: 'claimlint',
    cleanCodeAttribute: 'TRUSTWORTHY',
    impacts: [{ softwareQuality: 'MAINTAINABILITY', severity: impacts[level] }],
  }))
}

/** Columns count from 0. */
const toIssue = (finding: Finding) => ({
  ruleId: wellFormed(finding.ruleId),
  effortMinutes: 5,
  primaryLocation: {
    message: wellFormed(tellAll(finding)),
    filePath: wellFormed(finding.document),
    textRange: {
      startLine: finding.range.start.line,
      endLine: finding.range.end.line,
      startColumn: finding.range.start.column - 1,
      endColumn: finding.range.end.column - 1,
    },
  },
})

/** SonarQube's generic issue format (10.3 and newer). A finding without words, such as an unreadable file, has only its line. */
export const sonar: Format = (report) => {
  const issues = report.findings.map(toIssue).map((issue) => {
    const { startLine, endLine, startColumn, endColumn } = issue.primaryLocation.textRange
    const empty = startLine === endLine && startColumn === endColumn
    return empty ? { ...issue, primaryLocation: { ...issue.primaryLocation, textRange: { startLine } } } : issue
  })
  return `${visibleJson(JSON.stringify({ rules: toRules(report), issues }, null, 2))}\n`
}
