import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { claimlint, folderOf } from './workshop.ts'

const built = 'dist/playground.html'
const page = 'claimlint-playground.html'

describe.skipIf(!existsSync(built))('claimlint playground (skipped when dist/ is not built: npm run build)', () => {
  test.each([
    { name: 'into the working directory', args: [], file: page },
    { name: 'into a file', args: ['-o', 'check.html'], file: 'check.html' },
    { name: 'into a folder', args: ['--output', 'pages'], file: `pages/${page}` },
    { name: 'over an earlier page', args: ['-o', 'old.html'], file: 'old.html' },
  ])('writes the page $name and says where', async ({ args, file }) => {
    const folder = folderOf({ 'pages/other.txt': '', 'old.html': 'old' })
    const { code, out, err } = await claimlint(folder, ['playground', ...args])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(`${file} is written. Open it in a browser: ${pathToFileURL(join(folder, file)).href}\n`)
    expect(readFileSync(join(folder, file), 'utf8') === readFileSync(built, 'utf8')).toBe(true)
  })

  test('speaks Chinese', async () => {
    const { out } = await claimlint(folderOf({}), ['playground'], { env: { LANG: 'zh_CN.UTF-8' } })
    expect(out).toMatch(/^已写入 /)
  })

  test('a folder that is not there is wrong usage', async () => {
    const { code, err } = await claimlint(folderOf({}), ['playground', '-o', 'nowhere/check.html'])
    expect({ code, err }).toEqual({ code: 2, err: 'claimlint: there is no folder nowhere to write into\n' })
  })
})

test.skipIf(!existsSync(built))('the page names no address it could load, and its policy allows none', () => {
  const html = readFileSync(built, 'utf8')
  const [policy = ''] = /(?<=http-equiv="Content-Security-Policy" content=")[^"]+/.exec(html) ?? []
  expect(policy.replace(/'sha256-[\w+/=]+'/g, 'HASH')).toBe(
    "default-src 'none'; script-src HASH; style-src HASH; worker-src blob:; base-uri 'none'; form-action 'none'",
  )
  const [markup = ''] = html.split('<script')
  expect(markup.match(/\b(?:src|href)=|@import|url\(/g) ?? []).toEqual([])
})
