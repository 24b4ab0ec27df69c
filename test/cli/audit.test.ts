import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/main.ts'
import { claimlint, documentsIn, folderOf, lowestPrice, lowestPriceYaml, plainCopy } from './workshop.ts'

const shop = () => folderOf({ 'a.md': lowestPrice })
const only = ['--only', 'price/lowest-price']

describe('exit codes', () => {
  test.each<{ argv: readonly string[]; level: string; code: number }>([
    { level: 'error', argv: [], code: 1 },
    { level: 'warning', argv: [], code: 0 },
    { level: 'info', argv: [], code: 0 },
    { level: 'off', argv: ['--fail-on', 'info'], code: 0 },
    { level: 'error', argv: ['--fail-on', 'never'], code: 0 },
    { level: 'error', argv: ['--fail-on', 'warning'], code: 1 },
    { level: 'warning', argv: ['--fail-on', 'warning'], code: 1 },
    { level: 'info', argv: ['--fail-on', 'warning'], code: 0 },
    { level: 'info', argv: ['--fail-on', 'info'], code: 1 },
    { level: 'warning', argv: ['--max-warnings', '0'], code: 1 },
    { level: 'warning', argv: ['--max-warnings', '1'], code: 0 },
    { level: 'error', argv: ['--fail-on', 'never', '--max-warnings', '0'], code: 0 },
  ])('$code for a finding of level $level with $argv', async ({ argv, level, code }) => {
    const result = await claimlint(shop(), [...only, '--rule', `price/lowest-price=${level}`, ...argv])
    expect(result.code).toBe(code)
  })

  test('more warnings than allowed are said on standard error', async () => {
    const argv = [...only, '--rule', 'price=warning', '--max-warnings', '0']
    expect((await claimlint(shop(), argv)).err).toBe('claimlint: 1 warning, --max-warnings allows 0\n')
    const folder = folderOf({ 'a.md': lowestPrice, 'claimlint.yaml': 'rules: {price: warning}\nmaxWarnings: 0\n' })
    const result = await claimlint(folder, only)
    expect(result).toMatchObject({ code: 1, err: 'claimlint: 1 warning, maxWarnings allows 0\n' })
    expect((await claimlint(folder, [...only, '--max-warnings', '5'])).code).toBe(0)
  })

  test('a defect of claimlint is 3, with the stack and how to report', async () => {
    const today = () => {
      throw new Error('the clock has stopped')
    }
    const { code, err } = await claimlint(shop(), [], { today })
    expect(code).toBe(3)
    expect(err).toMatch(/defect of claimlint[\s\S]+the clock has stopped\n\s+at [\s\S]+Please report/)
  })
})

const usage: readonly { argv: readonly string[]; message: string }[] = [
  { argv: ['--fromat', 'json'], message: "unknown option '--fromat'\n(Did you mean --format?)" },
  { argv: ['-f', 'jsn'], message: '--format: there is no format "jsn"; did you mean "json"?' },
  { argv: ['-f', 'xyzzy=a.txt'], message: '--format: there is no format "xyzzy"; use pretty' },
  { argv: ['-f', 'json='], message: '--format json=: the file name is missing' },
  { argv: ['-f', 'json', '-f', 'compact'], message: 'only one report can be printed' },
  { argv: ['-f', 'json=a.json', '-o', 'b.json'], message: '--output: every --format has a file already' },
  { argv: ['-f', 'json=a.json', '-f', 'compact=./a.json'], message: 'two reports would go to the same file' },
  { argv: ['-f', 'json=out/a.json'], message: 'there is no folder out to write into' },
  { argv: ['-o', 'folder'], message: 'folder is a folder' },
  {
    argv: ['--fail-on', 'eror'],
    message: '--fail-on: "eror" is none of error, warning, info, never; did you mean "error"?',
  },
  { argv: ['--max-warnings', '-1'], message: '--max-warnings: "-1" is no whole number of 0 or more' },
  { argv: ['--max-warnings', 'few'], message: '--max-warnings: "few" is no whole number of 0 or more' },
  { argv: ['--market', 'eu,usa'], message: '--market: "usa" is none of us, eu, uk, cn, hk, tw; did you mean "us"?' },
  { argv: ['--market', ','], message: '--market: name at least one of us' },
  { argv: ['--channel', 'amazn'], message: '--channel: "amazn" is none of amazon, ebay' },
  { argv: ['--audience', 'b2x'], message: '--audience: "b2x" is none of b2b, b2c' },
  { argv: ['--as-of', '2026-02-30'], message: '--as-of: "2026-02-30" is no date; write it as 2026-11-21' },
  { argv: ['--as-of', '21.11.2026'], message: '--as-of: "21.11.2026" is no date' },
  { argv: ['--language', 'de'], message: '--language: "de" is none of en, zh' },
  { argv: ['--rule', 'vague'], message: '--rule: "vague" is not ID=LEVEL, such as vague=off' },
  {
    argv: ['--rule', 'vague=of'],
    message: '--rule vague: "of" is none of error, warning, info, off; did you mean "off"?',
  },
  { argv: ['--rule', 'vaque=off'], message: '--rule: there is no rule or family "vaque"; did you mean "vague"?' },
  { argv: ['--only', 'prices'], message: '--only: there is no rule or family "prices"; did you mean "price"?' },
  { argv: ['--skip', 'price,price/lowest'], message: '--skip: there is no rule or family "price/lowest"' },
  { argv: ['--stdin-filename', 'a.md', '.'], message: '--stdin-filename: nothing is read from standard input' },
  { argv: ['--output'], message: "option '-o, --output <file>' argument missing" },
]

describe('wrong usage is exit code 2 and nothing is printed', () => {
  test.each(usage)('$argv', async ({ argv, message }) => {
    const folder = shop()
    mkdirSync(join(folder, 'folder'))
    const { code, out, err } = await claimlint(folder, argv)
    expect(err).toContain(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(readdirSync(folder)).toEqual(['a.md', 'folder'])
  })
})

describe('where reports go', () => {
  test('to standard output in the first format', async () => {
    const { out, err } = await claimlint(shop(), only)
    expect(out).toContain('price/lowest-price')
    expect(err).toBe('')
  })

  test('one printed, others into files', async () => {
    const folder = shop()
    const { out, err } = await claimlint(folder, [...only, '-f', 'compact', '-f', 'json=report.json'])
    expect(out).toMatch(/^a\.md:1:\d+: error price\/lowest-price /)
    expect(err).toBe('')
    expect(documentsIn(readFileSync(join(folder, 'report.json'), 'utf8'))).toEqual(['a.md'])
    expect(readdirSync(folder)).toEqual(['a.md', 'report.json'])
  })

  test('into a file, with the counts on standard error', async () => {
    const folder = shop()
    const { code, out, err } = await claimlint(folder, [...only, '-f', 'json', '-o', 'report.json'])
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err: 'claimlint: 1 error, 0 warnings, 0 info -> report.json\n',
    })
    expect((await claimlint(folder, [...only, '-f', 'json=report.json', '--quiet'])).err).toBe('')
    expect((await claimlint(folder, [...only, '-o', 'report.txt', '--language', 'zh'])).err).toContain('1 个错误')
  })

  test('nowhere when the audit cannot be made', async () => {
    const folder = shop()
    await claimlint(folder, ['-f', 'json=report.json', 'not-there.md'])
    expect(existsSync(join(folder, 'report.json'))).toBe(false)
  })

  test.skipIf(process.platform === 'win32')('into a device', async () => {
    expect((await claimlint(shop(), [...only, '-o', '/dev/null', '--quiet'])).code).toBe(1)
  })

  test.each<{ name: string; failure: string; code: number }>([
    { name: 'a reader that goes away is no error', failure: 'EPIPE', code: 1 },
    { name: 'a full disk is', failure: 'ENOSPC', code: 2 },
  ])('$name', async ({ failure, code }) => {
    const closed = () =>
      new Writable({
        write(_chunk, _encoding, done) {
          done(Object.assign(new Error(`write ${failure}`), { code: failure }))
        },
      })
    const io = { cwd: shop(), env: {}, stdin: Readable.from([]), today: () => '2026-11-21' }
    expect(await run(only, { ...io, stdout: closed(), stderr: closed() })).toBe(code)
  })
})

describe('standard input', () => {
  test.each<{ argv: readonly string[]; stdin: string; document: string }>([
    { argv: ['-'], stdin: lowestPrice, document: 'stdin.md' },
    { argv: ['-', '--stdin-filename', 'shop/p.yaml'], stdin: lowestPriceYaml, document: 'shop/p.yaml' },
    { argv: ['--stdin-filename', 'p.md'], stdin: lowestPrice, document: 'p.md' },
    { argv: ['audit', '-', '-'], stdin: lowestPrice, document: 'stdin.md' },
  ])('$argv', async ({ argv, stdin, document }) => {
    const { out } = await claimlint(folderOf({}), [...argv, '-f', 'json', ...only], { stdin })
    expect(documentsIn(out)).toEqual([document])
  })

  test('beside files, under the configuration of its name', async () => {
    const folder = folderOf({ 'shop/claimlint.yaml': 'rules: {price: off}\n', 'a.md': lowestPrice })
    const argv = ['a.md', '-', '--stdin-filename', 'shop/p.md', '-f', 'json', ...only]
    expect(documentsIn((await claimlint(folder, argv, { stdin: lowestPrice })).out)).toEqual(['a.md'])
  })

  test('that is not UTF-8 or empty is no crash', async () => {
    expect((await claimlint(folderOf({}), ['-'], { stdin: '' })).code).toBe(0)
    expect((await claimlint(folderOf({}), ['-'], { stdin: '\u0000\u0001' })).code).toBe(1)
  })
})

describe('rules and ledger', () => {
  const rulesIn = (out: string) =>
    (JSON.parse(out) as { findings: { ruleId: string }[] }).findings.map(({ ruleId }) => ruleId) // our own report
  const both = `${lowestPrice}\nWe are the number one supplier in Europe.\n`

  test.each<{ argv: readonly string[]; has: boolean }>([
    { argv: [], has: true },
    { argv: ['--only', 'price'], has: true },
    { argv: ['--only', 'price/lowest-price,absolute'], has: true },
    { argv: ['--only', 'absolute'], has: false },
    { argv: ['--skip', 'price'], has: false },
    { argv: ['--skip', 'absolute', '--skip', 'price/lowest-price'], has: false },
    { argv: ['--rule', 'price=off', '--rule', 'absolute=info'], has: false },
  ])('$argv', async ({ argv, has }) => {
    const { out } = await claimlint(folderOf({ 'a.md': both }), ['-f', 'json', ...argv])
    expect(rulesIn(out).includes('price/lowest-price')).toBe(has)
  })

  test('--claims adds the ledger', async () => {
    const ledger = async (argv: readonly string[]) =>
      (JSON.parse((await claimlint(shop(), ['-f', 'json', ...argv])).out) as { claims?: unknown[] }).claims // our own report
    expect(await ledger([])).toBeUndefined()
    expect(await ledger(['--claims'])).toHaveLength(1)
  })

  test('--quiet leaves out info', async () => {
    const argv = [...only, '--rule', 'price=info', '-f', 'compact']
    expect((await claimlint(shop(), argv)).out).toContain('info price/lowest-price')
    expect((await claimlint(shop(), [...argv, '--quiet'])).out).toBe('')
  })

  test('clean copy is clean', async () => {
    const { code, out } = await claimlint(folderOf({ 'a.md': plainCopy }), ['--as-of', '2026-01-01'])
    expect(code).toBe(0)
    expect(out).toContain('1 document, 0 claims: nothing to mend')
    expect(out).toContain('As of 2026-01-01')
  })
})
