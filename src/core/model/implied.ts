import type { Family } from './rule.ts'

/** What a feature of a sentence says: how much it speaks for a claim, and which family its claims mostly are. */
export interface ImpliedWeight {
  readonly weight: number
  readonly family: Family
}

/** A linear model of sentences that imply a claim without any phrase a rule knows; trained by `npm run train` on our own passages. */
export interface ImpliedModel {
  readonly bias: number
  /** Score from which a sentence is reported. */
  readonly threshold: number
  readonly weights: Readonly<Record<string, ImpliedWeight>>
}
