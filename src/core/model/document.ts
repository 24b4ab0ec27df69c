import type { Span } from './span.ts'

/**
 * One run of text whose characters come from one run of the source.
 * `text` and `source` are of the same length when every character stands for itself; where they differ
 * (an entity, an escape, a folded line end) the run is indivisible: any part of it maps to all of it.
 * Runs are in order and cover the text without a gap; their sources do not overlap and grow.
 */
export interface Run {
  readonly text: Span
  readonly source: Span
}

/** Text that knows where each of its characters stands in its source. */
export interface MappedText {
  readonly text: string
  readonly runs: readonly Run[]
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'quote' | 'alt' | 'field' | 'footnote'

/**
 * One run of prose without its markup: a paragraph, a heading, a list item, a table row, a text of a YAML key.
 * The cells of a table row are joined by ` | `; soft line breaks are a space, nothing between two Han characters;
 * hard breaks and `<br>` are `\n`.
 */
export interface Block extends MappedText {
  readonly kind: BlockKind
  /** Path of the YAML key (`faq[1].a`), null in the body of a Markdown document. */
  readonly field: string | null
  /** Headings above the block, outermost first; for a table row also the cells of its header row. */
  readonly trail: readonly string[]
  /** Parts of `text` that can never be a claim: code, URLs, e-mail addresses, template placeholders. In order. */
  readonly masked: readonly Span[]
}

export type FaultCode = 'not-utf8' | 'binary' | 'unreadable' | 'syntax' | 'aliases' | 'too-costly' | 'link-outside'

/** Why a document, or a part of it, could not be read; offset 0 when it has no place. */
export interface Fault {
  readonly code: FaultCode
  /** English, one line, what is wrong and what to do about it. */
  readonly reason: string
  readonly source: Span
}

/** A document as the rules see it: only its copy, each character traceable to the decoded source. */
export interface Document {
  /** Relative to the working directory, with `/`. */
  readonly path: string
  /** The decoded source, byte-order mark included. */
  readonly source: string
  readonly blocks: readonly Block[]
  readonly faults: readonly Fault[]
}
