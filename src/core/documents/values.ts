import type { Fault } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import type { AliasValue, Entry, ListValue, MapValue, TextValue, Value } from '../model/value.ts'

export type { AliasValue, Entry, ListValue, MapValue, TextValue, Value }

/** What structured text holds: one value for each YAML document, and what could not be read. */
export interface ReadValues {
  readonly values: readonly Value[]
  readonly faults: readonly Fault[]
  /** Each comment from its `#` to the end of its line, the line end left out; directives stand in them. */
  readonly comments: readonly Span[]
}
