import type { Evidence } from './evidence.ts'
import type { Finding } from './report.ts'

/** A claim of the ledger and who answers for it: the owner of its proof, whoever decided about it, or whoever keeps the facts; null: nobody. */
export interface LedgerEntry {
  readonly finding: Finding
  readonly owner: string | null
}

export const ledgerGroupings = ['document', 'family', 'owner', 'verdict'] as const
/** What the ledger is sorted and parted by. */
export type LedgerGrouping = (typeof ledgerGroupings)[number]

export const proofStates = ['missing', 'changed', 'expired', 'expiring', 'valid'] as const
/** How a piece of evidence stands; the first that applies, in this order. */
export type ProofState = (typeof proofStates)[number]

/** An entry of a register as `claimlint evidence` shows it. */
export interface ProofEntry {
  readonly evidence: Evidence
  readonly state: ProofState
  /** Days from the day of the audit until it runs out, negative when it has; null: it has no end. */
  readonly daysLeft: number | null
  /** Claims that lean on it; 0: it is of no use to anybody. */
  readonly claims: number
}
