import type { Finding } from '../model/report.ts'
import type { Format } from './format.ts'
import { byDocument, severityOf, tellAll } from './words.ts'
import { attributes } from './xml.ts'

const errorOf = (finding: Finding) =>
  `    <error${attributes({
    line: finding.range.start.line,
    column: finding.range.start.column,
    severity: severityOf(finding),
    message: tellAll(finding),
    source: `claimlint.${finding.ruleId}`,
  })}/>\n`

/** Checkstyle XML: one `file` a document; columns count UTF-16 units from 1. */
export const checkstyle: Format = (report) => {
  const files = [...byDocument(report)].map(
    ([name, findings]) => `  <file${attributes({ name })}>\n${findings.map(errorOf).join('')}  </file>\n`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`
}
