import type { Span } from '../model/span.ts'
import { identityText } from '../text/mapped-text.ts'
import { appendFolded, endBlock, type Flow } from './flow.ts'
import { endHtml } from './html-flow.ts'

/** A block in which nothing can be markup: reading it takes no parser. Rules and empty lines have no words. */
export type PlainBlock =
  | { readonly type: 'paragraph' | 'item'; readonly words: Span }
  | { readonly type: 'heading'; readonly words: Span; readonly depth: number }
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
function behindText(text: string, at: number, end: number): number {
  let last = -1
  for (let line = at; line < end; ) {
    const lineEnd = behind(lineOfText, text, line)
    if (lineEnd <= line) break
    last = lineEnd
    line = lineEnd + (text[lineEnd] === '\r' ? 2 : 1)
  }
  return last
}

function blockAt(text: string, at: number, end: number): { readonly block: PlainBlock; readonly end: number } | null {
  const item = behind(itemMark, text, at)
  if (item !== -1) return wordsAt('item', item, behind(lineOfText, text, item))
  const heading = behind(headingMark, text, at)
  if (heading !== -1) {
    const depth = text.slice(at, heading).trimEnd().length
    const wordsEnd = behind(headingWords, text, heading)
    return wordsEnd <= heading
      ? null
      : { block: { type: 'heading', words: { start: heading, end: wordsEnd }, depth }, end: wordsEnd }
  }
  const ruleEnd = behind(rule, text, at)
  if (ruleEnd !== -1) return { block: { type: 'nothing' }, end: ruleEnd }
  return wordsAt('paragraph', at, behindText(text, at, end))
}

const wordsAt = (type: 'paragraph' | 'item', start: number, end: number) =>
  end <= start ? null : { block: { type, words: { start, end } }, end }

/**
 * The one block that a part of a text is, if it is plain; null: only the parser knows. A part begins where nothing is open
 * (`cutMarkdown`). What this reads is what the parser would: property tests hold it.
 */
export function plainBlock(text: string, part: Span): PlainBlock | null {
  const from = Math.max(behind(blankLines, text, part.start), part.start)
  if (from >= part.end) return { type: 'nothing' }
  const found = blockAt(text, from, part.end)
  if (!found || found.end > part.end || behind(blankLines, text, found.end) < part.end) return null
  return address.test(text.slice(from, found.end)) ? null : found.block
}

/** Adds a plain block of a text to the flow; `shift`: added to offsets into the text gives offsets into the body. */
export function writePlain(flow: Flow, block: PlainBlock, text: string, shift: number): void {
  if (block.type === 'nothing') return
  const before = { kind: flow.kind, headings: flow.headings }
  const { start: from, end } = block.words
  appendFolded(flow.writer, identityText(text.slice(from, end), from + shift))
  if (block.type === 'heading') endBlock(flow, 'heading', block.depth)
  else if (block.type === 'item') flow.kind = 'item'
  endHtml(flow)
  if (block.type === 'heading') return
  flow.kind = before.kind
  flow.headings = before.headings
}
