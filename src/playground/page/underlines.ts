import type { Finding } from '../../core/model/report.ts'
import type { Severity } from '../../core/model/rule.ts'

/** A stretch of the text that is underlined; half-open, UTF-16. */
export interface Underline {
  readonly start: number
  readonly end: number
  readonly severity: Severity
  /** Index of its finding. */
  readonly finding: number
}

const graver: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** What to underline, in the order of the text; of two that overlap, the graver and then the first stays. */
export function underlinesOf(findings: readonly Finding[]): Underline[] {
  const all = findings.flatMap(({ range, severity, family }, finding): Underline[] => {
    const [start, end] = [range.start.offset, range.end.offset]
    return severity === null || end <= start || family === 'omission' ? [] : [{ start, end, severity, finding }]
  })
  const kept: Underline[] = []
  for (const each of all.sort((a, b) => graver[b.severity] - graver[a.severity] || a.start - b.start)) {
    if (kept.every(({ start, end }) => each.end <= start || end <= each.start)) kept.push(each)
  }
  return kept.sort((a, b) => a.start - b.start)
}

/** Where underlines stand after the text changed, as far as they are untouched: what was typed moves those behind it. */
export function moved(underlines: readonly Underline[], before: string, after: string): Underline[] {
  const least = Math.min(before.length, after.length)
  let head = 0
  while (head < least && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < least - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const shift = after.length - before.length
  return underlines.flatMap((each) => {
    if (each.end <= head) return [each]
    return each.start >= before.length - tail ? [{ ...each, start: each.start + shift, end: each.end + shift }] : []
  })
}
