import type { Claim } from '../../model/claim.ts'
import type { ClaimKind, Language, Market, Rule } from '../../model/rule.ts'
import type { Catalog } from '../../proof/catalog.ts'
import type { FactName } from '../../proof/fact-keys.ts'
import type { KnownFact } from '../../proof/known-facts.ts'
import type { DocumentRecord } from '../extract.ts'
import type { Judged } from '../judged.ts'
import { sparseCopy } from '../sparse-copy.ts'
import type { Sign } from './page-signs.ts'

/** What the pages of a company say between them. */
export interface Site {
  readonly catalog: Catalog
  /** Documents that say a thing, by company and sign. */
  readonly pagesSaying: (company: string, sign: Sign) => readonly string[]
  readonly ruleOf: (id: string) => Rule | undefined
  readonly markets: (claim: Claim) => readonly Market[]
  readonly asOf: string
  readonly language: Language
}

/** A claim of a page as it was judged. */
export interface PageClaim {
  readonly claim: Claim
  readonly judged: Judged
  readonly kind: ClaimKind
}

/** A page that sells, with all that tells what it leaves out. */
export interface Page {
  readonly record: DocumentRecord
  readonly kind: 'product' | 'general'
  readonly claims: readonly PageClaim[]
  /** Claims that say something checkable: what a reader may rely on. */
  readonly promises: readonly PageClaim[]
  readonly says: (...signs: readonly Sign[]) => boolean
  /** Whether another page of the company says it. */
  readonly saidElsewhere: (...signs: readonly Sign[]) => boolean
  readonly companyFacts: (name: FactName) => readonly KnownFact[]
  /** Whether the document itself, or the company's file, holds such a fact. */
  readonly isOnFile: (...names: readonly FactName[]) => boolean
  readonly site: Site
}

/** The site of documents: what each company's pages say, its own file left out, which is not printed anywhere. */
export function siteOf(records: readonly DocumentRecord[], { catalog, ...known }: Omit<Site, 'pagesSaying'>): Site {
  const saying = new Map<string, string[]>()
  for (const { path, signs, owners } of records) {
    if (owners[0]?.kind === 'organization' && /\.(?:ya?ml|json)$/i.test(path)) continue
    for (const sign of signs.said) {
      const key = `${sign} ${catalog.companyOf(path)}`
      saying.set(key, [...(saying.get(key) ?? []), path])
    }
  }
  return { ...known, catalog, pagesSaying: (company, sign) => saying.get(`${sign} ${company}`) ?? [] }
}

/** A document as a page that sells; null when it makes no claim, or is a manual or a statute that only seems to. */
export function pageOf(record: DocumentRecord, judged: readonly Judged[], site: Site): Page | null {
  const claims = claimsOf(record, judged, site.ruleOf)
  if (claims.length === 0 || claims.some(({ claim }) => claim.loweredBy.includes(sparseCopy))) return null
  const company = site.catalog.companyOf(record.path)
  const companyFacts = (name: FactName) => site.catalog.companyFacts(company, name)
  return {
    record,
    kind: record.owners.some(({ kind }) => kind === 'product') ? 'product' : 'general',
    claims,
    promises: claims.filter(({ judged: { verdict }, kind }) => verdict !== 'vague' && kind !== 'opinion'),
    says: (...signs) => signs.some((sign) => record.signs.said.includes(sign)),
    saidElsewhere: (...signs) =>
      signs.some((sign) => site.pagesSaying(company, sign).some((path) => path !== record.path)),
    companyFacts,
    isOnFile: (...names) =>
      names.some((name) => companyFacts(name).length > 0 || record.facts.some((fact) => fact.name === name)),
    site,
  }
}

const placeOf = ({ ruleId, range }: Pick<Judged, 'ruleId' | 'range'>) =>
  `${ruleId} ${range.start.offset} ${range.end.offset}`

function claimsOf(record: DocumentRecord, judged: readonly Judged[], ruleOf: Site['ruleOf']): readonly PageClaim[] {
  const byPlace = new Map(judged.map((each) => [placeOf(each), each] as const))
  return record.claims.flatMap((claim): PageClaim[] => {
    const found = byPlace.get(placeOf(claim))
    const kind = ruleOf(claim.ruleId)?.kind
    return found && kind !== undefined ? [{ claim, judged: found, kind }] : []
  })
}
