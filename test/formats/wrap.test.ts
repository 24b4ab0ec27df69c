import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapText } from '../../src/core/formats/wrap.ts'
import { displayWidth } from '../../src/core/text/width.ts'

test.each([
  ['breaks at spaces', 'the lowest price', 10, ['the lowest', 'price']],
  ['breaks between Han characters', '全网最低价欢迎比价', 10, ['全网最低价', '欢迎比价']],
  ['begins no line with a comma', '全网最低价，欢迎', 10, ['全网最低', '价，欢迎']],
  ['ends no line with a bracket', '全网最低「欢迎」', 10, ['全网最低', '「欢迎」']],
  ['cuts a word wider than the line', 'abcdefghijkl', 5, ['abcde', 'fghij', 'kl']],
  ['begins no line with a command', 'say this ::error::x', 10, ['say this', '\\u{3a}:error::x'.slice(0, 14)]],
  ['keeps an empty text as one line', '', 10, ['']],
])('%s', (_what, text, columns, lines) => {
  expect(
    wrapText(text, columns)
      .slice(0, lines.length)
      .map((line, at) => line.slice(0, lines[at]?.length)),
  ).toEqual(lines)
})

test('loses nothing but spaces, and keeps to the columns', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '最', '，', '「', '😀', '.') })
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (words, columns) => {
      const lines = wrapText(words, columns)
      expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''))
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns)
    }),
  )
})
