import type { BlockKind } from './document.ts'
import type { ImpliedModel } from './implied.ts'
import type { LawEntry } from './law.ts'
import type { AssertionPattern, Example, Family, Language, Rule, RuleExamples } from './rule.ts'
import type { Template } from './template.ts'

/** The phrases of a rule. */
export interface RulePhrases {
  readonly match: readonly Template[]
  /** Overlapping words that make this rule silent. */
  readonly except: readonly Template[]
  /** Words in the same sentence that make this rule silent. */
  readonly unless: readonly Template[]
  /** Words one of which must stand in the same sentence; empty: no such demand. */
  readonly with: readonly Template[]
}

/** A rule as it runs. */
export interface CompiledRule {
  readonly rule: Rule
  readonly phrases: RulePhrases
}

/** Context that makes words no claim, or a weaker one. */
export interface Guard {
  readonly name: string
  readonly title: string
  readonly effect: 'drop' | 'lower'
  /** Must end where the claim starts, in the same sentence. */
  readonly before: readonly Template[]
  /** Must start where the claim ends, in the same sentence. */
  readonly after: readonly Template[]
  readonly sentence: readonly Template[]
  readonly block: readonly Template[]
  /** Kinds of block in which the guard always acts. */
  readonly kinds: readonly BlockKind[]
}

/** What naming one kind of proof looks like in copy. */
export interface ProofPattern {
  readonly slot: string
  readonly title: string
  readonly match: readonly Template[]
}

/** Examples in which the claim stands between `[[` and `]]`. */
export interface GuardExamples {
  readonly acts: readonly string[]
  readonly leaves: readonly string[]
}

export interface ProofExamples {
  readonly names: readonly string[]
  readonly lacks: readonly string[]
}

/** Phrases that state a property: like a rule, but nobody's finding unless something contradicts them. */
export interface StatementPattern {
  /** `family/stated-name`. */
  readonly id: string
  readonly family: Family
  readonly title: string
  readonly asserts: AssertionPattern
  readonly ignores: readonly string[]
  readonly match: readonly Template[]
  /** Questions that the first sentence below or behind them answers: "How long is the warranty?" */
  readonly asked: readonly Template[]
  /** Words in the same sentence that make it silent. */
  readonly unless: readonly Template[]
}

/** Sentences that state the property, and look-alikes that do not. */
export interface StatementExamples {
  readonly states: readonly Example[]
  readonly silent: readonly string[]
}

/** A word list: every phrase is a sequence of folded tokens. */
export type Lexicons = Readonly<Record<string, readonly (readonly string[])[]>>

/** Everything rule files say, compiled and JSON-safe. */
export interface PackSource {
  /** Changes when any rule file changes. */
  readonly version: string
  readonly rules: readonly CompiledRule[]
  readonly lexicons: Lexicons
  readonly lookAlikes: readonly Template[]
  readonly guards: readonly Guard[]
  readonly proofs: readonly ProofPattern[]
  readonly statements: readonly StatementPattern[]
  /** Sentences no phrase knows; absent for a language without a model. */
  readonly implied: Readonly<Partial<Record<Language, ImpliedModel>>>
  readonly misspellings: Readonly<Record<string, string>>
  readonly law: Readonly<Record<string, LawEntry>>
  /** The day the law register was last looked over, ISO. */
  readonly lawCheckedOn: string | null
}

/** What is needed to test and explain rules, not to run them. */
export interface PackExamples {
  readonly rules: Readonly<Record<string, RuleExamples>>
  readonly guards: Readonly<Record<string, GuardExamples>>
  readonly proofs: Readonly<Record<string, ProofExamples>>
  readonly statements: Readonly<Record<string, StatementExamples>>
  /** The phrases of each rule as written, by language. */
  readonly phrases: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}
