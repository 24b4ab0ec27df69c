import type { Span } from '../model/span.ts'
import { endBlock, type Flow } from './flow.ts'
import { type Inline, inlineParts, writeInlineParts } from './markdown-inline.ts'

/** A cell of a table that is read without the parser. */
export interface PlainCell {
  /** Offset of the pipe before it in the text. */
  readonly at: number
  readonly parts: readonly Inline[]
}

const rowLine = /\|[^\r\n\\\t\0\ufeff]*\|(?=\r?\n|$)/y
const delimiterRow = /^\|(?: *:?-+:? *\|)+$/

/** The line at `at` if it is a row from pipe to pipe; null: it is none. */
function rowAt(text: string, at: number): Span | null {
  rowLine.lastIndex = at
  return rowLine.test(text) ? { start: at, end: rowLine.lastIndex } : null
}

const pipesIn = (text: string, { start, end }: Span) => text.slice(start, end).split('|').length - 1

/** The words between two pipes, without the spaces around them. */
function wordsBetween(text: string, { start, end }: Span): Span {
  let from = start
  let until = end
  while (from < until && text[from] === ' ') from += 1
  while (until > from && text[until - 1] === ' ') until -= 1
  return { start: from, end: until }
}

function cellsOf(text: string, row: Span): PlainCell[] | null {
  const cells: PlainCell[] = []
  for (let at = row.start; at < row.end - 1; ) {
    const next = text.indexOf('|', at + 1)
    const parts = inlineParts(text, wordsBetween(text, { start: at + 1, end: next }))
    if (parts === null) return null
    cells.push({ at, parts })
    at = next
  }
  return cells
}

/** Where the line behind one that ends at `end` begins. */
const behindLine = (text: string, end: number) => end + (text[end] === '\r' ? 2 : 1)

/** A table from pipe to pipe that begins at `at`: its lines but the delimiters, and where it ends. */
function tableLines(text: string, at: number): { readonly lines: readonly Span[]; readonly end: number } | null {
  const header = rowAt(text, at)
  const delimiters = header && rowAt(text, behindLine(text, header.end))
  if (!delimiters || !delimiterRow.test(text.slice(delimiters.start, delimiters.end))) return null
  const lines = [header]
  let last = delimiters
  for (let row = rowAt(text, behindLine(text, last.end)); row; row = rowAt(text, behindLine(text, last.end))) {
    lines.push(row)
    last = row
  }
  const pipes = pipesIn(text, delimiters)
  return lines.every((line) => pipesIn(text, line) === pipes) ? { lines, end: last.end } : null
}

/** The rows of a table, first its header, of which every line goes from pipe to pipe with as many cells; null: only the parser knows. */
export function tableRows(
  text: string,
  at: number,
): { readonly rows: readonly (readonly PlainCell[])[]; readonly end: number } | null {
  const table = tableLines(text, at)
  if (table === null) return null
  const rows: PlainCell[][] = []
  for (const line of table.lines) {
    const cells = cellsOf(text, line)
    if (cells === null) return null
    rows.push(cells)
  }
  return { rows, end: table.end }
}

/** Adds a table to the flow, a block for each row. */
export function writeTable(flow: Flow, rows: readonly (readonly PlainCell[])[], text: string, shift: number): void {
  const { kind } = flow
  flow.kind = 'row'
  rows.forEach((row, number) => {
    row.forEach(({ at, parts }, index) => {
      if (index > 0) flow.writer.nextCell({ start: at + shift, end: at + shift + 1 })
      writeInlineParts(flow, parts, text, shift)
    })
    const cells = endBlock(flow, 'row')
    if (number === 0) flow.header = cells.filter((cell) => cell !== '')
  })
  flow.header = []
  flow.kind = kind
}
