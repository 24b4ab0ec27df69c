import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claimlint, folderOf } from './workshop.ts'

const shop = {
  'claimlint.yaml': 'files: ["*.md", "*.yaml"]\nmarkets: [eu]\n',
  'a.md':
    'Our LED drivers come at the lowest price in Europe.\n\nThey are BPA-free. Two-year warranty on parts: we replace the unit within 10 days.\n',
  'b.md': 'High quality, competitive price.\n\nOur LED drivers come at the lowest price in Europe.\n',
  'c.yaml': 'sku: C-1\nlead: "BPA-free silicone"\nfaq: "=HYPERLINK(\\"http://x\\") is the lowest price in Europe"\n',
  'evidence/r.yaml':
    '- {id: bpa, kind: test-report, supports: [composition], products: [C-1], issued: 2026-03-01, owner: quality}\n' +
    '- {id: s1, kind: price-survey, supports: [price], documents: [a.md], issued: 2026-11-01, owner: pricing}\n',
}

interface Entry {
  readonly document: string
  readonly family: string
  readonly verdict: string
  readonly evidence: readonly string[]
  readonly owner: string | null
}

describe('claimlint claims', () => {
  test('lists every claim with its proof and its owner', async () => {
    const { code, out } = await claimlint(folderOf(shop), ['claims', '-f', 'json'])
    expect(code).toBe(0)
    const { claims, asOf } = JSON.parse(out) as { claims: Entry[]; asOf: string } // our own report
    expect(asOf).toBe('2026-11-21')
    const about = (document: string, family: string) =>
      claims.find((claim) => claim.document === document && claim.family === family)
    expect(about('a.md', 'price')).toMatchObject({ verdict: 'supported', evidence: ['s1'], owner: 'pricing' })
    const unfit = claims.find(({ document, evidence }) => document === 'b.md' && evidence.includes('s1'))
    expect(unfit).toMatchObject({ verdict: 'unsupported', owner: 'pricing' })
    expect(about('c.yaml', 'composition')).toMatchObject({ verdict: 'supported', evidence: ['bpa'], owner: 'quality' })
  })

  test.each([
    ['document', ['a.md (', 'b.md (', 'c.yaml (']],
    ['family', ['composition (', 'price (']],
    ['owner', ['quality (', 'pricing (']],
    ['verdict', ['unsupported (', 'supported (']],
  ])('by %s', async (by, heads) => {
    const folder = folderOf(shop)
    const table = (await claimlint(folder, ['claims', '--by', by])).out
    const markdown = (await claimlint(folder, ['claims', '--by', by, '-f', 'markdown'])).out
    for (const head of heads) {
      expect(table).toContain(`\n${head}`.slice(table.startsWith(head) ? 1 : 0))
      expect(markdown).toContain(`\n## ${head}`)
    }
    expect(table).toContain('"Supported" means that proof is on file')
    for (const ledger of [table, markdown])
      expect(ledger).toMatch(/not legal advice; law register as of \d{4}-\d\d-\d\d\.\n$/)
  })

  test('as CSV holds no formula', async () => {
    const { out } = await claimlint(folderOf(shop), ['claims', '-f', 'csv'])
    const [header, ...rows] = out
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n')
    expect(header).toBe('document,line,field,family,rule,text,values,verdict,proof,owner,decision,message,fingerprint')
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.flatMap((row) => row.split(',')).filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([])
  })

  test('into a file', async () => {
    const folder = folderOf(shop)
    expect(await claimlint(folder, ['claims', '-f', 'csv', '-o', 'ledger.csv'])).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(join(folder, 'ledger.csv'), 'utf8')).toContain('pricing')
    expect(await claimlint(folder, ['claims', '-o', 'no/such/ledger.csv'])).toMatchObject({ code: 2 })
    expect(existsSync(join(folder, 'no'))).toBe(false)
  })

  test('refuses what it does not know', async () => {
    expect(await claimlint(folderOf(shop), ['claims', '--by', 'owners'])).toMatchObject({ code: 2 })
    expect(await claimlint(folderOf(shop), ['claims', '-f', 'xlsx'])).toMatchObject({ code: 2 })
    expect(await claimlint(folderOf(shop), ['claims', 'none.md'])).toMatchObject({ code: 2 })
  })

  test('is the same whatever the order of the paths', async () => {
    const folder = folderOf(shop)
    const [one, other] = [
      await claimlint(folder, ['claims', 'a.md', 'b.md']),
      await claimlint(folder, ['claims', 'b.md', 'a.md']),
    ]
    expect(one.out).toBe(other.out)
  })
})

interface Scored {
  readonly documents: readonly {
    readonly document: string
    readonly overall: number
    readonly scores: Readonly<Record<string, number>>
    readonly promises: readonly {
      readonly family: string
      readonly marks: Readonly<Record<string, { readonly score: number; readonly reason: string }>>
    }[]
  }[]
}

describe('claimlint promises', () => {
  test('marks every promise on five qualities, with reasons', async () => {
    const { code, out } = await claimlint(folderOf(shop), ['promises', '-f', 'json'])
    expect(code).toBe(0)
    const { documents } = JSON.parse(out) as Scored // our own report
    expect(documents.map(({ document }) => document)).toEqual(['a.md', 'b.md', 'c.yaml'])
    const marks = (document: string, family: string) =>
      documents.find((each) => each.document === document)?.promises.find((promise) => promise.family === family)?.marks
    expect(marks('a.md', 'price')).toMatchObject({
      realistic: { score: 0.5, reason: 'absolute; facts or evidence bear it out' },
      credible: { score: 1, reason: 'proof is on file (s1)' },
    })
    expect(marks('b.md', 'price')?.['credible']).toMatchObject({ score: 0 })
    expect(marks('a.md', 'guarantee')?.['explicit']?.score).toBeGreaterThanOrEqual(0.8)
    for (const { promises, scores, overall } of documents) {
      for (const [quality, score] of Object.entries(scores)) {
        const all = promises.map((promise) => promise.marks[quality]?.score ?? Number.NaN)
        expect(score).toBeCloseTo(all.reduce((sum, each) => sum + each, 0) / all.length, 1)
        expect(all.every((each) => each >= 0 && each <= 1)).toBe(true)
      }
      const five = Object.values(scores)
      expect(overall).toBeCloseTo(five.reduce((sum, each) => sum + each, 0) / five.length, 1)
    }
  })

  test('as a table, in both languages', async () => {
    const folder = folderOf(shop)
    expect((await claimlint(folder, ['promises'])).out).toMatch(
      /^Document +Realistic +Unique +Compelling +Explicit +Credible +Overall$/m,
    )
    expect((await claimlint(folder, ['promises', '--language', 'zh'])).out).toContain('未写明：')
    expect((await claimlint(folderOf({ 'a.md': 'Twelve drivers.\n' }), ['promises'])).out).toBe('no promise\n')
  })
})
