import type { Fact, FactOwner, FactPart } from '../model/fact.ts'
import type { Span } from '../model/span.ts'
import type { Entry, MapValue, Value } from '../model/value.ts'
import {
  articleKeys,
  companyFacts,
  type FactName,
  factAt,
  guardedKeys,
  nameKeys,
  nearlyKnown,
  plainKey,
  wrapperKeys,
} from './fact-keys.ts'

/** A fact with its place in the source, not yet turned into lines. */
export type PlacedFact = Omit<Fact, 'range' | 'parts' | 'excerpt'> & {
  readonly source: Span
  readonly parts: Readonly<Record<string, Omit<FactPart, 'range'> & { readonly source: Span }>>
}

/** The facts of structured values and whom they describe. */
export interface FoundFacts {
  /** Keys of a firm or of goods that are no fact, and nearly are one. */
  readonly strange: readonly StrangeKey[]
  readonly owners: readonly FactOwner[]
  readonly facts: readonly PlacedFact[]
}

/** A key that is nearly a known one. */
export interface StrangeKey {
  readonly key: string
  readonly path: string
  readonly expected: string
  readonly owner: number
  readonly source: Span
}

interface Reading {
  readonly strange: StrangeKey[]
  readonly owners: FactOwner[]
  readonly facts: PlacedFact[]
}

/** Where a value stands: whose it is, its path in the document and below the owner. */
interface At {
  readonly owner: number
  readonly path: string
  readonly below: readonly string[]
}

/** Deeper structures hold no facts. */
const maxDepth = 12
/** Anchors and aliases can make a small file endless: so many values, and one a character, are looked at, the rest is left. */
const maxValues = 50_000

/** Reads the facts out of structured values; the first owner is the document itself. */
export function readFacts(values: readonly Value[]): FoundFacts {
  const budget = { left: maxValues + (values.at(-1)?.source.end ?? 0) }
  const reading: Reading = { owners: [{ kind: 'document', skus: [], names: [], field: '' }], facts: [], strange: [] }
  for (const [index, value] of values.entries()) {
    const root = resolved(value)
    // Each document of a YAML stream describes something of its own.
    if (index > 0 && root.kind === 'map')
      visitMap(root, { owner: newOwner(reading, root, ''), path: '', below: [] }, { reading, budget })
    else visit(root, { owner: 0, path: '', below: [] }, { reading, budget })
  }
  return reading
}

interface Walk {
  readonly reading: Reading
  readonly budget: { left: number }
}

const resolved = (value: Value): Value => (value.kind === 'alias' ? (value.target ?? value) : value)

function visit(value: Value, at: At, walk: Walk): void {
  walk.budget.left -= 1
  if (at.below.length > maxDepth || walk.budget.left < 0) return
  if (value.kind === 'list') {
    for (const [index, item] of value.items.entries())
      visit(resolved(item), { ...at, path: `${at.path}[${index}]` }, walk)
  } else if (value.kind === 'map') {
    visitMap(value, placed(value, at, walk.reading), walk)
  }
}

/** A map that says what it describes begins a new owner. */
function placed(map: MapValue, at: At, reading: Reading): At {
  const described = ownerOf(map, at.path)
  if (!described) return at
  const current = reading.owners[at.owner]
  if (at.path === '' && at.owner === 0 && current) {
    reading.owners[0] = described
    return at
  }
  const inFact = at.below.some((_, index) => factAt.has(at.below.slice(0, index + 1).join('.')))
  if (inFact) return at
  reading.owners.push(described)
  return { owner: reading.owners.length - 1, path: at.path, below: [] }
}

function newOwner(reading: Reading, map: MapValue, path: string): number {
  reading.owners.push(ownerOf(map, path) ?? { kind: 'document', skus: [], names: [], field: path })
  return reading.owners.length - 1
}

const organizations =
  /^(?:organi[sz]ation|corporation|company|localbusiness|store|onlinestore|onlinebusiness|manufacturer)$/i
const products = /^(?:product|productgroup|productmodel|individualproduct|someproducts|vehicle)$/i

function ownerOf(map: MapValue, field: string): FactOwner | null {
  const textsOf = (keys: ReadonlySet<string>) =>
    map.entries.filter(({ key }) => keys.has(plainKey(key))).flatMap(({ value }) => scalars(resolved(value)))
  const types = textsOf(new Set(['@type']))
  const skus = textsOf(articleKeys)
  const isOrganization = types.some((type) => organizations.test(type.replace(/^https?:\/\/schema\.org\//, '')))
  if (isOrganization) return { kind: 'organization', skus: [], names: textsOf(nameKeys), field }
  const isProduct = types.some((type) => products.test(type.replace(/^https?:\/\/schema\.org\//, '')))
  if (isProduct || skus.length > 0) return { kind: 'product', skus, names: textsOf(nameKeys), field }
  return field === '' ? { kind: 'document', skus: [], names: textsOf(nameKeys), field } : null
}

function scalars(value: Value): string[] {
  if (value.kind === 'text') return [value.text.text.trim()]
  return value.kind === 'list' ? value.items.flatMap((item) => scalars(resolved(item))) : []
}

function noteStrange({ key, keySource }: Entry, path: string, owner: number, { reading }: Walk): void {
  const expected = nearlyKnown(plainKey(key))
  if (expected !== null) reading.strange.push({ key, path, expected, owner, source: keySource })
}

/** Whether a key that may mean anything has a value like that of a fact. */
function isMeant(key: string, value: Value): boolean {
  const pattern = guardedKeys.get(key)
  return pattern === undefined || scalars(value).some((text) => pattern.test(text))
}

const pairNames: ReadonlySet<string> = new Set([
  'name',
  'key',
  'label',
  'property',
  'attribute',
  'field',
  '名称',
  '属性',
  '项目',
])
const pairValues: ReadonlySet<string> = new Set(['value', 'val', 'content', '值', '内容'])

/** `{name: foundingDate, value: 2016}`: a fact whose key is a value. Its name, and the entry that holds the value. */
function pairOf(map: MapValue): { readonly name: FactName; readonly entry: Entry } | null {
  if (map.entries.length > 4) return null
  const named = map.entries.find(({ key }) => pairNames.has(plainKey(key)))
  const entry = map.entries.find(({ key }) => pairValues.has(plainKey(key)))
  const [text = ''] = named ? scalars(resolved(named.value)) : []
  const name = factAt.get(plainKey(text))
  return entry && name && name !== 'spec' && isMeant(plainKey(text), resolved(entry.value)) ? { name, entry } : null
}

function visitMap(map: MapValue, at: At, walk: Walk): void {
  const pair = pairOf(map)
  const isSpec = at.below.some((_, index) => factAt.get(at.below.slice(0, index + 1).join('.')) === 'spec')
  if (pair && !isSpec) {
    const path = `${at.path}.${pair.entry.key}`
    walk.reading.facts.push(
      ...factsAt(pair.name, pair.entry, resolved(pair.entry.value), { at: { ...at, path }, walk }),
    )
  }
  for (const entry of map.entries) visitEntry(entry, at, walk)
}

function visitEntry(entry: Entry, at: At, walk: Walk): void {
  const key = plainKey(entry.key)
  const path = at.path === '' ? entry.key : `${at.path}.${entry.key}`
  const below = wrapperKeys.has(key) ? at.below : [...at.below, key]
  const value = resolved(entry.value)
  const wraps = wrapperKeys.has(key) && value.kind === 'map'
  const name = wraps ? undefined : factAt.get([...at.below, key].join('.'))
  if (!name && at.below.length === 0) noteStrange(entry, path, at.owner, walk)
  if (name && isMeant(key, value))
    walk.reading.facts.push(...factsAt(name, entry, value, { at: { ...at, path }, walk }))
  visit(value, { owner: at.owner, path, below }, walk)
}

/** The fact of an entry: one for each map of a list, else one. */
function factsAt(name: FactName, entry: Entry, value: Value, { at, walk }: { at: At; walk: Walk }): PlacedFact[] {
  const owner = companyFacts.has(name) && walk.reading.owners[at.owner]?.kind === 'product' ? 0 : at.owner
  const fact = (part: Value, path: string, source: Span): PlacedFact => {
    const flat: Flat = { values: {}, parts: {}, budget: walk.budget }
    flatten(part, { key: '', path }, flat)
    return { name, owner, values: flat.values, parts: flat.parts, path, source, text: shown(part, flat.values) }
  }
  const items = value.kind === 'list' ? value.items.map(resolved) : []
  if (items.some((item) => item.kind === 'map'))
    return items.map((item, index) => fact(item, `${at.path}[${index}]`, headOf(item)))
  return [
    fact(value, at.path, {
      start: entry.keySource.start,
      end: value.kind === 'text' ? value.source.end : headOf(value).end,
    }),
  ]
}

/** From the start of a value to the end of its first entry: enough to find it. */
function headOf(value: Value): Span {
  const first = value.kind === 'map' ? value.entries[0] : undefined
  if (first) return { start: first.keySource.start, end: headOf(resolved(first.value)).end }
  return value.source
}

interface Flat {
  readonly values: Record<string, string[]>
  readonly parts: Record<string, { path: string; source: Span }>
  readonly budget: { left: number }
}

/** `key`: the plain path below the fact, `path` the written one of the document. */
function flatten(value: Value, at: { readonly key: string; readonly path: string }, flat: Flat): void {
  flat.budget.left -= 1
  if (flat.budget.left < 0) return
  if (value.kind === 'text') {
    const list = flat.values[at.key] ?? []
    list.push(value.text.text.trim())
    flat.values[at.key] = list
  } else if (value.kind === 'list') {
    for (const item of value.items) flatten(resolved(item), at, flat)
  } else if (value.kind === 'map') {
    for (const entry of value.entries) flattenEntry(entry, at, flat)
  }
}

function flattenEntry(entry: Entry, at: { readonly key: string; readonly path: string }, flat: Flat): void {
  const inner = resolved(entry.value)
  const key = at.key === '' ? plainKey(entry.key) : `${at.key}.${plainKey(entry.key)}`
  const path = `${at.path}.${entry.key}`
  const end = inner.kind === 'text' ? inner.source.end : headOf(inner).end
  flat.parts[key] ??= { path, source: { start: entry.keySource.start, end } }
  flatten(inner, { key, path }, flat)
}

/** "10–15 DAY", "165 GRM". */
function measured(values: Readonly<Record<string, readonly string[]>>): string | null {
  const only = (key: string) =>
    Object.entries(values).find(([name]) => name === key || name.endsWith(`.${key}`))?.[1][0]
  const amount = only('value') ?? [only('minvalue'), only('maxvalue')].filter((end) => end !== undefined).join('–')
  const unit = only('unitcode') ?? only('unittext') ?? only('currency')
  const named = ['name', 'attribute'].flatMap((key) => values[key] ?? [])
  return amount === '' || unit === undefined ? null : [...named, amount, unit].join(' ')
}

const longestShown = 60

/** A value for people: a list by commas, a record by its values. */
function shown(value: Value, values: Readonly<Record<string, readonly string[]>>): string {
  const texts = Object.values(values).flat()
  const empty = value.kind === 'list' ? '[]' : value.kind === 'map' ? '{}' : '""'
  const plain = texts.length === 0 ? empty : (measured(values) ?? texts.join(', ')).replace(/\s+/g, ' ').trim()
  return plain.length > longestShown ? `${plain.slice(0, longestShown - 1)}…` : plain
}
