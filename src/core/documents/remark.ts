import type { Span } from '../model/span.ts'

/** An HTML comment in Markdown or HTML: claimlint's directives stand in them. */
export interface Remark {
  /** Without `<!--` and `-->`. */
  readonly text: string
  /** With its delimiters. */
  readonly source: Span
  /** As of a block. */
  readonly field: string | null
  /** `inside`: words of a block stand before it; `before`: the next block comes behind it. */
  readonly place: 'inside' | 'before'
  /** How much follows as one: in HTML a block, in Markdown all blocks up to an empty line. */
  readonly reach: 'block' | 'paragraph'
}
