import type { ReadDocument } from '../documents/index.ts'
import { readYaml } from '../documents/yaml.ts'
import type { Document } from '../model/document.ts'
import type { Fact, FactFault, FactOwner } from '../model/fact.ts'
import type { Range, Span } from '../model/span.ts'
import type { Value } from '../model/value.ts'
import { factFaults } from '../proof/fact-faults.ts'
import { plainKey } from '../proof/fact-keys.ts'
import { comparedFacts } from '../proof/facts-agree.ts'
import { type PlacedFact, readFacts, type StrangeKey } from '../proof/read-facts.ts'
import { excerptOf } from '../text/excerpt.ts'
import { type LineIndex, placeAt } from '../text/line-index.ts'

/** The structured values of a document that say something of the seller or of goods. */
export interface DocumentFacts {
  /** Who answers for the document: its key `owner`; null: it names nobody. */
  readonly keeper: string | null
  readonly owners: readonly FactOwner[]
  readonly facts: readonly Fact[]
  readonly factFaults: readonly FactFault[]
}

const noFacts: DocumentFacts = { keeper: null, owners: [], facts: [], factFaults: [] }

/** Reads the facts of a document: its YAML, JSON or front matter, and JSON-LD in the body of a page. */
export function extractFacts(document: Document & Partial<ReadDocument>, lines: LineIndex): DocumentFacts {
  const values = [...(document.values ?? []), ...linkedData(document.source)]
  if (values.length === 0) return noFacts
  const keeper = keeperOf(values[0])
  const { owners, facts, strange } = readFacts(values)
  const slips = strange.filter(({ owner }) => owners[owner]?.kind !== 'document')
  if (facts.length === 0 && slips.length === 0 && owners.every(({ kind }) => kind === 'document'))
    return { ...noFacts, keeper, owners }
  const rangeOf = (span: Span): Range => ({ start: placeAt(lines, span.start), end: placeAt(lines, span.end) })
  const faults = factFaults(facts, owners)
  return {
    keeper,
    owners,
    facts: facts.map(({ source, parts, ...fact }) => ({
      ...fact,
      range: rangeOf(source),
      excerpt: comparedFacts.has(fact.name) ? excerptOf(document.source, lines, source) : null,
      parts: rangedParts(parts, rangeOf),
    })),
    factFaults: [...faults, ...slips.map(slipOf)].map(({ source, ...fault }) => ({
      ...fault,
      range: rangeOf(source),
      excerpt: excerptOf(document.source, lines, source),
    })),
  }
}

const keeperKeys: ReadonlySet<string> = new Set(['owner', 'responsible', 'maintainer', '负责人', '負責人'])

/** The text of the key `owner` at the top of a document. */
function keeperOf(value: Value | undefined): string | null {
  const entries = value?.kind === 'map' ? value.entries : []
  const entry = entries.find(({ key }) => keeperKeys.has(plainKey(key)))
  const text = entry?.value.kind === 'text' ? entry.value.text.text.trim() : ''
  return text === '' ? null : text
}

const slipOf = ({ key, path, expected, source }: StrangeKey) => ({
  code: 'unknown-key' as const,
  ...{ path, text: key, expected, source },
})

const rangedParts = (parts: PlacedFact['parts'], rangeOf: (span: Span) => Range): Fact['parts'] =>
  Object.fromEntries(Object.entries(parts).map(([key, { path, source }]) => [key, { path, range: rangeOf(source) }]))

const script = /<script\b[^>]*\btype\s*=\s*["']?application\/ld\+json["']?[^>]*>([\s\S]*?)<\/script>/gi
const fence = /^(`{3,}|~{3,})[ \t]*json(?:[-+]?ld)?[^\n]*\n([\s\S]*?)^\1[ \t]*$/gim
const marks = /"@(?:context|type|graph)"/

/** JSON-LD in script elements and fenced code; other JSON on a page is an example of something. */
function linkedData(source: string): Value[] {
  if (!marks.test(source)) return []
  const bodies = [...source.matchAll(script), ...source.matchAll(fence)].map((match) => {
    const text = match.at(-1) ?? ''
    return { text, offset: match.index + match[0].lastIndexOf(text) }
  })
  return bodies.filter(({ text }) => marks.test(text)).flatMap(({ text, offset }) => readYaml(text, offset).values)
}
