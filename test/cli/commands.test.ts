import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import packageManifest from '../../package.json' with { type: 'json' }
import { builtInPack } from '../../src/cli/packs.ts'
import { claimlint, folderOf, lowestPrice, plainCopy } from './workshop.ts'

const here = folderOf({ 'a.md': plainCopy })
const root = join(import.meta.dirname, '../..')

describe('help and version', () => {
  test.each([['--version'], ['-V']])('%s', async (option) => {
    expect(await claimlint(here, [option])).toEqual({ code: 0, out: `${packageManifest.version}\n`, err: '' })
  })

  test.each([['--help'], ['-h'], ['help']])('%s has commands, options, examples and exit codes', async (option) => {
    const { code, out, err } = await claimlint(here, [option])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const section of [
      'Commands:',
      'Options of audit, report:',
      '--fail-on <severity>',
      'Examples:',
      'Exit codes:',
    ]) {
      expect(out).toContain(section)
    }
    expect(out.split('\n').every((line) => line.length <= 80)).toBe(true)
  })

  test.each([['audit'], ['rules'], ['explain'], ['init']])('%s --help', async (command) => {
    const { code, out } = await claimlint(here, [command, '--help'])
    expect(code).toBe(0)
    expect(out).toContain(`Usage: claimlint ${command}`)
  })
})

describe('explain', () => {
  test('says why, what would prove it, the law, phrases, guards and examples', async () => {
    const { code, out } = await claimlint(here, ['explain', 'price/lowest-price'])
    expect(code).toBe(0)
    for (const head of ['Why it asks', 'What to do', 'What would prove it', 'Law', 'Phrases', 'Guards', 'Examples']) {
      expect(out).toContain(`\n${head}\n`)
    }
  })

  test.each<{ argv: string[]; says: string[]; not: string[] }>([
    {
      argv: ['--market', 'eu', '--audience', 'b2b'],
      says: ['\nLaw (eu, trade buyers)\n', 'EU-MCAD-3; trade buyers; from', 'not legal advice; law register as of'],
      not: ['EU-UCPD', 'consumers', '  uk: ', '  us: '],
    },
    {
      argv: ['--market', 'uk', '--audience', 'b2c', '--as-of', '2025-04-05'],
      says: ['\nLaw (uk, consumers, 2025-04-05)\n', 'UK-CPUT-5; consumers', 'until 2025-04-05', 'UK-CAP-2010-3.39'],
      not: ['UK-DMCC', 'UK-BPR', 'UK-CAP-3.38;'],
    },
    { argv: ['--market', 'us', '--channel', 'amazon'], says: ['AMZ-PDP; rule of the marketplace'], not: ['  cn: '] },
    { argv: ['--language', 'zh', '--market', 'tw'], says: ['\n法规（tw）\n', '不构成法律意见'], not: ['  hk: '] },
  ])('$argv names the law that holds there', async ({ argv, says, not }) => {
    const { code, out } = await claimlint(here, ['explain', 'price/lowest-price', ...argv])
    expect(code).toBe(0)
    const text = out.replace(/\n {4}/g, ' ')
    for (const words of says) expect(text).toContain(words)
    for (const words of not) expect(text).not.toContain(words)
  })

  test('prints no number that is not confirmed', async () => {
    const { out } = await claimlint(here, ['explain', 'certification/banned-honour', '--as-of', '2027-01-01'])
    expect(out).toContain('CN-AD-28')
    expect(out).not.toContain('CN-TM')
  })

  test('in Chinese', async () => {
    expect((await claimlint(here, ['explain', 'price/lowest-price', '--language', 'zh'])).out).toContain('\n为何提出\n')
  })

  test.each<{ argv: readonly string[]; message: string }>([
    {
      argv: ['price/lowest-prise'],
      message: 'there is no rule "price/lowest-prise"; did you mean "price/lowest-price"?',
    },
    { argv: ['lowest-price'], message: 'did you mean "price/lowest-price"?' },
    { argv: ['lowest-prise'], message: 'did you mean "price/lowest-price"?' },
    { argv: ['something-quite-different'], message: 'claimlint rules lists them' },
    { argv: [], message: "missing required argument 'rule'" },
    { argv: ['a', 'b'], message: 'too many arguments' },
  ])('$argv is exit code 2', async ({ argv, message }) => {
    const { code, out, err } = await claimlint(here, ['explain', ...argv])
    expect(err).toContain(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

const brokenRule = `title: Forged here
kind: objective
severity: warning
confidence: high
match: {en: [forged in Solingen]}
needs: {evidence: [photo]}
message: {en: '"{match}" names a place of making.'}
advice: {en: Put a photo of the forge on file.}
examples:
  flagged: [Our knives come from Solingen.]
  clean: [Our knives lie in a box of beech.]
`

describe('rules', () => {
  test.each([[['rules']], [['rules', 'list']]])('%j is a table', async (argv) => {
    const { code, out } = await claimlint(here, argv)
    expect(code).toBe(0)
    expect(out).toMatch(/^Rule +Severity +Languages +Title\n/)
    expect(out).toMatch(/^price\/lowest-price +error +en zh +\S/m)
    expect((await claimlint(here, [...argv, '--language', 'zh'])).out).toMatch(/^规则 +级别/)
  })

  test('list --format json', async () => {
    const { out } = await claimlint(here, ['rules', 'list', '--format', 'json'])
    const { rules } = JSON.parse(out) as { rules: { id: string }[] } // our own list
    expect(rules).toHaveLength((await builtInPack()).source.rules.length)
    expect(rules).toContainEqual(
      expect.objectContaining({ id: 'price/lowest-price', family: 'price', severity: 'error' }),
    )
  })

  test('page is Markdown', async () => {
    const { out } = await claimlint(here, ['rules', 'page', 'price/lowest-price'])
    expect(out).toMatch(/^# .+\n\n`price\/lowest-price` · price · absolute claim · error · high confidence\n/)
    expect(out).toContain('\n## What would prove it\n')
    const all = await claimlint(here, ['rules', 'page'])
    expect(all.out.match(/^# /gm)).toHaveLength((await builtInPack()).source.rules.length)
    expect((await claimlint(here, ['rules', 'page', 'price/lowest-prize'])).err).toContain(
      'did you mean "price/lowest-price"?',
    )
  })

  test('test names the example that fails', async () => {
    const folder = folderOf({ 'claimlint.yaml': 'packs: [our]\n', 'our/maker/forged.yml': brokenRule })
    const { code, out } = await claimlint(folder, ['rules', 'test'])
    expect(code).toBe(1)
    expect(out).toBe(
      'our/maker/forged.yml: "Our knives come from Solingen." is not found by the rule\n2 examples, 1 failed\n',
    )
  })

  test('test passes when every example does what it says', async () => {
    const rule = brokenRule.replace('come from', 'are forged in')
    const folder = folderOf({ 'claimlint.yaml': 'packs: [our]\n', 'our/maker/forged.yml': rule })
    expect(await claimlint(folder, ['rules', 'test'])).toEqual({ code: 0, out: '2 examples, 0 failed\n', err: '' })
    expect((await claimlint(folder, ['rules', 'test', '--language', 'zh'])).out).toBe('2 个示例，0 个不符\n')
  })

  test.each<{ argv: readonly string[]; message: string }>([
    { argv: ['tset'], message: 'claimlint: rules: there is no command "tset"; did you mean "test"?\n' },
    { argv: ['describe-all'], message: 'claimlint: rules: there is no command "describe-all"; use list, test, page\n' },
    { argv: ['page', 'a', 'b'], message: 'See claimlint rules page --help\n' },
  ])('$argv is exit code 2', async ({ argv, message }) => {
    const { code, out, err } = await claimlint(here, ['rules', ...argv])
    expect(err).toContain(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  test('house rules are listed and explained', async () => {
    const folder = folderOf({ 'claimlint.yaml': 'packs: [our]\n', 'our/maker/forged.yml': brokenRule })
    expect((await claimlint(folder, ['rules'])).out).toMatch(/^maker\/forged +warning +en +Forged here$/m)
    expect((await claimlint(folder, ['explain', 'maker/forged'])).out).toContain('en: forged in Solingen')
    expect((await claimlint(folder, ['explain', 'maker/forged', '--no-config'])).code).toBe(2)
  })
})

describe('init', () => {
  test.each(['en', 'zh'] as const)('writes a configuration that holds (%s)', async (language) => {
    const folder = folderOf({ 'a.md': lowestPrice })
    const { code, out } = await claimlint(folder, ['init', '--language', language])
    expect({ code, out: out.includes('claimlint.yaml') }).toEqual({ code: 0, out: true })
    expect(await claimlint(folder, ['-f', 'compact', '--only', 'price'])).toMatchObject({ code: 1, err: '' })
  })

  test('replaces nothing without --force', async () => {
    const folder = folderOf({ 'claimlint.yaml': 'markets: [eu]\n' })
    const refused = await claimlint(folder, ['init'])
    expect(refused).toMatchObject({ code: 2, err: 'claimlint: claimlint.yaml is there already; --force replaces it\n' })
    expect(readFileSync(join(folder, 'claimlint.yaml'), 'utf8')).toBe('markets: [eu]\n')
    expect((await claimlint(folder, ['init', '--force'])).code).toBe(0)
    expect(readFileSync(join(folder, 'claimlint.yaml'), 'utf8')).toContain('failOn: error')
  })

  test('puts no second configuration beside the first', async () => {
    const folder = folderOf({ 'claimlint.json': '{}' })
    expect((await claimlint(folder, ['init', '--force'])).err).toContain('would stand beside')
    expect(existsSync(join(folder, 'claimlint.yaml'))).toBe(false)
  })
})

describe('the program file', () => {
  const spawn = (script: string, argv: readonly string[]) =>
    spawnSync(process.execPath, [script, ...argv], { cwd: here, encoding: 'utf8' })

  test('says so when there was no build', () => {
    const folder = folderOf({ 'package.json': '{"type": "module"}' })
    mkdirSync(join(folder, 'bin'))
    cpSync(join(root, 'bin'), join(folder, 'bin'), { recursive: true })
    const { status, stderr } = spawn(join(folder, 'bin/claimlint.js'), [])
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: 'claimlint: the program is not built yet; run npm run build\n',
    })
  })

  test.skipIf(!existsSync(join(root, 'dist/claimlint.js')))('runs what was built', () => {
    expect(spawn(join(root, 'bin/claimlint.js'), ['--version'])).toMatchObject({
      status: 0,
      stdout: `${packageManifest.version}\n`,
    })
    expect(spawn(join(root, 'bin/claimlint.js'), ['a.md'])).toMatchObject({ status: 0 })
  })
})
