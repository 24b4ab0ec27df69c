import type { Excerpt, Reason, Slots } from './claim.ts'
import type { Decision } from './decision.ts'
import type { Review } from './review.ts'
import type { Audience, Confidence, Family, Market, Severity, StructuralFamily } from './rule.ts'
import type { Range } from './span.ts'

export const verdicts = ['contradicted', 'expired', 'banned', 'unsupported', 'vague', 'cited', 'supported'] as const
/** What the proof says of a claim. `supported` means proof is on file, not that anybody judged it sufficient. */
export type Verdict = (typeof verdicts)[number]

export interface LawReference {
  readonly id: string
  readonly market: string
  readonly citation: string
  readonly url: string | null
}

/** The other end of a contradiction, or the fact that decided. */
export interface Related {
  readonly document: string
  readonly range: Range | null
  readonly message: string
}

/** A claim with its verdict, or a defect of a document: complete, so that no format needs the document or the rules. */
export interface Finding {
  /** Identity without position: rule, document, claim text, ordinal among equals. 16 hexadecimal digits. */
  readonly fingerprint: string
  readonly ruleId: string
  readonly family: Family | StructuralFamily
  /** null for a claim that needs no action (`cited`, `supported`). */
  readonly severity: Severity | null
  readonly confidence: Confidence
  /** null when there is no claim behind it. */
  readonly verdict: Verdict | null
  /** Why it has this severity, one line. */
  readonly severityReason: string
  readonly message: string
  readonly advice: string
  readonly rewrite: string | null
  readonly document: string
  readonly field: string | null
  readonly range: Range
  readonly text: string
  readonly slots: Slots
  readonly reasons: readonly Reason[]
  readonly law: readonly LawReference[]
  readonly related: readonly Related[]
  readonly evidence: readonly string[]
  /** What somebody decided about it: it stays in every report and does not count. */
  readonly decision: Decision | null
  readonly excerpt: Excerpt
}

export interface Summary {
  readonly documents: number
  readonly claims: number
  /** Without those somebody decided about. */
  readonly findings: Readonly<Record<Severity, number>>
  /** Findings that stand in the report and do not count. */
  readonly decided: number
  /** Findings of the baseline: neither in the report nor counted. Absent: no baseline. */
  readonly known?: number
  readonly verdicts: Readonly<Record<Verdict, number>>
}

/** The result of one audit: plain data in reading order, the same for the same input. */
export interface Report {
  readonly schemaVersion: 1
  readonly tool: { readonly name: 'claimlint'; readonly version: string; readonly rulesVersion: string }
  /** ISO date the audit speaks for. */
  readonly asOf: string
  /** Markets the user selected; empty: those the language of each claim is aimed at. */
  readonly markets: readonly Market[]
  readonly audience: Audience | null
  /** The day the law register was last looked over. */
  readonly lawCheckedOn: string | null
  readonly summary: Summary
  readonly findings: readonly Finding[]
  /** Every claim with its verdict; null unless the ledger was asked for. */
  readonly claims: readonly Finding[] | null
  /** Only in a report for people who sign it; programs do not get it. */
  readonly review?: Review
  /** Of a part of an audit: which part, how it was judged, and the records of its documents; JSON-safe. */
  readonly shard?: Readonly<Record<string, unknown>>
}
