import type { Fact, FactFault, FactOwner } from '../model/fact.ts'
import type { Span } from '../model/span.ts'
import { dateIn } from './dates.ts'
import type { FactName } from './fact-keys.ts'
import { allTexts, amountOfFact, numberIn } from './known-facts.ts'
import type { PlacedFact } from './read-facts.ts'

type Readable = (fact: Pick<PlacedFact, 'name' | 'owner' | 'values' | 'path' | 'text'>) => boolean

const nowhere = { line: 1, column: 1, offset: 0 }
/** Reading a value needs no place. */
const asFact = (fact: Pick<PlacedFact, 'name' | 'owner' | 'values' | 'path' | 'text'>): Fact => ({
  ...fact,
  excerpt: null,
  parts: {},
  range: { start: nowhere, end: nowhere },
})
const amount =
  (dimension: string, bare: string): Readable =>
  (fact) =>
    amountOfFact(asFact(fact), dimension, bare) !== null

const number: Readable = (fact) => Object.keys(fact.values).some((key) => numberIn(asFact(fact), key) !== null)
const date: Readable = (fact) => allTexts(asFact(fact)).some((text) => dateIn(text) !== null)
const days = { reads: amount('time', 'day'), expected: 'a duration such as P3D or "3 days"' }

/** Facts of which only one kind of value can be made use of. */
const readable: Readonly<Partial<Record<FactName, { readonly reads: Readable; readonly expected: string }>>> = {
  foundingDate: { reads: date, expected: 'a date such as 2016-04 or a year' },
  founderSince: { reads: date, expected: 'a date such as 2003-05 or a year' },
  employees: { reads: number, expected: 'a number' },
  warranty: { reads: amount('time', 'month'), expected: 'a duration such as P2Y, "24 months" or lifetime' },
  moq: { reads: number, expected: 'a number of pieces' },
  handling: days,
  transit: days,
  stock: { reads: number, expected: 'a number of pieces' },
  recycled: { reads: amount('share', 'percent'), expected: 'a percentage' },
  returnDays: { reads: number, expected: 'a number of days' },
}

const unset = /^(?:|null|~|n\/?a|none|no|tbd|-+|无|無)$/i
const placeholder = /\{\{|\{%|<%|\$\{/

/** Values under known keys that cannot be read, where it is certain that the map describes a firm or goods. */
export function factFaults(
  facts: readonly PlacedFact[],
  owners: readonly FactOwner[],
): (Omit<FactFault, 'range' | 'excerpt'> & { readonly source: Span })[] {
  return facts.flatMap(({ source, parts: _parts, ...fact }) => {
    const kind = readable[fact.name as FactName]
    const owner = owners[fact.owner]
    const texts = allTexts(asFact(fact))
    if (!kind || owner === undefined || owner.kind === 'document' || texts.every((text) => unset.test(text))) return []
    if (texts.some((text) => placeholder.test(text)) || kind.reads(fact)) return []
    return [{ code: 'unreadable-fact' as const, path: fact.path, text: fact.text, expected: kind.expected, source }]
  })
}
