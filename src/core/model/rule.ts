import type { Property } from './property.ts'
import type { Relation } from './statement.ts'

export const families = [
  'absolute',
  'comparative',
  'price',
  'free',
  'origin',
  'maker',
  'scale',
  'quality',
  'certification',
  'guarantee',
  'delivery',
  'scarcity',
  'service',
  'health',
  'environment',
  'statistics',
  'testimonial',
  'results',
  'composition',
  'vague',
] as const
/** What a claim is about: the folder of its rule. */
export type Family = (typeof families)[number]

/** Families of findings that belong to no rule. */
export const structuralFamilies = ['omission', 'consistency', 'density', 'document', 'directive', 'decision'] as const
export type StructuralFamily = (typeof structuralFamilies)[number]

export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

export const confidences = ['high', 'medium', 'low'] as const
/** How sure the words mean what the rule says; severity is how bad it is if they do. */
export type Confidence = (typeof confidences)[number]

export const claimKinds = [
  'objective',
  'comparative',
  'absolute',
  'establishment',
  'promise',
  'opinion',
  'aspiration',
] as const
export type ClaimKind = (typeof claimKinds)[number]

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

export const markets = ['us', 'eu', 'uk', 'cn', 'hk', 'tw'] as const
export type Market = (typeof markets)[number]

export const channels = ['amazon', 'ebay', 'google-merchant', 'walmart', 'alibaba'] as const
export type Channel = (typeof channels)[number]

export const audiences = ['b2b', 'b2c'] as const
export type Audience = (typeof audiences)[number]

/** Text for readers of either language. */
export type Wording = Readonly<Partial<Record<Language, string>>>

/** How one market or channel treats a claim, where it differs from the rule's default. */
export interface Treatment {
  readonly severity?: Severity
  readonly verdict?: 'banned'
  readonly law?: readonly string[]
}

export interface Needs {
  /** Kinds of evidence that would bear the claim out. */
  readonly evidence: readonly string[]
  /** ISO 8601 duration: how old that evidence may be. */
  readonly fresh?: string
}

/** A statement the claim makes: this property has this value. A value may name a slot (`{number}`); without one the words themselves hold it. */
export interface AssertionPattern {
  readonly property: Property
  readonly value?: string
  readonly unit?: string
  readonly relation?: Relation
}

export interface Example {
  readonly text: string
  /** The words that must be underlined, markup included; undefined: any finding of the rule will do. */
  readonly span?: string
}

/** A rule says what a claim looks like and what would prove it. */
export interface Rule {
  /** `family/name`, the path of its file. */
  readonly id: string
  readonly family: Family
  readonly title: string
  readonly kind: ClaimKind
  readonly severity: Severity
  readonly confidence: Confidence
  /** Guards that do not act on this rule. */
  readonly ignores: readonly string[]
  /** Proof the copy itself may name: each inner list is complete on its own. */
  readonly cited: readonly (readonly string[])[]
  readonly asserts?: AssertionPattern
  readonly needs: Needs
  readonly law: readonly string[]
  readonly markets: Readonly<Partial<Record<Market, Treatment>>>
  readonly channels: Readonly<Partial<Record<Channel, Treatment>>>
  readonly message: Wording
  readonly advice: Wording
  readonly rewrite: Wording
}

/** What a rule file holds besides the rule: shown by `explain`, run by `rules test`, not needed to audit. */
export interface RuleExamples {
  readonly flagged: readonly Example[]
  readonly clean: readonly Example[]
}
