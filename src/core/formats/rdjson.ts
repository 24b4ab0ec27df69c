import type { Finding } from '../model/report.ts'
import type { Severity } from '../model/rule.ts'
import { visibleJson, wellFormed } from './escape.ts'
import type { Format } from './format.ts'
import { severityOf, tellAll } from './words.ts'

const severityNames: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/** Columns are UTF-8 bytes from 1; both are left out together where they are not known. */
function toRange({ range, excerpt }: Finding) {
  const bytes = excerpt.byteColumns
  return {
    start: { line: range.start.line, ...(bytes ? { column: bytes.start } : {}) },
    end: { line: range.end.line, ...(bytes ? { column: bytes.end } : {}) },
  }
}

const toDiagnostic = (finding: Finding) => ({
  message: wellFormed(tellAll(finding)),
  location: { path: wellFormed(finding.document), range: toRange(finding) },
  severity: severityNames[severityOf(finding)],
  source: { name: 'claimlint' },
  code: { value: wellFormed(finding.ruleId) },
})

/** Reviewdog Diagnostic Format. */
export const rdjson: Format = ({ findings }) =>
  `${visibleJson(JSON.stringify({ source: { name: 'claimlint' }, diagnostics: findings.map(toDiagnostic) }, null, 2))}\n`
