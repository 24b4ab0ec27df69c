import type { MappedText } from './document.ts'
import type { Span } from './span.ts'

/** A value of structured text (YAML, JSON, TOML), numbers and dates as they are written; JSON-safe. */
export type Value = TextValue | ListValue | MapValue | AliasValue

export interface TextValue {
  readonly kind: 'text'
  /** The value, each character traceable to the source. */
  readonly text: MappedText
  /** The scalar with its quotes or block header, without tag and anchor. */
  readonly source: Span
}

export interface ListValue {
  readonly kind: 'list'
  readonly items: readonly Value[]
  readonly source: Span
}

export interface MapValue {
  readonly kind: 'map'
  readonly entries: readonly Entry[]
  readonly source: Span
}

/** A reference to a value written elsewhere: never copied, so that no document can grow by it. */
export interface AliasValue {
  readonly kind: 'alias'
  readonly name: string
  /** The value it stands for; null when no anchor has the name, or when it stands inside that value. */
  readonly target: Value | null
  readonly source: Span
}

export interface Entry {
  readonly key: string
  readonly keySource: Span
  readonly value: Value
}
