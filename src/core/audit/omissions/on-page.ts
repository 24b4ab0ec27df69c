import type { Related, Verdict } from '../../model/report.ts'
import { amountIn } from '../../proof/amounts.ts'
import { dateIn, monthsBetween } from '../../proof/dates.ts'
import { allTexts, type KnownFact, textOf } from '../../proof/known-facts.ts'
import { factLine } from '../fact-words.ts'
import { type Omission, omission } from './omission.ts'
import type { Page, PageClaim } from './page.ts'
import type { Sign } from './page-signs.ts'

const contact = ['telephone', 'postal', 'messaging', 'form', 'email', 'link'] as const

/** Fewer promises do not make a page of promises. */
const fewestPromises = 2

const relatedTo = (facts: readonly KnownFact[], { site }: Page): Related[] =>
  facts.slice(0, 1).map((fact) => ({
    document: fact.document,
    range: fact.range,
    message: factLine(fact, site.language),
  }))

const onFile = (facts: readonly KnownFact[], { site }: Page): readonly string[] =>
  facts.length === 0 ? [] : [site.language === 'zh' ? '（档案中有登记）' : '; it is on file']

/** Goods in a sheet or a feed are no page: what stands around them is printed elsewhere. */
const isData = ({ kind, record }: Page) => kind === 'product' && !/\.(?:md|markdown|mdx|html?)$/i.test(record.path)

const firstPromise = ({ promises }: Page): PageClaim | undefined =>
  promises.find(({ kind }) => kind === 'promise') ?? promises[0]

/** A page of promises without a way to reach the seller. Goods are sold on a site: one page of it that says so is enough for them. */
export function missingContact(page: Page): Omission[] {
  const first = page.promises.find(({ kind }) => kind === 'promise')
  if (!first || page.promises.length < fewestPromises || page.says(...contact)) return []
  if (isData(page) || page.record.facts.some(({ name }) => name === 'contact')) return []
  const elsewhere = page.saidElsewhere(...contact)
  if (elsewhere && page.kind === 'product') return []
  const known = page.companyFacts('contact')
  const severity = elsewhere || page.kind === 'product' ? 'info' : 'warning'
  const told = { missing: onFile(known, page), related: relatedTo(known, page) }
  return [omission('omission/contact', first.judged, { severity, ...told })]
}

/** An invitation to enquire without a reply time. */
export function missingReplyTime(page: Page): Omission[] {
  const { invitation } = page.record.signs
  if (!invitation || page.promises.length === 0 || page.says('reply-time')) return []
  if (page.record.statements.some(({ property }) => property === 'replyTime')) return []
  const known = [
    ...page.companyFacts('responseTime'),
    ...page.companyFacts('contact').filter((fact) => textOf(fact, 'responsetime', 'medianfirstreplyh') !== null),
  ]
  return [
    omission('omission/response-time', invitation, { missing: onFile(known, page), related: relatedTo(known, page) }),
  ]
}

const proven: ReadonlySet<Verdict | null> = new Set(['supported', 'cited'])
const young = 36

/** A company of under three years that names nobody who knows it. */
export function missingReferences(page: Page): Omission[] {
  const first = firstPromise(page)
  const founding = page.companyFacts('foundingDate')[0]
  const founded = founding && allTexts(founding).flatMap((text) => dateIn(text) ?? [])[0]
  if (!first || !founding || founded === undefined || page.kind === 'product') return []
  if (founded > page.site.asOf || monthsBetween(founded, page.site.asOf) >= young) return []
  if (page.says('references') || page.isOnFile('customer', 'rating')) return []
  if (page.claims.some(({ judged }) => judged.family === 'testimonial' && proven.has(judged.verdict))) return []
  const since = page.site.language === 'zh' ? `（${founded}）` : ` (founded ${founded})`
  return [omission('omission/references', first.judged, { missing: [since], related: relatedTo([founding], page) })]
}

const keepable: ReadonlySet<string> = new Set(['delivery', 'guarantee', 'service', 'results', 'quality', 'price'])

/** Promises without a word of what happens when they are not kept. */
export function missingRemedy(page: Page): Omission[] {
  const first = page.promises.find(({ kind, judged }) => kind === 'promise' && keepable.has(judged.family))
  if (isData(page)) return []
  if (!first || page.promises.length < fewestPromises || page.says('remedy') || page.saidElsewhere('remedy')) return []
  return page.isOnFile('returns', 'returnDays') ? [] : [omission('omission/remedy', first.judged)]
}

const guarantees = /guarant|warrant|质保|保修|保固|質保|包退|包换|包換|退款|无忧|無憂/i
const terms = ['duration', 'conditions', 'claim-route', 'payer', 'payout-time'] as const

/** A guarantee whose terms stand nowhere on the page. */
export function missingTerms(page: Page): Omission[] {
  const all = page.claims.filter(
    ({ claim, judged, kind }) =>
      judged.family === 'guarantee' && (kind !== 'opinion' || guarantees.test(claim.sentence)),
  )
  const first = all.find(({ judged }) => judged.severity !== null) ?? all[0]
  if (!first || page.says('terms-link')) return []
  const missing = terms.filter((term) => (term === 'duration' ? !saysHowLong(page, all) : !says(term, page)))
  if (missing.length === 0) return []
  const of = first.judged.severity === null ? null : first.judged
  return [omission('omission/guarantee-terms', first.judged, { missing, of })]
}

const saysHowLong = ({ record, isOnFile }: Page, claims: readonly PageClaim[]) =>
  claims.some(({ claim: { sentence } }) => amountIn(sentence, 'time') !== null) ||
  record.statements.some(({ property }) => property === 'warranty' || property === 'returnDays') ||
  isOnFile('warranty', 'returnDays')

/** A term that the page says, or that the product's or the company's own facts say in a key. */
function says(term: Exclude<(typeof terms)[number], 'duration'>, page: Page): boolean {
  const sign: Sign = term
  return page.says(sign) || (keysOf[term] ?? []).some((key) => hasKey(page, key))
}

const keysOf: Readonly<Record<string, readonly string[]>> = {
  conditions: ['scope', 'warrantyscope', 'exclusions'],
  'claim-route': ['merchantreturnlink', 'returnmethod', 'claim'],
  payer: ['returnfees', 'fees', 'itemdefectreturnfees'],
  'payout-time': ['refundtime', 'refunddays'],
}

const hasKey = ({ record, companyFacts }: Page, key: string) =>
  [...record.facts, ...companyFacts('returns'), ...companyFacts('warranty')].some(
    ({ name, values }) => (name === 'returns' || name === 'warranty') && values[key] !== undefined,
  )
