import { describe, expect, it } from 'vitest'
import { markdownBlocks } from '../../src/core/documents/markdown.ts'
import { piecesOf } from '../../src/core/documents/markdown-pieces.ts'
import { identityText } from '../../src/core/text/mapped-text.ts'

const read = (source: string) =>
  markdownBlocks(identityText(source, 7), { field: null, trail: [], indentedCode: 'code' })
const steps = (count: number, step: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => step(index))

describe('a part that would cost too much', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['quotes in quotes', `${'>'.repeat(9000)} a\n`, 'nesting'],
    ['lists in lists on one line', `${'- '.repeat(5000)}a\n`, 'nesting'],
    ['lists in lists by indent', `${steps(400, (index) => `${' '.repeat(index * 2)}- a`).join('\n')}\n`, 'nesting'],
    ['emphasis marks', `${'*'.repeat(500)}a${'*'.repeat(500)}\n`, 'markerRun'],
    ['brackets', `${'['.repeat(5000)}a${'](b)'.repeat(5000)}\n`, 'markers'],
    ['unclosed comments', `${'a <!-- '.repeat(5000)}\n`, 'markers'],
    ['footnote calls', `${'[^a'.repeat(5000)}\n`, 'markers'],
    ['underlined headings', 'a\n-\n'.repeat(5000), 'underlines'],
    ['lazy lines', `${'> '.repeat(90)}a\n${'b\n'.repeat(5000)}`, 'nesting'],
    ['a paragraph of 300 KB', `${'word '.repeat(60_000)}\n`, 'blockSize'],
  ]
  it.each(cases)('is a fault at its place, and the rest is read: %s', (_name, bad, limit) => {
    const { blocks, faults } = read(`\ufeffbefore\n\n${bad}\nafter`)
    expect(blocks.map(({ text }) => text)).toEqual(['before', 'after'])
    expect(faults.map(({ code, reason, source }) => [code, /\(limits\.(\w+)\)/.exec(reason)?.[1], source])).toEqual([
      ['too-costly', limit, { start: 16, end: 16 + bad.length + 1 }],
    ])
  })
})

describe('a part that only looks costly', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['a long rule', `${'*'.repeat(300)}\n`, 0],
    ['code', `\`\`\`\n${'>'.repeat(500)}\n${'x'.repeat(300_000)}\n\`\`\`\n`, 0],
    ['a long tight list', '- **a** [b](c)\n'.repeat(2000), 2000],
    ['a long table', `| a | b |\n|---|---|\n${'| **a** | [b](c) |\n'.repeat(1000)}`, 1001],
    ['lines far to the right', `a\n${' '.repeat(500)}b\n`, 1],
  ]
  it.each(cases)('is read: %s', (_name, source, count) => {
    const { blocks, faults } = read(`${source}\nafter`)
    expect(faults).toEqual([])
    expect(blocks.length).toBe(count + 1)
  })
})

describe('pieces', () => {
  it('are small, however long the text is, so that the cost is linear in it', () => {
    const { pieces } = piecesOf(
      '# _Head_\n\nText of _some_ length.\n\n- _item_\n- _item_\n\n```\ncode\n\n```\n'.repeat(500),
      'code',
    )
    const lengths = pieces.map((piece) => ('text' in piece ? piece.text.length : 0))
    expect(Math.max(...lengths)).toBeLessThanOrEqual(2048)
    expect(pieces.length).toBeLessThan(40)
  })
  it('know the definitions of all others', () => {
    const gap = 'word '.repeat(500)
    const { blocks } = read(`[a *b*][ref] c[^n]\n\n${gap}\n\n> [ref]: u\n\n${gap}\n\n[^n]: note`)
    expect(blocks.map(({ kind, text }) => `${kind}: ${text.slice(0, 6)}`)).toEqual([
      'paragraph: a b c',
      'paragraph: word w',
      'paragraph: word w',
      'footnote: note',
    ])
  })
})
