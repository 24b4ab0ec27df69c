import type { Block, BlockKind, MappedText } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { joinsWithoutSpace, lastCharacter } from '../text/han.ts'
import { type MappedTextBuilder, mappedTextBuilder, sliceMapped } from '../text/mapped-text.ts'
import { maskedParts } from './masks.ts'

/** Where the text of a block comes from and how it is to be read. */
export interface BlockPlace {
  /** Path of the YAML key, null in a Markdown body. */
  readonly field: string | null
  /** Headings that stand above the text before its own, outermost first. */
  readonly trail: readonly string[]
  /** `code`: lines indented by four are code, as in CommonMark; `text`: they are prose, as in YAML strings. */
  readonly indentedCode: 'code' | 'text'
}

/** The text of one block with its masks, before kind and trail are known. */
export interface Prose extends MappedText {
  readonly masked: readonly Span[]
  /** Plain text of each cell of a table row; one entry for any other block. */
  readonly cells: readonly string[]
}

/** Collects the prose of one block: white space folded, cells joined, code marked. */
export interface BlockWriter {
  /** Adds mapped text as it is. */
  append(mapped: MappedText): void
  /** Folded white space at `source`: a space, but nothing at an edge; a `break` is nothing between two Han characters either. */
  space(source: Span, kind: 'break' | 'blank'): void
  /** A hard break at `source`: `\n`, but nothing at an edge. */
  hardBreak(source: Span): void
  /** Ends a table cell; `source` stands between it and the next one. */
  nextCell(source: Span): void
  /** What is added until the matching `unmask` can be no claim. */
  mask(): void
  unmask(): void
  /** The block so far, null when it has no visible character. The writer is empty afterwards. */
  take(): Prose | null
  /** Whether anything was written since the last `take`. */
  isOpen(): boolean
}

interface Gap {
  readonly source: Span
  readonly kind: 'break' | 'blank' | 'hard'
}

interface Draft {
  readonly builder: MappedTextBuilder
  /** Last character added, empty at the start of a block. */
  last: string
  /** White space that counts only when something follows. */
  gap: Gap | null
  readonly masked: Span[]
  maskStart: number
  maskDepth: number
  /** Offset of the first character of each cell but the first, and of the end of the one before it. */
  readonly cellEdges: Span[]
}

/** Footnote calls without a definition, and TeX between dollars; a price is never TeX. */
const dropped = / ?(?:\[\^[^\]\s[]{1,200}\]|\${1,2}(?![\s\d])(?=[^$\n]{0,200}[\\^_])[^$\n]{1,200}(?<!\s)\${1,2}(?!\d))/g

const emptyDraft = (): Draft => ({
  builder: mappedTextBuilder(),
  last: '',
  gap: null,
  masked: [],
  maskStart: 0,
  maskDepth: 0,
  cellEdges: [],
})

const isEdge = (last: string) => last === '' || /\s/.test(last)

function fillGap(draft: Draft, next: string): void {
  const gap = draft.gap
  draft.gap = null
  if (!gap) return
  if (gap.kind === 'break' && joinsWithoutSpace(draft.last, next)) return
  draft.builder.append(gap.kind === 'hard' ? '\n' : ' ', gap.source)
}

function appendTo(draft: Draft, mapped: MappedText): void {
  if (mapped.text === '') return
  fillGap(draft, mapped.text)
  if (draft.maskDepth > 0 && draft.maskStart < 0) draft.maskStart = draft.builder.length()
  draft.builder.appendMapped(mapped)
  draft.last = lastCharacter(mapped.text)
}

function openGap(draft: Draft, gap: Gap): void {
  if (draft.gap) draft.gap = gap.kind === 'hard' && draft.gap.kind !== 'hard' ? gap : draft.gap
  else if (!isEdge(draft.last)) draft.gap = gap
}

function closeMask(draft: Draft): void {
  draft.maskDepth = 0
  if (draft.maskStart >= 0) draft.masked.push({ start: draft.maskStart, end: draft.builder.length() })
  draft.maskStart = -1
}

function startCell(draft: Draft, source: Span): void {
  draft.gap = null
  const end = draft.builder.length()
  draft.builder.append(' | ', source)
  draft.cellEdges.push({ start: end, end: end + 3 })
  draft.last = ' '
}

/** Where a position of the text is once the removed parts are gone. */
function without(removed: readonly Span[], at: number): number {
  let shift = 0
  for (const part of removed) {
    if (part.start >= at) break
    shift += Math.min(part.end, at) - part.start
  }
  return at - shift
}

function keep(mapped: MappedText, removed: readonly Span[]): MappedText {
  if (removed.length === 0) return mapped
  const builder = mappedTextBuilder()
  let from = 0
  for (const part of [...removed, { start: mapped.text.length, end: mapped.text.length }]) {
    builder.appendMapped(sliceMapped(mapped, { start: from, end: part.start }))
    from = part.end
  }
  return builder.build()
}

function finish(draft: Draft): Prose | null {
  if (draft.maskDepth > 0) closeMask(draft)
  const whole = draft.builder.build()
  const isInMask = (at: number) => draft.masked.some((mask) => mask.start <= at && at < mask.end)
  const mayDrop = whole.text.includes('$') || whole.text.includes('[^')
  const removed = (mayDrop ? [...whole.text.matchAll(dropped)] : [])
    .filter((match) => !isInMask(match.index))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const mapped = keep(whole, removed)
  const cells: string[] = []
  let from = 0
  for (const edge of [...draft.cellEdges, { start: whole.text.length, end: whole.text.length }]) {
    cells.push(mapped.text.slice(from, without(removed, edge.start)).trim())
    from = without(removed, edge.end)
  }
  if (cells.every((cell) => cell === '')) return null
  const known = draft.masked.map(({ start, end }) => ({ start: without(removed, start), end: without(removed, end) }))
  return { ...mapped, masked: maskedParts(mapped.text, known), cells }
}

/** A new, empty writer. */
export function blockWriter(): BlockWriter {
  let draft = emptyDraft()
  return {
    append: (mapped) => appendTo(draft, mapped),
    space: (source, kind) => openGap(draft, { source, kind }),
    hardBreak: (source) => openGap(draft, { source, kind: 'hard' }),
    nextCell: (source) => startCell(draft, source),
    mask() {
      draft.maskDepth += 1
      if (draft.maskDepth === 1) draft.maskStart = -1
    },
    unmask() {
      if (draft.maskDepth === 1) closeMask(draft)
      else if (draft.maskDepth > 1) draft.maskDepth -= 1
    },
    isOpen: () => draft.last !== '',
    take() {
      const prose = finish(draft)
      draft = emptyDraft()
      return prose
    },
  }
}

/** The block that this prose is at this place. */
export function toBlock(prose: Prose, kind: BlockKind, place: Pick<BlockPlace, 'field' | 'trail'>): Block {
  const { text, runs, masked } = prose
  return { text, runs, masked, kind, field: place.field, trail: place.trail }
}
