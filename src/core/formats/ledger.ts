import type { LedgerEntry, LedgerGrouping } from '../model/ledger.ts'
import { type Report, verdicts } from '../model/report.ts'
import type { Language } from '../model/rule.ts'
import { csvCell } from './csv.ts'
import { visibleJson, visibleLine, wellFormed } from './escape.ts'
import type { Style } from './format.ts'
import { toFinding } from './json.ts'
import { type LedgerWords, ledgerWords } from './ledger-words.ts'
import { tableLines } from './table.ts'

/** A ledger to print. */
export interface Ledger {
  readonly report: Report
  readonly entries: readonly LedgerEntry[]
  readonly by: LedgerGrouping
}

type Column = keyof LedgerWords['columns']

const shownColumns: readonly Column[] = ['place', 'rule', 'text', 'values', 'verdict', 'proof', 'owner']

const cells: Readonly<Record<Column, (entry: LedgerEntry, language: Language) => string>> = {
  document: ({ finding }) => finding.document,
  line: ({ finding }) => String(finding.range.start.line),
  place: ({ finding }) => `${finding.document}:${finding.range.start.line}`,
  field: ({ finding }) => finding.field ?? '',
  family: ({ finding }) => finding.family,
  rule: ({ finding }) => finding.ruleId,
  text: ({ finding }) => finding.text,
  values: ({ finding }) => valuesOf(finding.slots),
  verdict: ({ finding }, language) => verdictWords(finding, ledgerWords[language]),
  proof: ({ finding }) => proofOf(finding),
  owner: ({ owner }) => owner ?? '',
  decision: ({ finding }) => (finding.decision ? `${finding.decision.kind}: ${finding.decision.reason}` : ''),
  message: ({ finding }) => finding.message,
  fingerprint: ({ finding }) => finding.fingerprint,
}

/** `2 year, 100 percent`: the values of a claim with their units. */
function valuesOf(slots: LedgerEntry['finding']['slots']): string {
  return Object.entries(slots)
    .filter(([name]) => !name.endsWith('Unit'))
    .map(([name, value]) => {
      const unit = slots[`${name}Unit`]
      return unit === undefined ? String(value) : `${value} ${unit}`
    })
    .join(', ')
}

const verdictWords = ({ verdict, decision }: LedgerEntry['finding'], words: LedgerWords) =>
  [verdict === null ? '' : words.verdict[verdict], decision ? words.decision[decision.kind] : '']
    .filter((part) => part !== '')
    .join(', ')

/** The evidence that was weighed; without any, the facts and documents that decided. */
function proofOf({ evidence, related }: LedgerEntry['finding']): string {
  const places = related.map(({ document, range }) => (range ? `${document}:${range.start.line}` : document))
  return (evidence.length > 0 ? evidence : places).join('; ')
}

const groupOf: Readonly<Record<LedgerGrouping, (entry: LedgerEntry, words: LedgerWords) => string>> = {
  document: ({ finding }) => finding.document,
  family: ({ finding }) => finding.family,
  owner: ({ owner }, words) => owner ?? words.nobody,
  verdict: ({ finding }, words) => (finding.verdict === null ? '' : words.verdict[finding.verdict]),
}

/** The entries by group, groups in the order of their names, those of verdicts the gravest first; entries in reading order. */
function grouped({ entries, by }: Ledger, words: LedgerWords): (readonly [string, readonly LedgerEntry[]])[] {
  const groups = new Map<string, LedgerEntry[]>()
  for (const entry of entries) {
    const name = groupOf[by](entry, words)
    const group = groups.get(name)
    if (group) group.push(entry)
    else groups.set(name, [entry])
  }
  const rank = (name: string) =>
    by === 'verdict' ? verdicts.findIndex((verdict) => words.verdict[verdict] === name) : 0
  return [...groups].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0))
}

/** How many claims there are, and what the ledger is not. */
const closing = ({ entries, report: { asOf, lawCheckedOn } }: Ledger, words: LedgerWords): string[] => [
  words.counted(entries.length, asOf),
  words.supported,
  ...(lawCheckedOn === null ? [] : [words.disclaimer(lawCheckedOn)]),
]

/** The ledger for people at a terminal. */
export function ledgerTable(ledger: Ledger, style: Style): string {
  const words = ledgerWords[style.language]
  const columns = shownColumns.filter((column) => column !== ledger.by)
  const parts = grouped(ledger, words).flatMap(([name, entries]) => [
    style.paint('path', `${visibleLine(name)} (${entries.length})`),
    '',
    ...tableLines(
      columns.map((column) => words.columns[column]),
      entries.map((entry) => columns.map((column) => cells[column](entry, style.language))),
      style,
    ),
    '',
  ])
  return [...parts, ...closing(ledger, words), ''].join('\n')
}

const csvColumns: readonly Column[] = [
  'document',
  'line',
  'field',
  'family',
  'rule',
  'text',
  'values',
  'verdict',
  'proof',
  'owner',
  'decision',
  'message',
  'fingerprint',
]

/** The ledger for spreadsheets: no cell is a formula; column names are English for programs. */
export function ledgerCsv(ledger: Ledger): string {
  const rows = grouped(ledger, ledgerWords.en)
    .flatMap(([, entries]) => entries)
    .map((entry) => csvColumns.map((column) => csvCell(cells[column](entry, 'en'))).join(','))
  return `\ufeff${[csvColumns.join(','), ...rows].join('\r\n')}\r\n`
}

/** The ledger for programs: the claims of the report, each with its owner. */
export function ledgerJson({ report, ...ledger }: Ledger): string {
  const entries = grouped({ report, ...ledger }, ledgerWords.en).flatMap(([, group]) => group)
  const { schemaVersion, asOf, markets, audience } = report
  const claims = entries.map(({ finding, owner }) => ({ ...toFinding(finding), owner }))
  const text = JSON.stringify(
    { schemaVersion, asOf, markets, audience, claims },
    (_key, value) => (typeof value === 'string' ? wellFormed(value) : value),
    2,
  )
  return `${visibleJson(text)}\n`
}

/** The ledger as Markdown tables, to be handed on. */
export function ledgerMarkdown(ledger: Ledger, language: Language): string {
  const words = ledgerWords[language]
  const columns = shownColumns.filter((column) => column !== ledger.by)
  const row = (texts: readonly string[]) => `| ${texts.map(markdownCell).join(' | ')} |`
  const parts = grouped(ledger, words).flatMap(([name, entries]) => [
    `## ${markdownCell(name)} (${entries.length})`,
    '',
    row(columns.map((column) => words.columns[column])),
    row(columns.map(() => '---')),
    ...entries.map((entry) => row(columns.map((column) => cells[column](entry, language)))),
    '',
  ])
  return [`# ${words.title}`, '', ...parts, closing(ledger, words).join('\n\n'), ''].join('\n')
}

/** Text in which Markdown sees no markup. */
const markdownCell = (text: string) => visibleLine(text).replace(/[\\`*_[\]|<>&#~]/g, '\\$&')
