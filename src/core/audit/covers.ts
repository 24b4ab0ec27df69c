import type { ReadDocument } from '../documents/index.ts'
import type { Block } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import type { Value } from '../model/value.ts'
import { type lineIndex, lineSpanAt } from '../text/line-index.ts'

/** A block and where it stands in the source. */
interface PlacedBlock {
  readonly block: Block
  readonly source: Span
}

/** The blocks of a document in the order of the source. */
export function placedBlocks(blocks: readonly Block[]): readonly PlacedBlock[] {
  return blocks
    .flatMap((block) => {
      const first = block.runs[0]
      const last = block.runs.at(-1)
      return first && last ? [{ block, source: { start: first.source.start, end: last.source.end } }] : []
    })
    .sort((a, b) => a.source.start - b.source.start)
}

type Remark = ReadDocument['remarks'][number]

/** What an HTML comment is about: the block it stands in, or the next one (in Markdown all up to an empty line: a whole list or table). */
export function coveredByRemark(remark: Remark, placed: readonly PlacedBlock[], source: string): readonly Span[] {
  const own = placed.filter(({ block }) => block.field === remark.field)
  if (remark.place === 'inside') {
    const around = own.findLast((each) => each.source.start < remark.source.start)
    return around ? [around.source] : []
  }
  const next = own.find((each) => each.source.start >= remark.source.end)
  if (!next) return []
  if (remark.reach === 'block') return [next.source]
  const end = Math.max(next.source.end, emptyLineAfter(source, next.source.start))
  return own
    .filter((each) => each.source.start >= next.source.start && each.source.start < end)
    .map((each) => each.source)
}

const emptyLine = /(?:\r\n?|\n)[ \t>]*(?=[\r\n])/g

function emptyLineAfter(source: string, from: number): number {
  emptyLine.lastIndex = from
  return emptyLine.exec(source)?.index ?? source.length
}

/** A key with its value, or an item of a list. */
interface Node {
  readonly source: Span
}

/** Every key and item of structured values, outer before inner. */
export function* nodesOf(value: Value): Generator<Node> {
  if (value.kind === 'map') {
    for (const entry of value.entries) {
      yield { source: { start: entry.keySource.start, end: endOf(entry.value, entry.keySource.end) } }
      yield* nodesOf(entry.value)
    }
  } else if (value.kind === 'list') {
    for (const item of value.items) {
      yield { source: { start: item.source.start, end: endOf(item, item.source.end) } }
      yield* nodesOf(item)
    }
  }
}

const endOf = (value: Value, least: number) => Math.max(value.source.end, least)

/** What a `#` comment is about: the keys on its line, or the next key or item when it has a line of its own. */
export function coveredByComment(
  comment: Span,
  nodes: readonly Node[],
  lines: ReturnType<typeof lineIndex>,
): readonly Span[] {
  const line = lineSpanAt(lines, comment.start)
  const onLine = nodes.filter(({ source }) => source.start >= line.start && source.start < comment.start)
  const last = onLine.at(-1)
  if (last) {
    const whole = onLine.find(({ source }) => source.end <= comment.start)
    return [(whole ?? last).source]
  }
  const next = nodes.find(({ source }) => source.start >= comment.end)
  return next ? [next.source] : []
}
