import { describe, expect, test } from 'vitest'
import { claimlint, folderOf, lowestPrice, type Tree } from './workshop.ts'

const argv = ['-f', 'json', '--only', 'price/lowest-price,document/too-costly']

interface Told {
  readonly ruleId: string
  readonly message: string
  readonly advice: string
  readonly document: string
  readonly range: { readonly start: { readonly line: number } }
}

/** Place and rule of every finding. */
async function placesIn(tree: Tree, more: readonly string[] = []): Promise<string[]> {
  return (await findingsIn(tree, more)).map(
    ({ document, range, ruleId }) => `${document}:${range.start.line} ${ruleId}`,
  )
}

async function findingsIn(tree: Tree, more: readonly string[] = []): Promise<readonly Told[]> {
  const { out } = await claimlint(folderOf(tree), [...argv, ...more])
  return (JSON.parse(out) as { findings: Told[] }).findings // our own report
}

const deepQuote = `${'> '.repeat(150)}a\n`
const around = (bad: string) => `${lowestPrice}\n${bad}\n${lowestPrice}`
const manyKeys = Array.from({ length: 9 }, (_, index) => `  k${index}: ${lowestPrice}`).join('')

describe('a part that costs too much', () => {
  const cases: readonly (readonly [name: string, tree: Tree, places: readonly string[]])[] = [
    [
      'in Markdown, between two claims',
      { 'a.md': around(deepQuote) },
      ['a.md:1 price/lowest-price', 'a.md:3 document/too-costly', 'a.md:5 price/lowest-price'],
    ],
    [
      'by a limit of the configuration',
      { 'claimlint.yaml': 'limits: {blockSize: 60}\n', 'a.md': around(`*Oak* ${'oak '.repeat(20)}\n`) },
      ['a.md:1 price/lowest-price', 'a.md:3 document/too-costly', 'a.md:5 price/lowest-price'],
    ],
    [
      'by the limit of an override, the others as they were',
      {
        'claimlint.yaml': 'limits: {mapKeys: 2}\noverrides: [{files: [b.yaml], limits: {mapKeys: 20}}]\n',
        'a.yaml': `m:\n${manyKeys}text: ${lowestPrice}`,
        'b.yaml': `m:\n  k: ${lowestPrice}`,
      },
      [
        'a.yaml:2 price/lowest-price',
        'a.yaml:3 price/lowest-price',
        'a.yaml:4 document/too-costly',
        'a.yaml:11 price/lowest-price',
        'b.yaml:2 price/lowest-price',
      ],
    ],
    [
      'in a file of too many values: what stands above is read',
      { 'claimlint.yaml': 'limits: {values: 4}\n', 'a.yaml': `a: ${lowestPrice}b: c\nd: ${lowestPrice}` },
      ['a.yaml:1 price/lowest-price', 'a.yaml:3 document/too-costly'],
    ],
  ]
  test.each(cases)('%s', async (_name, tree, places) => {
    expect(await placesIn(tree)).toEqual(places)
  })

  test('is read where the limit is raised', async () => {
    const tree = { 'claimlint.yaml': 'limits: {nesting: 200}\n', 'a.md': around(deepQuote) }
    expect(await placesIn(tree)).toEqual(['a.md:1 price/lowest-price', 'a.md:5 price/lowest-price'])
  })

  test('says which limit, and what to do, in both languages', async () => {
    const tree = { 'a.md': deepQuote }
    const [english] = await findingsIn(tree, ['--language', 'en'])
    const [chinese] = await findingsIn(tree, ['--language', 'zh'])
    expect(english?.message).toBe(
      'more than 100 lists and quotes inside each other (limits.nesting); this part is not read, flatten it',
    )
    expect(english?.advice).toContain('raise the limit under `limits` in claimlint.yaml')
    expect(chinese?.message).toMatch(/^读取代价过高，此处未审核：.*limits\.nesting/)
    expect(chinese?.advice).toContain('limits')
  })

  test('cannot be allowed to run out of stack', async () => {
    const { code, err } = await claimlint(folderOf({ 'claimlint.yaml': 'limits: {nesting: 4000}\n', 'a.md': 'a' }), [])
    expect([code, err]).toEqual([2, expect.stringContaining('limits.nesting is 4000; use 400 or less')])
  })
})

test.each([
  'fixtures/demo',
  'fixtures/exports/*.{csv,xml,jsonl}',
  'fixtures/catalogs-dev/talwerk-outdoor',
  'fixtures/catalogs-dev/tainan-hemu',
])('--parse-all reports the same of %s', async (folder) => {
  const plain = await claimlint(process.cwd(), [folder, '-f', 'json', '--claims'])
  const parsed = await claimlint(process.cwd(), [folder, '-f', 'json', '--claims', '--parse-all'])
  expect(plain.out.length).toBeGreaterThan(1000)
  expect(parsed).toEqual(plain)
})
