import fc from 'fast-check'
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser'
import { describe, expect, test } from 'vitest'
import { readToml } from '../../src/core/documents/toml.ts'
import type { Value } from '../../src/core/documents/values.ts'
import { toSource } from '../../src/core/text/mapped-text.ts'
import { textsOf } from './value-texts.ts'

/** Plain JavaScript of a value; every scalar is its text. */
function plain(value: Value): unknown {
  if (value.kind === 'text') return value.text.text
  if (value.kind === 'list') return value.items.map(plain)
  return value.kind === 'map' ? Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)])) : null
}

test('tables, lists of tables, dotted keys and inline tables make one structure', () => {
  const source = [
    'title = "T"',
    'seo.description = "D"',
    'tags = ["a", \'b\']',
    'none = []',
    'price = 1_000.50',
    'date = 2026-04-01',
    '[author]',
    'name = "N"',
    '[[faq]]',
    'q = "Q1"',
    'more = {a = "A", b.c = "B"}',
    '[[faq]]',
    'q = "Q2"',
    '[[faq.deep]]',
    'x = "X"',
  ].join('\n')
  expect(readToml(source, 0).values.map(plain)).toEqual([
    {
      title: 'T',
      seo: { description: 'D' },
      tags: ['a', 'b'],
      none: [],
      price: '1_000.50',
      date: '2026-04-01',
      author: { name: 'N' },
      faq: [
        { q: 'Q1', more: { a: 'A', b: { c: 'B' } } },
        { q: 'Q2', deep: [{ x: 'X' }] },
      ],
    },
  ])
})

describe('words are found where they stand', () => {
  test.each([
    ['basic', 'a = "the best"', 'best', 'best'],
    ['basic with escapes', 'a = "\\u6700\\u4f4e price"', '最低', '\\u6700\\u4f4e'],
    ['literal', "a = 'the \\best'", 'best', 'best'],
    ['multi-line', 'a = """\nthe\nbest"""', 'the\nbest', 'the\nbest'],
    ['multi-line, CRLF', 'a = """\r\nthe\r\nbest"""', 'the\nbest', 'the\r\nbest'],
    ['continued', 'a = """the be\\\n   st one"""', 'best', 'be\\\n   st'],
    ['multi-line literal', "a = '''\nthe best'''", 'best', 'best'],
    ['quotes in three quotes', 'a = """say "best" now"""', '"best"', '"best"'],
  ])('%s', (...[, source, words, expected]) => {
    const { values, faults } = readToml(source, 0)
    const [mapped] = values.flatMap(textsOf)
    const start = mapped?.text.indexOf(words) ?? -1
    expect([faults, start >= 0]).toEqual([[], true])
    const span = mapped ? toSource(mapped, { start, end: start + words.length }) : { start: 0, end: 0 }
    expect(source.slice(span.start, span.end)).toBe(expected)
  })
})

const piece = fc.constantFrom(
  'best',
  '最低价',
  '😀',
  ' ',
  '\t',
  '\\n',
  '\\t',
  '\\"',
  '\\\\',
  '\\u6700',
  '\\U0001F600',
  "'",
  '#',
  '\n',
  '\r\n',
  '\\\n  ',
  '\\ \r\n\r\n ',
  '"',
)
const inner = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''))
const quoted = fc.tuple(fc.constantFrom('"', '"""', "'", "'''"), inner).map(([quote, text]) => quote + text + quote)

test('the map of a string gives the value of the library and is never one indivisible run', () => {
  let valid = 0
  fc.assert(
    fc.property(fc.array(quoted, { minLength: 1, maxLength: 3 }), fc.constantFrom(0, 9), (strings, offset) => {
      const source = strings.map((text, index) => `k${index} = ${text}\n`).join('')
      const read = readToml(source, offset)
      if (read.faults.length > 0) return
      valid += 1
      expect(read.values.map(plain)).toEqual([getStaticTOMLValue(parseTOML(source, { tomlVersion: '1.1' }))])
      for (const run of read.values.flatMap(textsOf).flatMap((mapped) => mapped.runs)) {
        const length = run.text.end - run.text.start
        expect(length <= 2 || length === run.source.end - run.source.start).toBe(true)
        expect(run.source.end).toBeLessThanOrEqual(source.length + offset)
      }
    }),
    { numRuns: 4000 },
  )
  expect(valid).toBeGreaterThan(300)
})

describe('faults', () => {
  test('an error is reported at its place, the lines above it are read', () => {
    const { values, faults } = readToml('title = "the best"\nx = "open\ny = 1\n', 4)
    expect(faults.map(({ code }) => code)).toEqual(['syntax'])
    expect(faults[0]?.source.start).toBeGreaterThanOrEqual(4 + 'title = "the best"\n'.length)
    expect(values.map(plain)).toEqual([{ title: 'the best' }])
  })

  test.each([
    ['brackets', `a = ${'['.repeat(5000)}`],
    ['inline tables', `a = ${'{a = '.repeat(5000)}`],
    ['dotted keys', `${'a.'.repeat(5000)}b = "x"`],
    ['a table name', `[${'a.'.repeat(5000)}b]\nc = "x"`],
  ])('too deep: %s', (_, source) => {
    expect(readToml(source, 0).faults[0]?.code).toBe('too-costly')
  })

  test('brackets in strings and comments nest nothing', () => {
    expect(readToml(`a = "${'['.repeat(500)}" # ${'{'.repeat(500)}\n`, 0).faults).toEqual([])
  })

  test('any text is read without an exception', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', '=', '"', "'", '[', ']', '{', '}', '.', '\n', ' ', '#', '\\', '1', '最'),
        }),
        (source) => {
          for (const { code } of readToml(source, 0).faults) expect(['syntax', 'too-costly']).toContain(code)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
