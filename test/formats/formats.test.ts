import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNames, formats, plainStyle, type Style } from '../../src/core/formats/index.ts'
import { displayWidth } from '../../src/core/text/width.ts'
import { anyReport, emptyReport, fixture, forbidden, hostileTexts, reportWith, sampleReport } from './sample.ts'

const chinese: Style = { ...plainStyle, language: 'zh' }

describe('the sample report', () => {
  test.each([
    ['expected.pretty.txt', 'pretty', plainStyle],
    ['expected.pretty.zh.txt', 'pretty', chinese],
    ['expected.compact.txt', 'compact', plainStyle],
  ] as const)('is written as %s', (file, format, style) => {
    expect(formats[format](sampleReport(), style)).toBe(fixture(file))
  })

  test.each([
    ['pretty', plainStyle, 'not legal advice'],
    ['pretty', chinese, '不构成法律意见'],
    ['markdown', plainStyle, 'not legal advice'],
    ['markdown', chinese, '不构成法律意见'],
    ['html', plainStyle, 'not legal advice'],
    ['html', chinese, '不构成法律意见'],
  ] as const)('says as %s once what it is not, and the day of the law', (format, style, words) => {
    const lines = formats[format](sampleReport(), style)
      .split('\n')
      .filter((line) => line.includes(words) && line.replaceAll('\\', '').includes('2026-11-01'))
    expect(lines.length).toBe(1)
  })

  test.each([40, 60, 80, 120])('fits a terminal of %i columns', (width) => {
    const lines = formats.pretty(sampleReport(), { ...plainStyle, width }).split('\n')
    const headers = /^ {2}\d+:\d+ {2}/
    expect(lines.filter((line) => displayWidth(line) > width && !headers.test(line))).toEqual([])
  })

  test('has no info findings when quiet', () => {
    const quiet: Style = { ...plainStyle, show: 'quiet' }
    expect(formats.compact(sampleReport(), quiet)).not.toContain(' info ')
    expect(formats.pretty(sampleReport(), quiet)).not.toContain('vague/outstanding-quality')
  })

  test('is the same text in colour', () => {
    const colour: Style = { ...plainStyle, paint: (role, text) => `<${role}>${text}</${role}>` }
    const painted = formats.pretty(sampleReport(), colour)
    expect(painted).toContain('<error>error</error>')
    expect(painted.replace(/<\/?[a-z]+>/g, '').replace(/ +$/gm, '')).toBe(fixture('expected.pretty.txt'))
  })
})

describe('a report without findings', () => {
  test.each([
    [plainStyle, '1 document, 1 claim: nothing to mend\n'],
    [chinese, '1 个文件，1 条宣传声明：没有需要修改的内容\n'],
  ])('says so calmly', (style, line) => {
    expect(formats.pretty(emptyReport(), style)).toContain(line)
  })

  test('is nothing in compact', () => {
    expect(formats.compact(emptyReport(), plainStyle)).toBe('')
  })

  test('says nothing of a law register that was not used', () => {
    expect(formats.pretty({ ...emptyReport(), lawCheckedOn: null }, plainStyle)).not.toContain('law register')
  })
})

/** Formats made of commands or with CRLF have tests of their own in machines.test.ts. */
const printed = formatNames.filter((name) => name !== 'github' && name !== 'azure' && name !== 'csv')

describe.each(printed)('%s', (name) => {
  test.each(hostileTexts)('lets %j do nothing to a terminal or a CI log', (text) => {
    for (const style of [plainStyle, chinese]) expect(formats[name](reportWith(text), style)).not.toMatch(forbidden)
  })

  test('never throws, is deterministic, prints no control character and no CI command', () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 1, max: 200 }), (report, width) => {
        const written = formats[name](report, { ...plainStyle, width })
        expect(formats[name](report, { ...plainStyle, width })).toBe(written)
        expect(written).not.toMatch(forbidden)
        expect(written === '' || written.endsWith('\n')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

test('compact prints one line a finding', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      expect(formats.compact(report, plainStyle).split('\n')).toHaveLength(report.findings.length + 1)
    }),
  )
})

test.each([
  ['::warning::.md', './::warning::.md:8:16: error'],
  ['##[group]a.md', './\\u{23}#[group]a.md:8:16: error'],
  ['catalog/a b.md', 'catalog/a b.md:8:16: error'],
])('compact writes the path %j as %j', (document, start) => {
  const [finding] = sampleReport().findings
  const report = { ...sampleReport(), findings: finding ? [{ ...finding, document }] : [] }
  expect(formats.compact(report, plainStyle)).toMatch(new RegExp(`^${start.replace(/[\\[\].{}]/g, '\\$&')}`))
})
