import { defaultLimits, type Limits } from '../model/limits.ts'
import type { Span } from '../model/span.ts'
import type { BlockPlace } from './block-writer.ts'
import { cutMarkdown } from './markdown-cut.ts'
import { type Refusal, refusalOf } from './markdown-guards.ts'
import { type ParsedMarkdown, parseMarkdown } from './markdown-parse.ts'
import { type PlainBlock, plainBlock } from './markdown-plain.ts'
import { definedLabels, definitionsOf, mayDefine, usedLabels } from './markdown-references.ts'

/** UTF-16 units: parts are parsed together up to about this length; measured, more or less of it costs more. */
const pieceLength = 2048
/** Fenced code between two parts that is longer than this is not parsed just to join them. */
const longestGap = 1024

type IndentedCode = BlockPlace['indentedCode']

/** A part that is not read, and where it stands in the text. */
export interface PlacedRefusal extends Refusal {
  readonly source: Span
}

/** Parts of a text that are parsed together. */
export interface Piece {
  readonly text: string
  /** Added to offsets into `text` gives offsets into the whole text. */
  readonly shift: number
  /** In offsets into the whole text. */
  readonly parts: readonly Span[]
  /** Kept when it was parsed to find what it defines. */
  readonly parsed: ParsedMarkdown | null
}

/** Whether parts that are plain are read without the parser: `never` is what the other way is held against. */
export type PlainReading = 'plain' | 'never'

/** How Markdown is read, beside what it says. */
export interface MarkdownReading {
  readonly limits: Limits
  readonly plain: PlainReading
}

/** How Markdown is read unless somebody asks for another way. */
export const usualReading: MarkdownReading = { limits: defaultLimits, plain: 'plain' }

/** A parsed piece: nodes that begin before `from` (an offset into its text) stand for definitions elsewhere. */
export interface ReadPiece {
  readonly parsed: ParsedMarkdown
  readonly text: string
  readonly shift: number
  readonly from: number
}

/** Joins parts that stand close together to pieces of about `length`. */
function joinParts(parts: readonly Span[], length: number): Span[][] {
  const groups: Span[][] = []
  for (const part of parts) {
    const group = groups.at(-1)
    const joined = part.end - (group?.[0]?.start ?? 0)
    const gap = part.start - (group?.at(-1)?.end ?? 0)
    if (group && joined <= length && gap <= longestGap) group.push(part)
    else groups.push([part])
  }
  return groups
}

const isTooDeep = (error: unknown) => error instanceof RangeError

function tryParse(text: string, indentedCode: IndentedCode): ParsedMarkdown | null {
  try {
    return parseMarkdown(text, indentedCode)
  } catch (error) {
    if (isTooDeep(error)) return null
    throw error
  }
}

function pieceOf(text: string, parts: readonly Span[], indentedCode: IndentedCode): Piece {
  const shift = parts[0]?.start ?? 0
  const own = text.slice(shift, parts.at(-1)?.end)
  return { text: own, shift, parts, parsed: mayDefine(own) ? tryParse(own, indentedCode) : null }
}

/** Parts in the order of the text: those to be parsed in stretches without another one between them. */
interface SortedParts {
  readonly stretches: readonly (readonly Span[] | PlainBlock)[]
  readonly refused: readonly PlacedRefusal[]
}

/** A part that is too long is refused whatever it holds. */
const plainPart = (text: string, part: Span, { plain, limits }: MarkdownReading) =>
  plain === 'never' || part.end - part.start > limits.blockSize ? null : plainBlock(text, part)

function sortParts(text: string, indentedCode: IndentedCode, reading: MarkdownReading): SortedParts {
  const refused: PlacedRefusal[] = []
  const stretches: (Span[] | PlainBlock)[] = []
  for (const part of cutMarkdown(text, indentedCode)) {
    const plain = plainPart(text, part, reading)
    const refusal = plain ? null : refusalOf(text.slice(part.start, part.end), reading.limits)
    const last = stretches.at(-1)
    // What says nothing does not part what is parsed together.
    if (plain?.type === 'nothing' && Array.isArray(last) && last.length > 0) last.push(part)
    else if (plain) stretches.push(plain)
    else if (refusal) {
      refused.push({ ...refusal, source: part })
      stretches.push([])
    } else if (Array.isArray(last)) last.push(part)
    else stretches.push([part])
  }
  return { stretches, refused }
}

/** Cuts a text into plain blocks and pieces of about `length` UTF-16 units, and collects the labels that any of them defines. */
export function piecesOf(
  text: string,
  indentedCode: IndentedCode,
  reading: MarkdownReading = usualReading,
  length: number = pieceLength,
): {
  readonly pieces: readonly (Piece | PlainBlock)[]
  readonly labels: ReadonlySet<string>
  readonly refused: readonly PlacedRefusal[]
} {
  const { stretches, refused } = sortParts(text, indentedCode, reading)
  const pieces = stretches.flatMap((stretch): (Piece | PlainBlock)[] =>
    'type' in stretch ? [stretch] : joinParts(stretch, length).map((parts) => pieceOf(text, parts, indentedCode)),
  )
  const labels = new Set(
    pieces.flatMap((piece) => ('parsed' in piece && piece.parsed ? definedLabels(piece.parsed.tree) : [])),
  )
  return { pieces, labels, refused }
}

/** Parses a piece as it would be read in the whole text; when it nests too deep, its parts one by one. */
export function readPiece(
  piece: Piece,
  labels: ReadonlySet<string>,
  indentedCode: IndentedCode,
): (ReadPiece | PlacedRefusal)[] {
  const own = new Set(piece.parsed ? definedLabels(piece.parsed.tree) : [])
  const definitions = definitionsOf(usedLabels(piece.text, labels).filter((label) => !own.has(label)))
  // The parser would take U+FEFF at the start for a byte-order mark and leave it out of its offsets.
  const prefix = definitions === '' && piece.text.startsWith('\ufeff') ? '\n' : definitions
  const text = prefix + piece.text
  const parsed = prefix === '' && piece.parsed ? piece.parsed : tryParse(text, indentedCode)
  if (parsed) return [{ parsed, text, shift: piece.shift - prefix.length, from: prefix.length }]
  const [first, ...others] = piece.parts
  if (!first) return []
  if (others.length === 0) {
    return [{ code: 'too-costly', reason: 'nested too deep to be read; flatten it', source: first }]
  }
  return piece.parts.flatMap((part) => {
    const partText = piece.text.slice(part.start - piece.shift, part.end - piece.shift)
    return readPiece({ text: partText, shift: part.start, parts: [part], parsed: null }, labels, indentedCode)
  })
}
