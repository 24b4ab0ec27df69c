import type { Block, MappedText } from '../model/document.ts'
import { sliceMapped } from '../text/mapped-text.ts'
import { type BlockPlace, blockWriter, toBlock } from './block-writer.ts'

/** Letters, digits and punctuation without a meaning in Markdown, single spaces between them. */
const plainText =
  /^(?!\d{1,9}[.)](?:\s|$))[\p{L}\p{N}][\p{L}\p{N}\p{M},.;:!?'"()/%+–—…，。；：！？、（）“”‘’「」『』《》·°×€£¥™®-]*(?: [\p{L}\p{N}\p{M},.;:!?'"()/%+–—…，。；：！？、（）“”‘’「」『』《》·°×€£¥™®-]+)*\n?$/u

/** An address that Markdown would make a link of without being asked. */
const address = /www\.|:\/\//i

/**
 * The one block that Markdown makes of a line without any markup, read without the Markdown parser, which costs a
 * hundred times as much and is not needed for most texts of a catalog; null when the text may hold markup.
 */
export function plainBlock(mapped: MappedText, place: BlockPlace): Block | null {
  if (!plainText.test(mapped.text) || address.test(mapped.text)) return null
  const writer = blockWriter()
  writer.append(sliceMapped(mapped, { start: 0, end: mapped.text.replace(/\n$/, '').length }))
  const prose = writer.take()
  return prose ? toBlock(prose, 'paragraph', place) : null
}
