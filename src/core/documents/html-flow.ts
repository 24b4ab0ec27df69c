import type { BlockKind, MappedText } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { mappedTextBuilder, sliceMapped, toSource } from '../text/mapped-text.ts'
import { addAlt, appendFolded, endBlock, type Flow } from './flow.ts'
import { type HtmlAttribute, type HtmlEvent, type HtmlText, htmlEvents } from './html-events.ts'

const names = (list: string) => new Set(list.split(' '))
const skipping = names('script style pre template noscript head svg math iframe object textarea')
const coding = names('code kbd samp tt')
const blocking = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p section select summary table tbody ' +
    'tfoot thead tr ul',
)
/** Block tags that are only a line inside a table cell. */
const lineInCell = names('p div address center section article caption')
const headingDepth = (name: string) => (/^h[1-6]$/.test(name) ? Number(name[1]) : null)
const decisive = names('li ul ol dl dd dt tr table blockquote h1 h2 h3 h4 h5 h6')
/** No honest page nests deeper; what is deeper is read as if it stood there. */
const deepest = 200

/** The kind of the block that ends now, and its depth if it is a heading. */
function kindHere(flow: Flow): { readonly kind: BlockKind; readonly depth: number | null } {
  const inner = flow.open.findLast((name) => !['ul', 'ol', 'dl', 'table'].includes(name))
  const depth = headingDepth(inner ?? '')
  if (depth !== null) return { kind: 'heading', depth }
  if (inner === 'tr') return { kind: 'row', depth: null }
  if (flow.kind !== 'paragraph' && flow.kind !== 'item') return { kind: flow.kind, depth: null }
  if (flow.open.includes('blockquote')) return { kind: 'quote', depth: null }
  return { kind: inner ? 'item' : flow.kind, depth: null }
}

function flush(flow: Flow): void {
  const { kind, depth } = kindHere(flow)
  const cells = endBlock(flow, kind, depth)
  if (kind === 'row' && flow.isHeaderRow && cells.length > 0) flow.header = cells.filter((cell) => cell !== '')
  flow.cellCount = 0
}

/** Closes the innermost open tag of these names, unless one of `fence` stands inside it. */
function closeOpen(flow: Flow, closing: readonly string[], fence: readonly string[] = []): void {
  const at = flow.open.findLastIndex((name) => closing.includes(name))
  const barrier = flow.open.findLastIndex((name) => fence.includes(name))
  if (at > barrier) flow.open = flow.open.slice(0, at)
}

function closeImplied(flow: Flow, name: string): void {
  closeOpen(flow, ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], ['table', 'tr'])
  if (name === 'li') closeOpen(flow, ['li'], ['ul', 'ol', 'table'])
  if (name === 'dt' || name === 'dd') closeOpen(flow, ['dt', 'dd'], ['dl', 'table'])
  if (name === 'tr') closeOpen(flow, ['tr'], ['table'])
}

const isLineInCell = (flow: Flow, name: string) =>
  lineInCell.has(name) && flow.open.at(-1) === 'tr' && flow.cellCount > 0

function startCell(flow: Flow, name: string, source: Span): void {
  if (flow.open.at(-1) !== 'tr') openBlockTag(flow, 'tr')
  closeImplied(flow, 'td')
  if (flow.cellCount > 0) flow.writer.nextCell(source)
  flow.isHeaderRow = name === 'th' && (flow.cellCount === 0 || flow.isHeaderRow)
  flow.cellCount += 1
}

function openBlockTag(flow: Flow, name: string): void {
  flush(flow)
  closeImplied(flow, name)
  if (name === 'table') flow.header = []
  if (decisive.has(name) && flow.open.length < deepest) flow.open = [...flow.open, name]
}

function closeBlockTag(flow: Flow, name: string): void {
  flush(flow)
  closeOpen(flow, [name])
  if (name === 'table') flow.header = []
}

const mappedParts = (mapped: MappedText, parts: readonly HtmlText[]): MappedText[] =>
  parts.map((part) => mappedPart(mapped, part))

/** Text of an event, mapped to where `mapped` comes from. */
function mappedPart(mapped: MappedText, part: HtmlText): MappedText {
  if (part.text === mapped.text.slice(part.source.start, part.source.end)) return sliceMapped(mapped, part.source)
  const builder = mappedTextBuilder()
  builder.append(part.text, toSource(mapped, part.source))
  return builder.build()
}

function addAttributes(flow: Flow, event: { name: string; attributes: readonly HtmlAttribute[] }, mapped: MappedText) {
  if (event.name !== 'img' && event.name !== 'a') return
  for (const { name, value } of event.attributes) {
    if (name === 'title' || name === 'alt') addAlt(flow, mappedParts(mapped, value))
  }
}

function openTag(flow: Flow, event: HtmlEvent & { type: 'open' }, mapped: MappedText): void {
  const { name } = event
  const source = toSource(mapped, event.source)
  if (name === 'pre') flush(flow)
  if (skipping.has(name)) flow.skipped = name
  else if (name === 'br' || isLineInCell(flow, name)) flow.writer.hardBreak(source)
  else if (name === 'td' || name === 'th') startCell(flow, name, source)
  else if (blocking.has(name)) openBlockTag(flow, name)
  else if (coding.has(name)) flow.writer.mask()
  addAttributes(flow, event, mapped)
}

function closeTag(flow: Flow, name: string, source: Span): void {
  if (coding.has(name)) flow.writer.unmask()
  else if (isLineInCell(flow, name)) flow.writer.hardBreak(source)
  else if (blocking.has(name)) closeBlockTag(flow, name)
}

function addRemark(flow: Flow, event: HtmlEvent & { type: 'comment' }, mapped: MappedText): void {
  flow.remarks.push({
    text: event.text,
    source: toSource(mapped, event.source),
    field: flow.field,
    place: flow.writer.isOpen() ? 'inside' : 'before',
    reach: flow.markup === 'html' ? 'block' : 'paragraph',
  })
}

/** `</head>` may be left out. */
const endsSkipping = (skipped: string, event: HtmlEvent) =>
  (event.type === 'close' && event.name === skipped) ||
  (event.type === 'open' && event.name === 'body' && skipped === 'head')

function readEvent(flow: Flow, event: HtmlEvent, mapped: MappedText): void {
  if (event.type === 'text') appendFolded(flow.writer, mappedPart(mapped, event))
  else if (event.type === 'comment') addRemark(flow, event, mapped)
  else if (event.type === 'open') openTag(flow, event, mapped)
  else closeTag(flow, event.name, toSource(mapped, event.source))
}

/** Reads HTML into the flow: the block that is open goes on, tags may end it. */
export function readHtml(flow: Flow, mapped: MappedText): void {
  for (const event of htmlEvents(mapped.text)) {
    if (flow.skipped === null) readEvent(flow, event, mapped)
    else if (endsSkipping(flow.skipped, event)) flow.skipped = null
  }
}

/** Ends what HTML left open: the block, and every tag. */
export function endHtml(flow: Flow): void {
  flush(flow)
  flow.open = []
  flow.skipped = null
  flow.header = []
}
