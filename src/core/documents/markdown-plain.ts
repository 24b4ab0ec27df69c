import type { Span } from '../model/span.ts'
import { identityText } from '../text/mapped-text.ts'
import { endBlock, type Flow } from './flow.ts'
import { endHtml, readHtml } from './html-flow.ts'
import { type Inline, inlineParts, writeInlineParts } from './markdown-inline.ts'
import { type PlainCell, tableRows, writeTable } from './markdown-table.ts'

/** A block whose markup, if any, can be meant in one way only: reading it takes no parser. Rules and empty lines have no words. */
export type PlainBlock =
  | { readonly type: 'paragraph' | 'item' | 'quote'; readonly parts: readonly Inline[] }
  | { readonly type: 'heading'; readonly parts: readonly Inline[]; readonly depth: number }
  | { readonly type: 'table'; readonly rows: readonly (readonly PlainCell[])[] }
  | { readonly type: 'comment'; readonly words: Span }
  | { readonly type: 'nothing' }

/** What a line of running text holds: no character that Markdown or the GitHub extensions ever read as markup. */
const plain = String.raw`[^\\\`*_[\]<>&~|@\t\n\r\0\ufeff]`
/** What it does not begin with: white space, a list mark, a heading, an underline, a quote, a row of a table. */
const start = String.raw`(?!\d{1,9}[.)](?:[ \r\n]|$)|[-+#=>: ])`
/** White space at the end would be a hard break or left out. */
const words = `${start}${plain}*(?<! )(?=\\r?\\n|$)`

const lineOfText = new RegExp(`${start}${plain}+(?<! )(?=\\r?\\n|$)`, 'y')
const headingMark = /(#{1,6}) +/y
const itemMark = /(?:[-+*]|1[.)]) (?! )/y
const headingWords = new RegExp(`${words.replace('(?<! )', '(?<![ #])')}`, 'y')
const rule = /(?:-{3,}|\*{3,}|_{3,})(?=\r?\n|$)/y
const blankLines = /(?:[ \t]*(?:\r?\n|$))*/y
const address = /www\.|:\/\//i

/** Where a match at `at` ends; -1: there is none. */
function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** Behind the last of the lines of running text that begin at `at`; -1: there is none. */
function behindText(pattern: RegExp, text: string, at: number, end: number): number {
  let last = -1
  for (let line = at; line < end; ) {
    const lineEnd = behind(pattern, text, line)
    if (lineEnd <= line) break
    last = lineEnd
    line = lineEnd + (text[lineEnd] === '\r' ? 2 : 1)
  }
  return last
}

/** A line of running text that may hold markup; a mark at its start must be that of emphasis, code or a link. */
const markedLine = /(?!\d{1,9}[.)](?:[ \r\n]|$)|[-+#=>: <|]|\*{1,2}(?![\p{L}\p{N}])|``)[^\r\n]+(?<! )(?=\r?\n|$)/uy
const quoteMark = /> (?! )/y
const comment = /<!--(?!-?>)[^>\r\n\t\0\ufeff]*-->(?=\r?\n|$)/y

/** What a block is and where it ends. */
interface Found {
  readonly block: PlainBlock
  readonly end: number
}

/** Words without any markup; null: an address is among them. */
const plainWords = (text: string, span: Span): readonly Inline[] | null =>
  address.test(text.slice(span.start, span.end)) ? null : [{ type: 'text', span }]

function found(type: 'paragraph' | 'item', parts: readonly Inline[] | null, end: number): Found | null {
  return parts === null || parts.length === 0 ? null : { block: { type, parts }, end }
}

function headingAt(text: string, at: number, wordsAt: number): Found | null {
  const depth = text.slice(at, wordsAt).trimEnd().length
  const plainEnd = behind(headingWords, text, wordsAt)
  const end = plainEnd > wordsAt ? plainEnd : behind(markedLine, text, wordsAt)
  if (end <= wordsAt || text[end - 1] === '#') return null
  const parts = (plainEnd > wordsAt ? plainWords : inlineParts)(text, { start: wordsAt, end })
  return parts === null || parts.length === 0 ? null : { block: { type: 'heading', parts, depth }, end }
}

/** Running text from `start` on that is the rest of its part. */
function wordsAt(type: 'paragraph' | 'item', text: string, start: number, end: number): Found | null {
  const plainEnd = type === 'item' ? behind(lineOfText, text, start) : behindText(lineOfText, text, start, end)
  if (plainEnd > start && isLast(text, plainEnd, end))
    return found(type, plainWords(text, { start, end: plainEnd }), plainEnd)
  const last = type === 'item' ? behind(markedLine, text, start) : behindText(markedLine, text, start, end)
  return last > start && isLast(text, last, end) ? found(type, inlineParts(text, { start, end: last }), last) : null
}

/** Whether nothing but empty lines stands between `at` and the end of a part. */
const isLast = (text: string, at: number, end: number) => at <= end && behind(blankLines, text, at) >= end

/** A quotation of one paragraph, each of its lines with its mark. */
function quoteAt(text: string, at: number, end: number): Found | null {
  const parts: Inline[] = []
  let last = at
  for (let line = at; line < end && !isLast(text, line, end); ) {
    const start = behind(quoteMark, text, line)
    const lineEnd = start === -1 ? -1 : behind(markedLine, text, start)
    const own = lineEnd <= start ? null : inlineParts(text, { start, end: lineEnd })
    if (own === null) return null
    const next = lineEnd + (text[lineEnd] === '\r' ? 2 : 1)
    if (parts.length > 0) parts.push({ type: 'text', span: { start: last, end: line } })
    parts.push(...own)
    last = lineEnd
    line = next
  }
  return parts.length === 0 ? null : { block: { type: 'quote', parts }, end: last }
}

function blockAt(text: string, at: number, end: number): Found | null {
  const mark = text[at]
  if (mark === '|') {
    const table = tableRows(text, at)
    return table && { block: { type: 'table', rows: table.rows }, end: table.end }
  }
  if (mark === '>') return quoteAt(text, at, end)
  if (mark === '<') {
    const last = behind(comment, text, at)
    return last === -1 ? null : { block: { type: 'comment', words: { start: at, end: last } }, end: last }
  }
  const item = behind(itemMark, text, at)
  if (item !== -1) return wordsAt('item', text, item, end)
  const heading = behind(headingMark, text, at)
  if (heading !== -1) return headingAt(text, at, heading)
  const ruleEnd = behind(rule, text, at)
  if (ruleEnd !== -1) return { block: { type: 'nothing' }, end: ruleEnd }
  return wordsAt('paragraph', text, at, end)
}

/**
 * The one block that a part of a text is, if it is plain; null: only the parser knows. A part begins where nothing is open
 * (`cutMarkdown`). What this reads is what the parser would: property tests hold it.
 */
export function plainBlock(text: string, part: Span): PlainBlock | null {
  const from = Math.max(behind(blankLines, text, part.start), part.start)
  if (from >= part.end) return { type: 'nothing' }
  const found = blockAt(text, from, part.end)
  return found && isLast(text, found.end, part.end) ? found.block : null
}

/** Adds a plain block of a text to the flow; `shift`: added to offsets into the text gives offsets into the body. */
export function writePlain(flow: Flow, block: PlainBlock, text: string, shift: number): void {
  if (block.type === 'nothing') return
  if (block.type === 'table') writeTable(flow, block.rows, text, shift)
  else if (block.type === 'comment') writeComment(flow, block.words, text, shift)
  else writeWords(flow, block, text, shift)
}

function writeComment(flow: Flow, { start, end }: Span, text: string, shift: number): void {
  readHtml(flow, identityText(text.slice(start, end), start + shift))
  endHtml(flow)
}

type PlainWords = Extract<PlainBlock, { readonly parts: readonly Inline[] }>

function writeWords(flow: Flow, block: PlainWords, text: string, shift: number): void {
  const before = { kind: flow.kind, headings: flow.headings }
  if (block.type === 'item' || block.type === 'quote') flow.kind = block.type
  writeInlineParts(flow, block.parts, text, shift)
  if (block.type === 'heading') endBlock(flow, 'heading', block.depth)
  endHtml(flow)
  if (block.type === 'heading') return
  flow.kind = before.kind
  flow.headings = before.headings
}
