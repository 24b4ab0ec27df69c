import type { Finding } from './report.ts'
import type { Span } from './span.ts'

/** What one line of a stream is answered with. */
export type LineAnswer = RecordAnswer | RecordFault

/** The audit of one record. */
export interface RecordAnswer {
  /** As the line writes it, in JSON. */
  readonly id: string
  readonly rulesVersion: string
  /** Claims found, those that need no action included. */
  readonly claims: number
  /** `place`: where the words stand in the string of their field, in UTF-16 units, the end left out; null without a place. */
  readonly findings: readonly { readonly finding: Finding; readonly place: Span | null }[]
}

/** A line that is no record. */
export interface RecordFault {
  readonly id: null
  /** From 1, in what this process was given. */
  readonly line: number
  readonly message: string
}
