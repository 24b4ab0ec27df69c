import { visibleLine } from './escape.ts'
import type { Style } from './format.ts'
import { type PageLine, pageSections, pageSubtitle, type RulePage } from './rule-page.ts'
import { wrapText } from './wrap.ts'

const indent = '  '

/** A rule as somebody at a terminal reads it. */
export function ruleExplanation(page: RulePage, style: Style): string {
  const { rule } = page
  const sections = pageSections(page, style.language).flatMap(({ head, lines }) => [
    '',
    style.paint('strong', head),
    ...lines.flatMap((line) => wrapped(line, style)),
  ])
  const title = style.paint('strong', visibleLine(rule.title))
  const subtitle = style.paint('faint', pageSubtitle(page, style.language))
  return [`${style.paint('path', visibleLine(rule.id))}  ${title}`, subtitle, ...sections, ''].join('\n')
}

function wrapped({ label, quoted, rest }: PageLine, { width }: Style): string[] {
  const lines = wrapText(visibleLine(label + quoted + rest), Math.max(width, 40) - 2 * indent.length)
  return lines.map((line, at) => (at === 0 ? indent : indent + indent) + line)
}
