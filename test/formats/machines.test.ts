import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell } from '../../src/core/formats/csv.ts'
import { formats, plainStyle } from '../../src/core/formats/index.ts'
import { uriOf } from '../../src/core/formats/sarif.ts'
import { xmlText } from '../../src/core/formats/xml.ts'
import type { Report } from '../../src/core/model/report.ts'
import { anyReport, emptyReport, hostileCopy, manyFindings, reportWith, sampleReport } from './sample.ts'

const hostile: readonly string[] = [...hostileCopy, '']

const report = (text: string) => reportWith(text)

describe('GitHub workflow commands', () => {
  const line =
    /^::(?:error|warning|notice) file=[^,:\n]*(?:,(?:line|endLine|col|endColumn)=\d+)+,title=[^,:\n]*::[^\n]*$/
  const note = /^claimlint: \d+ more findings are not annotated; the whole report has them$/

  test.each(hostile)('%j starts no command of its own', (text) => {
    const lines = formats.github(report(text), plainStyle).trimEnd().split('\n')
    expect(lines.filter((each) => !line.test(each) && !note.test(each))).toEqual([])
  })

  test('ten of each level, the gravest first, and how many more', () => {
    const lines = formats.github(manyFindings(5_000), plainStyle).trimEnd().split('\n')
    const levels = lines.map((each) => /^::(\w+)/.exec(each)?.[1] ?? 'note')
    expect(levels.slice(0, 10)).toEqual(Array(10).fill('error'))
    expect(lines.length).toBeLessThanOrEqual(31)
    expect(lines.at(-1)).toMatch(note)
  })

  test('says nothing without findings', () => expect(formats.github(emptyReport(), plainStyle)).toBe(''))
})

describe('Azure logging commands', () => {
  test.each(hostile)('%j starts no command of its own', (text) => {
    const line =
      /^##vso\[task\.logissue type=(?:error|warning);sourcepath=[^;\]\n]*;linenumber=\d+;columnnumber=\d+;code=[^;\]\n]*\](?!.*##(?:vso)?\[)[^\n]*$/
    const lines = formats.azure(report(text), plainStyle).split('\n').filter(Boolean)
    expect(lines.filter((each) => !line.test(each))).toEqual([])
  })
})

/** A small reader of RFC 4180, our oracle. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  for (const record of text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')) {
    rows.push(
      [...record.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .map((match) => match[1] ?? '')
        .slice(0, 14)
        .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    )
  }
  return rows
}

describe('CSV', () => {
  test.each(hostile)('%j is one inert cell', (text) => {
    const rows = parseCsv(formats.csv(report(text), plainStyle))
    expect(rows.every((row) => row.length === 14)).toBe(true)
    expect(rows.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([])
  })

  test.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['=1+1', "'=1+1"],
    [' @x', "' @x"],
    ['－1', "'－1"],
  ])('%j is written %s', (text, cell) => expect(csvCell(text)).toBe(cell))
})

describe('XML', () => {
  test('every character is either written or replaced, never raw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(xmlText(text)).not.toMatch(
          /[<>"'\t\n\r]|&(?!(?:amp|lt|gt|quot|apos|#\d+);)|\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/u,
        )
      }),
    )
  })

  /** Tags open and close in order, attributes are quoted: well-formed enough for any reader. */
  function nesting(xml: string): string[] {
    const open: string[] = []
    const faults: string[] = []
    for (const [tag, close, name = '', , self] of xml
      .replace(/^<\?xml[^>]*\?>/, '')
      .matchAll(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g)) {
      if (close) {
        if (open.pop() !== name) faults.push(tag)
      } else if (!self) open.push(name)
    }
    return [...faults, ...open]
  }

  test.each(hostile)('%j in checkstyle and JUnit breaks nothing', (text) => {
    for (const name of ['checkstyle', 'junit'] as const) {
      const xml = formats[name](report(text), plainStyle)
      expect(nesting(xml)).toEqual([])
      expect(xml.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>]/)
    }
  })

  test('a clean JUnit run is not an empty suite', () =>
    expect(formats.junit(emptyReport(), plainStyle)).toContain('tests="1" failures="0"'))
})

describe('JSON formats', () => {
  const names = ['sarif', 'gitlab', 'rdjson', 'sonar'] as const

  test.each(names)('%s reads back for any report', (name) => {
    fc.assert(
      fc.property(anyReport, (any) => JSON.parse(formats[name](any, plainStyle)) !== undefined),
      { numRuns: 100 },
    )
  })

  test('jsonl is one object a line, the findings of json', () => {
    const lines = formats.jsonl(sampleReport(), plainStyle).trimEnd().split('\n')
    const { findings } = JSON.parse(formats.json(sampleReport(), plainStyle)) as { findings: unknown[] } // our own report
    expect(lines.map((line) => JSON.parse(line))).toEqual(findings)
  })

  test('rdjson counts UTF-8 bytes, sonar columns from 0, sarif UTF-16 units from 1', () => {
    const place = { start: { line: 1, column: 6, offset: 5 }, end: { line: 1, column: 10, offset: 9 } }
    const [finding] = sampleReport().findings
    if (!finding) throw new Error('the sample has no finding')
    const one: Report = {
      ...sampleReport(),
      findings: [
        {
          ...finding,
          range: place,
          excerpt: { line: '😀最 best', start: 5, end: 9, byteColumns: { start: 9, end: 13 } },
        },
      ],
    }
    expect(JSON.parse(formats.rdjson(one, plainStyle)).diagnostics[0].location.range).toEqual({
      start: { line: 1, column: 9 },
      end: { line: 1, column: 13 },
    })
    expect(JSON.parse(formats.sonar(one, plainStyle)).issues[0].primaryLocation.textRange).toEqual({
      startLine: 1,
      endLine: 1,
      startColumn: 5,
      endColumn: 9,
    })
    expect(JSON.parse(formats.sarif(one, plainStyle)).runs[0].results[0].locations[0].physicalLocation.region).toEqual({
      startLine: 1,
      startColumn: 6,
      endLine: 1,
      endColumn: 10,
    })
  })
})

describe('SARIF', () => {
  const log = (any: Report) => JSON.parse(formats.sarif(any, plainStyle)).runs[0]

  test('every result points at its own rule, levels are SARIF words, texts are not empty', () => {
    const run = log(sampleReport())
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
      expect(['error', 'warning', 'note']).toContain(result.level)
      expect(result.message.text).not.toBe('')
      expect(result.partialFingerprints['claimlint/v1']).toMatch(/^[0-9a-f]{16}$/)
    }
  })

  test('more than 5,000 results are cut, the gravest kept, and the file says so', () => {
    const any = manyFindings(5_000)
    const run = log({ ...any, findings: [...any.findings, ...any.findings] })
    expect(run.results).toHaveLength(5_000)
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain('5000 findings')
  })

  test.each([
    ['a b.md', 'a%20b.md'],
    ['目录/页.md', '%E7%9B%AE%E5%BD%95/%E9%A1%B5.md'],
    ['c:x.md', 'c%3Ax.md'],
    ["o'neil(1).md", 'o%27neil%281%29.md'],
  ])('%s is the URI %s', (path, uri) => expect(uriOf(path)).toBe(uri))
})
