/** What a document may cost. A part beyond one of these is a fault at its place (`document/too-costly`); what stands beside it is read. */
export interface Limits {
  /** Lists, quotes, maps inside each other. */
  readonly nesting: number
  /** Characters (UTF-16 units) of one block of Markdown: what stands between two places where it can be cut. */
  readonly blockSize: number
  /** `*` and `_` side by side in Markdown; tags and anchors in a row in YAML. */
  readonly markerRun: number
  /** Runs of `*`, `_`, `~`, closing brackets, `<!` and `[^` in one paragraph. */
  readonly markers: number
  /** Lines of only `-` or `=` in one block of Markdown: each makes a heading of all before it. */
  readonly underlines: number
  /** Keys in one map of YAML, JSON or TOML. */
  readonly mapKeys: number
  /** Keys, texts and numbers in one file of YAML or JSON, or in the front matter of a page. */
  readonly values: number
  /** Characters (UTF-16 units) of one document. */
  readonly documentSize: number
}

/** What holds unless the configuration says otherwise: far above what people write, far below what would be felt. */
export const defaultLimits: Limits = {
  nesting: 100,
  blockSize: 262_144,
  markerRun: 200,
  markers: 3000,
  underlines: 500,
  mapKeys: 100_000,
  values: 1_000_000,
  documentSize: 20_000_000,
}

/** Deeper than this the readers would run out of stack, whatever is configured. */
export const deepestNesting = 400
