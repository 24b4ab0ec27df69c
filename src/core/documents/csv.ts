import type { Fault, MappedText } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { identityText, mappedTextBuilder } from '../text/mapped-text.ts'

/** One cell of a sheet; `source` takes in its quotes. */
export interface Cell {
  readonly text: MappedText
  readonly source: Span
}

/** The rows of a sheet, empty lines left out, and what could not be read. */
export interface ReadRows {
  readonly rows: readonly (readonly Cell[])[]
  readonly faults: readonly Fault[]
}

export type Separator = ',' | ';' | '\t'

/** A cell and where the next character stands. */
interface ReadCell {
  readonly cell: Cell
  readonly end: number
  readonly isOpen: boolean
}

/**
 * Reads comma- or tab-separated text as RFC 4180 has it: quoted cells may hold separators, line ends and doubled quotes.
 * Offsets are into `source`. Never throws; a quote that is never closed is a fault and its cell goes to the end.
 */
export function readRows(source: string, separator: Separator): ReadRows {
  const rows: Cell[][] = []
  const faults: Fault[] = []
  let at = source.startsWith('\ufeff') ? 1 : 0
  let row: Cell[] = []
  while (at < source.length) {
    const { cell, end, isOpen } = readCell(source, at, separator)
    if (isOpen) faults.push(openQuote(at))
    row.push(cell)
    at = end
    if (source[at] === separator && at < source.length) {
      at += 1
      if (at === source.length) row.push({ text: identityText('', at), source: { start: at, end: at } })
      else continue
    }
    if (source[at] === '\r' && source[at + 1] === '\n') at += 2
    else at += 1
    if (row.some(({ text }) => text.text.trim() !== '')) rows.push(row)
    row = []
  }
  return { rows, faults }
}

function readCell(source: string, start: number, separator: Separator): ReadCell {
  if (source[start] === '"') return readQuoted(source, start, separator)
  const end = endOfCell(source, start, separator)
  return { cell: { text: identityText(source.slice(start, end), start), source: { start, end } }, end, isOpen: false }
}

function endOfCell(source: string, start: number, separator: Separator): number {
  let end = start
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1
  return end
}

/** Characters behind the closing quote belong to the cell, as spreadsheets read them. */
function readQuoted(source: string, start: number, separator: Separator): ReadCell {
  const text = mappedTextBuilder()
  let from = start + 1
  for (;;) {
    const quote = source.indexOf('"', from)
    const isOpen = quote === -1
    const stop = isOpen ? source.length : quote
    text.append(source.slice(from, stop), { start: from, end: stop })
    if (!isOpen && source[quote + 1] === '"') {
      text.append('"', { start: quote, end: quote + 2 })
      from = quote + 2
      continue
    }
    const end = isOpen ? stop : endOfCell(source, quote + 1, separator)
    if (!isOpen) text.append(source.slice(quote + 1, end), { start: quote + 1, end })
    return { cell: { text: text.build(), source: { start, end } }, end, isOpen }
  }
}

const openQuote = (start: number): Fault => ({
  code: 'syntax',
  reason: 'the quotation mark that opens this cell is never closed; close it, and double the marks inside a cell',
  source: { start, end: start + 1 },
})
