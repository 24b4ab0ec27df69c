import { expect, test } from 'vitest'
import { plainStyle } from '../../src/core/formats/index.ts'
import { excerptLines } from '../../src/core/formats/pretty-excerpt.ts'
import type { Finding } from '../../src/core/model/report.ts'
import { sampleReport } from './sample.ts'

/** A finding whose words stand between the brackets of `marked`, on `lines` lines. */
function findingAt(marked: string, lines: number): Finding {
  const [finding] = sampleReport().findings
  if (!finding) throw new Error('the sample has no finding')
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const place = { line: 7, column: start + 1, offset: start }
  return {
    ...finding,
    range: { start: place, end: { line: 6 + lines, column: 4, offset: end } },
    excerpt: { line: marked.replace(/[[\]]/g, ''), start, end },
  }
}

test.each([
  ['wide characters', '全网[最低价]，欢迎', ['    7 | 全网最低价，欢迎', '      |     ^^^^^^']],
  ['tabs', '-\tthe\t[best\tprice]', ['    7 | -   the best    price', '      |         ^^^^^^^^^^^^^']],
  ['control characters', '\u001bm[best\u0007]', ['    7 | \\u{1b}mbest\\u{7}', '      |        ^^^^^^^^^']],
  [
    'hidden characters',
    'a\u200bb [be\u00adst] x',
    ['    7 | a\\u{200b}b be\\u{ad}st x', '      |            ^^^^^^^^^^'],
  ],
  ['combining marks', 'cafe\u0301 [best]', ['    7 | cafe\u0301 best', '      |      ^^^^']],
  ['emoji', '👍🏽 [best ❤️] x', ['    7 | 👍🏽 best ❤️ x', '      |    ^^^^^^^']],
  ['nothing, at the end of the line', 'sku: []', ['    7 | sku:', '      |      ^']],
])('the mark stands below the words with %s', (_what, marked, lines) => {
  expect(excerptLines(findingAt(marked, 1), plainStyle)).toEqual(lines)
})

test('words that go on are marked up to the end of the line, and where they end is said', () => {
  expect(excerptLines(findingAt('we are [the largest]', 3), plainStyle)).toEqual([
    '    7 | we are the largest',
    '      |        ^^^^^^^^^^^ … to line 9',
  ])
})

test('an empty line is not shown', () => {
  expect(excerptLines(findingAt('  []', 1), plainStyle)).toEqual([])
})

test('a CI command across the edge of the words is seen', () => {
  const split = { ...findingAt('[]', 1), excerpt: { line: '##[group]', start: 1, end: 4 } }
  expect(excerptLines(split, plainStyle)).toEqual(['    7 | \\u{23}#[group]', '      |       ^^^'])
})
