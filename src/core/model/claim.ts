import type { Language } from './rule.ts'
import type { Range } from './span.ts'

/** Values read from the words of a claim, by slot name; numbers in the unit that the slot of the same name plus `Unit` says. */
export type Slots = Readonly<Record<string, string | number>>

/** A statement that a fact or another document can contradict: this property of the subject has this value. */
export interface Assertion {
  readonly property: string
  readonly relation: string
  readonly value: string | number
  readonly unit: string | null
}

/** A rule that matched overlapping words and gave way to a more specific one. */
export interface Reason {
  readonly ruleId: string
  readonly message: string
}

/** Words that assert something a buyer may rely on. JSON-safe: crosses workers, caches and pipes unchanged. */
export interface Claim {
  readonly ruleId: string
  readonly document: string
  readonly field: string | null
  readonly range: Range
  /** The words as a reader sees them: markup gone, not folded. */
  readonly text: string
  /** The sentence or table row around it, of a long one the part near it. */
  readonly sentence: string
  readonly language: Language
  /** Of the words: `hans` Simplified, `hant` Traditional, `latn` anything else; decides the default markets. */
  readonly script: Script
  readonly slots: Slots
  readonly assertion: Assertion | null
  /** Guards that lowered the claim one step. */
  readonly loweredBy: readonly string[]
  /** Kinds of proof that the copy itself names, of those the rule asks for. */
  readonly cited: readonly string[]
  /** Other rules that matched overlapping words. */
  readonly otherRules: readonly string[]
  readonly excerpt: Excerpt
}

export type Script = 'latn' | 'hans' | 'hant'

/** The source line on which a claim starts, and where in it the claim stands (UTF-16, half-open, clipped to the line). */
export interface Excerpt {
  readonly line: string
  readonly start: number
  readonly end: number
  /** 1-based columns of the whole range in UTF-8 bytes, each in its own line; absent where a line is too long to count. */
  readonly byteColumns?: { readonly start: number; readonly end: number }
}
