import type { ReadOptions } from '../documents/index.ts'
import { placeInString, readStreamRecord, type StreamRecord } from '../documents/stream-record.ts'
import type { LineAnswer } from '../model/line-answer.ts'
import { extractClaims } from './extract.ts'
import { type AuditGroup, judge, type ReportSettings } from './judge.ts'

/** What every line of a stream is audited with. */
export interface LineSettings {
  readonly group: Omit<AuditGroup, 'records'>
  readonly report: ReportSettings
  readonly reading: ReadOptions
}

/** A line that was read: of which id, and its audit; the work is done when the answer is asked for. */
export interface ReadLine {
  /** The id as text; null when the line is no record. */
  readonly name: string | null
  readonly answer: () => LineAnswer
}

/** The answer to a line that is no record; `line` counts from 1. */
export const lineFault = (line: number, message: string): ReadLine => ({
  name: null,
  answer: () => ({ id: null, line, message }),
})

/** Reads one line of a stream, a record to be audited on its own, against its facts and what is on file. `line` counts from 1. */
export function readLine(text: string, line: number, settings: LineSettings): ReadLine {
  const record = readStreamRecord(text, settings.reading)
  if ('reason' in record) return lineFault(line, record.reason)
  return { name: record.name, answer: () => auditRecord(record, settings) }
}

function auditRecord({ id, document }: StreamRecord, { group, report }: LineSettings): LineAnswer {
  const records = [extractClaims(document, group.pack)]
  const { findings, summary, tool } = judge([{ ...group, records }], report)
  const placed = findings.map((finding) => {
    const { start, end } = finding.range
    return { finding, place: placeInString(document, { start: start.offset, end: end.offset }) }
  })
  return { id, rulesVersion: tool.rulesVersion, claims: summary.claims, findings: placed }
}
