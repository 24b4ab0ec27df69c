import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimlint, folderOf, lowestPrice } from './workshop.ts'

const catalog = new URL('../../fixtures/catalogs/ningbo-housewares', import.meta.url).pathname
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimlint-merge-'))
  cpSync(catalog, folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shard = async (cwd: string, index: number, count: number, argv: readonly string[] = []) => {
  const name = `shard-${index}.json`
  const run = await claimlint(cwd, [
    '.',
    '--shard',
    `${index}/${count}`,
    '--format',
    `json=${name}`,
    '--quiet',
    ...argv,
  ])
  return { ...run, name }
}

const shards = async (cwd: string, count: number, argv: readonly string[] = []) => {
  const names: string[] = []
  for (let index = 1; index <= count; index += 1) {
    const { code, name, err } = await shard(cwd, index, count, argv)
    expect([code, err]).toEqual([0, ''])
    names.push(name)
  }
  return names
}

test.each([
  ['json', 1, []],
  ['json', 3, ['--claims']],
  ['sarif', 4, []],
  ['pretty', 2, []],
])('the merged report equals that of one audit byte for byte: %s, %i shards', async (format, count, argv) => {
  const whole = await claimlint(folder, ['.', '--format', format, ...argv])
  const names = await shards(folder, count, ['--market', 'us,cn'])
  const named = await claimlint(folder, ['.', '--format', format, '--market', 'us,cn', ...argv])
  const merged = await claimlint(folder, ['merge', ...names.toReversed(), '--format', format, ...argv])
  expect(merged).toEqual(named)
  const plain = await claimlint(folder, ['merge', ...(await shards(folder, count)), '--format', format, ...argv])
  expect(plain).toEqual(whole)
})

test('a contradiction between shards is found by merging, and only there', async () => {
  const cwd = folderOf({
    'claimlint.yaml': 'markets: [us]\n',
    'a.md': '---\nsku: OT-1\n---\n\nThe lamp OT-1 comes with a 5-year warranty.\n',
    'faq.md': '---\nsku: OT-1\n---\n\nThe lamp OT-1 comes with a 2-year warranty.\n',
    'c.md': 'Plain.\n',
  })
  const names = await shards(cwd, 8)
  const verdictsIn = (text: string): string[] =>
    (JSON.parse(text) as { findings: { verdict: string }[] }).findings.map(({ verdict }) => verdict)
  const apart = names.flatMap((name) => verdictsIn(readFileSync(join(cwd, name), 'utf8')))
  expect(apart).not.toContain('contradicted')
  expect(verdictsIn((await claimlint(cwd, ['merge', ...names, '-f', 'json'])).out)).toContain('contradicted')
})

test('the records of a document stay small', async () => {
  const report = JSON.parse(readFileSync(join(folder, (await shard(folder, 1, 1)).name), 'utf8'))
  const bytes = JSON.stringify(report.shard.records).length / report.shard.records.length
  expect(bytes).toBeLessThan(40_000) // these documents are full of claims and facts
})

describe('shards that are not the whole of one audit are a usage error', () => {
  let cwd = ''
  beforeAll(async () => {
    cwd = folderOf({
      'claimlint.yaml': '{}\n',
      'a.md': lowestPrice,
      'b.md': lowestPrice,
      'c.md': 'Plain.\n',
      'd.md': 'Plain.\n',
    })
    const copy = (to: string) => writeFileSync(join(cwd, to), readFileSync(join(cwd, 'shard-2.json')))
    await claimlint(cwd, ['.', '--format', 'json=whole.json'])
    await shard(cwd, 2, 2, ['--market', 'eu'])
    copy('other.json')
    await shard(cwd, 2, 2, ['--as-of', '2026-01-01'])
    copy('day.json')
    await shards(cwd, 2)
    const version = readFileSync(join(cwd, 'shard-2.json'), 'utf8').replace(/"version": "[^"]+"/, '"version": "0.0.1"')
    writeFileSync(join(cwd, 'version.json'), version)
  })

  test.each([
    ['a shard is missing', ['shard-1.json'], 'shard 2/2 is missing'],
    ['a shard twice', ['shard-1.json', 'shard-1.json', 'shard-2.json'], 'is in another shard too'],
    ['a report without records', ['whole.json'], 'no report of a shard'],
    ['a file that is no report', ['a.md'], 'it cannot be read'],
    ['no such file', ['nothing.json'], 'it cannot be read'],
    ['shards of other options', ['shard-1.json', 'other.json'], 'the options of the audit'],
    ['shards of another day', ['shard-1.json', 'day.json'], 'the date it speaks for'],
    ['shards by another version', ['shard-1.json', 'version.json'], 'the version of claimlint'],
  ])('%s', async (_, files, message) => {
    const { code, err } = await claimlint(cwd, ['merge', ...files])
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })

  test.each([
    ['without JSON', ['--shard', '1/2'], '--format json'],
    ['with a baseline', ['--shard', '1/2', '-f', 'json', '--accept-new'], '--accept-new'],
    ['with --since', ['--shard', '1/2', '-f', 'json', '--since', 'main'], '--since'],
  ])('%s', async (_, argv, message) => {
    const { code, err } = await claimlint(folderOf({ 'a.md': lowestPrice }), ['.', ...argv])
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
  })
})
