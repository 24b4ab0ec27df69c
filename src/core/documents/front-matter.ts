import type { Span } from '../model/span.ts'

/** Where the front matter of a document and its body stand; offsets into the decoded source, a byte-order mark counted. */
export interface FrontMatter {
  readonly kind: 'yaml' | 'toml' | null
  /** Between the fences, the last line end included; null when there is none. */
  readonly matter: Span | null
  /** Behind the closing fence line, or the whole source without its byte-order mark. */
  readonly body: Span
}

/** Every line end a text file may have: CRLF, LF, lone CR. */
const lineEnd = /\r\n?|\n/g

function lineEndAfter(source: string, from: number): { readonly start: number; readonly end: number } {
  lineEnd.lastIndex = from
  const match = lineEnd.exec(source)
  return match
    ? { start: match.index, end: match.index + match[0].length }
    : { start: source.length, end: source.length }
}

/** Splits `---` (YAML) or `+++` (TOML) front matter from the body; a fence that is never closed is no front matter. */
export function splitFrontMatter(source: string): FrontMatter {
  const start = source.startsWith('\ufeff') ? 1 : 0
  const none = { kind: null, matter: null, body: { start, end: source.length } } as const
  const fence = source.slice(start, start + 3)
  if (fence !== '---' && fence !== '+++') return none
  const first = lineEndAfter(source, start)
  if (source.slice(start, first.start).trimEnd() !== fence) return none
  for (let from = first.end; from < source.length; ) {
    const line = lineEndAfter(source, from)
    if (source.startsWith(fence, from) && source.slice(from, line.start).trimEnd() === fence) {
      const kind = fence === '---' ? 'yaml' : 'toml'
      return { kind, matter: { start: first.end, end: from }, body: { start: line.end, end: source.length } }
    }
    from = line.end
  }
  return none
}
