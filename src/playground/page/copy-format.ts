/** How the text in the first pane is read; `text` is Markdown, which plain text and HTML are read as too. */
export const copyFormats = ['auto', 'text', 'yaml'] as const
export type CopyFormat = (typeof copyFormats)[number]

const keyLine = /^(?:- )?["']?[@\p{L}_][\p{L}\p{N} _.@-]{0,40}["']?:(?:\s|$)/u

/** The path that makes the core read a text the way it was chosen, or looks. */
export function pathFor(text: string, format: CopyFormat): string {
  if (format !== 'auto') return format === 'yaml' ? 'page.yaml' : 'page.md'
  return looksStructured(text) ? 'page.yaml' : 'page.md'
}

/** Whether a text is YAML or JSON: every line at the margin is a key, an item, a comment or a mark of the syntax, and two at least
 *  are keys. A page with front matter is none, nor one that opens with a heading. */
export function looksStructured(text: string): boolean {
  if (/^\s*[{[]/.test(text)) return isJson(text)
  if (/^\s*#[^\n]*\n\s*\n/.test(text) || /^---\s*\n[\s\S]*?\n---\s*\n\s*\S/.test(text)) return false
  const lines = text.split(/\r?\n/).filter((line) => /^\S/.test(line))
  const isSyntax = (line: string) => keyLine.test(line) || /^(?:#|- |---|\.\.\.|[}\]])/.test(line)
  return lines.filter((line) => keyLine.test(line)).length > 1 && lines.every(isSyntax)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
