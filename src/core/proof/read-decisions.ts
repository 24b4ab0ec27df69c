import { type DecisionEntry, decisionKeys, decisionKinds } from '../model/decision.ts'
import type { RegisterFault } from '../model/register-fault.ts'
import type { MapValue, Value } from '../model/value.ts'
import { readDate } from '../text/dates.ts'
import { excerptOf } from '../text/excerpt.ts'
import {
  addFault,
  type EntryFile,
  entryFile,
  entryMaps,
  headOf,
  type KeyedValues,
  keyedValues,
  plainKey,
  rangeIn,
  textOf,
} from './entries.ts'

/** What a file of decisions holds. */
export interface ReadDecisions {
  readonly entries: readonly DecisionEntry[]
  readonly faults: readonly RegisterFault[]
}

type Key = (typeof decisionKeys)[number]

const knownKeys: ReadonlyMap<string, Key> = new Map(decisionKeys.map((key) => [plainKey(key), key] as const))

const decisive: ReadonlySet<string> = new Set(['fingerprint', 'kind', 'reason'])

/** Reads a file of decisions; an entry that cannot be read whole decides nothing. */
export function readDecisions(values: readonly Value[], source: string, path: string): ReadDecisions {
  const file = entryFile(path, source)
  const entries = new Map<string, DecisionEntry>()
  for (const map of entryMaps(values, file, { wrapper: 'decisions', known: decisive })) {
    const entry = readEntry(map, file)
    if (entry && entries.has(entry.fingerprint))
      addFault(file, { code: 'repeated', key: 'fingerprint', expected: 'one entry a fingerprint' }, headOf(map))
    else if (entry) entries.set(entry.fingerprint, entry)
  }
  return { entries: [...entries.values()], faults: file.faults }
}

function readEntry(map: MapValue, file: EntryFile): DecisionEntry | null {
  const values = keyedValues(map, knownKeys, file)
  const before = file.faults.length
  const head = headOf(map)
  const demand = (key: Key, expected: string, read: (text: string) => string | null) => {
    const text = textOf(values, key, file)
    const value = text === null ? null : read(text)
    if (value === null) addFault(file, { code: 'unreadable', key, expected }, values.get(key)?.value.source ?? head)
    return value ?? ''
  }
  const fingerprint = demand('fingerprint', '16 hexadecimal digits', fingerprintIn)
  const kind = demand('kind', decisionKinds.join(', '), (text) => decisionKinds.find((known) => known === text) ?? null)
  const reason = demand('reason', 'a reason', (text) => text)
  const by = demand('by', 'who decided', (text) => text)
  const on = dateOf(values, 'on', file)
  const until = dateOf(values, 'until', file)
  const unread = file.faults.slice(before).some(({ code }) => code === 'unreadable')
  const known = decisionKinds.find((name) => name === kind)
  if (unread || known === undefined) return null
  return {
    fingerprint,
    decision: { kind: known, reason, by, on, until, source: 'file' },
    document: textOf(values, 'document', file),
    range: rangeIn(file, head),
    excerpt: excerptOf(file.source, file.lines, head),
  }
}

const fingerprintIn = (text: string) => (/^[0-9a-f]{16}$/i.test(text) ? text.toLowerCase() : null)

function dateOf(values: KeyedValues<Key>, key: 'on' | 'until', file: EntryFile): string | null {
  const text = textOf(values, key, file)
  const value = values.get(key)?.value
  if (text === null || !value) return null
  const date = readDate(text)
  if (!date) addFault(file, { code: 'unreadable', key, expected: 'a date such as 2027-03-01' }, value.source)
  return date?.last ?? null
}
