import { make } from './dom.ts'
import type { Underline } from './underlines.ts'

/** Writes the text again behind the text box, invisible but for its underlines. */
export function paint(layer: Element, text: string, underlines: readonly Underline[]): void {
  const parts: (Node | string)[] = []
  let from = 0
  for (const { start, end, severity, finding } of underlines) {
    const mark = make('mark', { class: severity, 'data-finding': String(finding) }, text.slice(start, end))
    parts.push(text.slice(from, start), mark)
    from = end
  }
  layer.replaceChildren(...parts, text.slice(from))
}
