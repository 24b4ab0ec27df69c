import type { Place, Span } from '../model/span.ts'

/** Where the lines of a source stand: 0-based UTF-16 offsets, in order, at least one line. */
export interface LineIndex {
  /** Of the first character of each line. */
  readonly starts: readonly number[]
  /** Just behind the last character of each line, its line break not counted. */
  readonly ends: readonly number[]
}

/** Finds the lines of a source. A line ends at LF, CRLF or a lone CR, as in Markdown and YAML 1.2; not at U+2028. */
export function lineIndex(source: string): LineIndex {
  const starts = [0]
  const ends: number[] = []
  for (const lineBreak of source.matchAll(/\r\n?|\n/g)) {
    ends.push(lineBreak.index)
    starts.push(lineBreak.index + lineBreak[0].length)
  }
  ends.push(source.length)
  return { starts, ends }
}

/** 0-based number of the line that holds `offset`; a line break belongs to the line it ends. */
function lineNumberAt(index: LineIndex, offset: number): number {
  let low = 0
  let high = index.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((index.starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The line and column of an offset. The column counts UTF-16 units from 1, a byte-order mark included:
 *  behind one, the first character of the file has column 2. */
export function placeAt(index: LineIndex, offset: number): Place {
  const line = lineNumberAt(index, offset)
  return { line: line + 1, column: offset - (index.starts[line] ?? 0) + 1, offset }
}

/** The line that holds `offset`, its line break not counted. */
export function lineSpanAt(index: LineIndex, offset: number): Span {
  const line = lineNumberAt(index, offset)
  const start = index.starts[line] ?? 0
  return { start, end: index.ends[line] ?? start }
}
