import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRows } from '../../src/core/documents/csv.ts'

const texts = (source: string, separator: ',' | ';' | '\t' = ',') =>
  readRows(source, separator).rows.map((row) => row.map(({ text }) => text.text))

test.each([
  [
    'plain rows, the last without a line end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'Windows line ends',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'old Macintosh line ends',
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['a byte-order mark', '\ufeffa,b\n', [['a', 'b']]],
  ['separators, line ends and quotes inside quotes', '"a,""b""\nc",d\n', [['a,"b"\nc', 'd']]],
  ['empty cells at the end', 'a,,\n', [['a', '', '']]],
  ['an empty cell at the end of the text', 'a,', [['a', '']]],
  [
    'empty lines and lines of commas',
    'a,b\n\n,\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['words behind a closing quote', '"5" inch,b\n', [['5 inch', 'b']]],
  ['an empty text', '', []],
] as const)('%s', (_, source, rows) => {
  expect(texts(source)).toEqual(rows)
})

test('tabs and semicolons', () => {
  expect(texts('a\tb, c\n', '\t')).toEqual([['a', 'b, c']])
  expect(texts('a;"b;c"\n', ';')).toEqual([['a', 'b;c']])
})

test('an open quote is a fault at its place and loses nothing', () => {
  const read = readRows('a,b\n1,"two\nthree', ',')
  expect(read.faults.map(({ code, source }) => [code, source])).toEqual([['syntax', { start: 6, end: 7 }]])
  expect(read.rows[1]?.[1]?.text.text).toBe('two\nthree')
})

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '最', '😀', ';'), maxLength: 8 })
const written = (text: string) => `"${text.replaceAll('"', '""')}"`

test('any table reads as another reader of the format reads it, and every character stands where it says', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (table) => {
      const source = table.map((row) => row.map(written).join(',')).join('\n')
      const { rows, faults } = readRows(source, ',')
      const known: string[][] = parse(source, { relax_column_count: true })
      expect(faults).toEqual([])
      expect(rows.map((row) => row.map(({ text }) => text.text))).toEqual(
        known.filter((row) => row.some((text) => text.trim() !== '')),
      )
      for (const { text } of rows.flat()) {
        for (const run of text.runs) {
          const there = source.slice(run.source.start, run.source.end)
          expect(there.replaceAll('""', '"')).toBe(text.text.slice(run.text.start, run.text.end))
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('any text at all is read without an error, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 60 }), (source) => {
      const places = readRows(source, ',')
        .rows.flat()
        .map((read) => read.source)
      for (const [index, { start, end }] of places.entries()) {
        expect(end).toBeGreaterThanOrEqual(start)
        expect(start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? 0)
      }
    }),
  )
})
