import type { MappedText } from '../model/document.ts'
import { type MappedTextBuilder, mappedTextBuilder } from '../text/mapped-text.ts'

/** A block scalar as the parser found it. */
export interface BlockScalarSource {
  /** The indicators behind the colon: `|`, `>-`, `|2+`. */
  readonly header: string
  /** The lines below the header, their indentation included. */
  readonly body: string
  /** Offset of `body` in the source. */
  readonly offset: number
  /** Columns by which the parent is indented. */
  readonly parentIndent: number
}

/** One line of the body: blanks from `start` to `text`, then its characters up to `end`, then the line end. */
interface Line {
  readonly start: number
  readonly text: number
  readonly end: number
}

/** The text being written: line ends wait until a character follows, because chomping may drop them. */
interface Writing {
  readonly builder: MappedTextBuilder
  readonly source: BlockScalarSource
  waiting: string
  /** Where in the body the last character written ends. */
  written: number
}

const isEmpty = (line: Line) => line.text === line.end

function splitLines(body: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= body.length; ) {
    const found = body.indexOf('\n', start)
    const lineEnd = found === -1 ? body.length : found
    let text = start
    while (body[text] === ' ') text += 1
    const end = found !== -1 && lineEnd > text && body[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd
    lines.push({ start, text, end })
    start = lineEnd + 1
  }
  return lines
}

/** Columns that are indentation: given in the header, or those of the first line that is not empty. */
function indentOf(source: BlockScalarSource, lines: readonly Line[]): number {
  const given = /[1-9]/.exec(source.header)
  if (given) return source.parentIndent + Number(given[0])
  const first = lines.find((line) => !isEmpty(line))
  return first ? first.text - first.start : source.parentIndent
}

/** Index behind the last line that is content; what follows is left to chomping. */
function contentEnd(lines: readonly Line[], indent: number): number {
  let end = lines.length
  for (let line = lines[end - 1]; line && isEmpty(line); line = lines[end - 1]) {
    if (line.text - line.start > indent) break
    end -= 1
  }
  return end
}

/** Writes the waiting line ends and the characters of the body between two offsets. */
function write(writing: Writing, from: number, to: number): void {
  if (from === to) return
  const { builder, source } = writing
  builder.append(writing.waiting, { start: source.offset + writing.written, end: source.offset + from })
  builder.append(source.body.slice(from, to), { start: source.offset + from, end: source.offset + to })
  writing.waiting = ''
  writing.written = to
}

/** Writes line ends that stand at the end of the value. */
function writeEnd(writing: Writing, lineEnds: string): void {
  const { builder, source } = writing
  builder.append(writing.waiting + lineEnds, {
    start: source.offset + writing.written,
    end: source.offset + source.body.length,
  })
}

function writeLiteral(writing: Writing, lines: readonly Line[], indent: number): void {
  for (const [index, line] of lines.entries()) {
    if (index > 0) writing.waiting += '\n'
    write(writing, Math.min(line.start + indent, line.text), line.end)
  }
}

type LineKind = 'first' | 'empty' | 'indented' | 'flush'

function kindOf(line: Line, source: BlockScalarSource, indent: number): LineKind {
  if (line.text - line.start > indent || source.body[line.text] === '\t') return 'indented'
  return isEmpty(line) ? 'empty' : 'flush'
}

/** Line ends between two lines that are not empty, with `empties` empty ones between them. */
function foldedLineEnds(before: LineKind, after: LineKind, empties: number): string {
  if (before === 'first') return '\n'.repeat(empties)
  if (before === 'flush' && after === 'flush') return empties === 0 ? ' ' : '\n'.repeat(empties)
  return '\n'.repeat(empties + 1)
}

/** Single line ends between lines of the same indentation become spaces; more-indented lines keep theirs. */
function writeFolded(writing: Writing, lines: readonly Line[], indent: number): void {
  let before: LineKind = 'first'
  let empties = 0
  for (const line of lines) {
    const kind = kindOf(line, writing.source, indent)
    if (kind === 'empty') {
      empties += 1
      continue
    }
    writing.waiting += foldedLineEnds(before, kind, empties)
    write(writing, Math.min(line.start + indent, line.text), line.end)
    before = kind
    empties = 0
  }
}

/** The value of a literal (`|`) or folded (`>`) block scalar, indentation taken off and its end chomped. */
export function blockScalar(source: BlockScalarSource): MappedText {
  const lines = splitLines(source.body)
  const indent = indentOf(source, lines)
  const end = contentEnd(lines, indent)
  const writing: Writing = { builder: mappedTextBuilder(), source, waiting: '', written: 0 }
  const first = lines.findIndex((line) => !isEmpty(line))
  if (first === -1) {
    if (source.header.includes('+') && source.body) writeEnd(writing, '\n'.repeat(Math.max(1, lines.length - 1)))
    return writing.builder.build()
  }
  for (const line of lines.slice(0, first)) {
    write(writing, Math.min(line.start + indent, line.text), line.text)
    writing.waiting += '\n'
  }
  const content = lines.slice(first, end)
  if (source.header.startsWith('|')) writeLiteral(writing, content, indent)
  else writeFolded(writing, content, indent)
  if (source.header.includes('+')) writeEnd(writing, '\n'.repeat(Math.max(1, lines.length - end)))
  else if (source.header.includes('-')) writeEnd(writing, '')
  else writeEnd(writing, '\n')
  return writing.builder.build()
}
