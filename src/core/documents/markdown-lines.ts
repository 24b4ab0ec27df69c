/** One line of Markdown as block structure sees it. */
export interface Line {
  readonly start: number
  /** Where the next line begins. */
  readonly next: number
  /** Columns of white space before the first other character, tabs at stops of four. */
  readonly indent: number
  /** Without that white space, the white space at the end and the line end. */
  readonly rest: string
}

function columnsOf(white: string, from: number): number {
  let column = from
  for (const character of white) column += character === '\t' ? 4 - (column % 4) : 1
  return column - from
}

/** Without spaces and tabs at the end; not `trimEnd`, to which a line of no-break spaces is blank, too. */
function trimBlank(text: string): string {
  let end = text.length
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1
  return text.slice(0, end)
}

/** The lines of a text; CRLF, LF and a lone CR end one. */
export function* linesOf(text: string): Generator<Line> {
  for (const match of text.matchAll(/([ \t]*)([^\r\n]*)(?:\r\n?|\n|$)/g)) {
    if (match[0] === '') continue
    const [whole, white = '', rest = ''] = match
    yield {
      start: match.index,
      next: match.index + whole.length,
      indent: columnsOf(white, 0),
      rest: trimBlank(rest),
    }
  }
}

/** The marks that open a code fence, or null; backticks cannot stand in the info of a backtick fence. */
export function fenceOf(rest: string): string | null {
  return /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(rest)?.[0] ?? null
}

/** Whether a line ends the code that `fence` opened. */
export function closesFence(rest: string, fence: string): boolean {
  return rest.length >= fence.length && rest === fence.charAt(0).repeat(rest.length)
}

const htmlEnds: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
]

/** What ends the HTML that this line opens and that goes on over blank lines; null if it opens none. */
export function htmlUntil(rest: string): RegExp | null {
  if (!rest.startsWith('<')) return null
  return htmlEnds.find(([start]) => start.test(rest))?.[1] ?? null
}

/** A tag that opens HTML up to the next blank line, even inside a paragraph. */
export const htmlBlockName =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?=[\s>]|\/>|$)/i

/** A line that is one tag: HTML up to the next blank line, unless it goes on a paragraph. */
export const htmlTagLine =
  /^<(?:\/[a-z][a-z0-9-]*\s*|[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>$/i

/** What `htmlTagLine` would also take with odd attributes. */
export const looksLikeTagLine = /^<\/?[a-z].*>$/i

export const thematicBreak = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
export const atxHeading = /^#{1,6}(?=[ \t]|$)/
export const footnoteDefinition = /^\[\^[^\]]+\]:/

/** The mark of a list item. */
export interface ListMarker {
  /** Column where its content begins: what is indented as far belongs to it. */
  readonly content: number
  readonly isEmpty: boolean
  /** Whether it opens an item even in the middle of a paragraph. */
  readonly interrupts: boolean
}

/** The mark of a list item that this line begins with, or null. */
export function listMarker(line: Line, maxIndent: number): ListMarker | null {
  const match = /^([-+*]|\d{1,9}[.)])([ \t]+|$)/.exec(line.rest)
  if (!match) return null
  const [, mark = '', white = ''] = match
  const isEmpty = white === ''
  const width = columnsOf(white, line.indent + mark.length)
  const isCode = maxIndent === 3 && width > 4
  return {
    content: line.indent + mark.length + (isEmpty || isCode ? 1 : width),
    isEmpty,
    interrupts: !isEmpty && !/^\d/.test(mark.replace(/^1[.)]$/, '')),
  }
}
