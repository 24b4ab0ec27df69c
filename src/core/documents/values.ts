import type { Fault, MappedText } from '../model/document.ts'
import type { Span } from '../model/span.ts'

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

/** What structured text holds: one value for each YAML document, and what could not be read. */
export interface ReadValues {
  readonly values: readonly Value[]
  readonly faults: readonly Fault[]
  /** Each comment from its `#` to the end of its line, the line end left out; directives stand in them. */
  readonly comments: readonly Span[]
}

/** How deep lists and maps may stand in each other. */
export const maxNesting = 100
