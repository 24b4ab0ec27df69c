import type { Fault } from '../model/document.ts'
import { type MappedTextBuilder, mappedTextBuilder } from '../text/mapped-text.ts'
import { type HtmlEvent, htmlEvents } from './html-events.ts'
import { factKeyOf, isCopyColumn, plainColumn } from './sheet-columns.ts'
import type { Entry, ReadValues, Value } from './values.ts'

/** An element being read: text, or a map when it holds elements. */
interface Element {
  readonly name: string
  readonly start: number
  readonly text: MappedTextBuilder
  readonly entries: Entry[]
}

/** Elements that stand for one article in RSS, Atom and plain product feeds. */
const articles = new Set(['item', 'entry', 'product', 'offer', 'listing'])
/** An article with more levels is no feed of articles. */
const maxDepth = 20

const keyOf = (name: string): string => {
  const plain = name.replace(/^[\w.-]+:/, '')
  return isCopyColumn(plain) ? plain : factKeyOf(plain)
}

/** Reads a product feed (RSS or Atom with the names of Google Merchant Center): one list of articles. Offsets are into `source`. */
export function readFeed(source: string): ReadValues {
  const items: Value[] = []
  const open: Element[] = []
  for (const event of htmlEvents(source, 'xml')) {
    if (event.type === 'open') begin(event, open)
    else if (event.type === 'text') open.at(-1)?.text.append(event.text, event.source)
    else if (event.type === 'close') end(event, open, items)
  }
  const values: Value[] = [{ kind: 'list', items, source: { start: 0, end: source.length } }]
  return { values, faults: faultsOf(source, open, items), comments: [] }
}

function begin(event: HtmlEvent & { readonly type: 'open' }, open: Element[]): void {
  const isArticle = articles.has(plainColumn(event.name))
  if ((open.length === 0 && !isArticle) || open.length >= maxDepth) return
  open.push({ name: event.name, start: event.source.start, text: mappedTextBuilder(), entries: [] })
}

function end(event: HtmlEvent & { readonly type: 'close' }, open: Element[], items: Value[]): void {
  // A closing tag without its opening one, or around elements left open, closes what it names.
  const at = open.findLastIndex(({ name }) => name === event.name)
  if (at === -1) return
  while (open.length > at) {
    const element = open.pop()
    if (!element) return
    const value = elementValue(element, event.source.end)
    const parent = open.at(-1)
    if (!parent) items.push(value)
    else
      parent.entries.push({
        key: keyOf(element.name),
        keySource: { start: element.start, end: element.start + element.name.length + 2 },
        value,
      })
  }
}

function elementValue({ text, entries, start }: Element, end: number): Value {
  const source = { start, end }
  return entries.length > 0 ? { kind: 'map', entries, source } : { kind: 'text', text: text.build(), source }
}

function faultsOf(source: string, open: readonly Element[], items: readonly Value[]): Fault[] {
  const [first] = open
  if (first) {
    const reason = `<${first.name.slice(0, 40)}> is never closed; the feed seems cut off`
    return [{ code: 'syntax', reason, source: { start: first.start, end: first.start + 1 } }]
  }
  const reason = 'no <item> or <entry> in it, so no listings were read; give a product feed in RSS or Atom'
  return items.length === 0 && source.trim() !== ''
    ? [{ code: 'unreadable', reason, source: { start: 0, end: 0 } }]
    : []
}
