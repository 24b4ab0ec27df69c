import type { Excerpt } from './claim.ts'
import type { Range } from './span.ts'

/** What a map of structured values describes. */
export interface FactOwner {
  /** `document`: no key says what it is; a page, or a product without a number. */
  readonly kind: 'organization' | 'product' | 'document'
  /** Article numbers, as written. */
  readonly skus: readonly string[]
  readonly names: readonly string[]
  /** Path of the map (`products[0]`), empty for the whole document. */
  readonly field: string
}

/** A value by key path (`responsetime`, `deliverytime.handlingtime`), lists as lists; keys in lower case without joints. */
export type FactRecord = Readonly<Record<string, readonly string[]>>

/** Where one value of a record stands, and its key path as written. */
export interface FactPart {
  readonly path: string
  readonly range: Range
}

/** One value of structured data, as the document that holds it states it. JSON-safe. */
export interface Fact {
  /** The name facts are asked for by. */
  readonly name: string
  /** Index of the owner in the document. */
  readonly owner: number
  readonly values: FactRecord
  /** The places of the values of a record, by the same keys; empty for a single value. */
  readonly parts: Readonly<Record<string, FactPart>>
  /** The key path as written, for people. */
  readonly path: string
  readonly range: Range
  /** The value as written, one line, shortened. */
  readonly text: string
  /** The line it stands on; null where no finding can be about the value itself. */
  readonly excerpt: Excerpt | null
}

/** A value under a known key that cannot be read, or a key that is nearly a known one. */
export interface FactFault {
  readonly code: 'unreadable-fact' | 'unknown-key'
  readonly path: string
  readonly text: string
  /** What was expected, or the key that was meant. */
  readonly expected: string
  readonly range: Range
  readonly excerpt: Excerpt
}
