import { type Document, visit, type YAMLParseError } from 'yaml'
import type { Fault } from '../model/document.ts'
import type { Span } from '../model/span.ts'

/** Where the scalar begins that ends at `end`; null when none does. */
function scalarStart(documents: readonly Document.Parsed[], end: number): number | null {
  let start: number | null = null
  const found = (node: { readonly range?: readonly number[] | null }) => {
    if (node.range?.[1] !== end) return undefined
    start = node.range[0] ?? null
    return visit.BREAK
  }
  for (const document of documents) visit(document, { Scalar: (_, node) => found(node) })
  return start
}

/** A quote that is never closed is best looked for where it opens; the parser names the end of the text. */
function placeOf(error: YAMLParseError, documents: readonly Document.Parsed[]): Span {
  const [start, end] = error.pos
  if (!error.message.startsWith('Missing closing')) return { start, end }
  const quote = scalarStart(documents, start)
  return quote === null ? { start, end } : { start: quote, end: quote + 1 }
}

/** The fault of the first error of a stream; offsets are those of the parsed source. */
export function syntaxFault(error: YAMLParseError, documents: readonly Document.Parsed[]): Fault {
  const message = error.message
    .replace(/["']quote/, 'quote')
    .replace(/\s+/g, ' ')
    .slice(0, 200)
  const reason = `not valid: ${message}; read as far as possible, mend it`
  return { code: 'syntax', reason, source: placeOf(error, documents) }
}
