import type {
  Definition,
  Image,
  ImageReference,
  Link,
  Nodes,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
} from 'mdast'
import type { BlockKind, MappedText } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { addAlt, appendFolded, endBlock, type Flow } from './flow.ts'
import { endHtml, readHtml } from './html-flow.ts'
import { joinPieces, type ParsedMarkdown, type Piece, piecesIn } from './markdown-parse.ts'

/** A parsed piece of the body and where it stands in it. */
interface Walk {
  readonly flow: Flow
  readonly parsed: ParsedMarkdown
  /** The text that was parsed. */
  readonly text: string
  /** Added to offsets into `text` gives offsets into the body. */
  readonly shift: number
}

const spanOf = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
})

const moved = (walk: Walk, { start, end }: Span): Span => ({ start: start + walk.shift, end: end + walk.shift })

function writePieces(walk: Walk, pieces: readonly Piece[]): void {
  appendFolded(walk.flow.writer, joinPieces(pieces, walk.shift))
}

const mappedOf = (walk: Walk, span: Span): MappedText => joinPieces(piecesIn(walk.parsed.pieces, span), walk.shift)

/** In a table cell a pipe in code stands behind a backslash that is not part of the code. */
function unescapePipes(piece: Piece): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (let at = piece.text.indexOf('\\|'); at >= 0; at = piece.text.indexOf('\\|', at + 2)) {
    pieces.push(partOf(piece, from, at))
    from = at + 1
  }
  return [...pieces, partOf(piece, from, piece.text.length)]
}

const partOf = (piece: Piece, start: number, end: number): Piece => ({
  ...piece,
  text: piece.text.slice(start, end),
  source: { start: piece.source.start + start, end: piece.source.start + end },
})

function writeCode(walk: Walk, span: Span): void {
  const pieces = piecesIn(walk.parsed.pieces, span)
  walk.flow.writer.mask()
  writePieces(walk, walk.flow.kind === 'row' ? pieces.flatMap(unescapePipes) : pieces)
  walk.flow.writer.unmask()
}

/** Title of a link, image or definition: the last one inside it. */
function addTitle(walk: Walk, node: Link | Image | Definition): void {
  if (!node.title) return
  const { start, end } = spanOf(node)
  const title = walk.parsed.titles.findLast((span) => span.start >= start && span.end <= end)
  if (title) addAlt(walk.flow, [mappedOf(walk, title)])
}

function addImage(walk: Walk, node: Image | ImageReference): void {
  const label = walk.parsed.labels.get(spanOf(node).start + '!['.length)
  const pieces = label ? piecesIn(walk.parsed.pieces, label).filter((piece) => !piece.isAside) : []
  addAlt(walk.flow, [joinPieces(pieces, walk.shift)])
  if (node.type === 'image') addTitle(walk, node)
}

/** `<https://…>`, `www.…` and the like: the text is the address. */
const isAddress = (walk: Walk, node: Link) => walk.text[spanOf(node).start] !== '['

function writeLink(walk: Walk, node: Link): void {
  if (isAddress(walk, node)) walk.flow.writer.mask()
  writeInline(walk, node.children)
  if (isAddress(walk, node)) walk.flow.writer.unmask()
  addTitle(walk, node)
}

function writeInline(walk: Walk, nodes: readonly PhrasingContent[]): void {
  for (const node of nodes) {
    if (node.type === 'html') readHtml(walk.flow, mappedOf(walk, spanOf(node)))
    else if (walk.flow.skipped === null) writeNode(walk, node)
  }
}

function writeNode(walk: Walk, node: PhrasingContent): void {
  const span = spanOf(node)
  if (node.type === 'text') writePieces(walk, piecesIn(walk.parsed.pieces, span))
  else if (node.type === 'break') walk.flow.writer.hardBreak(moved(walk, span))
  else if (node.type === 'inlineCode') writeCode(walk, span)
  else if (node.type === 'image' || node.type === 'imageReference') addImage(walk, node)
  else if (node.type === 'link') writeLink(walk, node)
  else if ('children' in node) writeInline(walk, node.children)
}

function writeRow(walk: Walk, row: TableRow): readonly string[] {
  for (const [index, cell] of row.children.entries()) {
    const { start } = spanOf(cell)
    if (index > 0) walk.flow.writer.nextCell(moved(walk, { start, end: start + 1 }))
    writeInline(walk, cell.children)
  }
  walk.flow.skipped = null
  return endBlock(walk.flow, 'row')
}

function walkTable(walk: Walk, table: Table): void {
  const { flow } = walk
  const kind = flow.kind
  flow.kind = 'row'
  for (const [index, row] of table.children.entries()) {
    const cells = writeRow(walk, row)
    if (index === 0) flow.header = cells.filter((cell) => cell !== '')
  }
  flow.header = []
  flow.kind = kind
}

/** Reads what a container holds; its headings do not reach beyond it. A quote or footnote stays one in every list inside it. */
function walkContainer(walk: Walk, children: readonly RootContent[], kind: BlockKind): void {
  const { flow } = walk
  const before = { kind: flow.kind, headings: flow.headings }
  if (flow.kind === 'paragraph' || flow.kind === 'item') flow.kind = kind
  for (const child of children) walkNode(walk, child)
  flow.kind = before.kind
  flow.headings = before.headings
}

function walkNode(walk: Walk, node: RootContent): void {
  const { flow } = walk
  if (node.type === 'paragraph') {
    writeInline(walk, node.children)
    endHtml(flow)
  } else if (node.type === 'heading') {
    writeInline(walk, node.children)
    flow.skipped = null
    endBlock(flow, 'heading', node.depth)
    endHtml(flow)
  } else if (node.type === 'html') {
    readHtml(flow, mappedOf(walk, spanOf(node)))
    endHtml(flow)
  } else if (node.type === 'table') walkTable(walk, node)
  else if (node.type === 'definition') {
    addTitle(walk, node)
    endHtml(flow)
  } else if (node.type === 'list') for (const item of node.children) walkContainer(walk, item.children, 'item')
  else if (node.type === 'blockquote') walkContainer(walk, node.children, 'quote')
  else if (node.type === 'footnoteDefinition') walkContainer(walk, node.children, 'footnote')
}

/** Adds the blocks of a parsed piece to the flow; nodes that begin before `from` (an offset into `text`) are left out. */
export function walkMarkdown(walk: Walk, from: number): void {
  for (const node of walk.parsed.tree.children) {
    if (spanOf(node).start >= from) walkNode(walk, node)
  }
}
