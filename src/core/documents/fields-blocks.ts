import type { Block, Fault, MappedText } from '../model/document.ts'
import type { BlockPlace } from './block-writer.ts'
import { formatPath, type Step } from './fields-path.ts'
import { plainBlock } from './fields-plain.ts'
import type { FieldSelection } from './fields-select.ts'
import { htmlBlocks } from './html.ts'
import { markdownBlocks } from './markdown.ts'
import { type MarkdownReading, usualReading } from './markdown-pieces.ts'
import type { Remark } from './remark.ts'
import type { TextValue, Value } from './values.ts'

/** Blocks read from a part of a document, and what could not be read. */
export interface ReadBlocks {
  readonly blocks: readonly Block[]
  readonly faults: readonly Fault[]
  readonly remarks: readonly Remark[]
}

/** A tag of HTML as shop systems write them into texts; `<name>` and `<3` are none. */
const htmlTag =
  /<\/?(?:a|abbr|article|b|big|blockquote|br|caption|center|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|label|li|mark|ol|p|pre|s|script|section|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|video)(?=[\s/>])[^<>]*>/i

function readMarkup(text: MappedText, place: BlockPlace, reading: MarkdownReading): ReadBlocks {
  if (htmlTag.test(text.text)) return htmlBlocks(text, place)
  const plain = reading.plain === 'plain' ? plainBlock(text, place) : null
  return plain ? { blocks: [plain], faults: [], remarks: [] } : markdownBlocks(text, place, reading)
}

function textBlocks(value: TextValue, path: readonly Step[], reading: MarkdownReading): ReadBlocks {
  const trail = path.filter((step) => typeof step === 'string')
  const read = readMarkup(value.text, { field: formatPath(path), trail, indentedCode: 'text' }, reading)
  const blocks = read.blocks.map((block): Block => (block.kind === 'paragraph' ? { ...block, kind: 'field' } : block))
  return { ...read, blocks }
}

/** Every text in a value with its path, in source order; an alias is read where its anchor stands. */
function* textsOf(value: Value, path: readonly Step[]): Generator<readonly [TextValue, readonly Step[]]> {
  if (value.kind === 'text') yield [value, path]
  else if (value.kind === 'list') {
    for (const [index, item] of value.items.entries()) yield* textsOf(item, [...path, index])
  } else if (value.kind === 'map') {
    for (const entry of value.entries) yield* textsOf(entry.value, [...path, entry.key])
  }
}

/** The copy in structured text: the texts that the selection takes for copy, read as HTML or Markdown. */
export function fieldBlocks(
  values: readonly Value[],
  isCopy: FieldSelection,
  reading: MarkdownReading = usualReading,
): ReadBlocks {
  const blocks: Block[] = []
  const faults: Fault[] = []
  const remarks: Remark[] = []
  for (const value of values) {
    for (const [text, path] of textsOf(value, [])) {
      if (!isCopy(path, text.text.text)) continue
      const read = textBlocks(text, path, reading)
      blocks.push(...read.blocks)
      faults.push(...read.faults)
      remarks.push(...read.remarks)
    }
  }
  return { blocks, faults, remarks }
}
