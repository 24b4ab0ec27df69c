import type { Finding, Related } from '../model/report.ts'
import { visiblePart } from './escape.ts'
import { copy, copyPart, linked, type Markup, markup, nothing, prose } from './html-markup.ts'
import { decisionKey, type View } from './html-view.ts'
import { severityOf } from './words.ts'

/** The line of the document with the words of the claim marked, its number before it; nothing where the line is empty. */
export function contextOf(finding: Finding, { page, words, common }: View): Markup {
  const { excerpt, range } = finding
  const { line, start, end } = excerpt
  if (line.trim() === '') return nothing
  const part = (from: number, to: number) => copyPart(visiblePart(line, { start: from, end: to }), line, page)
  const marked = markup`${part(0, start)}<mark>${part(start, end)}</mark>${part(end, line.length)}`
  const lastLine = range.end.column === 1 ? range.end.line - 1 : range.end.line
  const runsOn = lastLine > range.start.line ? markup`<span class="faint"> ${common.runsOn(lastLine)}</span>` : nothing
  return markup`<blockquote title="${words.label.context}"><span class="line" aria-hidden="true">${range.start.line}</span><p dir="auto">${marked}${runsOn}</p></blockquote>\n`
}

const placeOf = ({ document, range }: Related, { page }: View) =>
  markup`${copy(document, page)}${range ? markup`:${range.start.line}:${range.start.column}` : nothing}`

function decisionOf({ decision }: Finding, { page, common }: View): Markup[] {
  return decision === null
    ? []
    : [markup`<b>${common.decision[decision.kind]}</b> ${copy(common.decided(decision), page)}`]
}

const lawOf = ({ law }: Finding, { page }: View) =>
  law.map(({ id, citation, url }) => {
    const named = citation === '' ? id : citation
    const tag = named === id ? nothing : markup` <code>${id}</code>`
    return markup`${linked(copy(named, page), url)}${tag}`
  })

const texts = (entries: readonly (string | null)[], view: View): Markup[] =>
  entries.flatMap((entry) => (entry === null || entry.trim() === '' ? [] : [prose(entry, view.page)]))

/** What there is to know and to do, in reading order: a label and its entries. */
function remarksOf(finding: Finding, view: View): (readonly [label: string, entries: readonly Markup[]])[] {
  const { label } = view.words
  const { reasons, related, evidence, advice, rewrite } = finding
  return [
    [label.decision, decisionOf(finding, view)],
    [label.advice, texts([advice], view)],
    [label.rewrite, rewrite === null ? [] : [copy(rewrite, view.page)]],
    [label.law, lawOf(finding, view)],
    [label.related, related.map((each) => markup`${placeOf(each, view)} ${prose(each.message, view.page)}`)],
    [label.reason, reasons.map(({ ruleId, message }) => markup`<code>${ruleId}</code> ${prose(message, view.page)}`)],
    [label.proof, evidence.map((id) => markup`<code>${id}</code>`)],
  ]
}

function remark(label: string, entries: readonly Markup[]): Markup {
  return entries.length === 0
    ? nothing
    : markup`<dt>${label}</dt>${entries.map((entry) => markup`<dd>${entry}</dd>`)}\n`
}

function detailsOf({ severityReason, confidence, fingerprint }: Finding, { words, common, page }: View): Markup {
  const entries: readonly (readonly [label: string, value: Markup])[] = [
    [words.label.level, prose(severityReason, page)],
    [words.confidence.label, markup`${words.confidence[confidence]}`],
    [words.fingerprint, markup`<code>${fingerprint}</code>`],
  ]
  const told = entries.map(([label, value], at) => markup`${at === 0 ? '' : common.list}<b>${label}</b> ${value}`)
  return markup`<details><summary>${words.details}</summary><p>${told}</p></details>`
}

/** Where it stands and by which rule: one small line. */
function metaOf(finding: Finding, { words, common, page }: View): Markup {
  const { verdict, field, range, ruleId } = finding
  return markup`<p class="meta">${verdict === null ? nothing : markup`<b class="verdict">${common.verdict[verdict]}</b>`}<code>${ruleId}</code><span>${words.place(range.start)}</span>${field === null ? nothing : markup`<span>${words.field} ${copy(field, page)}</span>`}${finding.confidence === 'low' ? markup`<span>${common.lowConfidence}</span>` : nothing}</p>\n`
}

/** One finding: what, where, the words in their line, what to do, the law. `number` counts the findings of the report from 1. */
export function findingArticle(finding: Finding, number: number, view: View): Markup {
  const severity = severityOf(finding)
  const remarks = remarksOf(finding, view).map(([label, entries]) => remark(label, entries))
  return markup`<article id="f${number}" class="${severity}${finding.decision === null ? '' : ' decided'}" data-severity="${severity}" data-verdict="${finding.verdict ?? 'none'}" data-family="${finding.family}" data-rule="${finding.ruleId}" data-decision="${decisionKey(finding)}">
<h4><span class="badge">${view.common.severity[severity]}</span> ${prose(finding.message, view.page)}</h4><a class="number" href="#f${number}">${number}</a>
${metaOf(finding, view)}${contextOf(finding, view)}<dl>${remarks}</dl>${detailsOf(finding, view)}</article>
`
}
