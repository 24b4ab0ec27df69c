import type { Block, Fault, MappedText } from '../model/document.ts'
import type { BlockPlace } from './block-writer.ts'
import { newFlow } from './flow.ts'
import { endHtml, readHtml } from './html-flow.ts'
import type { Remark } from './remark.ts'

/** Reads HTML: block tags make blocks, inline tags vanish, `alt` and `title` of images and links are blocks of their own. */
export function htmlBlocks(
  mapped: MappedText,
  place: BlockPlace,
): { readonly blocks: Block[]; readonly faults: Fault[]; readonly remarks: Remark[] } {
  const flow = newFlow(place, 'html')
  readHtml(flow, mapped)
  endHtml(flow)
  return { blocks: flow.blocks, faults: [], remarks: flow.remarks }
}
