import type { FaultCode } from '../model/document.ts'
import { defaultLimits, type Limits } from '../model/limits.ts'
import { atxHeading, type Line, linesOf, thematicBreak } from './markdown-lines.ts'

/*
 * The parser's cost grows with the square, and its stack with the depth, of some texts that nobody writes.
 * What is refused here is a fault of its own; the rest of the document is read.
 */

/** Lines of one part at the deepest nesting, and more of them the flatter it is: each line asks each quote and list whether it goes on. */
const linesAtDeepest = 2000

/** Why a part of a document is not parsed. */
export interface Refusal {
  readonly code: FaultCode
  readonly reason: string
}

const mark = /[ \t]*(?:(>)|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y
const markerRun = /[*_]+/g
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
  longestRun: number
}

/** Stops counting beyond `most`. */
function countContainers(counts: Counts, { rest, indent }: Line, most: number): void {
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
    if (counts.deepest > most) return
  }
}

const startsBlock = (rest: string) => /^(?:[-+*]|\d{1,9}[.)])[ \t]/.test(rest) || atxHeading.test(rest)

function countMarks(counts: Counts, { rest }: Line): void {
  const isBlank = /^[>\s]*$/.test(rest)
  if (isBlank) counts.isTable = false
  else if (rest.includes('|') && delimiterRow.test(rest)) counts.isTable = true
  if (isBlank || counts.isTable || startsBlock(rest)) counts.marks = 0
  for (const _ of rest.matchAll(costlyMark)) counts.marks += 1
  for (const [run] of rest.matchAll(markerRun)) counts.longestRun = Math.max(counts.longestRun, run.length)
}

/** What is wrong, the limit it is about, and the way out. */
const refused = (what: string, limit: keyof Limits, remedy: string): Refusal => ({
  code: 'too-costly',
  reason: `${what} (limits.${limit}); this part is not read, ${remedy}`,
})

function refusalFor({ lines, underlines, deepest, marks, longestRun }: Counts, limits: Limits): Refusal | null {
  const { nesting, markerRun: run, markers } = limits
  if (deepest > nesting)
    return refused(`more than ${nesting} lists and quotes inside each other`, 'nesting', 'flatten it')
  if (longestRun > run) return refused(`more than ${run} emphasis marks side by side`, 'markerRun', 'remove them')
  if (lines * deepest > nesting * linesAtDeepest)
    return refused(`too many lines in ${deepest} lists and quotes`, 'nesting', 'split it')
  if (marks > markers) return refused(`more than ${markers} marks in one paragraph`, 'markers', 'split it')
  if (underlines > limits.underlines)
    return refused(`more than ${limits.underlines} underlines without a blank line`, 'underlines', 'split it')
  return null
}

/** Why this part of a Markdown text must not be parsed, or null. */
export function refusalOf(text: string, limits: Limits = defaultLimits): Refusal | null {
  const { blockSize } = limits
  if (text.length > blockSize)
    return refused(`more than ${blockSize} characters without a place to cut`, 'blockSize', 'split it by blank lines')
  const counts = { lines: 0, underlines: 0, lists: [], deepest: 0, marks: 0, isTable: false, longestRun: 0 }
  for (const line of linesOf(text)) {
    counts.lines += 1
    if (/^(?:-+|=+)$/.test(line.rest)) counts.underlines += 1
    if (thematicBreak.test(line.rest)) continue
    countContainers(counts, line, limits.nesting)
    countMarks(counts, line)
    const refusal = refusalFor(counts, limits)
    if (refusal) return refusal
  }
  return null
}
