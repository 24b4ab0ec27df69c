import type { Excerpt } from '../model/claim.ts'
import type { Span } from '../model/span.ts'
import type { LineIndex } from './line-index.ts'
import { lineSpanAt } from './line-index.ts'
import { displayWidth, headWithin, tailWithin } from './width.ts'

/** Display columns an excerpt takes at most. */
export const excerptColumns = 160

/** A line in three parts: the words of a claim and what stands around them. */
export interface LineParts {
  readonly before: string
  readonly words: string
  readonly after: string
}

const ellipsis = '…'

/** Shortens a line to `columns` display columns, `…` where something was left out. The words stay whole as long as
 *  they fit; what room is left goes to both sides alike, and what one side does not need to the other. */
export function cutAround(parts: LineParts, columns: number): LineParts {
  const room = {
    before: displayWidth(parts.before),
    words: displayWidth(parts.words),
    after: displayWidth(parts.after),
  }
  if (room.before + room.words + room.after <= columns) return parts
  const total = Math.max(columns - 2, 1)
  const spare = Math.max(total - room.words, 0)
  const before = Math.min(room.before, Math.max(Math.floor(spare / 2), spare - room.after))
  const words = headWithin(parts.words, total)
  const after = words === parts.words ? headWithin(parts.after, spare - before) : ''
  return {
    before: before < room.before ? ellipsis + tailWithin(parts.before, before) : parts.before,
    words,
    after: words === parts.words && after === parts.after ? after : after + ellipsis,
  }
}

const isInsidePair = (source: string, offset: number) =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(source.slice(offset - 1, offset + 1))

/** The part of the line that can come into the excerpt: a catalog may be one line of a megabyte. */
function nearby(source: string, line: Span, span: Span): Span {
  const reach = 4 * excerptColumns // more than enough units for the columns, with marks on every letter
  const bom = line.start === 0 && source.startsWith('\ufeff') ? 1 : 0
  const start = Math.max(line.start + bom, span.start - reach)
  const end = Math.min(line.end, span.start + reach)
  return { start: isInsidePair(source, start) ? start + 1 : start, end: isInsidePair(source, end) ? end - 1 : end }
}

/** The line on which `span` (0-based, half-open) starts, cut to `excerptColumns` around it, a byte-order mark left out;
 *  a span that runs on is clipped to the line. */
export function excerptOf(source: string, index: LineIndex, span: Span): Excerpt {
  const window = nearby(source, lineSpanAt(index, span.start), span)
  const clip = (offset: number) => Math.min(Math.max(offset, window.start), window.end)
  const parts = cutAround(
    {
      before: source.slice(window.start, clip(span.start)),
      words: source.slice(clip(span.start), clip(span.end)),
      after: source.slice(clip(span.end), window.end),
    },
    excerptColumns,
  )
  const start = parts.before.length
  const bytes = byteColumnsOf(source, index, span)
  return {
    line: parts.before + parts.words + parts.after,
    start,
    end: start + parts.words.length,
    ...(bytes ? { byteColumns: bytes } : {}),
  }
}

/** Counting bytes for every claim of a catalog that is one long line would take the square of its length. */
const longestCountedLine = 20_000

function byteColumnsOf(source: string, index: LineIndex, span: Span): { start: number; end: number } | null {
  const column = (offset: number) => {
    const { start } = lineSpanAt(index, offset)
    return offset - start > longestCountedLine ? null : utf8Length(source.slice(start, offset)) + 1
  }
  const start = column(span.start)
  const end = column(span.end)
  return start === null || end === null ? null : { start, end }
}

/** Bytes of a text in UTF-8; a lone surrogate takes the three of U+FFFD. */
function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
