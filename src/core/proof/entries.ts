import type { RegisterFault } from '../model/register-fault.ts'
import type { Range, Span } from '../model/span.ts'
import type { Entry, MapValue, TextValue, Value } from '../model/value.ts'
import { excerptOf } from '../text/excerpt.ts'
import { type LineIndex, lineIndex, placeAt } from '../text/line-index.ts'
import { nearest } from '../text/suggest.ts'

/** A file of entries being read: an evidence register, or a file of decisions. */
export interface EntryFile {
  /** As in reports. */
  readonly path: string
  readonly source: string
  readonly lines: LineIndex
  readonly faults: RegisterFault[]
}

/** An entry file that has not been read yet. */
export const entryFile = (path: string, source: string): EntryFile => ({
  path,
  source,
  lines: lineIndex(source),
  faults: [],
})

export const resolved = (value: Value): Value => (value.kind === 'alias' ? (value.target ?? value) : value)

/** A key without its joints, in lower case: `valid-from` and `validFrom` are one. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_\-:@]+/g, '')

/** Where a span stands, for people. */
export const rangeIn = ({ lines }: EntryFile, { start, end }: Span): Range => ({
  start: placeAt(lines, start),
  end: placeAt(lines, end),
})

/** Adds what could not be used as written. */
export function addFault(file: EntryFile, fault: Pick<RegisterFault, 'code' | 'key' | 'expected'>, source: Span): void {
  const text = file.source.slice(source.start, source.end).replace(/\s+/g, ' ').trim()
  file.faults.push({
    ...fault,
    text: text.length > 60 ? `${text.slice(0, 59)}…` : text,
    document: file.path,
    range: rangeIn(file, source),
    excerpt: excerptOf(file.source, file.lines, source),
  })
}

/** From the start of a map to the end of its first value: enough to find it. */
export function headOf(map: MapValue): Span {
  const [first] = map.entries
  return first ? { start: first.keySource.start, end: lineEnd(first) } : map.source
}

const lineEnd = ({ keySource, value }: Entry) => (value.kind === 'text' ? value.source.end : keySource.end)

/** How entries are found in a file. */
export interface EntryKeys {
  /** The key around the list, where there is one. */
  readonly wrapper: string
  /** Plain keys of an entry. */
  readonly known: ReadonlySet<string>
}

/** The entries of a file: a list of maps, a map with that list under `wrapper`, or one map that is an entry by its keys; any other map is left alone. */
export function entryMaps(values: readonly Value[], file: EntryFile, keys: EntryKeys): MapValue[] {
  return values.flatMap((value) => mapsOf(resolved(value), file, keys))
}

function mapsOf(root: Value, file: EntryFile, { wrapper, known }: EntryKeys): MapValue[] {
  if (root.kind === 'text' && root.text.text.trim() === '') return []
  if (root.kind !== 'map') return listed(root, file, wrapper)
  const wrapped = root.entries.find(({ key }) => plainKey(key) === wrapper)
  if (wrapped) return listed(resolved(wrapped.value), file, wrapper)
  if (root.entries.some(({ key }) => known.has(plainKey(key)))) return [root]
  for (const { key, keySource } of root.entries) {
    if (nearest(plainKey(key), [wrapper]) !== null)
      addFault(file, { code: 'unknown-key', key, expected: wrapper }, keySource)
  }
  return []
}

function listed(value: Value, file: EntryFile, wrapper: string): MapValue[] {
  if (value.kind === 'list') {
    return value.items.flatMap((item) => {
      const map = resolved(item)
      if (map.kind === 'map') return [map]
      addFault(file, { code: 'unreadable', key: wrapper, expected: 'keys with values' }, item.source)
      return []
    })
  }
  const empty = value.kind === 'text' && /^(?:null|~)?$/.test(value.text.text.trim())
  if (!empty) {
    const source = value.kind === 'map' ? headOf(value) : value.source
    addFault(file, { code: 'unreadable', key: wrapper, expected: 'a list of entries' }, source)
  }
  return []
}

/** The values of one entry by their known key; later repetitions of a key are faults. */
export type KeyedValues<Key extends string> = ReadonlyMap<Key, Entry>

/** Sorts the keys of an entry. Unknown ones are left alone, but one that is nearly known is a fault. */
export function keyedValues<Key extends string>(
  map: MapValue,
  known: ReadonlyMap<string, Key>,
  file: EntryFile,
): KeyedValues<Key> {
  const found = new Map<Key, Entry>()
  for (const entry of map.entries) {
    const key = known.get(plainKey(entry.key))
    if (key === undefined) reportNearKey(entry, known, file)
    else if (!found.has(key)) found.set(key, { ...entry, value: resolved(entry.value) })
  }
  return found
}

function reportNearKey<Key extends string>(entry: Entry, known: ReadonlyMap<string, Key>, file: EntryFile): void {
  const near = nearest(plainKey(entry.key), [...known.keys()])
  const meant = near === null ? undefined : known.get(near)
  if (meant !== undefined && entry.key.length > 3)
    addFault(file, { code: 'unknown-key', key: entry.key, expected: meant }, entry.keySource)
}

const isEmpty = (text: string) => /^(?:null|~)?$/i.test(text)

/** The text of a value; null when it is empty, or a list or map, which is a fault. */
export function textOf<Key extends string>(values: KeyedValues<Key>, key: Key, file: EntryFile): string | null {
  const value = values.get(key)?.value
  if (!value) return null
  if (value.kind === 'text') {
    const text = value.text.text.trim()
    return isEmpty(text) ? null : text
  }
  addFault(file, { code: 'unreadable', key, expected: 'a text' }, value.source)
  return null
}

/** The texts of a list, or one text; null when there are none. */
export function textsOf<Key extends string>(
  values: KeyedValues<Key>,
  key: Key,
  file: EntryFile,
): readonly TextValue[] | null {
  const value = values.get(key)?.value
  if (!value) return null
  const items = value.kind === 'list' ? value.items.map(resolved) : [value]
  const texts = items.flatMap((item) => {
    if (item.kind === 'text') return isEmpty(item.text.text.trim()) ? [] : [item]
    addFault(file, { code: 'unreadable', key, expected: 'a list of texts' }, item.source)
    return []
  })
  // An empty list must not mean "all": it was written to limit.
  return texts.length === 0 && value.kind === 'text' ? null : texts
}
