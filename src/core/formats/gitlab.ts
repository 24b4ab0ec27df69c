import type { Finding } from '../model/report.ts'
import type { Severity } from '../model/rule.ts'
import { visibleJson, wellFormed } from './escape.ts'
import type { Format } from './format.ts'
import { severityOf, tellAll } from './words.ts'

const severityNames: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'major', info: 'info' }

const toIssue = (finding: Finding) => ({
  description: wellFormed(tellAll(finding)),
  check_name: wellFormed(finding.ruleId),
  fingerprint: finding.fingerprint,
  severity: severityNames[severityOf(finding)],
  location: {
    path: wellFormed(finding.document),
    lines: { begin: finding.range.start.line, end: finding.range.end.line },
  },
})

/** GitLab Code Quality: one array; the fingerprint is the claim's, so that a moved line is no new finding. */
export const gitlab: Format = ({ findings }) => `${visibleJson(JSON.stringify(findings.map(toIssue), null, 2))}\n`
