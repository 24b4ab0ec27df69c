import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RulePack } from '../src/core/audit/pack.ts'
import type { Rule } from '../src/core/model/rule.ts'
import { auditRow, type LabelledRow, type RowResult } from './accuracy-score.ts'

/** How often a rule fired on labelled passages, and how often that is known to be right or wrong. */
export interface RuleRecord {
  readonly ruleId: string
  /** Above info anywhere: its level, or that of a market. */
  readonly isLoud: boolean
  readonly fires: number
  /** Overlaps the words of a label. */
  readonly right: number
  /** On a passage that nobody would query. */
  readonly wrong: number
}

/** A rule that is wrong more often than this ships at info. */
export const leastPrecision = 0.8
/** Below so many known cases a share says nothing. */
const fewestKnown = 5

/** Every labelled set but those kept back, which nobody looks at while writing rules. */
export function labelledSets(folder = 'fixtures/labelled'): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl') && !entry.parentPath.includes('held-back'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** The passages of a labelled set. */
export const readRows = (path: string): LabelledRow[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): LabelledRow => JSON.parse(line))

const overlapsLabel = ({ row }: RowResult, start: number, end: number) => {
  const at = row.span === null ? -1 : row.text.indexOf(row.span)
  return at >= 0 && start < at + (row.span?.length ?? 0) && at < end
}

/** What became of each rule on the passages; a finding beside the label of a flagged passage is neither right nor wrong. */
export function ruleRecords(rows: readonly LabelledRow[], pack: RulePack): RuleRecord[] {
  const results = rows.map((row) => auditRow(row, pack))
  const count = (ruleId: string, isCounted: (result: RowResult, at: { start: number; end: number }) => boolean) =>
    results.reduce((sum, result) => {
      const own = result.findings.filter((finding) => finding.ruleId === ruleId)
      return (
        sum + own.filter(({ range }) => isCounted(result, { start: range.start.offset, end: range.end.offset })).length
      )
    }, 0)
  return pack.rules.map((ruleId) => ({
    ruleId,
    isLoud: isAboveInfo(pack.ruleOf(ruleId)),
    fires: count(ruleId, () => true),
    right: count(ruleId, (result, { start, end }) => result.row.label === 'flag' && overlapsLabel(result, start, end)),
    wrong: count(ruleId, ({ row }) => row.label === 'pass'),
  }))
}

/** Empty praise is info unless a market bans it. */
const isAboveInfo = (rule: Rule | undefined): boolean =>
  rule !== undefined &&
  [rule, ...Object.values(rule.markets)].some(
    (treatment) =>
      ('verdict' in treatment && treatment.verdict === 'banned') ||
      (rule.kind !== 'opinion' && (treatment.severity === 'error' || treatment.severity === 'warning')),
  )

/** The share that is right of what is known; null where nothing is known. */
export const precisionOfRule = ({ right, wrong }: RuleRecord): number | null =>
  right + wrong === 0 ? null : right / (right + wrong)

/** Rules above info that are known to be wrong too often. */
export const tooLoud = (records: readonly RuleRecord[]): RuleRecord[] =>
  records.filter(
    (record) =>
      record.isLoud && record.right + record.wrong >= fewestKnown && (precisionOfRule(record) ?? 1) < leastPrecision,
  )
