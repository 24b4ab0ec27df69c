import type { Language } from '../model/rule.ts'
import { type PageLine, pageSections, pageSubtitle, type RulePage } from './rule-page.ts'

/** A rule as a Markdown page. */
export function rulePage(page: RulePage, language: Language): string {
  const { rule } = page
  const sections = pageSections(page, language).flatMap(({ head, lines }) => [
    '',
    `## ${head}`,
    '',
    ...lines.map(toItem),
  ])
  return [`# ${escaped(rule.title)}`, '', `${code(rule.id)} · ${pageSubtitle(page, language)}`, ...sections, ''].join(
    '\n',
  )
}

function toItem({ label, quoted, rest }: PageLine): string {
  return `- ${escaped(label)}${quoted === '' ? '' : code(quoted)}${escaped(rest)}`
}

/** Text in which Markdown sees no markup; autolinks stay. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]|]|<(?!https:)/g, '\\$&')
}

/** A code span that may hold backticks. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`
}
