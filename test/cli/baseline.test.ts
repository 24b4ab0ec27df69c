import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claimlint, documentsIn, folderOf, lowestPrice, plainCopy, type Tree } from './workshop.ts'

const only = ['--only', 'price/lowest-price']
const file = 'claimlint-baseline.json'
const ci = { env: { CI: 'true' } }

/** A folder whose findings of today are accepted. */
async function adopted(tree: Tree = { 'a.md': lowestPrice, 'b.md': plainCopy }, argv: readonly string[] = []) {
  const folder = folderOf(tree)
  const { code } = await claimlint(folder, [...only, ...argv, '--accept-new'])
  expect(code).toBe(0)
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text)
  const read = (path = file) => readFileSync(join(folder, path), 'utf8')
  return { folder, write, read }
}

describe('a baseline', () => {
  test('is written for people, in order, without lines or counts', async () => {
    const { folder, read } = await adopted({ 'b.md': lowestPrice, 'a.md': `${lowestPrice}\n\n${lowestPrice}` })
    expect(read()).toMatch(/^\{\n {2}"tool": \{"name": "claimlint"\},\n {2}"baselineVersion": 1,\n/)
    const { findings } = JSON.parse(read()) as { findings: Record<string, string>[] }
    expect(findings.map(({ document, rule, text }) => `${document} ${rule} ${text}`)).toEqual([
      'a.md price/lowest-price lowest price in Europe',
      'a.md price/lowest-price lowest price in Europe',
      'b.md price/lowest-price lowest price in Europe',
    ])
    expect(findings.map((entry) => Object.keys(entry))).toEqual(
      findings.map(() => ['rule', 'document', 'text', 'verdict', 'fingerprint']),
    )
    const first = read()
    await claimlint(folder, [...only, '--accept-new'])
    expect(read()).toBe(first)
  })

  test('takes known findings out of the report, the counts and the exit code', async () => {
    const { folder, write } = await adopted()
    const known = await claimlint(folder, only)
    expect(known).toMatchObject({ code: 0, err: '' })
    expect(known.out).toContain('nothing to mend\n1 known finding is in the baseline\n')
    const strict = ['--fail-on', 'info', '--max-warnings', '0', '--rule', 'price=warning']
    expect((await claimlint(folder, [...only, ...strict])).code).toBe(0)
    write('b.md', lowestPrice)
    const grown = await claimlint(folder, [...only, '-f', 'json'])
    expect(grown.code).toBe(1)
    expect(documentsIn(grown.out)).toEqual(['b.md'])
    expect(JSON.parse(grown.out)).toMatchObject({ summary: { known: 1, findings: { error: 1 } } })
  })

  test.each(['pretty', 'markdown', 'html'])('is told of by %s', async (format) => {
    const { folder } = await adopted({ 'a.md': `${lowestPrice}\n${lowestPrice}` })
    for (const [language, words] of [
      ['en', /2 known findings are|Known by the baseline, not shown<\/dt><dd>.{0,40}2/],
      ['zh', /基线中有 2 条已知|基线中已知，不显示<\/dt><dd>.{0,40}2/],
    ] as const) {
      expect((await claimlint(folder, [...only, '-f', format, '--language', language])).out).toMatch(words)
    }
  })

  test('follows a renamed document, and is of no account to who wants no configuration', async () => {
    const { folder, read } = await adopted()
    renameSync(join(folder, 'a.md'), join(folder, 'c.md'))
    expect(await claimlint(folder, only, ci)).toMatchObject({ code: 0, err: '' })
    expect((await claimlint(folder, [...only, '--no-config'])).code).toBe(1)
    expect((await claimlint(folder, [...only, '--no-config', '--baseline', file])).code).toBe(0)
    await claimlint(folder, [...only, '--update-baseline'])
    expect(read()).toContain('"document":"c.md"')
    expect(read()).not.toContain('"document":"a.md"')
  })

  test('must shrink with what is mended: a note at the desk, a failure under CI', async () => {
    const { folder, write, read } = await adopted()
    write('a.md', plainCopy)
    const note =
      'claimlint: 1 entry is no longer found; --update-baseline takes it out of claimlint-baseline.json\n  price/lowest-price "lowest price in Europe" "a.md"\n'
    expect(await claimlint(folder, only)).toMatchObject({ code: 0, err: note })
    expect(await claimlint(folder, only, ci)).toMatchObject({ code: 1, err: note })
    expect((await claimlint(folder, [...only, '--fail-on', 'never'], ci)).code).toBe(0)
    write('b.md', lowestPrice)
    expect((await claimlint(folder, [...only, '--update-baseline'], ci)).code).toBe(1)
    expect(read()).toContain('"findings": []')
    expect((await claimlint(folder, [...only, '--accept-new'], ci)).code).toBe(0)
    expect(read()).toContain('"document":"b.md"')
  })

  test('hides no claim that has become worse, and keeps it known for when it is mended', async () => {
    const maker = ['--only', 'maker']
    const copy = 'We have our own factory in Ningbo.\n'
    const folder = folderOf({ 'claimlint.yaml': 'company: company.yaml\n', 'a.md': copy })
    await claimlint(folder, [...maker, '--accept-new'])
    expect(await claimlint(folder, maker, ci)).toMatchObject({ code: 0, err: '' })
    writeFileSync(join(folder, 'company.yaml'), 'businessType: trading company\n')
    const now = await claimlint(folder, [...maker, '-f', 'compact'], ci)
    expect(now.code).toBe(1)
    expect(now.out).toContain('a.md:1:1: error maker/own-factory "We have our own factory" is contradicted')
    expect(now.err).toBe(
      'claimlint: 1 known finding has a graver verdict than in claimlint-baseline.json and counts as new\n  maker/own-factory "We have our own factory" "a.md": unsupported -> contradicted\n',
    )
    await claimlint(folder, [...maker, '--update-baseline'])
    expect((await claimlint(folder, maker)).code).toBe(1)
    rmSync(join(folder, 'company.yaml'))
    writeFileSync(join(folder, 'claimlint.yaml'), '')
    expect(await claimlint(folder, maker, ci)).toMatchObject({ code: 0, err: '' })
    writeFileSync(join(folder, 'company.yaml'), 'businessType: trading company\n')
    const accepted = await claimlint(folder, [...maker, '--accept-new'])
    expect(accepted).toMatchObject({ code: 0, err: expect.stringContaining(': 0 added, 0 removed, 1 with a graver') })
    expect(JSON.parse(readFileSync(join(folder, file), 'utf8'))).toMatchObject({
      findings: [{ verdict: 'contradicted' }],
    })
    expect((await claimlint(folder, maker, ci)).code).toBe(0)
  })

  test('shrinks to the lesser verdict of what has become better', async () => {
    const maker = ['--only', 'maker']
    const copy = 'We have our own factory in Ningbo.\n'
    const folder = folderOf({ 'company.yaml': 'businessType: trading company\n', 'a.md': copy })
    await claimlint(folder, [...maker, '--accept-new'])
    const facts = readFileSync(join(folder, 'company.yaml'), 'utf8')
    rmSync(join(folder, 'company.yaml'))
    expect((await claimlint(folder, [...maker, '--update-baseline'], ci)).code).toBe(0)
    writeFileSync(join(folder, 'company.yaml'), facts)
    expect((await claimlint(folder, maker)).code).toBe(1)
  })

  test.each<{ name: string; argv: readonly string[] }>([
    { name: 'a document that was not audited', argv: [...only, 'b.md'] },
    { name: 'a rule that did not run', argv: ['--only', 'vague'] },
    { name: 'a rule that is off', argv: ['--rule', 'price=off', '--skip', 'vague'] },
  ])('is not shrunk by $name', async ({ argv }) => {
    const { folder, write, read } = await adopted()
    write('a.md', plainCopy)
    const first = read()
    const { code, err } = await claimlint(folder, [...argv, '--update-baseline'], ci)
    expect({ code, err }).toEqual({ code: 0, err: 'claimlint: claimlint-baseline.json: 0 removed\n' })
    expect(read()).toBe(first)
  })

  test('is not shrunk by a document that cannot be read', async () => {
    const { folder, write, read } = await adopted({ 'a.yaml': `description: ${lowestPrice}` })
    write('a.yaml', 'description: "never closed\n')
    const first = read()
    await claimlint(folder, [...only, '--update-baseline'])
    expect(read()).toBe(first)
  })

  test('belongs to its configuration, wherever the audit is started', async () => {
    const tree = {
      'shop/claimlint.yaml': 'baseline: lists/known.json\n',
      'shop/lists/x.txt': '',
      'shop/p/a.md': lowestPrice,
    }
    const { folder, read } = await adopted(tree)
    expect(read('shop/lists/known.json')).toContain('"document":"../p/a.md"')
    expect(existsSync(join(folder, file))).toBe(false)
    for (const cwd of ['shop', 'shop/p']) {
      expect((await claimlint(join(folder, cwd), only, ci)).code).toBe(0)
    }
  })

  test('may be one for several configurations', async () => {
    const tree = { 'x/claimlint.yaml': '', 'x/a.md': lowestPrice, 'y/claimlint.yaml': '', 'y/a.md': plainCopy }
    const { folder, write } = await adopted(tree, ['--baseline', 'all.json'])
    expect((await claimlint(folder, [...only, '--baseline', 'all.json'], ci)).code).toBe(0)
    write('x/a.md', plainCopy)
    write('y/a.md', lowestPrice)
    expect((await claimlint(folder, [...only, '--baseline', 'all.json'])).code).toBe(1)
  })

  test.each<{ name: string; text: string | null; argv: readonly string[]; message: string }>([
    {
      name: 'that is not there',
      text: null,
      argv: ['--baseline', 'b.json'],
      message: 'there is no such file; --accept-new writes it',
    },
    {
      name: 'to update that is not there',
      text: null,
      argv: ['--update-baseline'],
      message: 'there is no baseline here',
    },
    {
      name: 'to write without a configuration',
      text: null,
      argv: ['--no-config', '--accept-new'],
      message: 'there is no baseline without a configuration; name the file with --baseline',
    },
    { name: 'with the marks of a merge', text: '<<<<<<< HEAD\n', argv: [], message: 'E_CONFIG not readable as JSON' },
    { name: 'of another kind', text: '{"findings": {}}', argv: [], message: 'is no baseline: findings is not' },
    {
      name: 'with commands for a CI log',
      text: '{"findings": [{"rule": "::error::x", "document": "a", "text": "t", "verdict": null, "fingerprint": "f"}]}',
      argv: [],
      message: 'findings.0.rule is not',
    },
  ])('$name is wrong usage', async ({ text, argv, message }) => {
    const folder = folderOf({ 'a.md': plainCopy, ...(text === null ? {} : { [file]: text }) })
    const { code, err } = await claimlint(folder, argv)
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('under GitHub Actions', () => {
  const shop = () => folderOf({ 'a.md': lowestPrice, 'summary.txt': 'Before.\n' })
  const actions = (folder: string, name = 'summary.txt') => ({
    env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(folder, name) },
  })

  test('annotations follow the report and the summary of the job grows', async () => {
    const folder = shop()
    const { code, out } = await claimlint(folder, only, actions(folder))
    expect(code).toBe(1)
    expect(out).toMatch(/1 document, 1 claim: 1 error[\s\S]+\n::error file=a\.md,line=1,endLine=1,col=\d+/)
    expect(readFileSync(join(folder, 'summary.txt'), 'utf8')).toMatch(/^Before\.\n## Sales claims\n[\s\S]+lowest price/)
  })

  test('annotations of a step in a folder point into the repository', async () => {
    const folder = folderOf({ 'shop/p/a.md': lowestPrice, 'b.md': lowestPrice })
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, CI_PROJECT_DIR: folder }
    const inShop = (format: string) => claimlint(join(folder, 'shop'), [...only, '-f', format, 'p', '../b.md'], { env })
    const annotated = await claimlint(join(folder, 'shop'), only, { env })
    expect(annotated.out).toMatch(/\n {2}\d+:\d+ {2}error/) // the log itself is for people who are in the folder
    expect(annotated.out).toContain('\n::error file=shop/p/a.md,line=1,')
    expect((await inShop('github')).out.match(/file=[^,]+/g)).toEqual(['file=b.md', 'file=shop/p/a.md'])
    expect((await inShop('sarif')).out.match(/"uri": ?"(?!http)[^"]+md"/g)).toEqual([
      expect.stringContaining('"b.md"'),
      expect.stringContaining('"shop/p/a.md"'),
    ])
    expect((await inShop('gitlab')).out).toMatch(/"path": ?"shop\/p\/a\.md"/)
    expect((await inShop('compact')).out).toContain('\np/a.md:1:')
    const elsewhere = { env: { ...env, GITHUB_WORKSPACE: '/not/there' } }
    expect((await claimlint(join(folder, 'shop'), [...only, '-f', 'github'], elsewhere)).out).toContain('file=p/a.md')
  })

  test('an explicit format is all there is', async () => {
    const folder = shop()
    const { out } = await claimlint(folder, [...only, '-f', 'compact'], actions(folder))
    expect(out).not.toContain('::error')
    expect(readFileSync(join(folder, 'summary.txt'), 'utf8')).toBe('Before.\n')
  })

  test('a summary that cannot be written or would be too large costs a line, not the job', async () => {
    const folder = folderOf({ 'a.md': plainCopy, 'full.txt': 'x'.repeat(1024 * 1024) })
    const full = await claimlint(folder, only, actions(folder, 'full.txt'))
    expect(full).toMatchObject({ code: 0, err: expect.stringContaining('larger than GitHub allows') })
    const lost = await claimlint(folder, only, actions(folder, 'no/such/folder'))
    expect(lost).toMatchObject({ code: 0, err: expect.stringContaining('the file system says ENOENT') })
  })

  test('elsewhere there are neither', async () => {
    const folder = shop()
    const env = { GITHUB_STEP_SUMMARY: join(folder, 'summary.txt') }
    expect((await claimlint(folder, only, { env })).out).not.toContain('::error')
    expect(readFileSync(join(folder, 'summary.txt'), 'utf8')).toBe('Before.\n')
  })
})
