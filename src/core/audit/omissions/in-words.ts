import type { Claim } from '../../model/claim.ts'
import type { Family } from '../../model/rule.ts'
import { type Omission, omission } from './omission.ts'
import type { OmissionCode } from './omission-words.ts'
import type { Page, PageClaim } from './page.ts'

/** What claims of a family must name, and the kinds of proof that name it. */
const named: readonly (readonly [OmissionCode, readonly Family[], readonly string[]])[] = [
  ['omission/source', ['statistics', 'testimonial'], ['source', 'issuer']],
  ['omission/comparison-base', ['comparative'], ['basis', 'source', 'result', 'standard', 'number']],
  ['omission/certificate-id', ['certification'], ['number']],
]

/** Claims that name praise, people or honours have no figures to show. */
const asked: Readonly<Record<string, RegExp>> = {
  'omission/source':
    /\d|[一二三四五六七八九十百千万半]成|百分|\b(?:study|studies|survey|research|tests?|clinical\w*|scientific\w*|percent|half|nine|eight|seven)\b|研究|调查|調查|实验|實驗|临床|臨床|数据|數據/i,
  'omission/certificate-id':
    /\b(?:certifi\w+|approved|registered|patent\w*|ISO|CE|FDA|UL|GOTS|FSC|BSCI|LFGB|RoHS|REACH|IATF|HACCP|GMP|OEKO)\b|认证|認證|证书|證書|专利|專利|批准/i,
}

/** Of each kind the first claim of the page that lacks it: a further reason there. */
export const unnamedProof = (page: Page): Omission[] =>
  named.flatMap(([code, families, slots]) => {
    const lacking = page.claims.find(
      ({ claim, judged, kind }) =>
        families.some((family) => familiesOf(claim).has(family)) &&
        kind !== 'opinion' &&
        (judged.verdict === 'unsupported' || judged.verdict === 'banned') &&
        (asked[code]?.test(claim.text) ?? true) &&
        !slots.some((slot) => claim.cited.includes(slot)),
    )
    return lacking ? [omission(code, lacking.judged, { of: ofFinding(lacking) })] : []
  })

/** Of a claim with all rules that matched its words. */
const familiesOf = ({ ruleId, otherRules }: Claim) =>
  new Set([ruleId, ...otherRules].map((id) => id.split('/')[0] ?? ''))

const ofFinding = ({ judged }: PageClaim) => (judged.severity === null ? null : judged)

/** "Today" without a date: a reason of the claim in whose sentence it stands, else a finding of its own. */
export function undatedOffer({ record, claims, isOnFile }: Page): Omission[] {
  const { undated } = record.signs
  if (!undated || isOnFile('promotion', 'offerEnd')) return []
  const { start } = undated.range
  const around = claims.find(
    ({ claim, judged }) =>
      judged.severity !== null &&
      claim.field === undated.field &&
      claim.sentence.includes(undated.text) &&
      Math.abs(claim.range.start.offset - start.offset) <= claim.sentence.length,
  )
  return [omission('omission/date', undated, { missing: [undated.text], of: around?.judged ?? null })]
}

/** A paragraph of vague words. */
export function densePraise({ record: { signs } }: Page): Omission[] {
  const { dense } = signs
  return dense ? [omission('density/vague', dense, { missing: [String(dense.words)] })] : []
}

/** Notices that copy of a kind must carry in a market: the sign of the goods, the notice, the provision. */
const notices = [
  { market: 'us', goods: 'supplement', notice: 'fda-notice', law: 'US-FDCA' },
  { market: 'eu', goods: 'supplement', notice: 'varied-diet', law: 'EU-NHCR' },
  { market: 'cn', goods: 'health-food', notice: 'no-medicine', law: 'CN-AD-18' },
] as const

/** The first notice that the page must carry and does not. */
export function missingNotice(page: Page): Omission[] {
  const health = page.claims.find(({ judged }) => judged.family === 'health')
  const results = page.claims.find(({ judged }) => judged.family === 'results')
  const lacking = notices.find(
    ({ market, goods, notice }) =>
      health && page.site.markets(health.claim).includes(market) && page.says(goods) && !page.says(notice),
  )
  if (health && lacking) {
    const told = { missing: [lacking.notice], law: [lacking.law], severity: 'warning' } as const
    return [omission('omission/disclaimer', health.judged, told)]
  }
  if (results?.kind !== 'promise' || page.says('individual-results')) return []
  return [omission('omission/disclaimer', results.judged, { missing: ['individual-results'], of: ofFinding(results) })]
}
