import type { Finding, Report } from '../model/report.ts'
import type { Severity } from '../model/rule.ts'
import { visibleJson, wellFormed } from './escape.ts'
import type { Format } from './format.ts'
import { severityOf, tellAll, worstFirst } from './words.ts'

/** GitHub keeps the first so many results of a run and drops the rest in silence. */
const mostResults = 5000
const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }
const problemSeverities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
}

/** A path as a relative URI reference: every byte that is not plain is percent-encoded, a colon in the first segment too. */
export function uriOf(path: string): string {
  const segments = wellFormed(path)
    .split('/')
    .map((segment) =>
      encodeURIComponent(segment).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`),
    )
  return segments.join('/')
}

const text = (value: string, longest: number) => ({ text: wellFormed(value).slice(0, longest) || '-' })

/** One entry a rule that fired, described by its first finding. */
function toRules(findings: readonly Finding[]) {
  const first = new Map<string, Finding>()
  for (const finding of findings) if (!first.has(finding.ruleId)) first.set(finding.ruleId, finding)
  return [...first.values()].map((finding) => ({
    id: wellFormed(finding.ruleId),
    shortDescription: text(finding.ruleId, 255),
    fullDescription: text(finding.advice, 1024),
    help: { ...text(`${finding.advice} See: claimlint explain ${finding.ruleId}`, 1024) },
    defaultConfiguration: { level: levels[severityOf(finding)] },
    properties: {
      precision: finding.confidence,
      'problem.severity': problemSeverities[severityOf(finding)],
      tags: [wellFormed(finding.family)],
    },
  }))
}

const toLocation = (document: string, range: Finding['range'] | null) => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(document), uriBaseId: '%SRCROOT%' },
    ...(range
      ? {
          region: {
            startLine: range.start.line,
            startColumn: range.start.column,
            endLine: range.end.line,
            endColumn: range.end.column,
          },
        }
      : {}),
  },
})

function toResult(finding: Finding, ruleIndex: number) {
  const related = finding.related.map(({ document, range, message }, id) => ({
    id,
    message: text(message, 1024),
    ...toLocation(document, range),
  }))
  return {
    ruleId: wellFormed(finding.ruleId),
    ruleIndex,
    level: levels[severityOf(finding)],
    message: text(tellAll(finding), 4000),
    locations: [toLocation(finding.document, finding.range)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    partialFingerprints: { 'claimlint/v1': finding.fingerprint },
    properties: {
      verdict: finding.verdict,
      text: wellFormed(finding.text),
      rewrite: finding.rewrite === null ? null : wellFormed(finding.rewrite),
    },
  }
}

function toRun({ tool, findings }: Report) {
  const shown = worstFirst(findings).slice(0, mostResults)
  const rules = toRules(shown)
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const cut = findings.length - shown.length
  const notes =
    cut === 0
      ? []
      : [{ level: 'warning', message: text(`${cut} findings of lower severity are left out of this file`, 1024) }]
  return {
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: text('The folder in which claimlint ran.', 1024) } },
    automationDetails: { id: 'claimlint/' },
    tool: { driver: { name: tool.name, semanticVersion: tool.version, rules } },
    invocations: [{ executionSuccessful: true, ...(notes.length > 0 ? { toolExecutionNotifications: notes } : {}) }],
    results: shown.map((finding) => toResult(finding, indexes.get(wellFormed(finding.ruleId)) ?? 0)),
  }
}

/** SARIF 2.1.0 for code scanning: columns in UTF-16 units, paths percent-encoded and relative, the gravest 5,000 results. */
export const sarif: Format = (report) => {
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [toRun(report)] }
  return `${visibleJson(JSON.stringify(log, null, 2))}\n`
}
