import type { TextEdit } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding } from '../../core/auditing.ts'

const inCopy = (words: string) => ` <!-- claimlint ${words} -->`

/**
 * Writes a comment that speaks to claimlint about the words of a finding: behind the words in Markdown, on a line of its own
 * above the key in YAML and front matter. `words`: what stands behind the name of claimlint.
 */
export function commentAt(finding: Finding, text: TextDocument, words: string): TextEdit {
  const isMarkdown = !/\.(?:ya?ml|json)$/i.test(text.uri)
  const { field, range } = finding
  if (isMarkdown && field === null) {
    const at = text.positionAt(range.end.offset)
    return { range: { start: at, end: at }, newText: inCopy(words) }
  }
  const line = keyLine(text, text.positionAt(range.start.offset).line, field ?? '')
  const indent = /^[ \t]*/.exec(lineText(text, line))?.[0] ?? ''
  const at = { line, character: 0 }
  return { range: { start: at, end: at }, newText: `${indent}# claimlint ${words}\n` }
}

const lineText = (text: TextDocument, line: number) =>
  text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })

/** The line on which the key of a field stands, or its item in a list, at or above the words. */
function keyLine(text: TextDocument, from: number, field: string): number {
  const last = /(?:^|\.)([^.[\]]+)((?:\[\d+\])*)$/.exec(field)
  const key = last?.[1] ?? ''
  const isItem = (last?.[2] ?? '') !== ''
  const escaped = key.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const start = isItem ? /^\s*- / : new RegExp(`^\\s*(?:- )?(?:${escaped}|["']${escaped}["'])\\s*[:=]`)
  for (let line = from; line >= 0; line -= 1) if (start.test(lineText(text, line))) return line
  return from
}
