export const lawStatuses = ['in-force', 'upcoming', 'draft', 'superseded', 'platform-policy', 'guidance'] as const
export type LawStatus = (typeof lawStatuses)[number]

/** One provision of the law register. */
export interface LawEntry {
  readonly id: string
  /** A market, or a channel for a marketplace's own rules. */
  readonly market: string
  readonly instrument: string
  readonly provision: string
  /** What it forbids or asks for, in one line. */
  readonly summary: string
  readonly audience: 'b2c' | 'b2b' | 'both'
  /** ISO dates; null: not known, or no end. */
  readonly inForceFrom: string | null
  readonly inForceTo: string | null
  /** Id of the provision whose place it took: that one is printed for days before `inForceFrom`. */
  readonly replaces: string | null
  readonly status: LawStatus
  readonly confidence: 'verified' | 'knowledge' | 'unconfirmed'
  readonly url: string | null
  readonly checkedOn: string
}
