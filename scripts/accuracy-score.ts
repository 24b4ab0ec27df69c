import { extractClaims } from '../src/core/audit/extract.ts'
import { judge } from '../src/core/audit/judge.ts'
import { everyRule, type RulePack } from '../src/core/audit/pack.ts'
import { parseDocument } from '../src/core/documents/index.ts'
import type { Finding } from '../src/core/model/report.ts'
import { structuralFamilies } from '../src/core/model/rule.ts'

/** A labelled passage: fixtures/labelled/README.md says what the keys mean. */
export interface LabelledRow {
  readonly id: string
  readonly text: string
  readonly label: 'flag' | 'pass' | 'grey'
  readonly family: string | null
  readonly severity: string | null
  readonly span: string | null
}

/** What the audit made of a row. */
export interface RowResult {
  readonly row: LabelledRow
  readonly findings: readonly Finding[]
  /** The finding that overlaps the labelled words; null for a miss, and for rows that are not flagged. */
  readonly hit: Finding | null
}

/** Findings about a page as a whole: labels are about words. */
const structural: ReadonlySet<string> = new Set(structuralFamilies)

/** The label's families are a little finer than the rules'. */
const familiesOf: Readonly<Record<string, readonly string[]>> = {
  superiority: ['absolute'],
  origin: ['origin', 'maker'],
  capacity: ['scale'],
  performance: ['quality'],
  award: ['certification'],
  availability: ['scarcity', 'delivery'],
  urgency: ['scarcity', 'delivery'],
  endorsement: ['testimonial'],
  statistic: ['statistics'],
  'free-offer': ['free'],
  comparison: ['comparative'],
}

/** Families of rules that a label stands for. */
export const ruleFamilies = (label: string): readonly string[] => familiesOf[label] ?? [label]

/** A finding may be longer than the labelled words, but not much: three times, or forty characters more. */
const longest = (span: string) => Math.max(span.length * 3, span.length + 40)

/** Audits one row as a Markdown document. */
export function auditRow(row: LabelledRow, pack: RulePack): RowResult {
  const document = parseDocument('row.md', row.text, { fields: { ignore: [], audit: [] } })
  const settings = { markets: [], channel: null, audience: null, asOf: '2026-11-21', selection: everyRule }
  const report = judge([{ records: [extractClaims(document, pack)], pack, settings }], {
    language: 'en',
    toolVersion: '0',
    ledger: 'findings',
  })
  const findings = report.findings.filter(({ family }) => !structural.has(family))
  const start = row.span === null ? -1 : row.text.indexOf(row.span)
  const end = start + (row.span?.length ?? 0)
  const overlapping = findings.filter(
    ({ range }) =>
      range.start.offset < end &&
      start < range.end.offset &&
      range.end.offset - range.start.offset <= longest(row.span ?? ''),
  )
  const family = row.family === null ? [] : ruleFamilies(row.family)
  const hit =
    row.label === 'flag'
      ? (overlapping.find((finding) => family.includes(finding.family)) ?? overlapping[0] ?? null)
      : null
  return { row, findings, hit }
}

/** Counts over rows; precision is hits against hits and `pass` rows with any finding. */
export interface Score {
  readonly flagged: number
  readonly hits: number
  readonly passes: number
  readonly alarms: number
  readonly severityAgrees: number
  readonly familyAgrees: number
}

/** Scores row results. */
export function scoreOf(results: readonly RowResult[]): Score {
  const hits = results.filter(({ hit }) => hit !== null)
  const passes = results.filter(({ row }) => row.label === 'pass')
  return {
    flagged: results.filter(({ row }) => row.label === 'flag').length,
    hits: hits.length,
    passes: passes.length,
    alarms: passes.filter(({ findings }) => findings.length > 0).length,
    severityAgrees: hits.filter(({ row, hit }) => hit?.severity === row.severity).length,
    familyAgrees: hits.filter(
      ({ row, hit }) => hit !== null && row.family !== null && ruleFamilies(row.family).includes(hit.family),
    ).length,
  }
}

export const recallOf = ({ hits, flagged }: Score): number => (flagged === 0 ? 1 : hits / flagged)
export const precisionOf = ({ hits, alarms }: Score): number => (hits + alarms === 0 ? 1 : hits / (hits + alarms))
