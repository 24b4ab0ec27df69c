import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Report } from '../../src/core/model/report.ts'
import { claimlint } from '../cli/workshop.ts'

const audited = claimlint(resolve('.'), [
  'fixtures/demo',
  '--as-of',
  '2026-11-21',
  '--claims',
  '--format',
  'json',
  '--language',
  'en',
])
const report = async () => JSON.parse((await audited).out) as Report // written by claimlint itself
const ends = async (document: string, text: RegExp, verdict: string) =>
  ((await report()).claims ?? [])
    .filter((claim) => claim.document === document && text.test(claim.text) && claim.verdict === verdict)
    .flatMap(({ related }) => related.map(({ document: other, range }) => `${other}:${range?.start.line}`))

test("the factory of one's own is contradicted by the business type, both places named", async () => {
  expect(await ends('fixtures/demo/pages/company-profile.md', /own factory/, 'contradicted')).toContain(
    'fixtures/demo/company.yaml:4',
  )
  expect(await ends('fixtures/demo/pages/company-profile.zh.md', /自有工厂/, 'contradicted')).toContain(
    'fixtures/demo/company.yaml:4',
  )
})

test('the certificate has run out', async () => {
  expect(await ends('fixtures/demo/pages/company-profile.md', /ISO 9001/, 'expired')).toContain(
    'fixtures/demo/company.yaml:15',
  )
})

test('the warranty of the listing is not that of the facts and the questions', async () => {
  expect(await ends('fixtures/demo/products/desk-lamp.md', /Lifetime/, 'contradicted')).toEqual([
    'fixtures/demo/products/desk-lamp.md:7',
    'fixtures/demo/pages/faq.md:13',
  ])
})

test('supported claims are counted', async () => {
  expect((await report()).summary.verdicts.supported).toBeGreaterThanOrEqual(5)
})
