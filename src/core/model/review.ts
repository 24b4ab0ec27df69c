import type { ProofEntry } from './ledger.ts'
import type { ScoredDocument } from './promise.ts'
import type { Finding } from './report.ts'

/** What a file was read for: to audit it, for its facts, as a register of proof or decisions, for its settings. */
export type ReadingRole = 'audited' | 'facts' | 'register' | 'configuration'

/** A file that a report rests on. */
export interface ReadFile {
  /** As in reports. */
  readonly path: string
  readonly role: ReadingRole
  /** Of the bytes that were read, 64 hexadecimal digits; null: it could not be read, or its record came from elsewhere. */
  readonly sha256: string | null
}

/** What a person who signs a report wants to see besides the findings. */
export interface Review {
  /** Sorted by path. */
  readonly files: readonly ReadFile[]
  /** Every piece of evidence on file and how it stands; `within`: days of grace that make it `expiring`. */
  readonly proofs: readonly ProofEntry[]
  readonly within: number
  readonly promises: readonly ScoredDocument[]
  /** Every claim with its verdict. */
  readonly claims: readonly Finding[]
}
