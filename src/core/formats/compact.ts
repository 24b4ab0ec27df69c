import type { Finding } from '../model/report.ts'
import { visibleLine, visiblePath } from './escape.ts'
import type { Format } from './format.ts'
import { shownFindings } from './shown-findings.ts'

const lineOf = ({ document, range, severity, ruleId, message, decision }: Finding) =>
  `${visiblePath(document)}:${range.start.line}:${range.start.column}: ${severity ?? 'info'} ${visibleLine(ruleId)} ${visibleLine(message)}${decision ? ` [${decision.kind}: ${visibleLine(decision.reason)}]` : ''}\n`

/** One line a finding, as compilers write them, for editors and `grep`: `file:line:column: severity rule message`. */
export const compact: Format = (report, style) => shownFindings(report, style).map(lineOf).join('')
