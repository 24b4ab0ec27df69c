import { Composer, type Document, Lexer, Parser } from 'yaml'
import type { Fault } from '../model/document.ts'
import { maxNesting } from './values.ts'

/** Documents of a YAML stream, and the fault that stopped the reading. */
export interface YamlStream {
  readonly documents: readonly Document.Parsed[]
  readonly fault: Fault | null
}

// Nothing is resolved: numbers and dates stay as they are written, and keys are compared by us in linear time.
const composing = {
  schema: 'failsafe',
  uniqueKeys: false,
  keepSourceTokens: true,
  resolveKnownTags: false,
  logLevel: 'silent',
} as const

/** The document itself and a scalar stand on the parser's stack beside the collections. */
const maxStack = maxNesting + 2

/** More tags and anchors in a row than this are no document, and cost the parser quadratic time. */
const maxProperties = 100

function stopFault(depth: number, properties: number, offset: number): Fault | null {
  const source = { start: offset, end: offset + 1 }
  if (depth > maxStack) {
    const reason = `nested deeper than ${maxNesting} levels, not read from here on; flatten it`
    return { code: 'too-deep', reason, source }
  }
  if (properties > maxProperties) {
    const reason = `more than ${maxProperties} tags or anchors in a row, not read from here on; remove them`
    return { code: 'syntax', reason, source }
  }
  return null
}

/**
 * Parses a YAML stream token by token, so that nesting is measured before anything recurses into it.
 * Offsets of the documents are those of `source`.
 */
export function parseYamlStream(source: string): YamlStream {
  const parser = new Parser()
  const composer = new Composer(composing)
  const documents: Document.Parsed[] = []
  let fault: Fault | null = null
  let properties = 0
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token))
    if (/^[!&]/.test(lexeme)) properties += 1
    else if (/^[^ \t\r\n#]/.test(lexeme)) properties = 0
    fault = stopFault(parser.stack.length, properties, Math.min(parser.offset, source.length - 1))
    if (fault) break
  }
  for (const token of parser.end()) documents.push(...composer.next(token))
  documents.push(...composer.end())
  return { documents, fault }
}
