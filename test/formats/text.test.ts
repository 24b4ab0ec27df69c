import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptColumns, excerptOf } from '../../src/core/text/excerpt.ts'
import { fingerprintOf } from '../../src/core/text/fingerprint.ts'
import { lineIndex, lineSpanAt, placeAt } from '../../src/core/text/line-index.ts'
import { displayWidth, headWithin, tailWithin } from '../../src/core/text/width.ts'

describe('lines', () => {
  test.each([
    ['', 0, 1, 1],
    ['a\nb', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 2, 1, 3],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['a\n\rb', 3, 3, 1],
    ['a\u2028b', 2, 1, 3],
    ['\ufeffbest', 1, 1, 2],
    ['😀最', 2, 1, 3],
    ['a\n', 2, 2, 1],
  ])('of %j: offset %i is %i:%i', (source, offset, line, column) => {
    expect(placeAt(lineIndex(source), offset)).toEqual({ line, column, offset })
  })

  test('agree with counting line breaks from the start', () => {
    const lines = fc.string({ unit: fc.constantFrom('a', '最', '\n', '\r', '\r\n', '\u2028') })
    fc.assert(
      fc.property(lines, fc.nat(30), (source, at) => {
        const offset = Math.min(at, source.length)
        const before = source.slice(0, offset)
        const isInsideBreak = before.endsWith('\r') && source[offset] === '\n'
        const breaks = (isInsideBreak ? before.slice(0, -1) : before).split(/\r\n?|\n/)
        const place = placeAt(lineIndex(source), offset)
        expect(place.line).toBe(breaks.length)
        const span = lineSpanAt(lineIndex(source), offset)
        expect(span.start + place.column - 1).toBe(offset)
        expect(source.slice(span.start, span.end)).not.toMatch(/[\r\n]/)
      }),
    )
  })
})

test.each([
  ['price', 5],
  ['最低价', 6],
  ['ＡＢ，', 6],
  ['한국', 4],
  ['ｶﾞ', 2],
  ['cafe\u0301', 4],
  ['😀', 2],
  ['👍🏽', 2],
  ['❤️', 2],
  ['❤', 1],
  ['1️⃣', 2],
  ['🇩🇪', 2],
  ['⭐', 2],
  ['𠮷', 2],
  ['“…”', 3],
  ['100 % €', 7],
  ['a\u200bb', 2],
  ['', 0],
])('%s is %i columns wide', (text, columns) => {
  expect(displayWidth(text)).toBe(columns)
})

test('heads and tails fit, and leave out no more than one character could', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, columns) => {
      const head = headWithin(text, columns)
      const tail = tailWithin(text, columns)
      expect(text.startsWith(head) && text.endsWith(tail)).toBe(true)
      expect(Math.max(displayWidth(head), displayWidth(tail))).toBeLessThanOrEqual(columns)
      if (displayWidth(text) > columns) expect(displayWidth(head)).toBeGreaterThanOrEqual(columns - 1)
      else expect([head, tail]).toEqual([text, text])
    }),
  )
})

describe('an excerpt', () => {
  const cut = (source: string, words: string) => {
    const start = source.indexOf(words)
    return excerptOf(source, lineIndex(source), { start, end: start + words.length })
  }

  test.each([
    ['the line of the words', 'one\nthe best price\nthree', 'best', 'the [best] price'],
    ['without the line break', 'the best\r\nthree', 'best', 'the [best]'],
    ['clipped to its line', 'the best\nprice here', 'best\nprice', 'the [best]'],
    ['without a byte-order mark', '\ufeffbest price', 'best', '[best] price'],
  ])('is %s', (_what, source, words, marked) => {
    const { line, start, end } = cut(source, words)
    expect(`${line.slice(0, start)}[${line.slice(start, end)}]${line.slice(end)}`).toBe(marked)
  })

  test('of a long line is cut on both sides, the words whole', () => {
    const excerpt = cut(`${'前'.repeat(5000)}最低价${'后'.repeat(5000)}`, '最低价')
    expect(excerpt.line).toMatch(/^…前{38}最低价后{38}…$/)
    expect(excerpt.line.slice(excerpt.start, excerpt.end)).toBe('最低价')
  })

  test('of words longer than itself shows their beginning', () => {
    const excerpt = cut(`a ${'best '.repeat(400)}`, 'best '.repeat(400))
    expect(excerpt.line).toMatch(/^…best best .*…$/)
    expect(excerpt.line.slice(excerpt.start)).toMatch(/^best .*…$/)
  })

  test('never is wider than its columns, and cuts no pair in two', () => {
    const source = fc.string({ unit: fc.constantFrom('a', ' ', '最', '😀', '\n'), maxLength: 2000, size: 'max' })
    fc.assert(
      fc.property(source, fc.nat(2000), fc.nat(400), (text, at, length) => {
        const start = Math.min(at, text.length)
        const { line, ...span } = excerptOf(text, lineIndex(text), {
          start,
          end: Math.min(start + length, text.length),
        })
        expect(displayWidth(line)).toBeLessThanOrEqual(excerptColumns)
        expect(0 <= span.start && span.start <= span.end && span.end <= line.length).toBe(true)
      }),
    )
  })
})

describe('a fingerprint', () => {
  // the published vectors of 64-bit FNV-1a
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('of %j is %s', (text, digits) => {
    expect(fingerprintOf([text])).toBe(digits)
  })

  test.each(['最低价', '😀 café', '\u07ff\u0800\uffff'])('of %s is that of its UTF-8', (text) => {
    let hash = 0xcbf29ce484222325n
    for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
    expect(fingerprintOf([text])).toBe(hash.toString(16).padStart(16, '0'))
  })

  test('tells apart where one part ends and the next begins', () => {
    expect(fingerprintOf(['ab', 'c'])).not.toBe(fingerprintOf(['a', 'bc']))
    expect(fingerprintOf(['a', ''])).not.toBe(fingerprintOf(['a']))
  })
})
