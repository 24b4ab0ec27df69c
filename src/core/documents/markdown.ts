import type { Block, Fault, MappedText } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { compose, toSource } from '../text/mapped-text.ts'
import type { BlockPlace } from './block-writer.ts'
import { appendFolded, endBlock, newFlow } from './flow.ts'
import { type MarkdownReading, type PlacedRefusal, piecesOf, readPiece, usualReading } from './markdown-pieces.ts'
import { writePlain } from './markdown-plain.ts'
import { walkMarkdown } from './markdown-walk.ts'
import type { Remark } from './remark.ts'

export type { BlockPlace } from './block-writer.ts'

/** One line in which nothing can be markup, as most texts of a catalog are. */
const plainLine = /^(?!\d{1,9}[.)](?:[ ]|$)|[-+#=> ])[^\\`*_[\]<>&~|@\t\n\r\0\ufeff]+$/
const address = /www\.|:\/\//i

function plainBlocks(mapped: MappedText, place: BlockPlace): Block[] {
  const flow = newFlow(place)
  appendFolded(flow.writer, mapped)
  endBlock(flow, 'paragraph')
  return flow.blocks
}

/**
 * Reads Markdown (CommonMark with the GitHub extensions) into blocks that map to where `mapped` comes from.
 * It is parsed in pieces, so that the cost is linear in the text; what cannot be parsed is a fault, the rest is read.
 */
export function markdownBlocks(
  mapped: MappedText,
  place: BlockPlace,
  reading: MarkdownReading = usualReading,
): { readonly blocks: Block[]; readonly faults: Fault[]; readonly remarks: Remark[] } {
  if (reading.plain === 'plain' && plainLine.test(mapped.text) && !address.test(mapped.text))
    return { blocks: plainBlocks(mapped, place), faults: [], remarks: [] }
  const shift = /^\ufeff*/.exec(mapped.text)?.[0].length ?? 0
  const text = mapped.text.slice(shift)
  const inSource = ({ start, end }: Span) => toSource(mapped, { start: start + shift, end: end + shift })
  const flow = newFlow(place)
  const { pieces, labels, refused } = piecesOf(text, place.indentedCode, reading)
  const failed: PlacedRefusal[] = []
  for (const piece of pieces) {
    if ('type' in piece) writePlain(flow, piece, text, shift)
    else
      for (const read of readPiece(piece, labels, place.indentedCode)) {
        if ('parsed' in read) walkMarkdown({ flow, ...read, shift: read.shift + shift }, read.from)
        else failed.push(read)
      }
  }
  const faults = [...refused, ...failed].sort((a, b) => a.source.start - b.source.start)
  return {
    blocks: flow.blocks.map((block) => ({ ...block, ...compose(block, mapped) })),
    faults: faults.map((fault) => ({ ...fault, source: inSource(fault.source) })),
    remarks: flow.remarks.map((remark) => ({ ...remark, source: toSource(mapped, remark.source) })),
  }
}
