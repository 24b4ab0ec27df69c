import { base64, sha256 } from '../text/sha256.ts'
import type { Format } from './format.ts'
import { copy, type Markup, markup, nothing, verbatim } from './html-markup.ts'
import { filesSection, promisesSection, proofsSection } from './html-review.ts'
import { reportScript } from './html-script.ts'
import { findingsSection, ledgerSection, signOffSection } from './html-sections.ts'
import { reportStyle } from './html-style.ts'
import { summarySection } from './html-summary.ts'
import { type View, viewOf } from './html-view.ts'

const hashOf = (text: string) => `'sha256-${base64(sha256(text))}'`

/** Nothing is loaded, sent or run but the one style and the one script of this file. */
const policy = () =>
  `default-src 'none'; script-src ${hashOf(reportScript)}; style-src ${hashOf(reportStyle)}; img-src data:; base-uri 'none'; form-action 'none'`

function head({ words, report }: View): Markup {
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${verbatim(policy())}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${words.title} ${report.asOf}</title>
<link rel="icon" href="data:,">
<style>${verbatim(reportStyle)}</style>
</head>`
}

function pageHeader({ report, words, common, open, page }: View): Markup {
  const { documents, claims, findings } = report.summary
  const total = findings.error + findings.warning + findings.info
  const affected = new Set(open.map(({ document }) => document)).size
  const decided = report.findings.filter(({ decision }) => decision !== null).length
  const known = report.summary.known ?? 0
  const markets = report.markets.length === 0 ? words.allMarkets : report.markets.join(', ')
  const entries: readonly (readonly [label: string, value: string])[] = [
    [words.scope.asOf, report.asOf],
    [words.scope.markets, markets],
    [words.scope.audience, report.audience ?? words.allAudiences],
    [words.scope.documents, String(documents)],
    [words.scope.claims, String(claims)],
    ...(decided === 0 ? [] : ([[words.scope.decided, String(decided)]] as const)),
    ...(known === 0 ? [] : ([[words.scope.known, String(known)]] as const)),
    ...(report.lawCheckedOn === null ? [] : ([[words.scope.lawCheckedOn, report.lawCheckedOn]] as const)),
  ]
  const headline = total === 0 ? words.clean : words.headline({ findings: total, affected, documents })
  return markup`<header><h1>${words.title}</h1><p class="headline">${headline}</p>
<dl>${entries.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${copy(value, page)}</dd></div>`)}</dl>
<p class="aid">${words.aid} ${common.supported}</p></header>`
}

function pageFooter({ report, words, common }: View): Markup {
  const { name, version, rulesVersion } = report.tool
  const disclaimer = report.lawCheckedOn === null ? words.aid : common.disclaimer(report.lawCheckedOn)
  return markup`<footer><p>${disclaimer}</p><p>${words.made} ${name} ${version}${rulesVersion === '' ? nothing : markup` (${rulesVersion})`}</p></footer>`
}

/** One self-contained page for a reviewer: no request, readable without its script, made to be printed and signed. */
export const html: Format = (report, style) => {
  const view = viewOf(report, style)
  const { words } = view
  return `${
    markup`<!doctype html>
<!-- claimlint report -->
<html lang="${words.tag}">
${head(view)}
<body>
<a class="skip" href="#findings">${words.skip}</a>
${pageHeader(view)}
<main>
${summarySection(view)}
${findingsSection(view)}
${proofsSection(view)}
${promisesSection(view)}
${ledgerSection(view)}
${filesSection(view)}
${signOffSection(view)}
</main>
${pageFooter(view)}
<script>${verbatim(reportScript)}</script>
</body>
</html>
`.markup
  }`
}
