import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { visibleLine, wellFormed } from '../../src/core/formats/escape.ts'
import { type FormatName, formats, plainStyle } from '../../src/core/formats/index.ts'
import { severityOf, tellAll, worstFirst } from '../../src/core/formats/words.ts'
import type { Finding } from '../../src/core/model/report.ts'
import { anyReport, hostileCopy, reportWith } from './sample.ts'

/** What every machine format keeps of a finding. */
interface Kept {
  readonly document: string
  readonly rule: string
  readonly line: number
  readonly told: string
}

/** A format read back, and what must come out of it. */
interface RoundTrip {
  readonly name: FormatName
  readonly read: (text: string) => readonly Kept[]
  /** How the format writes words of copy. */
  readonly shown: (text: string) => string
  readonly kept?: (findings: readonly Finding[]) => readonly Finding[]
  readonly told?: (finding: Finding) => string
}

/** What stands at a path of keys in a value read from JSON. */
const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .filter(Boolean)
    .reduce((part, key) => Object(part)[key], value)

/** The list at a path of a JSON text, and of each entry what stands at the paths. */
const picked = (text: string, list: string, paths: Readonly<Record<keyof Kept, string>>): Kept[] =>
  (at(JSON.parse(text), list) as unknown[]).map((entry) => ({
    document: String(at(entry, paths.document)),
    rule: String(at(entry, paths.rule)),
    line: Number(at(entry, paths.line)),
    told: String(at(entry, paths.told)),
  }))

/** Elements of an XML file with their attributes, references resolved by a parser that is not ours. */
function elementsOf(xml: string, wanted: string): Record<string, string>[] {
  const found: Record<string, string>[] = []
  let suite = ''
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'file' || name === 'testsuite') suite = attributes['name'] ?? ''
        if (name === wanted) found.push({ ...attributes, document: suite })
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return found
}

/** XML cannot hold these, even escaped. */
const inXml = (text: string) => text.replace(/(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd')

const commands = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(({ groups = {} }) => ({
    document: unescaped(groups['document'] ?? ''),
    rule: unescaped(groups['rule'] ?? ''),
    line: Number(groups['line']),
    told: unescaped(groups['told'] ?? ''),
  }))

/** Both services decode `%XX`; Azure writes the percent sign as `%AZP25`. */
const unescaped = (text: string) =>
  text.replace(/%(?:(AZP25)|([0-9A-F]{2}))/g, (_all, azure, code) =>
    azure ? '%' : String.fromCharCode(Number.parseInt(code, 16)),
  )

const trips: readonly RoundTrip[] = [
  {
    name: 'sarif',
    shown: wellFormed,
    told: (finding) => wellFormed(tellAll(finding)).slice(0, 4000),
    kept: worstFirst,
    read: (text) =>
      picked(text, 'runs.0.results', {
        document: 'locations.0.physicalLocation.artifactLocation.uri',
        rule: 'ruleId',
        line: 'locations.0.physicalLocation.region.startLine',
        told: 'message.text',
      }).map((each) => ({ ...each, document: decodeURIComponent(each.document) })),
  },
  {
    name: 'gitlab',
    shown: wellFormed,
    read: (text) =>
      picked(text, '', {
        document: 'location.path',
        rule: 'check_name',
        line: 'location.lines.begin',
        told: 'description',
      }),
  },
  {
    name: 'rdjson',
    shown: wellFormed,
    read: (text) =>
      picked(text, 'diagnostics', {
        document: 'location.path',
        rule: 'code.value',
        line: 'location.range.start.line',
        told: 'message',
      }),
  },
  {
    name: 'sonar',
    shown: wellFormed,
    read: (text) =>
      picked(text, 'issues', {
        document: 'primaryLocation.filePath',
        rule: 'ruleId',
        line: 'primaryLocation.textRange.startLine',
        told: 'primaryLocation.message',
      }),
  },
  {
    name: 'checkstyle',
    shown: inXml,
    kept: grouped,
    read: (text) =>
      elementsOf(text, 'error').map(({ document = '', source = '', line, message = '' }) => ({
        document,
        rule: source.replace(/^claimlint\./, ''),
        line: Number(line),
        told: message,
      })),
  },
  {
    name: 'junit',
    shown: inXml,
    kept: grouped,
    told: () => '',
    read: (text) =>
      elementsOf(text, 'testcase')
        .filter(({ classname }) => classname !== 'claimlint')
        .map(({ classname = '', name = '' }) => ({
          document: classname,
          rule: name.replace(/ \(\d+:\d+\)$/, ''),
          line: Number(/\((\d+):\d+\)$/.exec(name)?.[1]),
          told: '',
        })),
  },
  {
    name: 'csv',
    shown: visibleLine,
    told: ({ message }) => message,
    read: (text) =>
      parse<Record<string, string>>(text, { bom: true, columns: true, record_delimiter: '\r\n' }).map((row) => ({
        document: plainCell(row['document']),
        rule: plainCell(row['rule']),
        line: Number(row['line']),
        told: plainCell(row['message']),
      })),
  },
  {
    name: 'github',
    shown: visibleLine,
    kept: worstFirst,
    read: (text) =>
      commands(
        text,
        /^::\w+ file=(?<document>[^,:\n]*),line=(?<line>\d+).*?,title=claimlint%3A (?<rule>[^,:\n]*)::(?<told>.*)$/gm,
      ),
  },
  {
    name: 'azure',
    shown: visibleLine,
    kept: (findings) => findings.filter((finding) => severityOf(finding) !== 'info'),
    read: (text) =>
      commands(
        text,
        /^##vso\[task\.logissue type=\w+;sourcepath=(?<document>[^;\]\n]*);linenumber=(?<line>\d+);columnnumber=\d+;code=(?<rule>[^;\]\n]*)\](?<told>.*)$/gm,
      ),
  },
]

/** By document, documents in the order in which they come. */
function grouped(findings: readonly Finding[]): Finding[] {
  const documents = [...new Set(findings.map(({ document }) => document))]
  return documents.flatMap((name) => findings.filter(({ document }) => document === name))
}

/** A spreadsheet hides the apostrophe that keeps a cell from being a formula. */
const plainCell = (cell = '') => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '')

describe.each(trips)('$name', ({ name, read, shown, told = tellAll, kept = (all) => all }) => {
  const expected = (findings: readonly Finding[]): Kept[] =>
    kept(findings).map((finding) => ({
      document: shown(finding.document),
      rule: shown(finding.ruleId),
      line: finding.range.start.line,
      told: shown(told(finding)),
    }))

  test.each(hostileCopy)('keeps %j', (text) => {
    const report = reportWith(text)
    expect(read(formats[name](report, plainStyle))).toEqual(expected(report.findings))
  })

  test('reads back as the findings of any report', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(read(formats[name](report, plainStyle))).toEqual(expected(report.findings))
      }),
      { numRuns: 150 },
    )
  })
})
