import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claimlint, folderOf, lowestPrice } from './workshop.ts'

const register = `- {id: iso, kind: certificate, statement: ISO 9001 certificate, number: CN-4455, expires: 2026-12-24}
- {id: old, kind: certificate, statement: BSCI audit, expires: 2026-01-02, owner: Ann}
`
const tree = {
  'claimlint.yaml': 'files: [pages/*.md]\n',
  'company.yaml': 'businessType: trading company\n',
  'evidence/register.yaml': register,
  'pages/a.md': `${lowestPrice}\nDelivered within 24 hours, guaranteed for two years.\n`,
  'pages/b.md': '\ufeffWe are a trading company.\r\n',
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

async function pageOf(cwd: string, ...more: readonly string[]): Promise<string> {
  await claimlint(cwd, ['--format', 'html=report.html', '--fail-on', 'never', ...more])
  return readFileSync(join(cwd, 'report.html'), 'utf8')
}

describe('a report to sign', () => {
  test('has the SHA-256 of the bytes of every file it rests on, and of the list as sha256sum prints it', async () => {
    const cwd = folderOf(tree)
    const page = await pageOf(cwd)
    const lines = Object.keys(tree)
      .sort()
      .map((path) => `${sha256(readFileSync(join(cwd, path)))}  ${path}\n`)
    expect(lines.filter((line) => !page.includes(`<code>${line.slice(0, 64)}</code>`))).toEqual([])
    expect(page).toContain(`<code>${sha256(lines.join(''))}</code>`)
    expect(page).toContain('Covers the 5 files listed above')
  })

  test('has the digest of standard input', async () => {
    const cwd = folderOf({})
    const text = 'We offer the lowest price in Europe.\n'
    await claimlint(cwd, ['-', '--format', 'html=report.html'], { stdin: text })
    expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toContain(`<code>${sha256(text)}</code>`)
  })

  test('is the same with a cache, whose second run extracts nothing', async () => {
    const cwd = folderOf(tree)
    const env = { XDG_CACHE_HOME: join(cwd, '.home') }
    mkdirSync(join(cwd, '.home'))
    const run = async () => {
      await claimlint(cwd, ['--cache', '-f', 'html=report.html', '--fail-on', 'never'], { env })
      return readFileSync(join(cwd, 'report.html'), 'utf8')
    }
    const first = await run()
    expect(await run()).toBe(first)
    expect(first).toBe(await pageOf(cwd))
  })

  test('names evidence that has run out or soon will, and promise scores, without being asked', async () => {
    const page = await pageOf(folderOf(tree))
    expect(page).toMatch(/ran out 323 days ago/)
    expect(page).toMatch(/runs out in 33 days/)
    expect(page).toContain('Promise scores')
    expect(page).toContain('two years')
  })

  test('lists the claims with proof whether or not the other reports have the ledger', async () => {
    const cwd = folderOf({
      ...tree,
      'company.yaml': 'businessType: manufacturer\nfoundingDate: 2016\n',
      'pages/b.md': 'Founded in 2016.\n',
    })
    const page = await pageOf(cwd, '--format', 'json=report.json')
    expect(page).toContain('Founded in 2016')
    expect(page).toContain('supported')
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'))).not.toHaveProperty('claims')
  })

  test('a file that changed afterwards has another digest', async () => {
    const cwd = folderOf(tree)
    const page = await pageOf(cwd)
    writeFileSync(join(cwd, 'pages/a.md'), 'Nothing is said any more.\n')
    expect(page).not.toContain(sha256('Nothing is said any more.\n'))
    expect(await pageOf(cwd)).toContain(sha256('Nothing is said any more.\n'))
  })

  test('made of shards does not vouch for bytes it has not read', async () => {
    const cwd = folderOf(tree)
    for (const part of ['1/2', '2/2']) await claimlint(cwd, ['--shard', part, '-f', `json=part${part[0]}.json`])
    await claimlint(cwd, ['merge', 'part1.json', 'part2.json', '-f', 'html=report.html', '--fail-on', 'never'])
    const page = readFileSync(join(cwd, 'report.html'), 'utf8')
    expect(page).not.toContain(sha256(readFileSync(join(cwd, 'pages/a.md'))))
    expect(page).toContain('not recorded')
  })
})
