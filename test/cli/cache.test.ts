import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { entryOf, sealed, unsealed } from '../../src/cli/cache/cache-file.ts'
import { openCache } from '../../src/cli/cache/open-cache.ts'
import { digestOf } from '../../src/cli/cache/program-digest.ts'
import { builtInConfig } from '../../src/cli/config/config.ts'
import { claimlint, folderOf, lowestPrice, lowestPriceYaml, plainCopy, type Tree } from './workshop.ts'

const home = folderOf({})
const env = { XDG_CACHE_HOME: home }
const secret = () => readFileSync(join(home, 'claimlint', 'cache.key'))

const audit = (folder: string, ...argv: string[]) => claimlint(folder, [...argv, '--cache', '-f', 'json'], { env })

/** The keys in a cache with the paths they stand for. */
function entriesIn(folder: string, name = '.claimlint-cache'): Map<string, string> {
  const lines = unsealed(readFileSync(join(folder, name)), secret())
  return new Map([...lines].map(([key, line]) => [key, entryOf(line).path]))
}

/** A first run over a folder of these files. */
async function firstRun(tree: Tree) {
  const folder = folderOf(tree)
  const run = await audit(folder)
  return { run, cache: readFileSync(join(folder, '.claimlint-cache')) }
}

const firstRuns = new Map<Tree, ReturnType<typeof firstRun>>()

/** The same, made once for all tests: a cache knows no absolute path. */
function audited(tree: Tree): ReturnType<typeof firstRun> {
  const run = firstRuns.get(tree) ?? firstRun(tree)
  firstRuns.set(tree, run)
  return run
}

const houseRule = (phrase: string) => `title: Ours
kind: opinion
severity: warning
confidence: high
match: {en: [${phrase}]}
message: {en: "ours", zh: "我们的"}
advice: {en: "none", zh: "无"}
examples: {flagged: [${phrase}], clean: [A box.]}
`

const catalogue: Tree = {
  'claimlint.yaml':
    'packs: [./pack]\nrules: {price: error}\nfields: {ignore: [note]}\noverrides: [{files: [blog/**], markets: [eu]}]\n',
  'pack/quality/ours.yml': houseRule('boundless'),
  'company.yaml': '"@type": Organization\nlegalName: Example Ltd\nbusinessType: trading company\n',
  'evidence/register.yaml':
    '- {id: survey, kind: price-survey, supports: [price/lowest-price], statement: prices of twelve shops, issued: 2026-11-01}\n',
  'one.md': lowestPrice,
  'two.yaml': `${lowestPriceYaml}note: The best price in the world.\n`,
  'blog/three.md': `${plainCopy}We have our own factory.\n`,
}

const documents = ['blog/three.md', 'company.yaml', 'one.md', 'two.yaml']
const append = (path: string, text: string) => (folder: string) => appendFileSync(join(folder, path), text)
const configured = (from: string, to: string) => (folder: string) => {
  const file = join(folder, 'claimlint.yaml')
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(from)
  writeFileSync(file, text.replace(from, to))
}

/** A change between two runs; `anew`: the documents that are read again because of it. */
interface Change {
  readonly what: string
  readonly change?: (folder: string) => void
  readonly argv?: readonly string[]
  readonly anew: readonly string[]
}

const changes: readonly Change[] = [
  { what: 'nothing', anew: [] },
  { what: 'the words of a document', change: append('one.md', '\nMore.\n'), anew: ['one.md'] },
  { what: 'the time of a document', change: (folder) => utimesSync(join(folder, 'one.md'), 1, 1), anew: [] },
  {
    what: 'the name of a document',
    change: (folder) => renameSync(join(folder, 'one.md'), join(folder, 'uno.md')),
    anew: ['uno.md'],
  },
  {
    what: 'the company',
    change: append('company.yaml', 'plants: [{name: P, ownership: own}]\n'),
    anew: ['company.yaml'],
  },
  { what: 'evidence', change: (folder) => rmSync(join(folder, 'evidence'), { recursive: true }), anew: [] },
  { what: 'decisions', change: append('claimlint.decisions.yaml', '[]\n'), anew: [] },
  { what: 'the date', argv: ['--as-of', '2027-06-01'], anew: [] },
  { what: 'the market', argv: ['--market', 'cn'], anew: [] },
  { what: 'the language of the report', argv: ['--language', 'zh'], anew: [] },
  { what: 'the level of a rule', change: configured('price: error', 'price: info'), anew: [] },
  { what: 'a rule that is switched off', change: configured('price: error', 'price: off'), anew: documents },
  { what: 'skipped rules', argv: ['--skip', 'maker'], anew: documents },
  { what: 'the fields that are copy', change: configured('ignore: [note]', 'ignore: [nothing]'), anew: documents },
  { what: 'the markets of an override', change: configured('markets: [eu]', 'markets: [us]'), anew: [] },
  {
    what: 'the fields of an override',
    change: configured('markets: [eu]', 'fields: {ignore: [x]}'),
    anew: ['blog/three.md'],
  },
  {
    what: 'the limits of an override',
    change: configured('markets: [eu]', 'limits: {nesting: 9}'),
    anew: ['blog/three.md'],
  },
  {
    what: 'a house rule',
    change: (folder) => writeFileSync(join(folder, 'pack/quality/ours.yml'), houseRule('endless')),
    anew: documents,
  },
]

describe('--cache', () => {
  test.each(['demo', ...readdirSync('fixtures/catalogs').map((name) => `catalogs/${name}`)])(
    '%s: the same bytes without a cache, with a new one and with an old one',
    async (name) => {
      const folder = resolve('fixtures', name)
      const cache = join(folderOf({}), 'cache')
      const argv = ['--claims', '-f', 'json']
      const without = await claimlint(folder, argv, { env })
      expect(await claimlint(folder, [...argv, '--cache', cache], { env })).toEqual(without)
      expect(await claimlint(folder, [...argv, '--cache', cache], { env })).toEqual(without)
    },
  )

  test.each(changes)('$what: exactly what follows from it is read anew', async ({ change, argv = [], anew }) => {
    const folder = folderOf(catalogue)
    writeFileSync(join(folder, '.claimlint-cache'), (await audited(catalogue)).cache)
    const before = entriesIn(folder)
    expect([...before.values()].sort()).toEqual(documents)
    change?.(folder)
    const cached = await audit(folder, ...argv)
    expect(cached).toEqual(await claimlint(folder, [...argv, '-f', 'json'], { env }))
    const after = entriesIn(folder)
    expect([...after].flatMap(([key, path]) => (before.has(key) ? [] : [path])).sort()).toEqual(anew)
    expect(new Set(after.values()).size, 'one entry a document').toBe(after.size)
  })

  test('another program, other rules or another Node is another digest', () => {
    const folder = folderOf({ 'a.js': 'let a = 1', 'b.js': 'let a = 2', 'c.js': 'let a = 1' })
    const of = (name: string, node = 'v20') => digestOf([join(folder, name)], node)
    expect(of('a.js')).toBe(of('c.js'))
    expect(new Set([of('a.js'), of('b.js'), of('a.js', 'v22')]).size).toBe(3)
  })

  test('what is known is not read again', () => {
    const folder = folderOf({ 'a.md': 'x' })
    const part = { config: builtInConfig(folder), pack: { rules: [] } }
    const document = { source: { path: 'a.md', origin: 'found' }, bytes: Buffer.from('x'), part } as const
    const first = openCache(true, { cwd: folder, env })
    first.store.recordsFor(document, () => [])
    expect(first.close()).toBeNull()
    const never = () => {
      throw new Error('read again')
    }
    const second = openCache(true, { cwd: folder, env })
    expect(second.store.recordsFor(document, never)).toEqual([])
    expect(() => second.store.recordsFor({ ...document, bytes: Buffer.from('y') }, never)).toThrow('read again')
  })

  test('documents that other runs were about stay, those that are gone do not', async () => {
    const folder = folderOf({ 'a.md': lowestPrice, 'b.md': plainCopy, 'c.md': plainCopy })
    await audit(folder)
    rmSync(join(folder, 'c.md'))
    await audit(folder, 'a.md')
    expect([...entriesIn(folder).values()].sort()).toEqual(['a.md', 'b.md'])
  })

  test('runs at the same time leave a whole cache', async () => {
    const folder = folderOf(catalogue)
    const alone = await claimlint(folder, ['-f', 'json'], { env })
    const runs = await Promise.all(Array.from({ length: 4 }, () => audit(folder)))
    for (const run of runs) expect(run).toEqual(alone)
    expect([...entriesIn(folder).values()].sort()).toEqual(documents)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('a file of another name, which is not audited', async () => {
    const folder = folderOf({ 'a.md': lowestPrice })
    await claimlint(folder, ['--cache=cache.yaml'], { env })
    const again = await claimlint(folder, ['--cache=cache.yaml', '-f', 'json'], { env })
    expect(JSON.parse(again.out).summary.documents).toBe(1)
    expect([...entriesIn(folder, 'cache.yaml').values()]).toEqual(['a.md'])
  })

  test('standard input is not kept', async () => {
    const folder = folderOf({})
    await claimlint(folder, ['-', '--cache'], { env, stdin: lowestPrice })
    expect(existsSync(join(folder, '.claimlint-cache'))).toBe(false)
  })
})

const shop: Tree = { 'a.md': lowestPrice, 'b.md': plainCopy }
const bytes = (text: string) => Buffer.from(text)
const emptied = (cache: Buffer) =>
  cache.toString().replace(/"claims":\[.*?\],"statements"/g, '"claims":[],"statements"')
const otherSecret = Buffer.alloc(32, 7)

/** Cache files that nobody can trust, made of a good one. */
const bad: readonly (readonly [string, (good: Buffer) => Uint8Array])[] = [
  ['empty', () => bytes('')],
  ['the head alone', (good) => good.subarray(0, good.indexOf(10) + 1)],
  ['cut in the head', (good) => good.subarray(0, 30)],
  ['cut in the middle', (good) => good.subarray(0, good.length / 2)],
  ['cut by one byte', (good) => good.subarray(0, -1)],
  ['one byte changed', (good) => Buffer.from(good).fill('X', good.length - 40, good.length - 39)],
  ['of another version', (good) => bytes(good.toString().replace('claimlint-cache 1', 'claimlint-cache 2'))],
  ['claims taken out', (good) => bytes(emptied(good))],
  [
    'claims taken out and sealed anew by somebody else',
    (good) => sealed(unsealed(bytes(emptied(good)), secret()), otherSecret),
  ],
  ['sealed by somebody else', (good) => sealed(unsealed(good, secret()), otherSecret)],
  ['a prototype', (good) => Buffer.concat([good, bytes('__proto__ {"__proto__":{"records":[]}}\n')])],
  ['deep JSON', (good) => Buffer.concat([good, bytes(`k ${'['.repeat(200_000)}\n`)])],
  ['no lines', (good) => Buffer.concat([good, Buffer.alloc(1_000_000, 10)])],
  ['zeros', () => Buffer.concat([bytes('claimlint-cache 1 '), Buffer.alloc(5000)])],
]

describe('a cache that cannot be trusted is no error and hides nothing', () => {
  test.each(bad)('%s', async (_what, spoilt) => {
    const { run, cache } = await audited(shop)
    expect(run.code).toBe(1)
    const folder = folderOf(shop)
    const file = join(folder, '.claimlint-cache')
    writeFileSync(file, spoilt(cache))
    expect(await audit(folder)).toEqual(run)
    expect(readFileSync(file).equals(cache)).toBe(true)
  })

  test.each([
    ['a document', 'notes.txt', 'What I want to keep.\n'],
    ['a picture', 'logo.png', '\u0089PNG\n'],
  ])('%s is never written over', async (_what, name, text) => {
    const folder = folderOf({ 'a.md': lowestPrice, [name]: text })
    const plain = await claimlint(folder, ['-f', 'json'], { env })
    const run = await claimlint(folder, ['-f', 'json', '--cache', name], { env })
    expect(run).toEqual({
      ...plain,
      err: `claimlint: ${name} is no cache of claimlint and stays as it is; this run has none\n`,
    })
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
  })

  test('where no secret can be kept there is no cache', async () => {
    const folder = folderOf({ 'a.md': lowestPrice, home: 'a file' })
    const run = await claimlint(folder, ['--cache'], { env: { XDG_CACHE_HOME: join(folder, 'home') } })
    expect(run.err).toBe(`claimlint: no cache is kept: ${join(folder, 'home/claimlint/cache.key')} cannot be written\n`)
    expect(run.code).toBe(1)
    expect(existsSync(join(folder, '.claimlint-cache'))).toBe(false)
  })

  test.each([
    ['docs', '--cache: docs is no file; name a file, or write --cache behind the paths'],
    ['none/cache', '--cache: there is no folder none to write into'],
  ])('--cache %s is wrong usage', async (name, message) => {
    const folder = folderOf({ 'a.md': plainCopy })
    mkdirSync(join(folder, 'docs'))
    const run = await claimlint(folder, ['--cache', name], { env })
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.err).toContain(message)
  })
})
