import type { Finding, Report } from '../model/report.ts'
import { type Language, severities } from '../model/rule.ts'
import { commandFree, visibleLine } from './escape.ts'
import type { Format } from './format.ts'
import { wordsOf } from './pretty-words.ts'
import { byDocument, severityOf, worstFirst } from './words.ts'

const words = {
  en: {
    title: 'Sales claims',
    none: 'No findings.',
    document: 'Document',
    where: 'Where',
    level: 'Level',
    claim: 'Claim',
    why: 'Why',
    documents: 'documents',
    claims: 'claims',
    known: (n: number) => `${n} known ${n === 1 ? 'finding is' : 'findings are'} in the baseline and not counted.`,
    more: (n: number) => `${n} more findings are in the full report.`,
  },
  zh: {
    title: '营销宣称',
    none: '没有发现问题。',
    document: '文件',
    where: '位置',
    level: '级别',
    claim: '宣称',
    why: '原因',
    documents: '个文件',
    claims: '条宣称',
    known: (n: number) => `基线中有 ${n} 条已知问题，不计入。`,
    more: (n: number) => `完整报告中还有 ${n} 条。`,
  },
} as const satisfies Record<Language, unknown>

/** A job summary larger than a mebibyte is refused whole; bytes are reckoned at three a character. */
const longest = 300_000

/** Text that is only text in Markdown and HTML, mentions nobody, and stays in its table cell. */
const cell = (text: string) =>
  visibleLine(text).replace(/[\\`*_{}[\]()<>#+\-.!|~@&:]/g, (character) =>
    /[<>&@|:]/.test(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`,
  )

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`

const findingRow = (finding: Finding) =>
  row([
    `${finding.range.start.line}:${finding.range.start.column}`,
    severityOf(finding),
    cell(finding.ruleId),
    cell(finding.text),
    cell(`${finding.message} ${finding.advice}`),
  ])

function section(document: string, findings: readonly Finding[], language: Language): string {
  const { where, level, claim, why } = words[language]
  return `\n### ${cell(document)}\n\n${row([where, level, 'Rule', claim, why])}${row(['---', '---', '---', '---', '---'])}${worstFirst(findings).map(findingRow).join('')}`
}

const counts = ({ summary }: Report, language: Language) =>
  `${summary.documents} ${words[language].documents}, ${summary.claims} ${words[language].claims}: ${severities.map((severity) => `${summary.findings[severity]} ${severity}`).join(', ')}`

/** Markdown for job summaries and pull requests: counts, a table a document, cut between documents when it grows too long. */
export const markdown: Format = (report, { language }) => {
  const { title, none, known, more } = words[language]
  const inBaseline = report.summary.known ?? 0
  let text = `## ${title}\n\n${counts(report, language)}\n`
  let left = report.findings.length
  for (const [document, findings] of byDocument(report)) {
    const part = section(document, findings, language)
    if (text.length + part.length > longest) break
    text += part
    left -= findings.length
  }
  const notes = [
    report.findings.length === 0 ? none : '',
    left > 0 ? more(left) : '',
    inBaseline > 0 ? known(inBaseline) : '',
    report.lawCheckedOn === null ? '' : wordsOf[language].disclaimer(cell(report.lawCheckedOn)),
  ]
  return `${text}${notes
    .filter(Boolean)
    .map((note) => `\n${note}\n`)
    .join('')}`
    .split('\n')
    .map(commandFree)
    .join('\n')
}
