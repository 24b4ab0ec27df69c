import type { Block, BlockKind, MappedText } from '../model/document.ts'
import { sliceMapped, toSource } from '../text/mapped-text.ts'
import { type BlockPlace, type BlockWriter, blockWriter, toBlock } from './block-writer.ts'
import type { Remark } from './remark.ts'

interface Heading {
  readonly depth: number
  readonly text: string
}

/** A running reading of Markdown or HTML: the blocks so far and what is open. */
export interface Flow {
  readonly blocks: Block[]
  readonly remarks: Remark[]
  readonly field: string | null
  readonly markup: 'markdown' | 'html'
  /** Headings above the document, then its own that are open. */
  readonly base: readonly string[]
  headings: readonly Heading[]
  /** What Markdown says a block is here; HTML inside it may be more exact. */
  kind: BlockKind
  readonly writer: BlockWriter
  /** `alt` and `title` texts, which follow the block they stand in. */
  alts: Block[]
  /** Open tags that decide about kinds, outermost first. */
  open: string[]
  /** The tag whose content is no prose, while it is open. */
  skipped: string | null
  /** Cells of the header row of the table that is open. */
  header: readonly string[]
  /** Whether every cell of the open row is a header cell. */
  isHeaderRow: boolean
  cellCount: number
}

/** A reading that has not begun. */
export function newFlow(place: BlockPlace, markup: Flow['markup'] = 'markdown'): Flow {
  return {
    markup,
    blocks: [],
    remarks: [],
    field: place.field,
    base: place.trail,
    headings: [],
    kind: 'paragraph',
    writer: blockWriter(),
    alts: [],
    open: [],
    skipped: null,
    header: [],
    isHeaderRow: false,
    cellCount: 0,
  }
}

/** Headings above the text that comes next. */
export const trailOf = (flow: Flow): readonly string[] => [...flow.base, ...flow.headings.map(({ text }) => text)]

/** Ends the block that is open, a heading if `depth` (1 to 6) is given; `trail` is what stands above it. */
export function endBlock(flow: Flow, kind: BlockKind, depth: number | null = null): readonly string[] {
  if (depth !== null) flow.headings = flow.headings.filter((heading) => heading.depth < depth)
  const prose = flow.writer.take()
  const trail = trailOf(flow)
  if (prose) {
    flow.blocks.push(
      toBlock(prose, kind, { field: flow.field, trail: kind === 'row' ? [...trail, ...flow.header] : trail }),
    )
    if (depth !== null) flow.headings = [...flow.headings, { depth, text: prose.text }]
  }
  flow.blocks.push(...flow.alts.map((block) => ({ ...block, trail })))
  flow.alts = []
  return prose?.cells ?? []
}

/** Adds the words of an attribute or title as a block of its own, behind the block that is open. */
export function addAlt(flow: Flow, parts: readonly MappedText[]): void {
  const writer = blockWriter()
  for (const part of parts) appendFolded(writer, part)
  const prose = writer.take()
  if (prose) flow.alts.push(toBlock(prose, 'alt', { field: flow.field, trail: [] }))
}

/** White space that is not simply one space between two words. */
const foldable = /[ \t\n\f\r]{2,}|[\t\n\f\r]|^ | $/g

/** Adds text whose runs of white space are one space. */
export function appendFolded(writer: BlockWriter, mapped: MappedText): void {
  let from = 0
  for (const match of mapped.text.matchAll(foldable)) {
    const end = match.index + match[0].length
    writer.append(sliceMapped(mapped, { start: from, end: match.index }))
    writer.space(toSource(mapped, { start: match.index, end }), /[\n\r]/.test(match[0]) ? 'break' : 'blank')
    from = end
  }
  writer.append(sliceMapped(mapped, { start: from, end: mapped.text.length }))
}
