import type { Finding, Report } from '../model/report.ts'
import { verdicts } from '../model/report.ts'
import { severities } from '../model/rule.ts'
import { visibleLine, visiblePath } from './escape.ts'
import type { Format, Style } from './format.ts'
import { findingLines } from './pretty-finding.ts'
import { wordsOf } from './pretty-words.ts'
import { shownFindings } from './shown-findings.ts'
import { wrapText } from './wrap.ts'

function byDocument(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(finding.document)
    if (group) group.push(finding)
    else groups.set(finding.document, [finding])
  }
  return groups
}

function documentLines(path: string, findings: readonly Finding[], style: Style): string[] {
  return [
    style.paint('path', visiblePath(path)),
    '',
    ...findings.flatMap((finding) => [...findingLines(finding, style), '']),
  ]
}

/** Documents, claims and findings by severity, or that there is nothing to mend. */
function totalsOf({ summary }: Report, style: Style): string {
  const words = wordsOf[style.language]
  const found = severities
    .map((severity) => [severity, summary.findings[severity]] as const)
    .filter(([, count]) => count > 0)
  const colon = style.language === 'zh' ? '：' : ': '
  const decided = summary.decided > 0 ? words.list + words.decidedCount(summary.decided) : ''
  return words.audited(summary) + colon + (found.length > 0 ? words.counted(found) : words.nothing) + decided
}

function summaryLines(report: Report, style: Style): string[] {
  const words = wordsOf[style.language]
  const counts = verdicts
    .filter((verdict) => report.summary.verdicts[verdict] > 0)
    .map((verdict) => `${report.summary.verdicts[verdict]} ${words.verdict[verdict]}`)
  const scope = {
    asOf: visibleLine(report.asOf),
    markets: visibleLine(report.markets.join(', ')),
    audience: visibleLine(report.audience ?? ''),
  }
  const known = report.summary.known ?? 0
  const small = [
    ...(known > 0 ? [words.knownCount(known)] : []),
    ...(counts.length > 0 ? [words.verdicts(counts)] : []),
    words.scope(scope),
    ...(report.summary.verdicts.supported > 0 ? [words.supported] : []),
    ...(report.lawCheckedOn === null ? [] : [words.disclaimer(visibleLine(report.lawCheckedOn))]),
  ]
  const wrapped = (text: string) => wrapText(text, Math.max(style.width, 40))
  return [
    ...wrapped(totalsOf(report, style)).map((line) => style.paint('strong', line)),
    ...small.flatMap(wrapped).map((line) => style.paint('faint', line)),
  ]
}

/** For people at a terminal: the findings by document with the words underlined, then a summary. */
export const pretty: Format = (report, style) => {
  const documents = [...byDocument(shownFindings(report, style))]
  const lines = documents.flatMap(([path, findings]) => documentLines(path, findings, style))
  return [...lines, ...summaryLines(report, style)].map((line) => `${line.trimEnd()}\n`).join('')
}
