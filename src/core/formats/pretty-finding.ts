import type { Finding, LawReference, Related, Verdict } from '../model/report.ts'
import type { Severity } from '../model/rule.ts'
import { displayWidth } from '../text/width.ts'
import { visible, visibleLine } from './escape.ts'
import type { Style } from './format.ts'
import { excerptLines } from './pretty-excerpt.ts'
import { type Words, wordsOf } from './pretty-words.ts'
import { wrapText } from './wrap.ts'

const indent = '  '
const readableColumns = 100 // longer lines of prose are hard to read, however wide the window

/** The level a verdict has when nothing else speaks; another one is explained. */
const usualSeverity: Readonly<Record<Verdict, Severity | null>> = {
  contradicted: 'error',
  expired: 'error',
  banned: 'error',
  unsupported: 'warning',
  vague: 'info',
  cited: null,
  supported: null,
}

const columnsOf = (style: Style) => Math.min(Math.max(style.width, 40), readableColumns) - indent.length

/** The first provision of each market; who wants them all asks `explain`, or another format. */
function lawOf({ law, ruleId }: Finding, { moreLaw }: Words): string[] {
  const first = law.filter(({ market }, at) => law.findIndex((other) => other.market === market) === at)
  const rest = law.length - first.length
  return [...first.map(citationOf), ...(rest > 0 ? [moreLaw(rest, visibleLine(ruleId))] : [])]
}

/** Whether a reader asks why it is at that level: it is not the usual one of its verdict, or a law decided it. */
const needsReason = ({ verdict, severity }: Finding) =>
  verdict === 'banned' || (verdict !== null && usualSeverity[verdict] !== severity)

function headerOf(finding: Finding, style: Style): string {
  const words = wordsOf[style.language]
  const { line, column } = finding.range.start
  const severity = finding.severity ?? 'info'
  const remarks = [
    ...(finding.verdict ? [words.verdict[finding.verdict]] : []),
    ...(finding.confidence === 'low' ? [words.lowConfidence] : []),
    ...(finding.decision ? [words.decision[finding.decision.kind]] : []),
  ]
  return [
    `${indent}${style.paint('strong', `${line}:${column}`)}`,
    style.paint(severity, words.severity[severity]),
    visibleLine(finding.ruleId),
    ...(remarks.length > 0 ? [style.paint('faint', words.bracketed(remarks))] : []),
  ].join(indent)
}

const placeOf = ({ document, range }: Related) =>
  visible(document) + (range ? `:${range.start.line}:${range.start.column}` : '')

const citationOf = ({ id, citation }: LawReference) =>
  citation === '' || citation === id ? visibleLine(id) : `${visibleLine(citation)} [${visibleLine(id)}]`

const textOf = (id: string, message: string) => `${id}  ${visibleLine(message)}`

/** What stands below the excerpt, in reading order: a label and its entries. */
function remarksOf(finding: Finding, words: Words): (readonly [label: string, entries: readonly string[]])[] {
  const { label, list } = words
  return [
    [label.decision, [finding.decision ? visibleLine(words.decided(finding.decision)) : '']],
    [label.reason, finding.reasons.map(({ ruleId, message }) => textOf(visibleLine(ruleId), message))],
    [label.related, finding.related.map((related) => textOf(placeOf(related), related.message))],
    [label.proof, [finding.evidence.map(visibleLine).join(list)]],
    [label.law, lawOf(finding, words)],
    [
      label.level,
      needsReason(finding) ? [words.levelled(finding.severity ?? 'info', visibleLine(finding.severityReason))] : [],
    ],
    [label.advice, [visibleLine(finding.advice)]],
    [label.rewrite, [visibleLine(finding.rewrite ?? '')]],
  ]
}

/** The entries below each other behind their label. */
function remarkLines(label: string, entries: readonly string[], style: Style): string[] {
  const blank = ' '.repeat(displayWidth(label))
  return entries
    .filter((entry) => entry.trim() !== '')
    .flatMap((entry) => wrapText(entry, columnsOf(style) - blank.length))
    .map((line, at) => indent + (at === 0 ? style.paint('faint', label) : blank) + line)
}

/** One finding as lines: where and what, the message, the source line, then what to know and what to do. */
export function findingLines(finding: Finding, style: Style): string[] {
  const excerpt = excerptLines(finding, style)
  return [
    headerOf(finding, style),
    ...wrapText(visibleLine(finding.message), columnsOf(style)).map((line) => indent + line),
    ...(excerpt.length > 0 ? ['', ...excerpt, ''] : []),
    ...remarksOf(finding, wordsOf[style.language]).flatMap(([label, entries]) => remarkLines(label, entries, style)),
  ]
}
