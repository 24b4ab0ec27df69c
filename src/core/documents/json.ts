import type { MappedText } from '../model/document.ts'
import { defaultLimits, type Limits } from '../model/limits.ts'
import { identityText, mappedTextBuilder } from '../text/mapped-text.ts'
import type { Entry, Value } from './values.ts'

/** Where the reader stands; `at` is -1 once something is not JSON. */
interface Cursor {
  readonly source: string
  readonly offset: number
  readonly limits: Limits
  at: number
  /** Keys and values so far. */
  count: number
}

const blank = /[ \t\r\n]*/y
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const plainCharacters = /[^"\\\u0000-\u001f]*/y
const escaped = /\\(?:(["\\/bfnrt])|u([0-9a-fA-F]{4}))/y
const controls: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** What the pattern finds right here; moves behind it. */
function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at
  const match = pattern.exec(cursor.source)
  if (match) cursor.at += match[0].length
  return match
}

function takeMark(cursor: Cursor, mark: string): boolean {
  take(cursor, blank)
  if (cursor.source[cursor.at] !== mark) return false
  cursor.at += 1
  return true
}

/**
 * Reads strict JSON, each character of its strings with its place; offsets count from `offset` on.
 * null when it is no JSON, goes beyond the limits or names a key twice: the reader of YAML then says what is wrong, and where.
 */
export function readJson(source: string, offset: number, limits: Limits = defaultLimits): Value | null {
  const cursor: Cursor = { source, offset, limits, at: 0, count: 0 }
  const value = readValue(cursor, 0)
  take(cursor, blank)
  return cursor.at === source.length ? value : null
}

function readValue(cursor: Cursor, depth: number): Value | null {
  take(cursor, blank)
  const mark = cursor.source[cursor.at]
  cursor.count += 1
  if (cursor.count > cursor.limits.values) return null
  if (mark === '"') return readString(cursor)
  if (depth > cursor.limits.nesting) return null
  if (mark === '{') return readMap(cursor, depth)
  if (mark === '[') return readList(cursor, depth)
  const start = cursor.at
  const match = take(cursor, scalar)
  if (!match) return null
  const source = { start: cursor.offset + start, end: cursor.offset + cursor.at }
  return { kind: 'text', text: identityText(match[0], source.start), source }
}

function readMap(cursor: Cursor, depth: number): Value | null {
  const start = cursor.at
  const entries: Entry[] = []
  const keys = new Set<string>()
  cursor.at += 1
  if (!takeMark(cursor, '}')) {
    do {
      const entry = readEntry(cursor, depth)
      if (!entry || keys.has(entry.key) || keys.size >= cursor.limits.mapKeys) return null
      keys.add(entry.key)
      entries.push(entry)
    } while (takeMark(cursor, ','))
    if (!takeMark(cursor, '}')) return null
  }
  return { kind: 'map', entries, source: { start: cursor.offset + start, end: cursor.offset + cursor.at } }
}

function readEntry(cursor: Cursor, depth: number): Entry | null {
  take(cursor, blank)
  const key = cursor.source[cursor.at] === '"' ? readString(cursor) : null
  if (key?.kind !== 'text' || !takeMark(cursor, ':')) return null
  cursor.count += 1
  const value = readValue(cursor, depth + 1)
  return value && { key: key.text.text, keySource: key.source, value }
}

function readList(cursor: Cursor, depth: number): Value | null {
  const start = cursor.at
  const items: Value[] = []
  cursor.at += 1
  if (!takeMark(cursor, ']')) {
    do {
      const item = readValue(cursor, depth + 1)
      if (!item) return null
      items.push(item)
    } while (takeMark(cursor, ','))
    if (!takeMark(cursor, ']')) return null
  }
  return { kind: 'list', items, source: { start: cursor.offset + start, end: cursor.offset + cursor.at } }
}

function readString(cursor: Cursor): Value | null {
  const start = cursor.at
  cursor.at += 1
  const text = readCharacters(cursor)
  if (!text || cursor.source[cursor.at] !== '"') return null
  cursor.at += 1
  return { kind: 'text', text, source: { start: cursor.offset + start, end: cursor.offset + cursor.at } }
}

/** The characters up to the closing quote. */
function readCharacters(cursor: Cursor): MappedText | null {
  const from = cursor.at
  const first = take(cursor, plainCharacters)?.[0] ?? ''
  if (cursor.source[cursor.at] !== '\\') return identityText(first, cursor.offset + from)
  const builder = mappedTextBuilder()
  builder.append(first, { start: cursor.offset + from, end: cursor.offset + cursor.at })
  while (cursor.source[cursor.at] === '\\') {
    const start = cursor.at
    const match = take(cursor, escaped)
    if (!match) return null
    const [, letter, code] = match
    const character =
      letter === undefined ? String.fromCharCode(Number.parseInt(code ?? '', 16)) : (controls[letter] ?? letter)
    builder.append(character, { start: cursor.offset + start, end: cursor.offset + cursor.at })
    const plain = cursor.at
    const rest = take(cursor, plainCharacters)?.[0] ?? ''
    builder.append(rest, { start: cursor.offset + plain, end: cursor.offset + cursor.at })
  }
  return builder.build()
}
