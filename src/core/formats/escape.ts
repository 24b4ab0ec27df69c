import type { Span } from '../model/span.ts'

/**
 * Characters of copy that must not reach a terminal or a CI log as they are:
 * - control characters, separators and lone surrogates, and every character that is drawn as nothing
 *   (zero-width, bidirectional controls, tags), but not the marks that choose the shape of an emoji, a digit or an ideograph;
 * - the first `#` of `##[`, `##vso[`, `##teamcity[`: GitHub, Azure and TeamCity obey these anywhere in a line.
 */
const unsafe = new RegExp(
  [
    String.raw`[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufff9-\ufffb]`,
    String.raw`(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}`,
    String.raw`(?<![\p{Extended_Pictographic}\p{Script=Han}0-9])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`,
    String.raw`#(?=#[a-z]*\[)`,
  ].join('|'),
  'giu',
)

const shown = (character: string) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

const isInsidePair = (text: string, at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))

/** The part `span` of `line` with everything unsafe shown as `\u{1b}`, judged by its surroundings in the whole line;
 *  tabs stay. An edge inside a surrogate pair moves behind it. */
export function visiblePart(line: string, span: Span): string {
  const start = isInsidePair(line, span.start) ? span.start + 1 : span.start
  const end = isInsidePair(line, span.end) ? span.end + 1 : span.end
  const parts: string[] = []
  let at = start
  for (const match of line.matchAll(unsafe)) {
    if (match.index < start || match[0] === '\t') continue
    if (match.index >= end) break
    parts.push(line.slice(at, match.index), shown(match[0]))
    at = match.index + match[0].length
  }
  parts.push(line.slice(at, end))
  return parts.join('')
}

/** Text that can do nothing to a terminal or a CI log, whatever the copy holds: unsafe characters are shown as `\u{1b}`. */
export function visible(text: string): string {
  return text.replace(unsafe, shown)
}

/** The same for running text: line breaks and tabs are spaces. */
export function visibleLine(text: string): string {
  return visible(text.replace(/[\t\r\n]+/g, ' '))
}

/** A path that can stand at the start of a line: one that would begin a CI command (even with
 *  the `:line` that follows it) gets `./` before it. */
export function visiblePath(path: string): string {
  const safe = visible(path)
  return /^\s*(?::|#|\\u\{23\}#)/u.test(safe) ? `./${safe}` : safe
}

/** A line that begins no CI command: its first colon is shown when it would begin with `::`. */
export function commandFree(line: string): string {
  return line.replace(/^(\s*):(?=:)/u, (_all, indent: string) => `${indent}${shown(':')}`)
}

/** Text without lone surrogates, which UTF-8 cannot hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

const asUnits = (match: string) =>
  Array.from({ length: match.length }, (_, at) => `\\u${match.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')

/** JSON text with the same unsafe characters written as `\u001b`: it reads back the same. Its own line breaks stay. */
export function visibleJson(jsonText: string): string {
  return jsonText.replace(unsafe, (match) => (match === '\n' ? match : asUnits(match)))
}
