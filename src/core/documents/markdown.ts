import type { Block, Fault, MappedText } from '../model/document.ts'
import { compose } from '../text/mapped-text.ts'
import type { BlockPlace } from './block-writer.ts'
import { newFlow } from './flow.ts'
import { parseMarkdown } from './markdown-parse.ts'
import { walkMarkdown } from './markdown-walk.ts'

export type { BlockPlace } from './block-writer.ts'

/** Reads Markdown (CommonMark with the GitHub extensions) into blocks that map to where `mapped` comes from. */
export function markdownBlocks(
  mapped: MappedText,
  place: BlockPlace,
): { readonly blocks: Block[]; readonly faults: Fault[] } {
  const flow = newFlow(place)
  const shift = mapped.text.startsWith('\ufeff') ? 1 : 0
  const text = mapped.text.slice(shift)
  walkMarkdown({ flow, parsed: parseMarkdown(text, place.indentedCode), text, shift }, 0)
  return { blocks: flow.blocks.map((block) => ({ ...block, ...compose(block, mapped) })), faults: [] }
}
