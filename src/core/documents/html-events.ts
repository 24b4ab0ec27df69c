import { Tokenizer } from 'htmlparser2'
import type { Span } from '../model/span.ts'

/** Decoded characters and where they stand in the text that was read. */
export interface HtmlText {
  readonly text: string
  readonly source: Span
}

export interface HtmlAttribute {
  /** In lower case. */
  readonly name: string
  readonly value: readonly HtmlText[]
}

/** One tag or run of text of HTML, in the order of the source; doctypes, and CDATA in HTML, are left out. */
export type HtmlEvent =
  | { readonly type: 'text'; readonly text: string; readonly source: Span }
  | {
      readonly type: 'open'
      readonly name: string
      readonly attributes: readonly HtmlAttribute[]
      readonly source: Span
    }
  | { readonly type: 'close'; readonly name: string; readonly source: Span }
  /** `text` without its delimiters, `source` with them. */
  | { readonly type: 'comment'; readonly text: string; readonly source: Span }

interface Tag {
  readonly name: string
  readonly start: number
  readonly attributes: HtmlAttribute[]
}

interface Value {
  readonly name: string
  readonly parts: HtmlText[]
  /** Characters of references whose place shows only when the next part begins. */
  decoded: string[]
  /** Where the source of the next part begins, or an offset before it. */
  from: number
}

/** Gives the references of an attribute value that end at `end` their places. */
function placeReferences(value: Value, html: string, end: number): void {
  if (value.decoded.length === 0) return
  const starts: number[] = []
  for (let at = html.indexOf('&', value.from); at >= 0 && at < end; at = html.indexOf('&', at + 1)) starts.push(at)
  if (starts.length === value.decoded.length) {
    for (const [index, start] of starts.entries()) {
      value.parts.push({ text: value.decoded[index] ?? '', source: { start, end: starts[index + 1] ?? end } })
    }
  } else {
    value.parts.push({ text: value.decoded.join(''), source: { start: starts[0] ?? value.from, end } })
  }
  value.decoded = []
}

/** Which language the tags are of: names of XML keep their capitals, and its CDATA is text. */
export type MarkupLanguage = 'html' | 'xml'

/** Reads HTML or XML into tags and text, each with its exact place; references are decoded as a browser does. */
export function htmlEvents(html: string, language: MarkupLanguage = 'html'): HtmlEvent[] {
  const isXml = language === 'xml'
  const named = (start: number, end: number) => (isXml ? html.slice(start, end) : html.slice(start, end).toLowerCase())
  const events: HtmlEvent[] = []
  let tag: Tag | null = null
  let value: Value | null = null
  const endTag = (end: number) => {
    if (tag) events.push({ type: 'open', ...tag, source: { start: tag.start, end: end + 1 } })
    tag = null
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: true, xmlMode: isXml },
    {
      ontext: (start, end) => events.push({ type: 'text', text: html.slice(start, end), source: { start, end } }),
      ontextentity(point, end) {
        const start = html.lastIndexOf('&', end - 1)
        const text = String.fromCodePoint(point)
        const last = events.at(-1)
        if (last?.type === 'text' && last.source.start === start) {
          events[events.length - 1] = { ...last, text: last.text + text }
        } else {
          events.push({ type: 'text', text, source: { start, end } })
        }
      },
      onopentagname(start, end) {
        tag = { name: named(start, end), start: start - 1, attributes: [] }
      },
      onattribname(start, end) {
        value = { name: html.slice(start, end).toLowerCase(), parts: [], decoded: [], from: end }
      },
      onattribdata(start, end) {
        if (!value) return
        placeReferences(value, html, start)
        value.parts.push({ text: html.slice(start, end), source: { start, end } })
        value.from = end
      },
      onattribentity: (point) => value?.decoded.push(String.fromCodePoint(point)),
      onattribend(_quote, end) {
        if (!value) return
        placeReferences(value, html, end)
        tag?.attributes.push({ name: value.name, value: value.parts })
        value = null
      },
      onopentagend: endTag,
      onselfclosingtag(end) {
        const name = tag?.name
        endTag(end)
        if (isXml && name !== undefined) events.push({ type: 'close', name, source: { start: end + 1, end: end + 1 } })
      },
      onclosetag(start, end) {
        const close = html.indexOf('>', end)
        const source = { start: start - 2, end: close < 0 ? html.length : close + 1 }
        events.push({ type: 'close', name: named(start, end), source })
      },
      oncdata(start, endIndex, endOffset) {
        const end = endIndex - endOffset
        if (isXml) events.push({ type: 'text', text: html.slice(start, end), source: { start, end } })
      },
      oncomment(start, endIndex, endOffset) {
        const source = { start: Math.max(start - '<!--'.length, 0), end: Math.min(endIndex + 1, html.length) }
        events.push({ type: 'comment', text: html.slice(start, endIndex - endOffset), source })
      },
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return events
}
