import { Composer, type Document, Lexer, Parser, type YAMLParseError } from 'yaml'
import type { Fault } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { maxNesting } from './values.ts'

/** The documents of a YAML stream, as far as it could be read. */
export interface YamlStream {
  readonly documents: readonly Document.Parsed[]
  /** The first error of syntax. */
  readonly error: YAMLParseError | null
  /** Why the reading stopped before the end. */
  readonly stop: Fault | null
  readonly comments: readonly Span[]
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

/** The lexer announces a scalar by this character; what follows is text, whatever it begins with. */
const scalarMark = '\x1f'

function kindOf(lexeme: string, before: string): 'property' | 'comment' | 'blank' | 'other' {
  if (before === scalarMark) return 'other'
  if (/^[!&]/.test(lexeme)) return 'property'
  if (lexeme.startsWith('#')) return 'comment'
  return /^[ \t\r\n]/.test(lexeme) ? 'blank' : 'other'
}

/** The first error that the source has of itself: one behind the place where reading stopped comes of stopping. */
function firstError(
  documents: readonly Document.Parsed[],
  composer: Composer,
  stop: Fault | null,
): YAMLParseError | null {
  const errors = [...documents.flatMap((document) => document.errors), ...composer.streamInfo().errors]
  const end = stop?.source.start ?? Number.POSITIVE_INFINITY
  return errors.find((error) => error.pos[0] < end) ?? null
}

function parse(source: string): YamlStream {
  const parser = new Parser()
  const composer = new Composer(composing)
  const documents: Document.Parsed[] = []
  const comments: Span[] = []
  let stop: Fault | null = null
  let properties = 0
  let before = ''
  for (const lexeme of new Lexer().lex(source)) {
    const start = parser.offset
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token))
    const kind = kindOf(lexeme, before)
    if (kind === 'comment') comments.push({ start, end: start + lexeme.length })
    if (kind === 'property' || kind === 'other') properties = kind === 'property' ? properties + 1 : 0
    stop = stopFault(parser.stack.length, properties, Math.min(start, source.length - 1))
    if (stop) break
    before = lexeme
  }
  for (const token of parser.end()) documents.push(...composer.next(token))
  documents.push(...composer.end())
  return { documents, error: firstError(documents, composer, stop), stop, comments }
}

/**
 * Parses a YAML stream token by token, so that nesting is measured before anything recurses into it.
 * Never throws: should the parser fail in itself, nothing is read. Offsets of the documents are those of `source`.
 */
export function parseYamlStream(source: string): YamlStream {
  try {
    return parse(source)
  } catch (error) {
    const reason = `the YAML parser failed (${error instanceof Error ? error.message : String(error)}); simplify the file`
    const stop: Fault = { code: 'unreadable', reason: reason.replace(/\s+/g, ' '), source: { start: 0, end: 0 } }
    return { documents: [], error: null, stop, comments: [] }
  }
}
