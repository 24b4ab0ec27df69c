import type { Excerpt, Script } from './claim.ts'
import type { Property } from './property.ts'
import type { Family, Language } from './rule.ts'
import type { Range, Span } from './span.ts'

/** How a stated value bounds the true one. */
export const relations = ['equals', 'at-least', 'at-most', 'about', 'includes', 'within', 'one-of', 'since'] as const
export type Relation = (typeof relations)[number]

/**
 * Words that state a property of the seller or of goods: what a fact, or another document, can contradict or bear out.
 * Many raise no finding by themselves ("Minimum order: 500 pieces"). JSON-safe.
 */
export interface Statement {
  /** The rule or the statement pattern that found it. */
  readonly ruleId: string
  readonly family: Family
  readonly property: Property
  /** A fixed value, a slot, or the words that hold the value. */
  readonly value: string | number
  readonly unit: string | null
  /** null: as the words around the value say. */
  readonly relation: Relation | null
  /** Index among the claims of the record of the one whose words it states; null: it is nobody's claim. */
  readonly claim: number | null
  /** Whether the sentence says it of the seller and its goods, or of a customer, a supplier, a founder, another product. */
  readonly party: 'own' | 'other'
  /** The sentence, or the row, it stands in. */
  readonly sentence: string
  /** Where in the sentence its words are: UTF-16, half-open. */
  readonly at: Span
  /** Headings above it, outermost first. */
  readonly trail: readonly string[]
  readonly document: string
  readonly field: string | null
  readonly range: Range
  readonly text: string
  readonly language: Language
  readonly script: Script
  readonly excerpt: Excerpt
}
