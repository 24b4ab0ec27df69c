import { visibleLine } from './escape.ts'
import type { Style } from './format.ts'
import { wrapText } from './wrap.ts'

/** What is known of an id that is no rule: a statement, or something a page may leave out. */
export interface PlainPage {
  readonly id: string
  readonly title: string
  /** Sections with their lines; empty ones are left out. */
  readonly sections: readonly (readonly [head: string, lines: readonly string[]])[]
}

/** A statement or an omission as somebody at a terminal reads it. */
export function plainExplanation({ id, title, sections }: PlainPage, { paint, width }: Style): string {
  const wrapped = (line: string) => wrapText(visibleLine(line), Math.max(width, 40) - 2).map((part) => `  ${part}`)
  return [
    `${paint('path', visibleLine(id))}  ${paint('strong', visibleLine(title))}`,
    ...sections.flatMap(([head, lines]) =>
      lines.length === 0 ? [] : ['', paint('strong', head), ...lines.flatMap(wrapped)],
    ),
    '',
  ].join('\n')
}
