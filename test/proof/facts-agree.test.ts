import { expect, test } from 'vitest'
import { auditTexts } from './catalog.ts'

const company = '"@type": Organization\nfoundingDate: 2016-04\nnumberOfEmployees: 38\n'
const listing = '---\nsku: P-1\nwarranty: 12 months\nmoq: 500\n---\n\n# Pump\n'

const conflicts = (documents: Readonly<Record<string, string>>, background: Readonly<Record<string, string>> = {}) =>
  auditTexts(documents, background)
    .findings.filter(({ ruleId }) => ruleId === 'consistency/facts')
    .map(
      ({ document, field, related }) =>
        `${document} ${field} against ${related.map((other) => other.document).join(', ')}`,
    )

test('one product with two warranties in two files: both ends are reported', () => {
  const mail = '---\nsku: P-1\nwarranty: P2Y\nmoq: 500 pieces\n---\n\nDear buyer\n'
  expect(conflicts({ 'products/pump.md': listing, 'mail/reply.md': mail })).toEqual([
    'mail/reply.md warranty against products/pump.md',
    'products/pump.md warranty against mail/reply.md',
  ])
})

test('a profile whose keys differ from the company file', () => {
  const profile = '---\nfoundingDate: 1998\nnumberOfEmployees: 38\n---\n\n# About us\n'
  expect(conflicts({ 'pages/profile.md': profile }, { 'company.yaml': company })).toEqual([
    'pages/profile.md foundingDate against company.yaml',
  ])
})

test('values that agree, and values of different products, are left alone', () => {
  const same = '---\nsku: P-1\nwarranty: P1Y\n---\n\nDear buyer\n'
  const other = '---\nsku: P-2\nwarranty: P2Y\n---\n\n# Other pump\n'
  expect(conflicts({ 'products/pump.md': listing, 'mail/reply.md': same, 'products/other.md': other })).toEqual([])
})
