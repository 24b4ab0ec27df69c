import { type Evidence, type EvidenceKey, evidenceKeys, type Support } from '../model/evidence.ts'
import type { RegisterFault } from '../model/register-fault.ts'
import { markets } from '../model/rule.ts'
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
  resolved,
  textOf,
  textsOf,
} from './entries.ts'

/** What an evidence register holds. */
export interface ReadRegister {
  readonly evidence: readonly Evidence[]
  readonly faults: readonly RegisterFault[]
}

/** Names that other vocabularies (schema.org above all) have for the same keys. */
const aliases: Readonly<Record<string, EvidenceKey>> = {
  type: 'kind',
  title: 'statement',
  name: 'statement',
  support: 'supports',
  product: 'products',
  sku: 'products',
  skus: 'products',
  market: 'markets',
  document: 'documents',
  issuedby: 'issuer',
  certificationidentification: 'number',
  certificatenumber: 'number',
  reportnumber: 'number',
  date: 'issued',
  issuedon: 'issued',
  issuedate: 'issued',
  validfrom: 'issued',
  expiry: 'expires',
  expiresat: 'expires',
  expireson: 'expires',
  expirydate: 'expires',
  validuntil: 'expires',
  validto: 'expires',
  validthrough: 'expires',
}

const knownKeys: ReadonlyMap<string, EvidenceKey> = new Map([
  ...Object.entries(aliases),
  ...evidenceKeys.map((key) => [plainKey(key), key] as const),
])

const plainKeys: ReadonlySet<string> = new Set(
  evidenceKeys.map(plainKey).filter((key) => key !== 'url' && key !== 'owner'),
)

/** Reads an evidence register. `path` is as in reports; files are not looked at: every `fileState` is `none` or `present`. */
export function readEvidence(values: readonly Value[], source: string, path: string): ReadRegister {
  const file = entryFile(path, source)
  const evidence: Evidence[] = []
  for (const map of entryMaps(values, file, { wrapper: 'evidence', known: plainKeys })) {
    const entry = readEntry(map, file)
    if (entry) evidence.push(entry)
  }
  return { evidence, faults: file.faults }
}

type Values = KeyedValues<EvidenceKey>

function readEntry(map: MapValue, file: EntryFile): Evidence | null {
  const values = keyedValues(map, knownKeys, file)
  const id = textOf(values, 'id', file)
  const head = headOf(map)
  if (id === null) {
    addFault(file, { code: 'unreadable', key: 'id', expected: 'an id for every entry' }, head)
    return null
  }
  const plain = (key: EvidenceKey) => textOf(values, key, file)
  return {
    id,
    kind:
      plain('kind')
        ?.toLowerCase()
        .replace(/[\s_]+/g, '-') ?? null,
    statement: plain('statement'),
    supports: supportsOf(values, file),
    products: listOf(values, 'products', file),
    markets: marketsOf(values, file),
    documents: listOf(values, 'documents', file),
    holder: plain('holder'),
    issuer: plain('issuer'),
    number: plain('number'),
    issued: dateOf(values, 'issued', file),
    expires: dateOf(values, 'expires', file),
    file: plain('file'),
    sha256: hashOf(values, file),
    url: plain('url'),
    owner: plain('owner'),
    fileState: values.has('file') ? 'present' : 'none',
    register: file.path,
    range: rangeIn(file, head),
    excerpt: excerptOf(file.source, file.lines, head),
  }
}

function listOf(values: Values, key: EvidenceKey, file: EntryFile): readonly string[] | null {
  return textsOf(values, key, file)?.map(({ text }) => text.text.trim()) ?? null
}

function marketsOf(values: Values, file: EntryFile): readonly string[] | null {
  const written = textsOf(values, 'markets', file)
  if (written === null) return null
  return written.flatMap(({ text, source }) => {
    const market = text.text.trim().toLowerCase()
    if (markets.some((known) => known === market)) return [market]
    addFault(file, { code: 'unreadable', key: 'markets', expected: markets.join(', ') }, source)
    return []
  })
}

/** `issued` counts from the first day a date may mean, `expires` to the last. */
function dateOf(values: Values, key: 'issued' | 'expires', file: EntryFile): string | null {
  const text = textOf(values, key, file)
  if (text === null) return null
  const date = readDate(text)
  if (date) return key === 'issued' ? date.first : date.last
  const source = values.get(key)?.value.source
  if (source) addFault(file, { code: 'unreadable', key, expected: 'a date such as 2026-11-21' }, source)
  // A date nobody can read must not make proof last for ever.
  return key === 'expires' ? unreadableDate : null
}

/** Before every day: what stands for an expiry date that cannot be read. */
export const unreadableDate = '0000-01-01'

function hashOf(values: Values, file: EntryFile): string | null {
  const text = textOf(values, 'sha256', file)
  const source = values.get('sha256')?.value.source
  if (text === null || /^[0-9a-f]{64}$/i.test(text)) return text?.toLowerCase() ?? null
  if (source) addFault(file, { code: 'unreadable', key: 'sha256', expected: '64 hexadecimal digits' }, source)
  return 'unreadable'
}

function supportsOf(values: Values, file: EntryFile): readonly Support[] {
  const value = values.get('supports')?.value
  if (!value) return []
  const items = value.kind === 'list' ? value.items.map(resolved) : [value]
  return items.flatMap((item) => supportOf(item, file))
}

function supportOf(item: Value, file: EntryFile): Support[] {
  const expected = 'a rule or family, or {rule, text}'
  if (item.kind === 'text') {
    return item.text.text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((rule) => ({ rule, text: null }))
  }
  const scalar = (names: readonly string[]) => {
    const entry = item.kind === 'map' ? item.entries.find(({ key }) => names.includes(plainKey(key))) : undefined
    const value = entry ? resolved(entry.value) : undefined
    return value?.kind === 'text' ? value.text.text.trim() : null
  }
  const rule = scalar(['rule', 'family'])
  if (rule !== null && rule !== '') return [{ rule, text: scalar(['text', 'value']) }]
  addFault(file, { code: 'unreadable', key: 'supports', expected }, item.kind === 'map' ? headOf(item) : item.source)
  return []
}
