import type { Finding } from '../../core/model/report.ts'
import { make } from './dom.ts'
import type { PageWords } from './words.ts'

/** What a reader can do with a finding. */
export interface CardActions {
  readonly show: (finding: Finding) => void
  readonly take: (finding: Finding) => void
}

/** One finding of the list. `index` counts from 0. */
export function findingCard(finding: Finding, index: number, words: PageWords, actions: CardActions): HTMLLIElement {
  const severity = finding.severity ?? 'info'
  const { ruleId, verdict, range } = finding
  const title = make('h3', {}, make('span', { class: 'badge' }, words.severity[severity]), finding.message)
  const card = make('article', { class: severity }, title)
  const about = quoted(finding)
  if (about !== '') card.append(placeButton(finding, about, words, actions))
  card.append(remarks(finding, words, actions))
  const said = verdict === null ? [] : [words.verdict[verdict], ' · ']
  card.append(make('p', { class: 'small' }, ...said, make('code', {}, ruleId), ` · ${words.show(range.start.line)}`))
  return make('li', { 'data-finding': String(index), 'data-rule': ruleId }, card)
}

/** The words on their line; nothing for what a page leaves out. */
function quoted({ excerpt, family }: Finding): string {
  return family === 'omission' ? '' : excerpt.line.slice(excerpt.start, excerpt.end)
}

function placeButton(finding: Finding, text: string, words: PageWords, { show }: CardActions): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'place', title: words.show(finding.range.start.line) }, text)
  button.addEventListener('click', () => show(finding))
  return button
}

function remarks(finding: Finding, words: PageWords, { take }: CardActions): HTMLDListElement {
  const list = make('dl', {})
  const add = (label: string, entries: readonly (Node | string)[]) => {
    if (entries.length > 0) list.append(make('dt', {}, label), ...entries.map((entry) => make('dd', {}, entry)))
  }
  add(words.label.advice, finding.advice.trim() === '' ? [] : [finding.advice])
  if (finding.rewrite !== null) {
    const button = make('button', { type: 'button' }, words.take)
    button.addEventListener('click', () => take(finding))
    list.append(make('dt', {}, words.label.rewrite), make('dd', {}, finding.rewrite, button))
  }
  add(words.label.law, finding.law.length === 0 ? [] : [lawLine(finding)])
  add(
    words.label.related,
    finding.related.map(({ document, range, message }) => {
      const place = range === null ? document : `${document}:${range.start.line}`
      return `${place} ${message}`
    }),
  )
  add(
    words.label.reason,
    finding.reasons.map(({ message }) => message),
  )
  add(words.label.level, finding.severityReason === '' ? [] : [finding.severityReason])
  return list
}

/** Most findings cite several provisions: they share a line. */
function lawLine({ law }: Finding): HTMLSpanElement {
  return make('span', {}, ...law.flatMap((each, index) => [index === 0 ? '' : ' · ', lawLink(each)]))
}

function lawLink({ id, citation, url }: Finding['law'][number]): Node | string {
  const named = citation === '' ? id : citation
  if (url === null || !/^https?:/.test(url)) return named
  return make('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, named)
}
