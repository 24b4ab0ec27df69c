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
const longRun = new RegExp(`[*_]{${longestRun + 1},}`)
const costlyMark = /[*_]+|[\]~]|<!|\[\^/g
const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/

/** What has been counted of a part so far. */
interface Counts {
  lines: number
  underlines: number
  /** Columns behind the list marks that are open, outermost first. */
  readonly lists: number[]
  /** Lists and quotes inside each other, at the deepest line. */
  deepest: number
  /** In the paragraph or table row that is read. */
  marks: number
  isTable: boolean
  hasLongRun: boolean
}

function countContainers(counts: Counts, { rest, indent }: Line): void {
  let quotes = 0
  mark.lastIndex = 0
  for (let match = mark.exec(rest); match; match = mark.exec(rest)) {
    const column = indent + mark.lastIndex
    if (match[1]) quotes += 1
    else {
      while ((counts.lists.at(-1) ?? -1) >= column) counts.lists.pop()
      counts.lists.push(column)
    }
    counts.deepest = Math.max(counts.deepest, counts.lists.length + quotes)
    if (counts.deepest > deepestContainer) return
  }
}

const startsBlock = (rest: string) => /^(?:[-+*]|\d{1,9}[.)])[ \t]/.test(rest) || atxHeading.test(rest)

function countMarks(counts: Counts, { rest }: Line): void {
  const isBlank = /^[>\s]*$/.test(rest)
  if (isBlank) counts.isTable = false
  else if (rest.includes('|') && delimiterRow.test(rest)) counts.isTable = true
  if (isBlank || counts.isTable || startsBlock(rest)) counts.marks = 0
  for (const _ of rest.matchAll(costlyMark)) counts.marks += 1
  counts.hasLongRun ||= longRun.test(rest)
}

const deep = (what: string): Refusal => ({ code: 'too-deep', reason: `${what}; this part is not read, flatten it` })
const large = (what: string): Refusal => ({ code: 'too-large', reason: `${what}; this part is not read, split it` })

function refusalFor({ lines, underlines, deepest, marks, hasLongRun }: Counts): Refusal | null {
  if (deepest > deepestContainer) return deep(`more than ${deepestContainer} lists and quotes inside each other`)
  if (hasLongRun) return deep(`more than ${longestRun} emphasis marks side by side`)
  if (lines * deepest > mostContinued) return large(`too many lines in ${deepest} lists and quotes`)
  if (marks > mostMarks) return large(`more than ${mostMarks} marks in one paragraph`)
  if (underlines > mostUnderlines) return large(`more than ${mostUnderlines} underlines without a blank line`)
  return null
}

/** Why this part of a Markdown text must not be parsed, or null. */
export function refusalOf(text: string): Refusal | null {
  if (text.length > longestPart) return large(`more than ${longestPart / 1024} KB without a place to cut`)
  const counts = { lines: 0, underlines: 0, lists: [], deepest: 0, marks: 0, isTable: false, hasLongRun: false }
  for (const line of linesOf(text)) {
    counts.lines += 1
    if (/^(?:-+|=+)$/.test(line.rest)) counts.underlines += 1
    if (thematicBreak.test(line.rest)) continue
    countContainers(counts, line)
    countMarks(counts, line)
    const refusal = refusalFor(counts)
    if (refusal) return refusal
  }
  return null
}
