import type { Finding } from '../model/report.ts'
import { verdicts } from '../model/report.ts'
import { severities } from '../model/rule.ts'
import { type Markup, markup } from './html-markup.ts'
import { decisionKey, familyName, groupedBy, type View } from './html-view.ts'
import { type FilterName, filterNames } from './html-words.ts'
import { severityOf } from './words.ts'

/** What one of the lists offers: the value the findings carry, what it is called, how many there are. */
type Choice = readonly [value: string, label: string, count: number]

const byName = ([, one]: Choice, [, other]: Choice) => (one < other ? -1 : one > other ? 1 : 0)

/** The values of one kind that occur, with their names. */
function choicesBy(view: View, keyOf: (finding: Finding) => string, nameOf: (key: string) => string): Choice[] {
  return [...groupedBy(view.findings, keyOf)].map(([key, group]): Choice => [key, nameOf(key), group.length])
}

const inOrder = (choices: readonly Choice[], order: readonly string[]) =>
  [...choices].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))

function choicesOf(view: View): Readonly<Record<FilterName, readonly Choice[]>> {
  const { common, words } = view
  const names: Readonly<Record<string, string>> = {
    ...common.severity,
    ...common.verdict,
    ...common.decision,
    open: words.open,
    none: words.noClaim,
  }
  const named = (key: string) => names[key] ?? key
  const documents = [...view.groups].map(([path, group], at): Choice => [String(at + 1), path, group.length])
  return {
    severity: inOrder(choicesBy(view, severityOf, named), severities),
    verdict: inOrder(
      choicesBy(view, ({ verdict }) => verdict ?? 'none', named),
      [...verdicts, 'none'],
    ),
    family: choicesBy(
      view,
      ({ family }) => family,
      (key) => familyName(key, view),
    ).sort(byName),
    document: documents,
    rule: choicesBy(
      view,
      ({ ruleId }) => ruleId,
      (key) => key,
    ).sort(byName),
    decision: choicesBy(view, decisionKey, named).sort(byName),
  }
}

function chooser(name: FilterName, choices: readonly Choice[], { words }: View): Markup {
  const options = choices.map(([value, label, count]) => markup`<option value="${value}">${label} (${count})</option>`)
  return markup`<label><span>${words.filter[name]}</span><select name="${name}"><option value="">${words.filter.any}</option>${options}</select></label>\n`
}

/** The controls that narrow the findings: hidden until the script is there to serve them. */
export function filterForm(view: View): Markup {
  const { words, findings, open } = view
  const names = filterNames.filter((name) => name !== 'decision' || open.length < findings.length)
  const choices = choicesOf(view)
  const { text, reset } = words.filter
  return markup`<form id="filter" role="search" aria-label="${words.head.filter}" data-shown="${words.shown}" data-some="${words.some}" data-all="${findings.length}" hidden>
<div class="controls"><label class="wide"><span>${text}</span><input type="search" name="text" autocomplete="off" spellcheck="false"></label>
${names.map((name) => chooser(name, choices[name], view))}<button type="reset">${reset}</button></div>
<output aria-live="polite"></output></form>`
}
