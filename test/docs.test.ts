import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pages, withRealOutput } from '../scripts/doc-blocks.ts'

describe('the documentation', () => {
  test.each(pages())('%s shows what is really printed (npm run docs mends it)', async (page) => {
    const text = readFileSync(page, 'utf8')
    const real = await withRealOutput(text)
    if (process.env['UPDATE_DOCS'] === undefined) expect(text).toBe(real)
    else writeFileSync(page, real)
  })

  test.each(pages())('%s links to files that exist', (page) => {
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      (match) => match[1] ?? '',
    )
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([])
  })

  test('the README opens with the two lines that set everything up', () => {
    const [first] = readFileSync('README.md', 'utf8').match(/```\n[\s\S]*?```/) ?? []
    expect(first).toBe('```\nnpm ci && npx claimlint fixtures/demo\nnpm cit\n```')
  })
})
