import type { Fault, MappedText } from '../model/document.ts'
import { mappedTextBuilder } from '../text/mapped-text.ts'
import { type Cell, readRows, type Separator } from './csv.ts'
import { factKeyOf, isCopyColumn } from './sheet-columns.ts'
import type { Entry, ReadValues, Value } from './values.ts'

/** A sheet as values: one list of rows, each a map by column. */
export interface ReadSheet extends ReadValues {
  /** Whether any column is known to hold copy. */
  readonly hasCopy: boolean
}

/** Faults of one kind are much alike: the first few tell enough. */
const maxFaults = 20
/** Flat files of marketplaces begin with up to three lines about the template. */
const headerLines = 4

/** The mark most often found in the first line; European spreadsheets write semicolons. */
function separatorOf(source: string): Separator {
  const line = source.slice(0, 20_000).split(/\r?\n|\r/, 1)[0] ?? ''
  const count = (mark: Separator) => line.split(mark).length
  const marks: readonly Separator[] = ['\t', ';', ',']
  return marks.reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

/** The line that names most columns of copy, the first of equals. */
function headerAt(rows: readonly (readonly Cell[])[]): number {
  const known = rows.slice(0, headerLines).map((row) => row.filter(({ text }) => isCopyColumn(text.text)).length)
  return Math.max(known.indexOf(Math.max(...known)), 0)
}

/** Shop exports write line ends as `\n`; left in, the letter would stick to the next word. */
function withLineEnds(mapped: MappedText): MappedText {
  if (!mapped.text.includes('\\n')) return mapped
  const builder = mappedTextBuilder()
  for (const run of mapped.runs) {
    let at = run.text.start
    const isLinear = run.text.end - run.text.start === run.source.end - run.source.start
    const sourceAt = (index: number) => run.source.start + (index - run.text.start)
    const text = mapped.text.slice(run.text.start, run.text.end)
    for (const { index } of isLinear ? text.matchAll(/(?:\\r)?\\n/g) : []) {
      const start = run.text.start + index
      const end = mapped.text.startsWith('\\r', start) ? start + 4 : start + 2
      builder.append(mapped.text.slice(at, start), { start: sourceAt(at), end: sourceAt(start) })
      builder.append('\n', { start: sourceAt(start), end: sourceAt(end) })
      at = end
    }
    const start = isLinear ? sourceAt(at) : run.source.start
    builder.append(mapped.text.slice(at, run.text.end), { start, end: run.source.end })
  }
  return builder.build()
}

interface Column {
  readonly name: string
  readonly key: string
}

function rowValue(row: readonly Cell[], columns: readonly Column[]): Value {
  const entries = columns.flatMap(({ key }, index): Entry[] => {
    const own = row[index]
    if (!own || own.text.text.trim() === '') return []
    const value: Value = { kind: 'text', text: withLineEnds(own.text), source: own.source }
    return [{ key, keySource: own.source, value }]
  })
  const source = { start: row[0]?.source.start ?? 0, end: row.at(-1)?.source.end ?? 0 }
  return { kind: 'map', entries, source }
}

const tooWide = (cell: Cell, columns: number): Fault => ({
  code: 'syntax',
  reason: `the row has more cells than the ${columns} columns of the header; put cells that hold commas in quotation marks`,
  source: cell.source,
})

/** Reads an export of a shop: CSV, or text between tabs or semicolons, told by its first line. Offsets are into `source`. */
export function readSheet(source: string): ReadSheet {
  const { rows, faults } = readRows(source, separatorOf(source))
  const at = headerAt(rows)
  const columns = (rows[at] ?? []).map((cell): Column => {
    const name = cell.text.text.trim()
    return { name, key: isCopyColumn(name) ? name : factKeyOf(name) }
  })
  const body = rows.slice(at + 1)
  const wide = body.flatMap((row) => {
    const surplus = row.slice(columns.length).find(({ text }) => text.text.trim() !== '')
    return surplus ? [tooWide(surplus, columns.length)] : []
  })
  const items = body.map((row) => rowValue(row, columns))
  return {
    values: [{ kind: 'list', items, source: { start: 0, end: source.length } }],
    faults: [...faults, ...wide].slice(0, maxFaults),
    comments: [],
    hasCopy: columns.some(({ name }) => isCopyColumn(name)),
  }
}
