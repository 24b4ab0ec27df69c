import { amountOf } from './amounts.ts'
import type { Catalog } from './catalog.ts'
import { againstEachOther } from './compare-amounts.ts'
import { countriesIn } from './countries.ts'
import { dateIn } from './dates.ts'
import type { FactName } from './fact-keys.ts'
import { allTexts, amountOfFact, type KnownFact, numberIn } from './known-facts.ts'

/** A value of structured data that another document, or the company's own file, states otherwise. */
export interface FactConflict {
  readonly fact: KnownFact
  readonly against: readonly KnownFact[]
}

type Differ = (a: KnownFact, b: KnownFact) => boolean

const amounts =
  (dimension: string, bare: string): Differ =>
  (a, b) => {
    const [one, other] = [amountOfFact(a, dimension, bare), amountOfFact(b, dimension, bare)]
    return one !== null && other !== null && againstEachOther(one, other, 'exact') === 'contradicts'
  }

const firstYear = (fact: KnownFact) => allTexts(fact).flatMap((text) => dateIn(text)?.slice(0, 4) ?? [])[0]
const years: Differ = (a, b) =>
  firstYear(a) !== undefined && firstYear(b) !== undefined && firstYear(a) !== firstYear(b)
const counts: Differ = (a, b) => {
  const [one, other] = [a, b].map((fact) => numberIn(fact, '', 'value', 'count', 'minvalue'))
  return (
    one != null &&
    other != null &&
    againstEachOther(amountOf(one, one, 'number'), amountOf(other, other, 'number'), 'exact') === 'contradicts'
  )
}
const countries: Differ = (a, b) => {
  const [one, other] = [a, b].map((fact) => countriesIn(allTexts(fact)[0] ?? '')[0])
  return one !== undefined && other !== undefined && one !== other
}

/** Facts of which two documents may not give two values. */
const differs: Readonly<Partial<Record<FactName, Differ>>> = {
  foundingDate: years,
  employees: counts,
  moq: counts,
  origin: countries,
  warranty: amounts('time', 'month'),
  handling: amounts('time', 'day'),
  returnDays: amounts('time', 'day'),
}

/** Names of facts that can conflict. */
export const comparedFacts: ReadonlySet<string> = new Set(Object.keys(differs))

/** Structured values that disagree: of one product in two documents, both ends; of the company, the one that is not its file's. */
export function conflictingFacts(catalog: Catalog): FactConflict[] {
  const companies = catalog.companies()
  return companies.flatMap((company) => [
    ...catalog
      .saidOfCompany(company)
      .flatMap((fact) => conflict(fact, catalog.companyFacts(company, fact.name as FactName))), // read by that name
    ...catalog
      .productsOf(company)
      .flatMap(({ facts }) =>
        [...facts.values()].flatMap((same) => (same.length > 1 ? same.flatMap((fact) => conflict(fact, same)) : [])),
      ),
  ])
}

function conflict(fact: KnownFact, others: readonly KnownFact[]): FactConflict[] {
  const differ = differs[fact.name as FactName]
  const elsewhere = others.filter(({ document }) => document !== fact.document)
  const against = differ ? elsewhere.filter((other) => differ(fact, other)) : []
  return against.length > 0 && against.length === elsewhere.length ? [{ fact, against: against.slice(0, 3) }] : []
}
