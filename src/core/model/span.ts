/** Half-open range of 0-based UTF-16 offsets: the character at `end` is not part of it. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A place for people: line and column are 1-based, the column counts UTF-16 units;
 *  `offset` is 0-based in the decoded file, a byte-order mark counted. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** From the first to just behind the last character of a claim in its document. */
export interface Range {
  readonly start: Place
  readonly end: Place
}
