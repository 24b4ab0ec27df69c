import { expect, test } from 'vitest'
import { claimlint, folderOf } from './workshop.ts'

const folder = folderOf({
  'company.yaml': '"@type": Organization\nbusinessType: trading company\nowner: trade desk\nfoundingDate: 2016\n',
  'about.md': 'We are a manufacturer. Founded in 2016.\n',
})

test.each<readonly [name: string, ...says: string[]]>([
  ['scale/stated-moq', 'States the property moq', 'Minimum order: 500 pieces'],
  ['omission/contact', 'does not say how to reach the seller', 'Print a telephone number'],
  ['omission/guarantee-terms', 'The guarantee does not say …'],
])('explain %s', async (name, ...says) => {
  const { code, out, err } = await claimlint(folder, ['explain', name])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  for (const words of says) expect(out.replace(/\s+/g, ' ')).toContain(words)
})

test('explain says of a fingerprint the claim, its verdict and what decided', async () => {
  const { out: json } = await claimlint(folder, ['--format', 'json', '--claims'])
  const { claims } = JSON.parse(json) as { claims: { fingerprint: string; verdict: string }[] } // written by claimlint itself
  const contradicted = claims.find(({ verdict }) => verdict === 'contradicted')
  const { code, out } = await claimlint(folder, ['explain', contradicted?.fingerprint ?? ''])
  expect(code).toBe(0)
  for (const words of [
    'about.md:1:',
    'maker/manufacturer-status',
    'contradicted, error',
    'company.yaml:2: businessType',
  ])
    expect(out).toContain(words)
})

test('a fingerprint that nothing has is wrong usage', async () => {
  const { code, err } = await claimlint(folder, ['explain', '0123456789abcdef'])
  expect(code).toBe(2)
  expect(err).toContain('nothing under this folder has the fingerprint 0123456789abcdef')
})

test('the ledger names who keeps the facts that bear a claim out, and parts verdicts by gravity', async () => {
  const { out } = await claimlint(folder, ['claims', '--by', 'verdict', '--format', 'csv'])
  expect(out).toMatch(/Founded in 2016.*trade desk/)
  const { out: table } = await claimlint(folder, ['claims', '--by', 'verdict'])
  expect(table.indexOf('contradicted (1)')).toBeGreaterThanOrEqual(0)
  expect(table.indexOf('contradicted (1)')).toBeLessThan(table.indexOf('supported (1)'))
})
