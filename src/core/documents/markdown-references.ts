import type { Nodes } from 'mdast'

/** Labels as the parser compares them: white space folded, in one case. */
const normalized = (label: string) =>
  label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()

/** Labels that a tree defines, those of footnotes with their `^`, as the parser compares them. */
export function definedLabels(tree: Nodes): string[] {
  if (tree.type === 'definition') return [tree.identifier]
  const own = tree.type === 'footnoteDefinition' ? [`^${tree.identifier}`] : []
  return 'children' in tree ? [...own, ...tree.children.flatMap(definedLabels)] : own
}

/** Whether a text may define labels. */
export const mayDefine = (text: string): boolean => text.includes(']:')

const bracketed = /\[((?:[^[\]\\]|\\[\s\S]){1,999})\]/g

/** Labels of `known` that a text may refer to. */
export function usedLabels(text: string, known: ReadonlySet<string>): string[] {
  if (known.size === 0) return []
  const used = new Set<string>()
  for (const [, label = ''] of text.matchAll(bracketed)) {
    // A label that goes on over lines of a quote has the marks of the quote in between.
    for (const reading of [label, label.replace(/[\r\n]+[ \t>]*/g, ' ')]) {
      if (known.has(normalized(reading))) used.add(normalized(reading))
    }
  }
  return [...used].sort()
}

/** Markdown that defines these labels; the rule at its end keeps an indented line that follows out of a footnote. */
export const definitionsOf = (labels: readonly string[]): string =>
  labels.length === 0 ? '' : `${labels.map((label) => `[${label}]: x`).join('\n\n')}\n\n---\n\n`
