import { expect, test } from 'vitest'
import { asOf, auditTexts } from './catalog.ts'

/** A company whose copy says no more than is on file. */
const company = `"@type": Organization
legalName: Lindgren Brush Works AB
businessType: manufacturer
foundingDate: 1998-03
numberOfEmployees: {count: 46, asOf: 2026-06}
plants: [{name: Growing works, ownership: own, areaM2: 5200, lines: 3, monthlyCapacity: 60000}]
exportCountries: [DE, DK, NO, FI, NL]
contactPoint: [{telephone: "+46 500 55 01", email: info@lindgren.example, hoursAvailable: "Mo-Fr 08:00-16:30", responseTime: P1D, availableLanguage: [sv, en, de]}]
`

const profile = `# Lindgren Brush Works

Founded in 1998. 46 employees make brushes in our own factory; it covers 5,200 square metres.

| Item | Figure |
| --- | --- |
| Production lines | 3 |
| Export markets | 5 countries |

We speak Swedish, English and German and answer within one working day. Telephone +46 500 55 01, info@lindgren.example.
`

const product = `---
sku: LB-40
name: Dish brush LB-40
countryOfOrigin: SE
material: beech, plant fibre
moq: 200
handlingTime: P10D
warranty: 12 months
additionalProperty: [{name: weight, value: 62, unitCode: GRM}]
---

# Dish brush LB-40

Made in Sweden. Weighs 62 g. MOQ: 200 pieces. Lead time: 10 days.
`

interface Business {
  readonly company: string
  readonly documents: Readonly<Record<string, string>>
  readonly evidence: string
  /** Claims that must be borne out. */
  readonly supported: number
}

const brushes: Business = {
  company,
  documents: { 'pages/profile.md': profile, 'products/lb-40.md': product },
  evidence: '',
  supported: 8,
}

const lamps: Business = {
  company: `"@type": Organization
legalName: 中山市明远照明有限公司
businessType: 生产型企业
foundingDate: 2009-06
numberOfEmployees: {count: 120, asOf: 2026-08}
plants: [{name: 古镇工厂, ownership: 自有, areaM2: 8600, lines: 5, monthlyCapacity: 30000}]
exportCountries: [德国, 法国, 荷兰, 波兰]
hasCertification: [{name: ISO 9001:2015, certificationIdentification: CN-8812-Q, issuedBy: 华信认证, holder: 中山市明远照明有限公司, expires: 2028-03-01}]
contactPoint: [{telephone: "0760-5550 1288", email: sales@mingyuan.example, hoursAvailable: "Mo-Sa 08:30-18:00", responseTime: P1D, availableLanguage: [zh, en]}]
`,
  documents: {
    'pages/简介.md':
      '# 中山市明远照明有限公司\n\n公司成立于2009年，现有员工120人，拥有自有工厂，厂房面积8600平方米，5条生产线，月产能30000件。\n\n公司通过ISO 9001质量管理体系认证（证书编号CN-8812-Q，华信认证）。\n\n产品出口到4个国家。支持中文、英语服务，一个工作日内回复。电话0760-5550 1288。\n',
    'products/台灯.md':
      '---\nsku: MY-12\nname: 阅读台灯\nmoq: 100\nwarranty: 24个月\nleadTime: 20天\nadditionalProperty: [{name: 功率, value: 12, unitCode: WTT}, {name: 重量, value: 900, unitCode: GRM}]\n---\n\n# 阅读台灯\n\n功率12W。重量900克。起订量：100件。交货期：20天。\n',
  },
  evidence: '',
  supported: 10,
}

const tea: Business = {
  company: `"@type": Organization
legalName: 鹿谷茶行有限公司
businessType: 零售
foundingDate: 1987
numberOfEmployees: {count: 9, asOf: 2026-10}
contactPoint: [{telephone: "049-555-0127", hoursAvailable: "Mo-Su 09:00-18:00", responseTime: P1D, availableLanguage: [zh]}]
hasMerchantReturnPolicy: {merchantReturnDays: 10, returnFees: ReturnFeesCustomerResponsibility, refundType: FullRefund}
shippingDetails: {shippingRate: {value: 100, currency: TWD}, freeFrom: 1500}
`,
  documents: {
    'pages/關於.md': '# 關於我們\n\n鹿谷茶行創立於1987年，員工9人。\n\n電話：049-555-0127，一個工作天內回覆。\n',
    'products/烏龍.yaml':
      'sku: LG-7\nname: 凍頂烏龍\ncountryOfOrigin: TW\nadditionalProperty: [{name: 淨重, value: 150, unitCode: GRM}]\ndescription: |\n  台灣製造。淨重150公克。\n\n  農藥殘留檢驗合格，報告編號TS-26-0412。\n',
  },
  evidence:
    '- {id: residue, kind: test-report, statement: LG-7 農藥殘留 373 項未檢出, supports: [{rule: quality, text: 農藥}, {rule: certification, text: 農藥}, {rule: health, text: 農藥}], products: [LG-7], issuer: 台茶檢驗, number: TS-26-0412, issued: 2026-04-12}\n',
  supported: 5,
}

test.each([
  ['in English', brushes],
  ['in Simplified Chinese', lamps],
  ['in Traditional Chinese', tea],
])('an honest company gets no error and no warning, %s', (_name, business) => {
  const { findings, claims } = auditTexts(
    business.documents,
    { 'company.yaml': business.company },
    { evidence: business.evidence },
  )
  const loud = findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ ruleId, message }) => `${ruleId}: ${message}`)
  expect(loud).toEqual([])
  const supported = (claims ?? []).filter(({ verdict }) => verdict === 'supported')
  expect(supported.length, supported.map(({ text }) => text).join(' / ')).toBeGreaterThanOrEqual(business.supported)
})

test('the day decides, not the document', () => {
  const dated = company.replace(
    'exportCountries',
    'hasCertification: [{name: ISO 9001, expires: 2026-11-20}]\nexportCountries',
  )
  const verdictOn = (text: string) =>
    auditTexts({ 'pages/profile.md': 'Our company is ISO 9001 certified.' }, { 'company.yaml': text }).findings.map(
      ({ verdict }) => verdict,
    )
  expect(asOf > '2026-11-20').toBe(true)
  expect(verdictOn(dated)).toContain('expired')
  expect(verdictOn(dated.replace('2026-11-20', '2026-11-21'))).not.toContain('expired')
})

test('a fact that cannot be read is a warning at its place', () => {
  const { findings } = auditTexts({ 'company.yaml': company.replace('1998-03', 'long ago') })
  expect(findings.map(({ ruleId, severity, range }) => [ruleId, severity, range.start.line])).toContainEqual([
    'document/unreadable-fact',
    'warning',
    4,
  ])
})
