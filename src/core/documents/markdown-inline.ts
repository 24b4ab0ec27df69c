import type { Span } from '../model/span.ts'
import { identityText } from '../text/mapped-text.ts'
import { addAlt, appendFolded, type Flow } from './flow.ts'

/** A stretch of a paragraph, heading, item or cell that is read without the parser; spans are offsets into the text. */
export interface Inline {
  /** `alt`: the words of an image, or a title; a block of its own. */
  readonly type: 'text' | 'code' | 'alt'
  readonly span: Span
}

/** Runs of `*` in the order of the text; which open and which close is known from what stands beside them. */
interface Run {
  readonly length: number
  readonly opens: boolean
  readonly closes: boolean
}

/** Characters of a word in which Markdown or the GitHub extensions never read markup, or not at this place. */
const words = String.raw`(?:[^!\\\`*_[\]<&~@\t\0\ufeff]|!(?!\[)|&(?= )|<(?=[ \d])|(?<=[A-Za-z\d])_(?=[A-Za-z\d]))+`
const code = '`(?! )[^`\\r\\n\\t\\0\\ufeff|]+(?<! )`(?!`)'
const label = String.raw`[^\\\`*_[\]<>&~@|\t\n\r\0\ufeff]*`
const address = String.raw`[^\s()<>\\\`*[\]|"\0\ufeff]+`
const title = String.raw`[^"\\\`*_[\]<>&~@|\t\n\r\0\ufeff]+`
const link = String.raw`(!?)\[(${label})\]\(${address}(?: "(${title})")?\)`
const inline = new RegExp(`(?<words>${words})|(?<run>\\*{1,2}(?!\\*))|(?<code>(?<!\`)${code})|${link}`, 'y')
const literalAddress = /www\.|:\/\//i

/** What stands beside a run of `*`, as CommonMark sorts it. */
function sideOf(character: string | undefined): 'word' | 'white' | 'punctuation' {
  if (character === undefined || /\s/.test(character)) return 'white'
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'word'
}

function runAt(text: string, { start, end }: Span): Run {
  const before = sideOf(text[start - 1])
  const after = sideOf(text[end])
  return {
    length: end - start,
    opens: after === 'word' || (after === 'punctuation' && before !== 'word'),
    closes: before === 'word' || (before === 'punctuation' && after !== 'word'),
  }
}

/** Whether each run of odd place closes the one before it: then all are emphasis, and none is left. */
function areInPairs(runs: readonly Run[]): boolean {
  return (
    runs.length % 2 === 0 &&
    runs.every((run, index) =>
      index % 2 === 0 ? run.opens : run.closes && run.length === (runs[index - 1]?.length ?? 0),
    )
  )
}

/** Adds what a link or an image says; `match` begins at `at`. */
function addLink(parts: Inline[], match: RegExpExecArray, at: number): void {
  const own = match[5] ?? ''
  const start = at + (match[4] ?? '').length + 1
  if (own !== '') parts.push({ type: match[4] === '!' ? 'alt' : 'text', span: { start, end: start + own.length } })
  const end = at + match[0].length - '")'.length
  if (match[6] !== undefined) parts.push({ type: 'alt', span: { start: end - match[6].length, end } })
}

/**
 * What stands at `span` of a text, running words of one block, when its markup is so simple that it can be read in one way only:
 * emphasis in pairs, code between single marks, links and images with their address. Null: only the parser knows.
 */
export function inlineParts(text: string, { start, end }: Span): Inline[] | null {
  const own = text.slice(start, end)
  const parts: Inline[] = []
  const runs: Run[] = []
  for (let at = 0; at < own.length; at = inline.lastIndex) {
    inline.lastIndex = at
    const match = inline.exec(own)
    if (!match) return null
    const until = inline.lastIndex
    if (match[1] !== undefined) parts.push({ type: 'text', span: { start: start + at, end: start + until } })
    else if (match[2] !== undefined) runs.push(runAt(own, { start: at, end: until }))
    else if (match[3] !== undefined)
      parts.push({ type: 'code', span: { start: start + at + 1, end: start + until - 1 } })
    else addLink(parts, match, start + at)
  }
  const isPlain = parts.every(({ span }) => !literalAddress.test(text.slice(span.start, span.end)))
  return isPlain && areInPairs(runs) ? parts : null
}

/** Adds what was read to the flow; `shift`: added to offsets into the text gives offsets into the body. */
export function writeInlineParts(flow: Flow, parts: readonly Inline[], text: string, shift: number): void {
  for (const { type, span } of parts) {
    const mapped = identityText(text.slice(span.start, span.end), span.start + shift)
    if (type === 'alt') addAlt(flow, [mapped])
    else if (type === 'text') appendFolded(flow.writer, mapped)
    else {
      flow.writer.mask()
      appendFolded(flow.writer, mapped)
      flow.writer.unmask()
    }
  }
}
