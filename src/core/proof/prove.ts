import { properties, yesOrNo } from '../model/property.ts'
import type { Audience, Market } from '../model/rule.ts'
import type { Statement } from '../model/statement.ts'
import { type Catalog, makeCatalog, type Product, type ProofRecord, type ProofScope } from './catalog.ts'
import { type Comparison, type Note, noted, type Outcome, type Question } from './comparisons/comparison.ts'
import { comparisons } from './comparisons/index.ts'
import { compareDocuments } from './documents-agree.ts'
import { companyFacts, type FactName } from './fact-keys.ts'
import { conflictingFacts, type FactConflict } from './facts-agree.ts'
import type { KnownFact } from './known-facts.ts'
import { plainText } from './plain-text.ts'

/** For whom and for which day statements are decided. */
export interface ProofSettings extends ProofScope {
  readonly asOf: string
  /** For whom a statement is written. */
  readonly readersOf: (statement: Statement) => {
    readonly markets: readonly Market[]
    readonly audience: Audience | null
  }
  /** The markets that copy without a selection is aimed at. */
  readonly aimedAt: (statement: Statement) => readonly Market[]
}

/** What is known of a statement: the verdict, the facts or statements that decided, and why. */
export interface Judgement {
  readonly verdict: Outcome['verdict']
  readonly facts: readonly KnownFact[]
  /** Statements of other documents that say otherwise. */
  readonly others: readonly Statement[]
  readonly note: Note | null
}

/** What facts and documents say to each other. */
export interface Proof {
  readonly catalog: Catalog
  readonly judgements: ReadonlyMap<Statement, Judgement>
  readonly conflicts: readonly FactConflict[]
}

/** Properties that are terms of business: said without a product they are said of all. */
const termsOfBusiness = new Set([
  'warranty',
  'freeWarranty',
  'returnDays',
  'returnFees',
  'unconditionalReturn',
  'refundType',
  'freeShipping',
  'freeSample',
  'moq',
  'handlingTime',
  'deliveryTime',
  'shipTo',
])

/** Puts every statement to the facts of its subject, and statements of different documents to each other. */
export function prove(records: readonly ProofRecord[], settings: ProofSettings): Proof {
  const catalog = makeCatalog(records, settings)
  const judged = new Map<Statement, Judgement>()
  const placed: Placed[] = []
  for (const statement of records.flatMap(({ statements }) => statements)) {
    const subject = isOfOthers(statement, catalog) ? 'unclear' : catalog.subjectOf(statement)
    if (subject === 'unclear') continue
    placed.push({ statement, subject })
    const outcome = decide(statement, subject, { catalog, settings })
    if (outcome) judged.set(statement, { ...outcome, others: [] })
  }
  for (const [statement, others] of saidOtherwise(placed, judged, catalog)) {
    const judgement = judged.get(statement)
    if (judgement) judged.set(statement, { ...judgement, others })
  }
  const open = placed.filter(({ statement }) => !judged.has(statement))
  for (const [statement, others] of compareDocuments(open, (path) => catalog.companyOf(path), termsOfBusiness))
    judged.set(statement, { verdict: 'contradicted', facts: [], others, note: null })
  return { catalog, judgements: judged, conflicts: conflictingFacts(catalog) }
}

/** What is said of a partner by name is said of the partner; but whose factory it is, and whom the company works for, is its own to say. */
const saidWithNames = new Set(['namedCustomer', 'ownFactory', 'businessType', 'factoryPrice'])

function isOfOthers({ party, property, sentence, document }: Statement, catalog: Catalog): boolean {
  if (party === 'other') return true
  if (saidWithNames.has(property)) return false
  const others = catalog.othersOf(catalog.companyOf(document))
  if (others.length === 0) return false
  const said = plainText(sentence).toLowerCase()
  return others.some((name) => said.includes(name))
}

interface Placed {
  readonly statement: Statement
  readonly subject: Product | 'general'
}

const maxOthers = 3

/** For statements that facts contradict, those of other documents that the facts bear out: the other end of the disagreement. */
function saidOtherwise(
  placed: readonly Placed[],
  judged: ReadonlyMap<Statement, Judgement>,
  catalog: Catalog,
): Map<Statement, Statement[]> {
  const keyOf = ({ statement }: Placed, subject: string) =>
    JSON.stringify([catalog.companyOf(statement.document), statement.property, subject])
  const subjectKey = ({ subject }: Placed) => (subject === 'general' ? '' : subject.key)
  const borneOut = new Map<string, Statement[]>()
  for (const entry of placed.filter(({ statement }) => judged.get(statement)?.verdict === 'supported')) {
    const key = keyOf(entry, subjectKey(entry))
    borneOut.set(key, [...(borneOut.get(key) ?? []), entry.statement].slice(0, maxOthers + 1))
  }
  const found = new Map<Statement, Statement[]>()
  for (const entry of placed.filter(({ statement }) => judged.get(statement)?.verdict === 'contradicted')) {
    const same = [...new Set([subjectKey(entry), ''])].flatMap((subject) => borneOut.get(keyOf(entry, subject)) ?? [])
    const others = same.filter(({ document }) => document !== entry.statement.document).slice(0, maxOthers)
    if (others.length > 0) found.set(entry.statement, others)
  }
  return found
}

interface Deciding {
  readonly catalog: Catalog
  readonly settings: ProofSettings
}

function decide(statement: Statement, subject: Product | 'general', deciding: Deciding): Outcome | null {
  const comparison: Comparison | null = comparisons[statement.property]
  const isKnown = deciding.catalog.hasFacts(deciding.catalog.companyOf(statement.document))
  // A day that is past needs no fact to be past.
  if (!comparison || (!isKnown && statement.property !== 'offerEnds')) return null
  const outcome = answered(statement, comparison.decide(questionOf(statement, subject, deciding)))
  const isTerm = termsOfBusiness.has(statement.property)
  return outcome ?? (subject === 'general' && isTerm ? decideForAll(statement, comparison, deciding) : null)
}

/** Words that begin with a no answer a question: what the facts say against the property speaks for them. */
function answered({ text, property, claim }: Statement, outcome: Outcome | null): Outcome | null {
  if (
    !outcome ||
    claim !== null ||
    !yesOrNo.has(property) ||
    !/^(?:no|nope|not|none|不|没|無|无|否)(?![a-z])/i.test(text)
  )
    return outcome
  if (outcome.verdict === 'supported') return { ...outcome, verdict: 'contradicted' }
  return outcome.verdict === 'contradicted' ? { ...outcome, verdict: 'supported', note: null } : null
}

const universal = /\b(?:every|all|each|any)\b|所有|全部|全系列|一律|每/i
const maxProducts = 500

/** What is said of all goods holds unless none of them agrees; said of every one, it must hold for each. */
function decideForAll(statement: Statement, comparison: Comparison, deciding: Deciding): Outcome | null {
  const products = deciding.catalog.productsOf(deciding.catalog.companyOf(statement.document))
  if (products.length > maxProducts) return null
  const outcomes = products.map((product) => comparison.decide(questionOf(statement, product, deciding)))
  const against = outcomes.filter((outcome) => outcome?.verdict === 'contradicted')
  const inFavour = outcomes.filter((outcome) => outcome?.verdict === 'supported')
  if (against.length > 0 && (inFavour.length === 0 || universal.test(statement.sentence))) {
    const facts = against.flatMap((outcome) => outcome?.facts ?? []).slice(0, 3)
    return { verdict: 'contradicted', facts, note: inFavour.length === 0 ? null : exceptions }
  }
  return against.length === 0 ? (inFavour[0] ?? null) : null
}

const exceptions = noted('it does not hold for every product', '并非所有产品都如此')

/** Facts that a product and its company may both have: each can bear a claim out. */
const shared = new Set<FactName>(['certificate', 'award', 'patent', 'salesFigure'])

function questionOf(statement: Statement, subject: Product | 'general', { catalog, settings }: Deciding): Question {
  const company = catalog.companyOf(statement.document)
  const ofCompany = (name: FactName) => catalog.companyFacts(company, name)
  const product = subject === 'general' || properties[statement.property] === 'company' ? null : subject
  const facts = (name: FactName): readonly KnownFact[] => {
    const own = product === null || companyFacts.has(name) ? [] : (product.facts.get(name) ?? [])
    return own.length > 0 && !shared.has(name) ? own : [...own, ...ofCompany(name)]
  }
  const { markets, audience } = settings.readersOf(statement)
  return {
    statement,
    words: plainText(statement.text),
    sentence: plainText(statement.sentence),
    facts,
    product: { skus: [...(product?.skus ?? [])], names: [...(product?.names ?? [])] },
    companyNames: catalog.companyNames(company),
    asOf: settings.asOf,
    markets: markets.length > 0 ? markets : settings.aimedAt(statement),
    selectedMarkets: markets,
    audience,
  }
}
