import type { Excerpt } from './claim.ts'
import type { Range } from './span.ts'

/** Something in an evidence register or a file of decisions that cannot be used as written. */
export interface RegisterFault {
  readonly code: 'unreadable' | 'unknown-key' | 'repeated' | 'syntax'
  /** The key or entry it is about. */
  readonly key: string
  /** As written, one line, shortened. */
  readonly text: string
  /** What was expected, or the key that was meant. */
  readonly expected: string
  readonly document: string
  readonly range: Range
  readonly excerpt: Excerpt
}
