import type { Excerpt } from './claim.ts'
import type { Range, Span } from './span.ts'

export const decisionKinds = ['attest', 'dispute', 'suppress'] as const
/** `attest`: somebody answers for the claim; `dispute`: the finding is held to be wrong; `suppress`: known and accepted. */
export type DecisionKind = (typeof decisionKinds)[number]

/** What somebody decided about a finding; the finding stays in every report and no longer counts. */
export interface Decision {
  readonly kind: DecisionKind
  readonly reason: string
  /** Who; null for a directive in the copy, whose author the version history knows. */
  readonly by: string | null
  /** ISO dates; `until` is the last day on which it holds, null: without end. */
  readonly on: string | null
  readonly until: string | null
  readonly source: 'file' | 'inline'
}

/** An entry of `claimlint.decisions.yaml`. */
export interface DecisionEntry {
  readonly fingerprint: string
  readonly decision: Decision
  /** The document it was made for, relative to the file of decisions; null: not written down. */
  readonly document: string | null
  readonly range: Range
  readonly excerpt: Excerpt
}

/** Keys of an entry, in the order in which `accept` writes them; the last three are for people and for finding unused entries. */
export const decisionKeys = ['fingerprint', 'kind', 'reason', 'by', 'on', 'until', 'rule', 'document', 'text'] as const

/** A directive in the copy that is well formed: `claimlint ignore RULE: reason`. */
export interface Directive {
  /** Rule ids or families. */
  readonly rules: readonly string[]
  readonly decision: Decision
  /** Offsets in the decoded source, half-open, that it covers. */
  readonly covers: readonly Span[]
  readonly range: Range
  readonly excerpt: Excerpt
}

/** A directive that says nothing claimlint can follow: it covers nothing. */
export interface DirectiveFault {
  readonly code: 'malformed' | 'no-reason'
  /** What is wrong: the words that were not understood. */
  readonly detail: string
  readonly range: Range
  readonly excerpt: Excerpt
}

/** Evidence that the copy itself names for some of its words. */
export interface EvidenceLink {
  readonly ids: readonly string[]
  readonly covers: readonly Span[]
  /** `narrow`: beside the words, it vouches for any claim there; `wide`: for a whole document, only for what the evidence says it supports. */
  readonly reach: 'narrow' | 'wide'
  readonly range: Range
  readonly excerpt: Excerpt
}
