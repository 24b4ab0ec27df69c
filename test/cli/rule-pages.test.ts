import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { builtInPack } from '../../src/cli/packs.ts'
import { claimlint, folderOf } from './workshop.ts'

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

describe('rules page --output', () => {
  test('writes a page a rule and an index whose every link leads to one', async () => {
    const cwd = folderOf({})
    const { code, out, err } = await claimlint(cwd, ['rules', 'page', '--output', 'site/rules'])
    const { rules } = (await builtInPack()).source
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: `claimlint: ${rules.length} pages -> site/rules\n` })
    expect(filesIn(join(cwd, 'site'))).toHaveLength(rules.length + 1)
    const index = readFileSync(join(cwd, 'site/rules/README.md'), 'utf8')
    const links = [...index.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path ?? '')
    expect(links).toHaveLength(rules.length)
    expect(links.filter((path) => !existsSync(join(cwd, 'site/rules', path)))).toEqual([])
  })

  test('writes the same page that is printed', async () => {
    const cwd = folderOf({})
    const { out } = await claimlint(cwd, ['rules', 'page', 'price/lowest-price'])
    await claimlint(cwd, ['rules', 'page', 'price/lowest-price', '-o', 'one'])
    expect(filesIn(join(cwd, 'one'))).toHaveLength(1)
    expect(readFileSync(join(cwd, 'one/price/lowest-price.md'), 'utf8')).toBe(out)
  })

  test('addresses of the law arrive whole', async () => {
    const { out } = await claimlint(folderOf({}), ['rules', 'page'])
    const { law } = (await builtInPack()).source
    const known = new Set(Object.values(law).flatMap(({ url }) => url ?? []))
    const shown: string[] = []
    const visit = (node: { type: string; url?: string; children?: readonly unknown[] }) => {
      if (node.type === 'link' && node.url?.startsWith('https:')) shown.push(node.url)
      for (const child of node.children ?? []) visit(child as typeof node)
    }
    visit(unified().use(remarkParse).parse(out))
    expect(shown.length).toBeGreaterThan(100)
    expect([...new Set(shown)].filter((url) => !known.has(url))).toEqual([])
  })

  test.each([
    [['rules', 'page', 'price/lowest-prize', '-o', 'x'], 'did you mean'],
    [['rules', 'page', '-o', 'file'], 'the file system says'],
  ])('%j is wrong usage', async (argv, words) => {
    const { code, err } = await claimlint(folderOf({ file: '' }), argv)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})
