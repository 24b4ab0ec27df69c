import type { Span } from '../model/span.ts'
import {
  atxHeading,
  closesFence,
  fenceOf,
  footnoteDefinition,
  htmlBlockName,
  htmlTagLine,
  htmlUntil,
  type Line,
  linesOf,
  listMarker,
  looksLikeTagLine,
  thematicBreak,
} from './markdown-lines.ts'

/** What goes on over blank lines or swallows the lines that follow. */
type Open =
  | { readonly type: 'fence'; readonly fence: string }
  | { readonly type: 'html'; readonly until: RegExp }
  /** HTML up to the next blank line; `maybe`: or a paragraph. */
  | { readonly type: 'block' | 'maybe' }

interface Cut {
  readonly chunks: Span[]
  readonly maxIndent: number
  /** Where the chunk that is being read begins. */
  start: number
  open: Open | null
  /** Column from which a line belongs to the outermost list item; null when no item is certainly open. */
  item: number | null
  /** Whether a list item or footnote may be open that the line only continues lazily. */
  isMurky: boolean
  /** Whether no paragraph can be open. */
  isFresh: boolean
  isAfterBlank: boolean
  isAfterEmptyItem: boolean
  /** Something was read in two ways: no cut is safe any more. */
  isStuck: boolean
}

function endChunk(cut: Cut, end: number, next: number): void {
  if (end > cut.start) cut.chunks.push({ start: cut.start, end })
  cut.start = next
}

/** A block that no paragraph and no list item goes on behind. */
function startBlock(cut: Cut, open: Open | null): void {
  cut.open = open
  cut.item = null
  cut.isMurky = false
}

function readOpen(cut: Cut, line: Line): void {
  if (cut.open?.type === 'fence' && line.indent <= cut.maxIndent && closesFence(line.rest, cut.open.fence)) {
    startBlock(cut, null)
    cut.start = line.next
    cut.isFresh = true
  } else if (cut.open?.type === 'html' && cut.open.until.test(line.rest)) {
    startBlock(cut, null)
    cut.isFresh = true
  }
}

function readBlank(cut: Cut): void {
  cut.open = null
  if (cut.isAfterEmptyItem) cut.item = null
  cut.isAfterEmptyItem = false
  cut.isFresh = true
  cut.isAfterBlank = true
}

/** Whether a line that opens a block can be trusted to stand at the top level. */
const isCertain = (cut: Cut, line: Line) => cut.open === null && !(cut.isMurky && line.indent > 0)

function readOpener(cut: Cut, line: Line, open: Open): void {
  if (!isCertain(cut, line)) {
    cut.isStuck = true
    return
  }
  startBlock(cut, open)
  if (open.type === 'fence') endChunk(cut, line.start, line.start)
  else if (open.type === 'html' && open.until.test(line.rest.slice(1))) cut.open = null
  cut.isFresh = true
}

function readMarker(cut: Cut, line: Line, wasItem: boolean): void {
  const marker = listMarker(line, cut.maxIndent)
  if (!marker) return
  const isItem = wasItem || cut.isFresh || marker.interrupts
  if (isItem && isCertain(cut, line)) {
    if (wasItem && line.indent === 0) endChunk(cut, line.start, line.start)
    startBlock(cut, null)
    cut.item = marker.content
    cut.isAfterEmptyItem = marker.isEmpty
  } else {
    cut.item = null
    cut.isMurky = true
  }
  cut.isFresh = false
}

function readHtml(cut: Cut, line: Line, isFresh: boolean): void {
  const isBlock = htmlBlockName.test(line.rest) || (isFresh && htmlTagLine.test(line.rest))
  if (cut.open === null) {
    if (isBlock && isCertain(cut, line)) startBlock(cut, { type: 'block' })
    else if (looksLikeTagLine.test(line.rest) || isBlock) cut.open = { type: 'maybe' }
  }
}

function readText(cut: Cut, line: Line, wasItem: boolean): void {
  const isFresh = cut.isFresh && !wasItem && !cut.isMurky
  const isFinal = thematicBreak.test(line.rest) || atxHeading.test(line.rest)
  if (isFinal && isCertain(cut, line)) {
    startBlock(cut, null)
    cut.isFresh = true
    if (line.indent === 0) endChunk(cut, line.next, line.next)
    return
  }
  cut.isFresh = false
  if (line.rest.startsWith('>') && isCertain(cut, line)) startBlock(cut, null)
  else if (wasItem || footnoteDefinition.test(line.rest)) cut.isMurky = true
  cut.item = null
  readHtml(cut, line, isFresh)
}

function readLine(cut: Cut, line: Line): void {
  const isAfterBlank = cut.isAfterBlank
  const wasItem = cut.item !== null
  cut.isAfterBlank = false
  if (isAfterBlank && line.indent === 0) {
    endChunk(cut, line.start, line.start)
    startBlock(cut, null)
  } else if (cut.item !== null && line.indent >= cut.item) {
    cut.isAfterEmptyItem = false
    return
  }
  cut.isAfterEmptyItem = false
  if (cut.open?.type === 'block') return
  if (line.indent > cut.maxIndent) {
    cut.isMurky ||= wasItem
    cut.item = null
    return
  }
  const fence = fenceOf(line.rest)
  const until = htmlUntil(line.rest)
  if (fence) readOpener(cut, line, { type: 'fence', fence })
  else if (until) readOpener(cut, line, { type: 'html', until })
  else if (!thematicBreak.test(line.rest) && listMarker(line, cut.maxIndent)) readMarker(cut, line, wasItem)
  else readText(cut, line, wasItem && cut.item !== null)
}

/**
 * Parts of a Markdown text that can be parsed one by one: each begins at column 0 where no container, paragraph,
 * fence or HTML block is open: behind a blank line, a heading or a rule, or with the next item of a list. Fenced code at the top level is in none of them.
 * Where it cannot be told without parsing whether a fence is one, nothing more is cut.
 */
export function cutMarkdown(text: string, indentedCode: 'code' | 'text'): Span[] {
  const cut: Cut = {
    chunks: [],
    maxIndent: indentedCode === 'code' ? 3 : Number.POSITIVE_INFINITY,
    start: 0,
    open: null,
    item: null,
    isMurky: false,
    isFresh: true,
    isAfterBlank: false,
    isAfterEmptyItem: false,
    isStuck: false,
  }
  for (const line of linesOf(text)) {
    if (cut.isStuck) break
    if (cut.open?.type === 'fence' || cut.open?.type === 'html') readOpen(cut, line)
    else if (line.rest === '') readBlank(cut)
    else readLine(cut, line)
  }
  if (cut.open?.type !== 'fence') endChunk(cut, text.length, text.length)
  return cut.chunks
}
