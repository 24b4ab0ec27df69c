// Audits a listing with the library, against facts and proof that stand in this program. Run: node examples/library/check-listing.mjs
import { audit } from 'claimlint'
import { rules } from 'claimlint/rules'

const listing = `# Desk lamp HY-200

Europe's best desk lamp, from our own factory. Ships within 24 hours.
Certified to ISO 9001 (certificate CN-12345-Q, TÜV Rheinland).
`

const report = audit({
  documents: [{ path: 'listing.md', text: listing }],
  rules,
  asOf: '2026-03-31',
  facts: { businessType: 'trading company', foundingDate: '2016-04' },
  evidence: [
    {
      id: 'iso9001',
      kind: 'certificate',
      supports: ['certification'],
      issuer: 'TÜV Rheinland',
      number: 'CN-12345-Q',
      expires: '2027-04-30',
    },
  ],
  markets: ['eu'],
  audience: 'b2b',
  ledger: 'claims',
})

for (const { severity, verdict, message, range } of report.findings) {
  console.log(`${range.start.line}:${range.start.column} ${severity}, ${verdict}: ${message}`)
}
for (const { verdict, text, evidence } of report.claims ?? []) {
  if (verdict === 'supported') console.log(`on file: "${text}" by ${evidence.join(', ')}`)
}
