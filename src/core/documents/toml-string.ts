import type { MappedText } from '../model/document.ts'
import { identityText, mappedTextBuilder } from '../text/mapped-text.ts'

const escapeCharacters: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\x1b',
  '"': '"',
  '\\': '\\',
}

const basicPiece =
  /(?<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*\r?\n[ \t\r\n]*|.))|(?<lineEnd>\r?\n)|[^\\\r\n]+|\r/gs
const literalPiece = /(?<escape>(?!))|(?<lineEnd>\r?\n)|[^\r\n]+|\r/g

/** What an escape stands for: nothing for an escaped line end, itself when it is no escape of TOML. */
function escapedText(written: string): string {
  const code = written.slice(1)
  if (/^[ \t]*\r?\n/.test(code)) return ''
  if (code.length === 1) return escapeCharacters[code] ?? written
  const point = Number.parseInt(code.slice(1), 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : written
}

function pieceText(match: RegExpMatchArray): string {
  if (match.groups?.['escape']) return escapedText(match[0])
  return match.groups?.['lineEnd'] ? '\n' : match[0]
}

/** Characters of the opening quotes, with the line end that may follow three of them, and of the closing ones. */
function quotesOf(token: string): { readonly open: number; readonly close: number } {
  const triple = /^("""|''')(\r?\n)?/.exec(token)
  return triple ? { open: triple[0].length, close: 3 } : { open: 1, close: 1 }
}

/**
 * The value of a TOML string of any of the four kinds; `token` is its source with the quotes, beginning at `offset`.
 * Where it is not what the library read (`value`), all of the value maps to all of the token.
 */
export function mapTomlString(token: string, offset: number, value: string): MappedText {
  const builder = mappedTextBuilder()
  const { open, close } = quotesOf(token)
  const pieces = token.startsWith('"') ? basicPiece : literalPiece
  for (const match of token.slice(open, -close).matchAll(pieces)) {
    const start = offset + open + match.index
    builder.append(pieceText(match), { start, end: start + match[0].length })
  }
  const mapped = builder.build()
  if (mapped.text === value) return mapped
  const whole = identityText(token, offset)
  const runs = whole.runs.map(({ source }) => ({ text: { start: 0, end: value.length }, source }))
  return { text: value, runs: value === '' ? [] : runs }
}
