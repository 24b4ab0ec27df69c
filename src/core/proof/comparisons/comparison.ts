import type { Audience, Market } from '../../model/rule.ts'
import type { Statement } from '../../model/statement.ts'
import type { Amount } from '../amounts.ts'
import type { Boast } from '../compare-amounts.ts'
import type { FactName } from '../fact-keys.ts'
import type { KnownFact } from '../known-facts.ts'

/** A statement put to the facts of its subject. */
export interface Question {
  readonly statement: Statement
  /** The words that state it, and the sentence around them. */
  readonly words: string
  readonly sentence: string
  /** Facts of the subject by name; where a product has none, those its company states for all. */
  readonly facts: (name: FactName) => readonly KnownFact[]
  /** Article numbers and names of the subject; empty for the company. */
  readonly product: { readonly skus: readonly string[]; readonly names: readonly string[] }
  /** Names under which the company itself goes. */
  readonly companyNames: readonly string[]
  readonly asOf: string
  /** Markets the copy is judged for: selected, or those its language is aimed at. */
  readonly markets: readonly Market[]
  readonly selectedMarkets: readonly Market[]
  readonly audience: Audience | null
}

/** Why, in both languages, when the fact alone does not say it. */
export interface Note {
  readonly en: string
  readonly zh: string
}

/** What the facts say of a statement. `unsupported`: a fact is on file and cannot bear it out, for the reason noted. */
export interface Outcome {
  readonly verdict: 'contradicted' | 'expired' | 'supported' | 'unsupported'
  readonly facts: readonly KnownFact[]
  readonly note: Note | null
}

/** A value that two documents can disagree about. `part`: what of the subject it is said of. */
export interface StatedValue {
  readonly part: string
  readonly value: Amount | string
  readonly boast: Boast
}

/** Decides statements of one property; null: the facts say nothing about it. */
export interface Comparison {
  readonly decide: (question: Question) => Outcome | null
  /** For contradictions between documents; absent: documents are not compared in this. */
  readonly stated?: (statement: Statement) => StatedValue | null
}

export const contradicted = (facts: readonly KnownFact[], note: Note | null = null): Outcome => ({
  verdict: 'contradicted',
  facts,
  note,
})
export const supported = (facts: readonly KnownFact[]): Outcome => ({ verdict: 'supported', facts, note: null })
export const expired = (facts: readonly KnownFact[], note: Note | null = null): Outcome => ({
  verdict: 'expired',
  facts,
  note,
})
export const unsupported = (facts: readonly KnownFact[], note: Note): Outcome => ({
  verdict: 'unsupported',
  facts,
  note,
})
export const noted = (en: string, zh: string): Note => ({ en, zh })

const gravity = ['contradicted', 'expired', 'unsupported', 'supported'] as const

/** Of several outcomes the gravest; null when there is none. */
export function gravest(outcomes: readonly (Outcome | null)[]): Outcome | null {
  const found = outcomes.filter((outcome) => outcome !== null)
  return found.sort((a, b) => gravity.indexOf(a.verdict) - gravity.indexOf(b.verdict))[0] ?? null
}
