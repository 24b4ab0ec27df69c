import type { Fact, FactOwner } from '../model/fact.ts'
import type { Statement } from '../model/statement.ts'
import { companyFinder } from './company-of.ts'
import { companyFacts, type FactName } from './fact-keys.ts'
import { allTexts, type KnownFact } from './known-facts.ts'
import { otherParties } from './other-parties.ts'
import { isGeneralPage, stemOf } from './pages.ts'
import { plainText } from './plain-text.ts'

/** What one document says, as far as proof looks at it. */
export interface ProofRecord {
  readonly path: string
  readonly owners: readonly FactOwner[]
  readonly facts: readonly Fact[]
  readonly statements: readonly Statement[]
}

/** Documents of one configuration: those audited and those only read. Paths as in records. */
export interface ProofScope {
  /** The company file the configuration names for a document, by its path; null: none. */
  readonly company: (document: string) => string | null
  /** The configuration file: all its documents are one company's, unless a company file says otherwise. */
  readonly section: string | null
}

/** Goods that facts or statements speak of. */
export interface Product {
  readonly key: string
  readonly company: string
  readonly skus: Set<string>
  readonly names: Set<string>
  readonly facts: Map<string, KnownFact[]>
}

/** Whose facts hold for which statement. */
export interface Catalog {
  readonly companyOf: (path: string) => string
  readonly companyFacts: (company: string, name: FactName) => readonly KnownFact[]
  /** Whether anything at all is on file for the company or goods of it. */
  readonly hasFacts: (company: string) => boolean
  readonly companies: () => readonly string[]
  /** What other documents than the company's file say of the company in keys. */
  readonly saidOfCompany: (company: string) => readonly KnownFact[]
  readonly companyNames: (company: string) => readonly string[]
  /** Short names of others whom the company's facts name: partner plants, holders of certificates, customers. In lower case. */
  readonly othersOf: (company: string) => readonly string[]
  readonly productsOf: (company: string) => readonly Product[]
  /** The goods a statement is about; `general`: all the company sells; `unclear`: several are named. */
  readonly subjectOf: (statement: Statement) => Product | 'general' | 'unclear'
}

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()
/** Article numbers as they stand in sentences: letters, digits and joints with a digit among them. */
const codes = /[A-Za-z0-9][A-Za-z0-9._/-]*[A-Za-z0-9]/g

/** Sorts the facts of all documents by company and product. */
export function makeCatalog(records: readonly ProofRecord[], scope: ProofScope): Catalog {
  const company = companyFinder(records, scope)
  const companies = new Map<string, Map<string, KnownFact[]>>()
  const withFacts = new Set<string>()
  const said = new Map<string, KnownFact[]>()
  const products = productRegister()
  for (const record of records) {
    const key = company.keyOf(record.path)
    if (record.facts.length > 0) withFacts.add(key)
    const isCompanyFile = company.isCompanyFile(record)
    sortFacts(record, {
      company: key,
      isCompanyFile,
      speaks: isCompanyFile || !company.hasFile(key),
      companies,
      said,
      products,
    })
  }
  const lookUp = (key: string, name: FactName) => companies.get(key)?.get(name) ?? []
  return {
    companyOf: company.keyOf,
    companyFacts: lookUp,
    hasFacts: (key) => withFacts.has(key),
    companies: () => [...withFacts],
    saidOfCompany: (key) => said.get(key) ?? [],
    companyNames: (key) => [...lookUp(key, 'legalName'), ...lookUp(key, 'otherName')].flatMap(allTexts),
    othersOf: otherParties(lookUp),
    productsOf: (key) => products.of(key),
    subjectOf: (statement) => subjectOf(statement, company.keyOf(statement.document), products),
  }
}

function put<Key>(lists: Map<Key, KnownFact[]>, key: Key, fact: KnownFact): void {
  const list = lists.get(key)
  if (list) list.push(fact)
  else lists.set(key, [fact])
}

interface Sorting {
  readonly company: string
  readonly isCompanyFile: boolean
  /** Whether what it says of the company is the company's word: its file, or any page where there is no such file. */
  readonly speaks: boolean
  readonly companies: Map<string, Map<string, KnownFact[]>>
  readonly said: Map<string, KnownFact[]>
  readonly products: ProductRegister
}

/** Facts of a product owner are the product's, everything else in a company file the company's. */
function sortFacts(record: ProofRecord, { company, isCompanyFile, speaks, companies, said, products }: Sorting): void {
  const known = record.facts.map((fact): KnownFact => ({ ...fact, values: plainValues(fact), document: record.path }))
  const owners: readonly FactOwner[] = record.owners.length > 0 ? record.owners : [undescribed]
  const owned = owners.map((owner, index) => productOfOwner(record, owner, { index, company, isCompanyFile, products }))
  for (const fact of known) {
    const product = companyFacts.has(fact.name as FactName) ? null : owned[fact.owner]
    if (product) put(product.facts, fact.name, fact)
    else if (speaks) {
      const own = companies.get(company) ?? new Map<string, KnownFact[]>()
      companies.set(company, own)
      put(own, fact.name, fact)
    } else if (companyFacts.has(fact.name as FactName)) put(said, company, fact)
  }
}

const plainValues = ({ values }: Fact): Fact['values'] =>
  Object.fromEntries(Object.entries(values).map(([key, texts]) => [key, texts.map(plainText)]))

const undescribed: FactOwner = { kind: 'document', skus: [], names: [], field: '' }

function productOfOwner(
  record: ProofRecord,
  owner: FactOwner,
  {
    index,
    company,
    isCompanyFile,
    products,
  }: Omit<Sorting, 'companies' | 'said' | 'speaks'> & { readonly index: number },
): Product | null {
  if (owner.kind === 'organization' || (owner.kind === 'document' && (isCompanyFile || isGeneralPage(record.path))))
    return null
  const product = products.named(
    company,
    owner.kind === 'product' ? owner : { ...owner, names: owner.names.slice(0, 1) },
    record.path,
  )
  products.place(record.path, { field: owner.field, root: index === 0, product })
  return product
}

/** Where in a document a product is described. */
interface ProductPlace {
  readonly field: string
  readonly root: boolean
  readonly product: Product
}

/** The products of a document by the field of their map, the first where several share one. */
type ProductPlaces = ReadonlyMap<string, ProductPlace>

interface ProductRegister {
  readonly named: (company: string, owner: FactOwner, path: string) => Product
  readonly place: (path: string, place: ProductPlace) => void
  readonly placesIn: (path: string) => ProductPlaces
  readonly byCode: (company: string, code: string) => Product | undefined
  readonly of: (company: string) => readonly Product[]
}

/** Products by company and article number, else by name, else by the file that describes them. */
function productRegister(): ProductRegister {
  const byIdentity = new Map<string, Product>()
  const byCompany = new Map<string, Product[]>()
  const places = new Map<string, Map<string, ProductPlace>>()
  const identitiesOf = (company: string, { skus, names }: FactOwner, path: string) => {
    const own = skus.length > 0 ? skus.map((sku) => `#${plain(sku)}`) : names.map((name) => `"${plain(name)}`)
    return (own.length > 0 ? own : [stemOf(path)]).map((identity) => `${company}\n${identity}`)
  }
  return {
    named(company, owner, path) {
      const identities = identitiesOf(company, owner, path)
      const known = identities.map((identity) => byIdentity.get(identity)).find((found) => found !== undefined)
      const product = known ?? {
        key: identities[0] ?? path,
        company,
        skus: new Set(),
        names: new Set(),
        facts: new Map(),
      }
      if (!known) {
        const all = byCompany.get(company) ?? []
        all.push(product)
        byCompany.set(company, all)
      }
      for (const identity of identities) byIdentity.set(identity, product)
      for (const sku of owner.skus) product.skus.add(sku)
      for (const name of owner.names) product.names.add(name)
      return product
    },
    place(path, place) {
      const own = places.get(path) ?? new Map<string, ProductPlace>()
      if (!own.has(place.field)) own.set(place.field, place)
      places.set(path, own)
    },
    placesIn: (path) => places.get(path) ?? nowhere,
    byCode: (company, code) => byIdentity.get(`${company}\n#${plain(code)}`),
    of: (company) => byCompany.get(company) ?? [],
  }
}

const maxNamesLookedFor = 200

function subjectOf(statement: Statement, company: string, products: ProductRegister): Product | 'general' | 'unclear' {
  const inSentence = productsNamed(statement.sentence, company, products)
  if (inSentence.length > 1) return lastNamedBefore(statement, company, products)
  if (inSentence[0]) return inSentence[0]
  const short = shortlyNamed(clauseAround(statement), company, products)
  if (short) return short
  const own = placeOf(statement, products.placesIn(statement.document))
  if (own) return namesAnother(statement.sentence, own) ? 'unclear' : own
  for (const heading of [...statement.trail].reverse()) {
    const [product, other] = productsNamed(heading, company, products)
    if (product && !other) return product
  }
  return 'general'
}

const clauseEnds = /[,;，；、。.!！?？\n]|而(?!且)/

/** The clause of a sentence that holds the words of a statement. */
function clauseAround({ sentence, at }: Statement): string {
  const before = sentence.slice(0, at.start).split(clauseEnds).at(-1) ?? ''
  const after = sentence.slice(at.end).split(clauseEnds)[0] ?? ''
  return before + sentence.slice(at.start, at.end) + after
}

/** The one product that a clause calls by a word of its name that no other product has: "the Oytal jacket", 防晒乳. */
function shortlyNamed(clause: string, company: string, products: ProductRegister): Product | null {
  const all = products.of(company)
  if (all.length < 2 || all.length > maxNamesLookedFor) return null
  const plain = plainText(clause)
  const named = all.filter((product) =>
    [...product.names].some((name) => callsOf(name).some((call) => plain.includes(call) && isOnly(call, product, all))),
  )
  return named.length === 1 ? (named[0] ?? null) : null
}

const isOnly = (call: string, own: Product, all: readonly Product[]) =>
  all.every((other) => other === own || [...other.names].every((name) => !plainText(name).includes(call)))

/** What a product may be called for short: a capitalised word of its name inside a sentence, or the Han characters its name ends with. */
function callsOf(name: string): readonly string[] {
  const plain = plainText(name)
  const han = /(\p{Script=Han}{4,})$/u.exec(plain.trim())?.[1]
  if (han !== undefined) return [han.slice(-3), han.slice(-2)]
  return (plain.match(/\p{Lu}\p{Ll}{3,}/gu) ?? []).map((word) => ` ${word} `)
}

/** Of several products in a sentence the one named last before the words. */
function lastNamedBefore({ sentence, at }: Statement, company: string, products: ProductRegister): Product | 'unclear' {
  const clauses = sentence.slice(0, at.start).split(/(?<=[,;，；、])|\band\b|而/)
  for (const clause of clauses.reverse()) {
    const [product, other] = productsNamed(clause, company, products)
    if (product) return other ? 'unclear' : product
  }
  return 'unclear'
}

const shapeOf = (code: string) => code.replace(/\p{L}/gu, 'a').replace(/\d/g, '0')

/** A code built like the product's own that is not its own stands for other goods, even where nothing else is known of them. */
function namesAnother(sentence: string, { skus }: Product): boolean {
  const shapes = new Set([...skus].filter((sku) => /\p{L}.*\d\d/u.test(sku)).map(shapeOf))
  if (shapes.size === 0) return false
  const own = new Set([...skus].map(plain))
  return [...sentence.matchAll(codes)].some(([code]) => shapes.has(shapeOf(code)) && !own.has(plain(code)))
}

const nowhere: ProductPlaces = new Map()

/** The product whose map holds the field of a statement, the innermost; in prose the one the whole document is about. */
function placeOf({ field }: Statement, places: ProductPlaces): Product | null {
  if (field === null) {
    const whole = places.get('')
    return whole && (whole.root || places.size === 1) ? whole.product : null
  }
  for (let dot = field.lastIndexOf('.'); dot > 0; dot = field.lastIndexOf('.', dot - 1)) {
    const place = places.get(field.slice(0, dot))
    if (place) return place.product
  }
  return places.get('')?.product ?? null
}

function productsNamed(text: string, company: string, products: ProductRegister): Product[] {
  const found = new Set<Product>()
  for (const [code] of text.matchAll(codes)) {
    const product = /\d/.test(code) && code.length > 2 ? products.byCode(company, code) : undefined
    if (product) found.add(product)
  }
  const all = products.of(company)
  if (found.size > 0 || all.length > maxNamesLookedFor) return [...found]
  const lower = plain(text)
  for (const product of all) {
    if ([...product.names].some((name) => name.length > 5 && lower.includes(plain(name)))) found.add(product)
  }
  return [...found]
}
