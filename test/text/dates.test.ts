import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addPeriod, daysBetween, readDate, readPeriod } from '../../src/core/text/dates.ts'

describe('a date', () => {
  test.each([
    ['2026-03-02', '2026-03-02', '2026-03-02'],
    ['2026-3-2', '2026-03-02', '2026-03-02'],
    ['2026/03/02', '2026-03-02', '2026-03-02'],
    ['2026-03', '2026-03-01', '2026-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-03-02T10:00:00Z', '2026-03-02', '2026-03-02'],
    ['2 March 2026', '2026-03-02', '2026-03-02'],
    ['9 Sept. 2026', '2026-09-09', '2026-09-09'],
    ['March 2nd, 2026', '2026-03-02', '2026-03-02'],
    ['March 2026', '2026-03-01', '2026-03-31'],
    ['2026年3月2日', '2026-03-02', '2026-03-02'],
    ['2026年3月', '2026-03-01', '2026-03-31'],
    ['2026年', '2026-01-01', '2026-12-31'],
  ])('%s', (text, first, last) => {
    expect(readDate(text)).toEqual({ first, last })
  })

  test.each(['', 'soon', '2026-13-01', '2026-02-30', '02/03/2026', '1.5', '20260302', 'valid', '2026-'])(
    '%s is none',
    (text) => {
      expect(readDate(text)).toBeNull()
    },
  )
})

describe('a period', () => {
  test.each([
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-12-31', '1d', '2027-01-01'],
    ['2026-11-21', '60d', '2027-01-20'],
    ['2026-11-21', 'P2W', '2026-12-05'],
    ['2026-11-21', 'p12m', '2027-11-21'],
  ])('%s and %s is %s', (date, period, then) => {
    expect(addPeriod(date, readPeriod(period) ?? { years: 0, months: 0, days: 0 })).toBe(then)
  })

  test.each(['', 'P', 'd', '60', 'PT24H', '-3d', '1d2w'])('%s is none', (text) => {
    expect(readPeriod(text)).toBeNull()
  })

  test('of days is counted as the calendar counts', () => {
    const day = fc.date({ min: new Date('1200-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.integer({ min: -50_000, max: 50_000 }), (date, days) => {
        const from = date.toISOString().slice(0, 10)
        const to = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
        expect(addPeriod(from, { years: 0, months: 0, days })).toBe(to)
        expect(daysBetween(from, to)).toBe(days)
      }),
    )
  })
})
