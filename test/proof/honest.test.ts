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

test('an honest company gets no error and no warning', () => {
  const { findings, claims } = auditTexts(
    { 'pages/profile.md': profile, 'products/lb-40.md': product },
    { 'company.yaml': company },
  )
  const loud = findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ ruleId, message }) => `${ruleId}: ${message}`)
  expect(loud).toEqual([])
  expect(claims?.filter(({ verdict }) => verdict === 'supported').length).toBeGreaterThanOrEqual(8)
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
