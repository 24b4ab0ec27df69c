import type { Span } from '../model/span.ts'
import { fieldBlocks } from './fields-blocks.ts'
import type { Step } from './fields-path.ts'
import { isProse } from './fields-prose.ts'
import { selectFields } from './fields-select.ts'
import type { ReadDocument, ReadOptions } from './index.ts'
import { readJson } from './json.ts'
import { usualReading } from './markdown-pieces.ts'
import type { Entry, MapValue, TextValue, Value } from './values.ts'

/** One listing of a stream: its id as the line writes it, in JSON, and what it says. */
export interface StreamRecord {
  /** Raw JSON: `"A-1"` or `17`. */
  readonly id: string
  /** The id as text. */
  readonly name: string
  /** Its `source` is the line. */
  readonly document: ReadDocument
}

/** Why a line is no record, for whoever wrote it. */
export interface StreamFault {
  readonly reason: string
}

/** The words of a record and those parts of it that are none. */
const copyKeys: ReadonlySet<string> = new Set(['text', 'fields'])
const otherKeys: ReadonlySet<string> = new Set(['id', 'facts'])

const textUnder = ({ entries }: MapValue, key: string): TextValue | null => {
  const value = entries.find((entry) => entry.key === key)?.value
  return value?.kind === 'text' ? value : null
}

/**
 * Reads one line of a stream: `{"id", "text" | "fields", "facts"}`. Every string in `text` and `fields` is copy; without them the strings of
 * all other keys are, as in a JSON document. The record is one article, numbered by its id, and `facts` are the facts of it.
 */
export function readStreamRecord(line: string, options: ReadOptions): StreamRecord | StreamFault {
  const reading = { ...usualReading, ...options }
  const value = readJson(line, 0, reading.limits)
  if (value?.kind !== 'map') return { reason: 'the line is no JSON object; write {"id": "…", "text": "…"}' }
  const id = textUnder(value, 'id')
  if (!id || id.text.text.trim() === '') return { reason: 'the record has no "id"; give it one' }
  const { blocks, faults, remarks } = fieldBlocks([value], copyOf(value, options.fields), reading)
  const values = [numbered(value, id)]
  const document = { path: id.text.text, source: line, blocks, faults, values, comments: [], remarks }
  return { id: line.slice(id.source.start, id.source.end), name: id.text.text, document }
}

function copyOf(
  { entries }: MapValue,
  fields: ReadOptions['fields'],
): (path: readonly Step[], value: string) => boolean {
  const isPlain = selectFields(fields)
  if (!entries.some(({ key }) => copyKeys.has(key))) {
    return (path, value) => !otherKeys.has(String(path[0])) && isPlain(path, value)
  }
  return (path, value) => copyKeys.has(String(path[0])) && isProse(value)
}

/** The record with its id as the number of an article, so that its facts are the article's. */
function numbered(record: MapValue, id: TextValue): Value {
  const sku: Entry = { key: 'sku', keySource: id.source, value: id }
  return record.entries.some(({ key }) => key === 'sku') ? record : { ...record, entries: [sku, ...record.entries] }
}

/** Where a part of the line stands in the string it belongs to, in UTF-16 units of that string; null between strings. */
export function placeInString(document: ReadDocument, { start, end }: Span): Span | null {
  const text = document.values.map((value) => textAt(value, start)).find((found) => found !== null)
  if (!text) return null
  const first = text.text.runs.find(({ source }) => start < source.end)
  const last = text.text.runs.findLast(({ source }) => source.start < end)
  if (!first || !last) return null
  const isLinear = (run: typeof first) => run.text.end - run.text.start === run.source.end - run.source.start
  return {
    start: isLinear(first) ? first.text.start + Math.max(start - first.source.start, 0) : first.text.start,
    end: isLinear(last) ? last.text.start + (Math.min(end, last.source.end) - last.source.start) : last.text.end,
  }
}

function textAt(value: Value, at: number): TextValue | null {
  if (at < value.source.start || at >= value.source.end) return null
  if (value.kind === 'text') return value
  if (value.kind === 'list') return firstOf(value.items, at)
  return value.kind === 'map'
    ? firstOf(
        value.entries.map((entry) => entry.value),
        at,
      )
    : null
}

function firstOf(values: readonly Value[], at: number): TextValue | null {
  for (const value of values) {
    const found = textAt(value, at)
    if (found) return found
  }
  return null
}
