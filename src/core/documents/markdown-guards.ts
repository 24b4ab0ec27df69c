import type { FaultCode } from '../model/document.ts'
import { atxHeading, type Line, linesOf, thematicBreak } from './markdown-lines.ts'

/*
 * The parser's cost grows with the square, and its stack with the depth, of some texts that nobody writes.
 * What is refused here is a fault of its own; the rest of the document is read.
 */

/** UTF-16 units of one part that cannot be cut (no blank line before column 0). */
export const longestPart = 262_144
/** Quotes and lists inside each other. */
const deepestContainer = 100
/** `*` and `_` side by side. */
const longestRun = 200
/** Runs of `*`, `_`, `~`, closing brackets, `<!` and `[^` in one paragraph. */
const mostMarks = 3000
/** Lines of only `-` or `=` in one part: each makes a heading of all before it. */
const mostUnderlines = 500
/** Lines times the quotes and lists inside each other: each line asks each of them whether it goes on. */
const mostContinued = 200_000

/** Why a part of a document is not parsed. */
export interface Refusal {
  readonly code: FaultCode
  readonly reason: string
}

const mark = /[ \t]*(?:(>)|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y

interface Depth {
  /** Columns behind the list marks that are open, outermost first. */
  readonly lists: number[]
  /** Quote marks of the line. */
  quotes: number
}

function readMarks(rest: string, indent: number, depth: Depth): void {
  depth.quotes = 0
  mark.lastIndex = 0
  for (let match = mark.exec(rest); match; match = mark.exec(rest)) {
    const column = indent + mark.lastIndex
    if (match[1]) depth.quotes += 1
    else {
      while ((depth.lists.at(-1) ?? -1) >= column) depth.lists.pop()
      depth.lists.push(column)
    }
    lines += 1
    deepest = Math.max(deepest, depth.lists.length + depth.quotes)
    if (depth.lists.length + depth.quotes > deepestContainer) return
  }
}

interface Paragraph {
  marks: number
  isTable: boolean
}

const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/
const startsBlock = (rest: string) => /^(?:[-+*]|\d{1,9}[.)])[ \t]/.test(rest) || atxHeading.test(rest)

function countMarks(line: Line, paragraph: Paragraph): void {
  const isBlank = /^[>\s]*$/.test(line.rest)
  if (isBlank) paragraph.isTable = false
  else if (line.rest.includes('|') && delimiterRow.test(line.rest)) paragraph.isTable = true
  if (isBlank || paragraph.isTable || startsBlock(line.rest)) paragraph.marks = 0
  for (const _ of line.rest.matchAll(/[*_]+|[\]~]|<!|\[\^/g)) paragraph.marks += 1
}

const deep = (what: string): Refusal => ({ code: 'too-deep', reason: `${what}; this part is not read, flatten it` })
const large = (what: string): Refusal => ({ code: 'too-large', reason: `${what}; this part is not read, split it` })

/** Why this part of a Markdown text must not be parsed, or null. */
export function refusalOf(text: string): Refusal | null {
  if (text.length > longestPart) return large(`more than ${longestPart / 1024} KB without a place to cut`)
  const depth: Depth = { lists: [], quotes: 0 }
  const paragraph: Paragraph = { marks: 0, isTable: false }
  let underlines = 0
  let lines = 0
  let deepest = 0
  for (const line of linesOf(text)) {
    if (/^(?:-+|=+)$/.test(line.rest)) underlines += 1
    if (!thematicBreak.test(line.rest)) {
      readMarks(line.rest, line.indent, depth)
      countMarks(line, paragraph)
      if (/[*_]{201,}/.test(line.rest)) return deep(`more than ${longestRun} emphasis marks side by side`)
    }
    lines += 1
    deepest = Math.max(deepest, depth.lists.length + depth.quotes)
    if (depth.lists.length + depth.quotes > deepestContainer) {
      return deep(`more than ${deepestContainer} lists and quotes inside each other`)
    }
    if (lines * deepest > mostContinued) return large(`too many lines in ${deepest} quotes and lists`)
    if (paragraph.marks > mostMarks) return large(`more than ${mostMarks} marks in one paragraph`)
    if (underlines > mostUnderlines) return large(`more than ${mostUnderlines} underlines without a blank line`)
  }
  return null
}
