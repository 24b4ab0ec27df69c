import type { Finding, Report } from '../model/report.ts'
import type { Format } from './format.ts'
import { byDocument, severityOf, tellAll } from './words.ts'
import { attributes, xmlText } from './xml.ts'

/** Infos do not fail a test run: they stand in its output. */
const fails = (finding: Finding) => severityOf(finding) !== 'info'
const placeOf = ({ range }: Finding) => `${range.start.line}:${range.start.column}`

function testCase(finding: Finding): string {
  const name = attributes({ name: `${finding.ruleId} (${placeOf(finding)})`, classname: finding.document, time: '0' })
  if (!fails(finding)) return `    <testcase${name}/>\n`
  const failure = attributes({ type: severityOf(finding), message: finding.message })
  return `    <testcase${name}>\n      <failure${failure}>${xmlText(`${finding.document}:${placeOf(finding)}\n${finding.text}\n${tellAll(finding)}`)}</failure>\n    </testcase>\n`
}

/** `timestamp` is the date of the audit, not of the run: the same input gives the same bytes. */
function suite(report: Report, name: string, { id, findings }: { id: number; findings: readonly Finding[] }): string {
  const head = attributes({
    package: 'claimlint',
    id,
    name,
    tests: findings.length,
    failures: findings.filter(fails).length,
    errors: 0,
    skipped: 0,
    time: '0',
    timestamp: `${report.asOf}T00:00:00`,
    hostname: 'localhost',
  })
  return `  <testsuite${head}>\n    <properties/>\n${findings.map(testCase).join('')}    <system-out/>\n    <system-err/>\n  </testsuite>\n`
}

const clean = (report: Report): string =>
  suite(report, 'claimlint', { id: 0, findings: [] })
    .replace('tests="0"', 'tests="1"')
    .replace(
      '    <system-out/>',
      `    <testcase${attributes({ name: `${report.summary.documents} documents without findings`, classname: 'claimlint', time: '0' })}/>\n    <system-out/>`,
    )

/** JUnit XML in the strict form of Ant's schema: a suite a document, a failing case an error or warning, a passing one an info. */
export const junit: Format = (report) => {
  const suites = [...byDocument(report)].map(([name, findings], id) => suite(report, name, { id, findings }))
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.length === 0 ? clean(report) : suites.join('')}</testsuites>\n`
}
