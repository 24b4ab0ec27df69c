import type { Finding } from '../model/report.ts'
import { visibleLine } from './escape.ts'
import type { Format } from './format.ts'
import { severityOf } from './words.ts'

const columns: Readonly<Record<string, (finding: Finding) => string | number>> = {
  document: ({ document }) => document,
  line: ({ range }) => range.start.line,
  column: ({ range }) => range.start.column,
  field: ({ field }) => field ?? '',
  severity: (finding) => severityOf(finding),
  verdict: ({ verdict }) => verdict ?? '',
  family: ({ family }) => family,
  rule: ({ ruleId }) => ruleId,
  text: ({ text }) => text,
  message: ({ message }) => message,
  advice: ({ advice }) => advice,
  rewrite: ({ rewrite }) => rewrite ?? '',
  law: ({ law }) => law.map(({ citation }) => citation).join('; '),
  fingerprint: ({ fingerprint }) => fingerprint,
}

/** A cell no spreadsheet takes for a formula, quoted where it must be (RFC 4180). */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = visibleLine(value)
  const inert = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** A table for spreadsheets, one finding a row, with a header; UTF-8 with a mark, which Excel needs to read Chinese. */
export const csv: Format = ({ findings }) => {
  const rows = findings.map((finding) =>
    Object.values(columns)
      .map((read) => csvCell(read(finding)))
      .join(','),
  )
  return `\ufeff${[Object.keys(columns).join(','), ...rows].join('\r\n')}\r\n`
}
