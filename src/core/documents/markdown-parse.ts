import type { Nodes, Root } from 'mdast'
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { MappedText } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { mappedTextBuilder } from '../text/mapped-text.ts'

/** Characters that the parser read at one place, references and escapes already resolved. */
export interface Piece {
  readonly text: string
  readonly source: Span
  /** Part of a title, an address, a label or a tag: not of the running text. */
  readonly isAside: boolean
}

/** The tree of a Markdown text, and where each character of it was read. */
export interface ParsedMarkdown {
  readonly tree: Root
  /** In the order of the source. */
  readonly pieces: readonly Piece[]
  /** Labels of images and titles of links, images and definitions: where each one stands, by its start. */
  readonly labels: ReadonlyMap<number, Span>
  readonly titles: readonly Span[]
}

interface Log {
  readonly pieces: Piece[]
  readonly labels: Map<number, Span>
  readonly titles: Span[]
}

const asides = new Set(['resource', 'reference', 'definition', 'htmlText', 'gfmFootnoteCall'])
const titles = new Set(['resourceTitleString', 'definitionTitleString'])

/** The text node that the token which just ended was added to. */
function textBefore(context: CompileContext): Nodes | undefined {
  const parent = context.stack.at(-1)
  return parent && 'children' in parent ? parent.children.at(-1) : undefined
}

/** Marks what was read since `start` as no part of the running text. */
function setAside(log: Log, start: number): void {
  for (let index = log.pieces.length - 1; index >= 0; index -= 1) {
    const piece = log.pieces[index]
    if (!piece || piece.isAside || piece.source.start < start) return
    log.pieces[index] = { ...piece, isAside: true }
  }
}

/** A tab that a container takes only a part of leaves spaces in front that stand nowhere in the source. */
function withoutTabRest(text: string, source: Span): string {
  const surplus = text.length - (source.end - source.start)
  return surplus > 0 ? text.slice(surplus) : text
}

/** Records every token that gave the tree characters: the tree itself only knows where its nodes begin and end. */
function recorder(log: Log): Extension {
  const lengths = new WeakMap<object, number>()
  return {
    afterExit(this: CompileContext, token: Token) {
      const source = { start: token.start.offset, end: token.end.offset }
      if (token.type === 'labelText') log.labels.set(source.start, source)
      else if (titles.has(token.type)) log.titles.push(source)
      else if (asides.has(token.type)) setAside(log, source.start)
      const node = textBefore(this)
      if (node?.type !== 'text') return undefined
      const known = lengths.get(node) ?? 0
      if (node.value.length <= known) return undefined
      lengths.set(node, node.value.length)
      const text = withoutTabRest(node.value.slice(known), source)
      if (text !== '') log.pieces.push({ text, source, isAside: false })
      return undefined
    },
  }
}

/** Adds the recorder, and takes out the search for addresses that would cut text nodes into pieces without a place. */
function remarkPieces(this: Processor, log: Log): void {
  const known = (this.data().fromMarkdownExtensions ?? []).flat()
  this.data().fromMarkdownExtensions = [...known.map((extension) => ({ ...extension, transforms: [] })), recorder(log)]
}

function remarkNoIndentedCode(this: Processor): void {
  const known = this.data().micromarkExtensions ?? []
  this.data().micromarkExtensions = [...known, { disable: { null: ['codeIndented'] } }]
}

/** What the GitHub extensions begin with; without any of it they cost half of the time for nothing. */
const mayUseGfm = /[|~@]|\[\^|\[[\sx]\]|www\.|:\/\/|:-|-:/i

/** Parses Markdown with the GitHub extensions; throws RangeError where it nests too deep. Offsets are into `text`. */
export function parseMarkdown(text: string, indentedCode: 'code' | 'text'): ParsedMarkdown {
  const log: Log = { pieces: [], labels: new Map(), titles: [] }
  const processor = unified().use(remarkParse)
  if (mayUseGfm.test(text)) processor.use(remarkGfm)
  if (indentedCode === 'text') processor.use(remarkNoIndentedCode)
  return { tree: processor.use(remarkPieces, log).parse(text), ...log }
}

/** Index of the first piece that ends behind `offset`. */
function firstBehind(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.source.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of `pieces` that stand inside `span`; a task box takes the space behind it away from the text node, not from its piece. */
export function piecesIn(pieces: readonly Piece[], span: Span): readonly Piece[] {
  const start = firstBehind(pieces, span.start)
  let end = start
  while (end < pieces.length && (pieces[end]?.source.start ?? 0) < span.end) end += 1
  return pieces.slice(start, end)
}

/** Pieces as mapped text, their sources moved by `shift`. */
export function joinPieces(pieces: readonly Piece[], shift: number): MappedText {
  const builder = mappedTextBuilder()
  for (const { text, source } of pieces) builder.append(text, { start: source.start + shift, end: source.end + shift })
  return builder.build()
}
