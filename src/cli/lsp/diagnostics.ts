import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding } from '../../core/auditing.ts'

/** What a diagnostic carries so that actions find its finding again. */
export interface DiagnosticMark {
  readonly fingerprint: string
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const

/** The place of a finding as editors count: lines and UTF-16 units from 0. */
export const rangeIn = (text: TextDocument, { range }: Pick<Finding, 'range'>): Range => ({
  start: text.positionAt(range.start.offset),
  end: text.positionAt(range.end.offset),
})

/** A finding as an editor underlines it; decided ones are hints. `folder`: absolute, what paths of the finding are relative to. */
export function diagnosticOf(finding: Finding, text: TextDocument, folder: string): Diagnostic {
  const { severity, decision, message, verdict, ruleId, law, related } = finding
  const link = law.find(({ url }) => url?.startsWith('https://'))?.url
  const mark: DiagnosticMark = { fingerprint: finding.fingerprint }
  return {
    range: rangeIn(text, finding),
    severity: decision === null ? severities[severity ?? 'info'] : DiagnosticSeverity.Hint,
    code: ruleId,
    source: 'claimlint',
    message: verdict === null ? message : `${message} (${verdict})`,
    ...(link && { codeDescription: { href: link } }),
    relatedInformation: related.flatMap((other) => {
      if (other.range === null) return []
      const { start, end } = other.range
      return [
        {
          message: other.message,
          location: {
            uri: pathToFileURL(resolve(folder, other.document)).href,
            range: {
              start: { line: start.line - 1, character: start.column - 1 },
              end: { line: end.line - 1, character: end.column - 1 },
            },
          },
        },
      ]
    }),
    data: mark,
  }
}
