import type { Finding } from '../model/report.ts'
import { filterForm } from './html-filter.ts'
import { contextOf, findingArticle } from './html-finding.ts'
import { copy, type Markup, markup, nothing, prose } from './html-markup.ts'
import { coverage } from './html-review.ts'
import type { View } from './html-view.ts'

/** The style reckons with less room for so many findings, until they are drawn. */
const fewFindings = 6

function documentGroup(path: string, articles: readonly Markup[], id: number, { words, page }: View): Markup {
  return markup`<details class="document${articles.length <= fewFindings ? ' few' : ''}" id="d${id}" open><summary><h3>${copy(path, page)}</h3> <span class="count">${words.counted(articles.length)}</span></summary>
${articles}</details>
`
}

/** Every finding, by document. */
export function findingsSection(view: View): Markup {
  const { words, findings } = view
  let number = 0
  const groups = [...view.groups].map(([path, group], at) => {
    const articles = group.map((finding) => {
      number += 1
      return findingArticle(finding, number, view)
    })
    return documentGroup(path, articles, at + 1, view)
  })
  const none = markup`<p>${words.clean}.</p>`
  const list = markup`${filterForm(view)}<p id="none" hidden>${words.filter.none}</p>\n<div id="list">${groups}</div>`
  return markup`<section aria-labelledby="findings"><h2 id="findings" tabindex="-1">${words.head.findings}</h2>
${findings.length === 0 ? none : list}</section>`
}

function proofOf({ evidence, related, verdict }: Finding, { words, page }: View): Markup {
  const entries = [
    ...evidence.map((id) => markup`<li><code>${id}</code></li>`),
    ...related.map(({ document, message }) => markup`<li>${copy(document, page)} ${prose(message, page)}</li>`),
  ]
  if (entries.length > 0) return markup`<ul>${entries}</ul>`
  return verdict === 'cited' ? markup`${words.ledger.inCopy}` : nothing
}

function claimRow(claim: Finding, view: View): Markup {
  const { common, page, words } = view
  const { verdict, document, range, ruleId } = claim
  const place = markup`${copy(document, page)}${common.list}${words.place(range.start)}`
  return markup`<tr><td>${contextOf(claim, view)}<p class="meta"><code>${ruleId}</code><span>${place}</span></p></td><td>${verdict === null ? nothing : common.verdict[verdict]}</td><td>${proofOf(claim, view)}</td></tr>
`
}

/** The claims that need no action, with their proof; when the audit did not list them, how to get them. */
export function ledgerSection(view: View): Markup {
  const { report, words } = view
  const { claim, verdict, proof, intro, none, notAsked } = words.ledger
  const claims = report.review?.claims ?? report.claims
  const sound = claims?.filter((each) => each.verdict === 'supported' || each.verdict === 'cited') ?? []
  const table = markup`<p>${intro}</p><div class="card"><table class="ledger"><thead><tr><th scope="col">${claim}</th><th scope="col">${verdict}</th><th scope="col">${proof}</th></tr></thead>
<tbody>${sound.map((each) => claimRow(each, view))}</tbody></table></div>`
  const without = markup`<p>${claims === null ? notAsked : none}</p>`
  return markup`<section aria-labelledby="ledger"><h2 id="ledger">${words.head.ledger}</h2>
${sound.length > 0 ? table : without}</section>`
}

/** Lines for a person to sign on. */
export function signOffSection(view: View): Markup {
  const { words, common, report } = view
  const scope = common.scope({
    asOf: report.asOf,
    markets: report.markets.join(', '),
    audience: report.audience ?? '',
  })
  const box = markup`<span class="box" aria-hidden="true"></span>`
  return markup`<section class="sign-off" aria-labelledby="sign-off"><h2 id="sign-off">${words.head.signOff}</h2>
<p class="faint">${scope}</p>${coverage(view)}<p>${words.statement}</p>
<ul>${words.outcomes.map((outcome) => markup`<li>${box}${outcome}</li>`)}</ul>
<dl>${words.lines.map((line) => markup`<div><dt>${line}</dt><dd></dd></div>`)}<div class="remarks"><dt>${words.remarks}</dt><dd></dd></div></dl></section>`
}
