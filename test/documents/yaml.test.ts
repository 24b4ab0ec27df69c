import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MapValue, Value } from '../../src/core/documents/values.ts'
import { readYaml } from '../../src/core/documents/yaml.ts'
import { toSource } from '../../src/core/text/mapped-text.ts'
import { textsOf } from './value-texts.ts'

const texts = (source: string) => readYaml(source, 0).values.flatMap(textsOf)

/** The source of the words in the first text that holds them. */
function sourceOf(source: string, words: string): string | null {
  const mapped = texts(source).find(({ text }) => text.includes(words))
  if (!mapped) return null
  const start = mapped.text.indexOf(words)
  const span = toSource(mapped, { start, end: start + words.length })
  return source.slice(span.start, span.end)
}

describe('words are found where they stand', () => {
  test.each([
    ['plain over lines', 'a: Our lowest\n  price ever\n', 'lowest price', 'lowest\n  price'],
    ['plain over lines, CRLF', 'a: Our lowest\r\n  price ever\r\n', 'lowest price', 'lowest\r\n  price'],
    ['single-quoted', "a: 'It''s the best'\n", "It's the", "It''s the"],
    ['double-quoted escapes', 'a: "\\u6700\\u4f4e\\u4ef7 now"\n', '最低价', '\\u6700\\u4f4e\\u4ef7'],
    ['line continuation', 'a: "the low\\\n   est price"\n', 'lowest', 'low\\\n   est'],
    ['surrogate escapes', '{"a": "\\ud83d\\ude00 best"}', '😀', '\\ud83d\\ude00'],
    ['literal', 'a: |\n  first\n  the best one\n', 'the best', 'the best'],
    ['folded', 'a: >-\n  the very\n  best one\n', 'very best', 'very\n  best'],
    ['folded, indent given', 'a: >1\n  the very\n  best one\n', 'the very', 'the very'],
    ['flow', 'a: {b: [x, the best one]}\n', 'the best', 'the best'],
    ['anchored and tagged', 'a: !copy &b the best one\nc: *b\n', 'the best', 'the best'],
    ['second document', 'a: x\n---\na: the best one\n', 'the best', 'the best'],
    ['behind a comment', 'a: # why\n  the best one # so\n', 'the best one', 'the best one'],
    ['byte-order mark', '\uFEFFa: the best one\n', 'the best', 'the best'],
    ['emoji before', 'a: 😀😀 the best one\n', 'the best', 'the best'],
  ])('%s', (_, source, words, expected) => {
    expect(readYaml(source, 0).faults).toEqual([])
    expect(sourceOf(source, words)).toBe(expected)
  })
})

test('an aliased text is there once, and its target is the value', () => {
  const { values } = readYaml('a: &x the best\nb: *x\n', 0)
  expect(values.flatMap(textsOf).map(({ text }) => text)).toEqual(['the best'])
  const map = values[0] as MapValue
  expect(map.entries[1]?.value).toMatchObject({ kind: 'alias', name: 'x', target: { kind: 'text' } })
})

test('numbers and dates stay as they are written', () => {
  const source = 'gtin: 0123456789012\nn: 9007199254740993\nv: 1.10\nd: 2026-04-01\nb: yes\n'
  expect(texts(source).map(({ text }) => text)).toEqual([
    '0123456789012',
    '9007199254740993',
    '1.10',
    '2026-04-01',
    'yes',
  ])
})

test('comments are told from text that begins with #', () => {
  const source = '# top\na: "# no" # yes\nb: |\n  # no\nc: > # head\n  x\n'
  const found = readYaml(source, 0).comments.map(({ start, end }) => source.slice(start, end))
  expect(found).toEqual(['# top', '# yes', '# head'])
})

describe('faults', () => {
  test.each([
    ['open quote', 'a: the best\nb: "open\nc: d\n', 'syntax', '"', 'the best'],
    ['mapping in a plain text', 'a: the best\nb: Note: cheap\n', 'syntax', 'N', 'the best'],
    ['key twice', 'a: the best\nb: 1\na: other\n', 'syntax', 'a', 'the best'],
    ['key twice, quoted', '{"k": "the best", "k": 2}', 'syntax', '"k"', 'the best'],
    ['lost alias', 'a: the best\nb: *nobody\n', 'aliases', '*nobody', 'the best'],
    ['tab', 'a: the best\nb:\n\tc: d\n', 'syntax', '\t', 'the best'],
    ['too deep', `a: the best\nb: ${'['.repeat(200)}`, 'too-costly', '[', 'the best'],
  ])('%s', (...[, source, code, place, readable]) => {
    const { faults, values } = readYaml(source, 0)
    expect(faults.map((fault) => fault.code)).toEqual([code])
    const span = faults[0]?.source ?? { start: 0, end: 0 }
    expect(source.slice(span.start, span.end)).toBe(place)
    expect(faults[0]?.reason).not.toContain('\n')
    expect(values.flatMap(textsOf).map(({ text }) => text)).toContain(readable)
  })

  test('the fault of a part counts from the beginning of the file', () => {
    expect(readYaml('a: 1\na: 2\n', 4).faults[0]?.source).toEqual({ start: 9, end: 10 })
    expect(readYaml('a: "x\n', 4).faults[0]?.source).toEqual({ start: 7, end: 8 })
  })

  test('the merge key may stand twice, and the same key in two maps', () => {
    expect(readYaml('x: &x {a: 1}\ny: {<<: *x, <<: *x, a: 2}\n', 0).faults).toEqual([])
  })

  test('many faults of one kind are cut short', () => {
    expect(readYaml('a: 1\n'.repeat(500), 0).faults.length).toBeLessThan(30)
  })
})

describe('aliases that multiply', () => {
  const bomb = (levels: number) =>
    Array.from(
      { length: levels },
      (_, level) =>
        `l${level}: &l${level} [${level === 0 ? 'best' : `*l${level - 1}, *l${level - 1}, *l${level - 1}`}]\n`,
    ).join('')

  test('are reported and never expanded', () => {
    const { values, faults } = readYaml(bomb(60), 0)
    expect(faults.map((fault) => fault.code)).toEqual(['aliases'])
    expect(values.flatMap(textsOf)).toHaveLength(1)
  })

  test('may repeat honest defaults', () => {
    const defaults = `base: &base {${Array.from({ length: 90 }, (_, index) => `k${index}: v`).join(', ')}}\n`
    const products = Array.from({ length: 3000 }, (_, index) => `- {<<: *base, sku: ${index}, name: lamp}\n`).join('')
    expect(readYaml(`${defaults}products:\n${products}`, 0).faults).toEqual([])
  })

  test('may stand inside their own anchor', () => {
    expect(readYaml('a: &a [*a, x]\n', 0).faults).toEqual([])
  })
})

const isJsonSafe = (value: Value): boolean => JSON.stringify(value).length > 0

describe('any text', () => {
  const noise = fc
    .array(
      fc.constantFrom(
        'a',
        'b: ',
        '- ',
        '? ',
        ': ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
        '|',
        '>',
        '\n',
        '\r\n',
        ' ',
        '  ',
        '\t',
        '#',
        '&a ',
        '*a',
        '!t ',
        '%',
        '---\n',
        '...\n',
        '\\',
        '最',
        '😀',
        '\uFEFF',
        '\0',
        '\x1f',
        '\x18',
        '\x02',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''))

  test('is read without an exception, each text within the source', () => {
    fc.assert(
      fc.property(noise, (source) => {
        const { values, faults } = readYaml(source, 0)
        expect(values.every(isJsonSafe)).toBe(true)
        for (const fault of faults) expect(fault.code).not.toBe('unreadable')
        for (const { text, runs } of values.flatMap(textsOf)) {
          expect(runs.at(-1)?.text.end ?? 0).toBe(text.length)
          expect(runs.at(-1)?.source.end ?? 0).toBeLessThanOrEqual(source.length)
        }
      }),
      { numRuns: 4000 },
    )
  })

  test('of JSON is read as JSON reads it', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }),
        fc.constantFrom(undefined, 2, '\t'),
        (json, indent) => {
          const strings: string[] = []
          JSON.stringify(json, (_, value) => {
            if (typeof value === 'string') strings.push(value)
            return value
          })
          const { values, faults } = readYaml(JSON.stringify(json, null, indent), 0)
          const read = values.flatMap(textsOf).map(({ text }) => text)
          expect(faults).toEqual([])
          for (const value of strings) expect(read).toContain(value)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
