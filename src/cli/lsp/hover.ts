import { type Hover, MarkupKind } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Finding, visibleLine } from '../../core/auditing.ts'
import type { Language } from '../../core/vocabulary.ts'
import { rangeIn } from './diagnostics.ts'

const words = {
  en: {
    level: 'Level',
    law: 'Law',
    proof: 'Proof',
    advice: 'What would do',
    rewrite: 'Say instead',
    decided: 'Decided',
  },
  zh: { level: '级别', law: '法规', proof: '证据', advice: '建议', rewrite: '可改写为', decided: '已决定' },
} as const satisfies Record<Language, unknown>

/** Text of documents and rules, made plain for Markdown. */
const plain = (text: string) => visibleLine(text).replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')

/** What there is to say about the findings at a place: why, which law, what proof; null when there are none. */
export function hoverAt(
  findings: readonly Finding[],
  text: TextDocument,
  { offset, language }: { readonly offset: number; readonly language: Language },
): Hover | null {
  const here = findings.filter(({ range }) => range.start.offset <= offset && offset <= range.end.offset)
  const [first] = here
  if (!first) return null
  const value = here.map((finding) => section(finding, language)).join('\n\n---\n\n')
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeIn(text, first) }
}

function section(finding: Finding, language: Language): string {
  const said = words[language]
  const { decision, rewrite, law, evidence, related } = finding
  const verdict = finding.verdict === null ? '' : ` · ${finding.verdict}`
  const laws = law.map(
    ({ citation, id, url }) =>
      `${url?.startsWith('https://') ? `[${plain(citation)}](${url})` : plain(citation)} \`${id}\``,
  )
  return [
    `**${plain(finding.ruleId)}**${verdict} · ${finding.severity ?? ''}`,
    plain(finding.message),
    ...related.map(
      (other) =>
        `→ ${plain(other.message)} (${plain(other.document)}${other.range ? `:${other.range.start.line}` : ''})`,
    ),
    `${said.advice}: ${plain(finding.advice)}`,
    ...(rewrite === null ? [] : [`${said.rewrite}: ${plain(rewrite)}`]),
    ...(laws.length === 0 ? [] : [`${said.law}: ${laws.join('; ')}`]),
    ...(evidence.length === 0 ? [] : [`${said.proof}: ${evidence.map(plain).join(', ')}`]),
    `${said.level}: ${plain(finding.severityReason)}`,
    ...(decision === null ? [] : [`${said.decided}: ${decision.kind}, ${plain(decision.reason)}`]),
  ].join('\n\n')
}
