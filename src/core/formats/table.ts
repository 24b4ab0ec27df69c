import { displayWidth, headWithin } from '../text/width.ts'
import { commandFree, visibleLine } from './escape.ts'
import type { Style } from './format.ts'

const widestCell = 44

/** Cells in columns below a bold header; long cells but the first and the last are cut, and what they hold can do nothing to a terminal. */
export function tableLines(header: readonly string[], rows: readonly (readonly string[])[], style: Style): string[] {
  const shown = rows.map((row) =>
    row.map((cell, at) => (at === 0 || at === header.length - 1 ? visibleLine(cell) : cut(visibleLine(cell)))),
  )
  const widths = header.map((head, at) => Math.max(...[head, ...shown.map((row) => row[at] ?? '')].map(displayWidth)))
  const line = (row: readonly string[]) =>
    commandFree(
      row
        .map((cell, at) => cell + ' '.repeat(Math.max((widths[at] ?? 0) - displayWidth(cell), 0)))
        .join('  ')
        .trimEnd(),
    )
  return [style.paint('strong', line(header)), ...shown.map(line)]
}

const cut = (text: string) => (displayWidth(text) <= widestCell ? text : `${headWithin(text, widestCell - 1)}…`)
