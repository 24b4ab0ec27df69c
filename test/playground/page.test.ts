import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core/model/report.ts'
import { pathFor } from '../../src/playground/page/copy-format.ts'
import { moved, type Underline, underlinesOf } from '../../src/playground/page/underlines.ts'
import { reportWith } from '../formats/sample.ts'

describe('what a text looks like', () => {
  test.each([
    ['page.md', 'The lowest price in Europe.'],
    ['page.md', 'Note: we are the best.'],
    ['page.md', '# Desk lamp\n\nPower: 6 W\nColour: white\n'],
    ['page.md', '---\nsku: HY-200\n---\n\nThe best lamp.\n'],
    ['page.md', 'Material: cotton\nThe best shirt in the world\n'],
    ['page.md', '[Best] lamp of the year'],
    ['page.yaml', 'name: Lamp\ndescription: >\n  The best lamp\n  there is.\n'],
    ['page.yaml', '# our lamp\nname: Lamp\nfeatures:\n- bright\n- light\n'],
    ['page.yaml', '名称: 台灯\n描述: 全网最低价\n'],
    ['page.yaml', '{"name": "Lamp", "description": "The best"}'],
  ])('%s: %j', (path, text) => {
    expect(pathFor(text, 'auto')).toBe(path)
  })

  test('unless somebody says so', () => {
    expect(pathFor('a: b\nc: d', 'text')).toBe('page.md')
    expect(pathFor('words', 'yaml')).toBe('page.yaml')
  })
})

/** A finding of a severity at offsets of one line. */
function at(start: number, end: number, severity: Finding['severity']): Finding[] {
  const place = (offset: number) => ({ line: 1, column: offset + 1, offset })
  return reportWith('words').findings.map((finding) => ({
    ...finding,
    severity,
    range: { start: place(start), end: place(end) },
  }))
}

const places = (underlines: readonly Underline[]) => underlines.map(({ start, end }) => [start, end])

test('the graver of two overlapping underlines stays, in the order of the text', () => {
  const findings = [...at(0, 10, 'warning'), ...at(5, 8, 'error'), ...at(20, 30, 'info'), ...at(10, 12, 'info')]
  expect(underlinesOf(findings)).toEqual([
    { start: 5, end: 8, severity: 'error', finding: 1 },
    { start: 10, end: 12, severity: 'info', finding: 3 },
    { start: 20, end: 30, severity: 'info', finding: 2 },
  ])
})

describe('underlines while somebody types', () => {
  const before = 'We sell the best lamp and the best desk.'
  const underlines = underlinesOf([...at(12, 21, 'error'), ...at(30, 39, 'error')])
  test.each([
    [
      'in front',
      `Look! ${before}`,
      [
        [18, 27],
        [36, 45],
      ],
    ],
    [
      'behind',
      `${before} Yes.`,
      [
        [12, 21],
        [30, 39],
      ],
    ],
    [
      'between',
      before.replace('and', 'and also'),
      [
        [12, 21],
        [35, 44],
      ],
    ],
    ['inside one', before.replace('best lamp', 'best green lamp'), [[36, 45]]],
    ['everything replaced', 'x', []],
  ])('%s', (_name, after, expected) => {
    expect(places(moved(underlines, before, after))).toEqual(expected)
  })
})
