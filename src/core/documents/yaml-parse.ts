import { Composer, type Document, Lexer, Parser, type YAMLParseError } from 'yaml'
import type { Fault } from '../model/document.ts'
import { defaultLimits, type Limits } from '../model/limits.ts'
import type { Span } from '../model/span.ts'

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
const besideCollections = 2

/** What has been seen of a stream. */
interface Seen {
  /** Collections inside each other, here. */
  readonly depth: number
  /** Tags and anchors in a row, which cost the parser quadratic time. */
  readonly properties: number
  /** Keys and values so far. */
  readonly values: number
}

function stopFault({ depth, properties, values }: Seen, offset: number, limits: Limits): Fault | null {
  const stop = (what: string, limit: keyof Limits, remedy: string): Fault => ({
    code: 'too-costly',
    reason: `${what} (limits.${limit}), not read from here on; ${remedy}`,
    source: { start: offset, end: offset + 1 },
  })
  if (depth > limits.nesting) return stop(`nested deeper than ${limits.nesting} levels`, 'nesting', 'flatten it')
  if (properties > limits.markerRun)
    return stop(`more than ${limits.markerRun} tags or anchors in a row`, 'markerRun', 'remove them')
  if (values > limits.values) return stop(`more than ${limits.values} keys and values`, 'values', 'split the file')
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

/** Tags and anchors in a row: blanks and comments part none. */
const propertiesAfter = (count: number, kind: ReturnType<typeof kindOf>): number =>
  kind === 'property' ? count + 1 : kind === 'other' ? 0 : count

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

function parse(source: string, limits: Limits): YamlStream {
  const parser = new Parser()
  const composer = new Composer(composing)
  const documents: Document.Parsed[] = []
  const comments: Span[] = []
  let stop: Fault | null = null
  let properties = 0
  let values = 0
  let before = ''
  for (const lexeme of new Lexer().lex(source)) {
    const start = parser.offset
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token))
    const kind = kindOf(lexeme, before)
    if (kind === 'comment') comments.push({ start, end: start + lexeme.length })
    properties = propertiesAfter(properties, kind)
    values += Number(lexeme === scalarMark)
    const depth = parser.stack.length - besideCollections
    stop = stopFault({ depth, properties, values }, Math.min(start, source.length - 1), limits)
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
export function parseYamlStream(source: string, limits: Limits = defaultLimits): YamlStream {
  try {
    return parse(source, limits)
  } catch (error) {
    const reason = `the YAML parser failed (${error instanceof Error ? error.message : String(error)}); simplify the file`
    const stop: Fault = { code: 'unreadable', reason: reason.replace(/\s+/g, ' '), source: { start: 0, end: 0 } }
    return { documents: [], error: null, stop, comments: [] }
  }
}
