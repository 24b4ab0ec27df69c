import { describe, expect, test } from 'vitest'
import { type CorpusPlan, corpus, largeDocument } from '../../bench/corpus/corpus.ts'
import { housePack } from '../../bench/house-pack.ts'
import { compilePack, emptyPack } from '../../src/core/rule-compiler.ts'

const plan: CorpusPlan = { format: 'md', files: 300, claiming: 0.6, seed: 1 }
const made = (change: Partial<CorpusPlan> = {}) => [...corpus({ ...plan, ...change })]

describe('the corpus of the bench', () => {
  test.each(['md', 'yaml'] as const)('the same plan gives the same %s files, another seed others', (format) => {
    expect(made({ format })).toEqual(made({ format }))
    expect(made({ format, seed: 2 })).not.toEqual(made({ format }))
  })

  test('a longer corpus begins with the shorter one', () => {
    expect(made({ files: 400 }).slice(0, 300)).toEqual(made())
  })

  test('a fifth is Chinese, and the share with claims is as planned', () => {
    const files = made()
    expect(files.filter(({ text }) => /\p{Script=Han}/u.test(text))).toHaveLength(60)
    expect(files.filter(({ claims }) => claims > 0).length / files.length).toBeCloseTo(0.6, 1)
    expect(made({ claiming: 0 }).every(({ claims }) => claims === 0)).toBe(true)
  })

  test('every form of copy is in it', () => {
    const text = made()
      .map((file) => file.text)
      .join('\n')
    for (const form of [
      /^---$/m,
      /^# /m,
      /^- /m,
      /^\* /m,
      /^1\. /m,
      /^\| /m,
      /^> /m,
      /^```/m,
      /^!\[/m,
      /^<!--/m,
      /\]\(http/,
      /\*\*/,
      /&nbsp;/,
    ])
      expect(text).toMatch(form)
  })

  test('a large document is as large as asked', () => {
    const bytes = Buffer.byteLength(largeDocument(200_000, 3))
    expect(bytes).toBeGreaterThanOrEqual(200_000)
    expect(bytes).toBeLessThan(210_000)
  })
})

test('the house pack of the bench compiles, the same every time', () => {
  expect(housePack(5, 2)).toEqual(housePack(5, 2))
  const lexicons = { path: 'lexicons/en/x.yml', text: 'price: [price]\n' }
  expect(compilePack([...housePack(5, 2), lexicons], emptyPack).source.rules).toHaveLength(5)
})
