import type { MappedText } from '../model/document.ts'
import { type MappedTextBuilder, mappedTextBuilder } from '../text/mapped-text.ts'

/** Appends source characters that stand for themselves. */
function appendSame(builder: MappedTextBuilder, characters: string, start: number): void {
  builder.append(characters, { start, end: start + characters.length })
}

/** One line end becomes a space; of several, all but the first stay. */
const foldedBreaks = (lineEnds: number): string => (lineEnds === 1 ? ' ' : '\n'.repeat(lineEnds - 1))

// The look-behind lets a long run of blanks be tried once, not once per blank.
const lineFold = /(?<![ \t])[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*/g

/** Appends `lines` (at `offset` of the source), its line ends folded the way plain and single-quoted scalars fold. */
function appendFolded(builder: MappedTextBuilder, lines: string, offset: number): void {
  let from = 0
  for (const fold of lines.matchAll(lineFold)) {
    appendSame(builder, lines.slice(from, fold.index), offset + from)
    const end = fold.index + fold[0].length
    builder.append(foldedBreaks(fold[0].split('\n').length - 1), { start: offset + fold.index, end: offset + end })
    from = end
  }
  appendSame(builder, lines.slice(from), offset + from)
}

/** The value of a plain scalar; `token` is its source, which begins at `offset`. */
export function plainScalar(token: string, offset: number): MappedText {
  const builder = mappedTextBuilder()
  appendFolded(builder, token, offset)
  return builder.build()
}

/** The value of a single-quoted scalar; `token` is its source with the quotes, beginning at `offset`. */
export function singleQuotedScalar(token: string, offset: number): MappedText {
  const builder = mappedTextBuilder()
  let from = 1
  for (const quote of token.slice(1, -1).matchAll(/''/g)) {
    const at = quote.index + 1
    appendFolded(builder, token.slice(from, at), offset + from)
    builder.append("'", { start: offset + at, end: offset + at + 2 })
    from = at + 2
  }
  appendFolded(builder, token.slice(from, -1), offset + from)
  return builder.build()
}

const escapeCharacters: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
}

// An escape; a line fold; anything else, in runs.
const doubleQuotedPiece =
  /(?<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|.))|(?<fold>[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*)|"|[^\\" \t\r\n]+|[ \t]+|\r/gs

/** What an escape stands for: nothing for an escaped line end, itself when it is no escape of YAML. */
function escapedText(written: string): string {
  const code = written.slice(1)
  if (/^\r?\n/.test(code)) return ''
  if (code.length === 1) return escapeCharacters[code] ?? written
  const point = Number.parseInt(code.slice(1), 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : written
}

/** The value of a double-quoted scalar; `token` is its source with the quotes, beginning at `offset`. */
export function doubleQuotedScalar(token: string, offset: number): MappedText {
  const builder = mappedTextBuilder()
  for (const match of token.slice(1).matchAll(doubleQuotedPiece)) {
    const [piece] = match
    if (match.index === token.length - 2) break
    const start = offset + 1 + match.index
    const source = { start, end: start + piece.length }
    if (match.groups?.['escape']) builder.append(escapedText(piece), source)
    else if (match.groups?.['fold']) builder.append(foldedBreaks(piece.split('\n').length - 1), source)
    else builder.append(piece, source)
  }
  return builder.build()
}
