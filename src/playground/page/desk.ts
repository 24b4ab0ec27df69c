import type { Finding, Report } from '../../core/model/report.ts'
import type { Language } from '../../core/model/rule.ts'
import { insert } from './box.ts'
import { wishOf } from './choices.ts'
import { byId } from './dom.ts'
import type { Answer, Question } from './engine.ts'
import { findingCard } from './finding-card.ts'
import { paint } from './ink.ts'
import { moved, type Underline, underlinesOf } from './underlines.ts'
import { pageWords } from './words.ts'

/** Milliseconds without a keystroke before the text is read. */
const pause = 200

/** What the page shows, and how it asks the engine. */
export interface Desk {
  readonly copy: HTMLTextAreaElement
  readonly ask: (question: Question) => void
  language: Language
  engine: 'preparing' | 'ready' | 'failed'
  /** Number of the last question; an answer to an older one is out of date. */
  asked: number
  timer: number
  /** The text as painted, and what is underlined in it. */
  painted: string
  underlines: readonly Underline[]
  findings: readonly Finding[]
}

/** A desk with nothing on it. */
export const newDesk = (copy: HTMLTextAreaElement, language: Language, ask: Desk['ask']): Desk => ({
  copy,
  ask,
  language,
  engine: 'preparing',
  asked: 0,
  timer: 0,
  painted: '',
  underlines: [],
  findings: [],
})

const statusOf = ({ language }: Desk) => pageWords[language].status

/** Says how things stand, also to screen readers. */
export function tell({ engine }: Desk, text: string, kind: 'told' | 'fault' = 'told'): void {
  const status = byId('status', HTMLElement)
  if (status.textContent !== text) status.textContent = text
  status.classList.toggle('fault', kind === 'fault')
  status.dataset['state'] = engine
}

function repaint(desk: Desk, underlines: readonly Underline[]): void {
  const text = desk.copy.value
  desk.underlines = underlines
  desk.painted = text
  const layer = document.querySelector('.ink')
  if (layer) paint(layer, text, underlines)
}

/** Has the text read as it stands. */
export function look(desk: Desk): void {
  if (desk.engine === 'preparing') tell(desk, statusOf(desk).preparing)
  if (desk.engine !== 'ready') return
  const wish = wishOf(desk.language)
  desk.asked += 1
  if (wish === null) {
    show(desk, [])
    tell(desk, statusOf(desk).empty)
  } else desk.ask({ number: desk.asked, wish })
}

/** Keeps the underlines where they belong and has the text read when nobody types. */
export function lookSoon(desk: Desk): void {
  repaint(desk, moved(desk.underlines, desk.painted, desk.copy.value))
  window.clearTimeout(desk.timer)
  desk.timer = window.setTimeout(() => look(desk), pause)
}

/** Takes an answer of the engine. */
export function hear(desk: Desk, answer: Answer): void {
  if ('ready' in answer) {
    desk.engine = 'ready'
    look(desk)
  } else if ('report' in answer) {
    if (answer.number === desk.asked) showReport(desk, answer.report)
  } else {
    if (answer.number === null) desk.engine = 'failed'
    if (answer.number === null || answer.number === desk.asked) {
      tell(desk, statusOf(desk).failed(answer.fault), 'fault')
    }
  }
}

function showReport(desk: Desk, report: Report): void {
  const { findings, summary, tool, lawCheckedOn } = report
  show(desk, findings)
  // Whoever looks into the page finds the report as it came: tests do.
  Object.assign(byId('findings', HTMLElement), { report })
  const { version, status } = pageWords[desk.language]
  tell(desk, findings.length === 0 ? status.clean(summary.claims) : status.found(summary.findings))
  byId('version', HTMLElement).textContent = version(tool.rulesVersion.slice(0, 8), lawCheckedOn ?? '')
}

function show(desk: Desk, findings: readonly Finding[]): void {
  desk.findings = findings
  repaint(desk, underlinesOf(findings))
  const actions = { show: (finding: Finding) => point(desk, finding), take: (finding: Finding) => take(desk, finding) }
  const cards = findings.map((finding, index) => findingCard(finding, index, pageWords[desk.language], actions))
  byId('findings', HTMLElement).replaceChildren(...cards)
  markCurrent(desk)
}

/** Selects the words of a finding in the text. */
function point(desk: Desk, { range }: Finding): void {
  desk.copy.focus({ preventScroll: true })
  desk.copy.setSelectionRange(range.start.offset, range.end.offset)
  markCurrent(desk)
  document.querySelector('.ink mark.current')?.scrollIntoView({ block: 'center' })
}

/** Puts the rewording where the words stand. */
function take({ copy }: Desk, { range, rewrite }: Finding): void {
  copy.setSelectionRange(range.start.offset, range.end.offset)
  insert(copy, rewrite ?? '')
}

/** Shows which findings the caret stands in. */
export function markCurrent({ copy, findings }: Desk): void {
  const isFocused = document.activeElement === copy
  const isHere = (finding: Finding | undefined) => {
    const [start = 0, end = 0] = [finding?.range.start.offset, finding?.range.end.offset]
    return start < end && start <= copy.selectionStart && copy.selectionEnd <= end
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-finding]')) {
    element.classList.toggle('current', isFocused && isHere(findings[Number(element.dataset['finding'])]))
  }
}
