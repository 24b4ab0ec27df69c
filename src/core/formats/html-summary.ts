import { type Finding, verdicts } from '../model/report.ts'
import { type Severity, severities } from '../model/rule.ts'
import { copy, type Markup, markup, nothing } from './html-markup.ts'
import { familyName, groupedBy, type View } from './html-view.ts'
import { severityOf } from './words.ts'

const listedDocuments = 12

/** One row of a chart: what is counted, and how many of each kind, drawn as one bar. */
interface Row {
  readonly label: Markup
  readonly parts: readonly (readonly [kind: string, count: number])[]
}

const totalOf = ({ parts }: Row) => parts.reduce((sum, [, count]) => sum + count, 0)

/** A bar as long as its share of `most`, of one piece per kind. Units: hundredths of the longest bar. */
function bar({ parts }: Row, most: number): Markup {
  let x = 0
  const pieces = parts.map(([kind, count]) => {
    const width = most === 0 ? 0 : Math.round((count / most) * 10000) / 100
    const piece =
      count === 0 ? nothing : markup`<rect class="${kind}" x="${x.toFixed(2)}" width="${width}" height="8"/>`
    x += width
    return piece
  })
  return markup`<svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none">${pieces}</svg>`
}

/** A chart that is a table: numbers to read, bars to see. */
function chart(caption: string, columns: readonly string[], rows: readonly Row[]): Markup {
  const most = Math.max(...rows.map(totalOf), 0)
  const stacked = columns.length > 2
  const cells = (row: Row) =>
    stacked ? row.parts.map(([kind, count]) => markup`<td class="${count === 0 ? 'zero' : kind}">${count}</td>`) : []
  const heads = columns.slice(1).map((column) => markup`<th scope="col">${column}</th>`)
  const line = (row: Row) =>
    markup`<tr><th scope="row">${row.label}</th>${cells(row)}<td class="bar">${bar(row, most)}<b>${totalOf(row)}</b></td></tr>\n`
  return markup`<table class="chart"><caption>${caption}</caption><thead><tr><th scope="col">${columns[0] ?? ''}</th>${heads}</tr></thead>
<tbody>${rows.map(line)}</tbody></table>`
}

const bySeverity = (findings: readonly Finding[]): Row['parts'] =>
  severities.map((severity) => [severity, findings.filter((finding) => severityOf(finding) === severity).length])

/** Rows by severity of groups of findings, the gravest first. */
function severityRows(groups: ReadonlyMap<string, readonly Finding[]>, label: (key: string) => Markup): Row[] {
  const rows = [...groups].map(([key, findings]) => ({ label: label(key), parts: bySeverity(findings) }))
  const weight = ({ parts }: Row, at: number) => parts[at]?.[1] ?? 0
  return rows.sort((a, b) => weight(b, 0) - weight(a, 0) || weight(b, 1) - weight(a, 1) || weight(b, 2) - weight(a, 2))
}

const severityChart = ({ report, words, common }: View) =>
  chart(
    words.chart.severity,
    [words.filter.severity, words.chart.count],
    severities.map((severity) => ({
      label: markup`${common.severity[severity]}`,
      parts: [[severity, report.summary.findings[severity]]],
    })),
  )

const verdictChart = ({ report, words, common }: View) =>
  chart(
    words.chart.verdict,
    [words.filter.verdict, words.chart.claims],
    verdicts.map((verdict) => ({
      label: markup`${common.verdict[verdict]}`,
      parts: [[verdict, report.summary.verdicts[verdict]]],
    })),
  )

const severityColumns = ({ common, words }: View, first: string) => [
  first,
  ...severities.map((severity: Severity) => common.severity[severity]),
  words.chart.share,
]

function familyChart(view: View): Markup {
  const families = groupedBy(view.open, ({ family }) => family)
  const rows = severityRows(families, (family) => markup`${familyName(family, view)}`)
  return chart(view.words.chart.family, severityColumns(view, view.words.filter.family), rows)
}

function documentCharts(view: View): Markup {
  const ids = new Map([...view.groups.keys()].map((path, at) => [path, at + 1]))
  const rows = severityRows(
    groupedBy(view.open, ({ document }) => document),
    (path) => markup`<a href="#d${ids.get(path) ?? 0}">${copy(path, view.page)}</a>`,
  )
  const { chart: heads, filter, moreDocuments } = view.words
  const columns = severityColumns(view, filter.document)
  const rest = rows.slice(listedDocuments)
  const more = markup`<details><summary>${moreDocuments(rest.length)}</summary>${chart(moreDocuments(rest.length), columns, rest)}</details>`
  return markup`${chart(heads.document, columns, rows.slice(0, listedDocuments))}${rest.length > 0 ? more : nothing}`
}

/** The counts by severity, verdict, family and document: tables with bars. */
export function summarySection(view: View): Markup {
  const { words, findings, open, report } = view
  const unlisted = report.findings.length - findings.length
  const detailed = markup`<div class="all">${familyChart(view)}</div><div class="all">${documentCharts(view)}</div>`
  return markup`<section aria-labelledby="summary"><h2 id="summary">${words.head.summary}</h2>
<div class="charts"><div>${severityChart(view)}</div><div>${verdictChart(view)}</div>${open.length > 0 ? detailed : nothing}</div>
${unlisted > 0 ? markup`<p class="faint">${words.quiet(unlisted)}</p>` : nothing}</section>`
}
