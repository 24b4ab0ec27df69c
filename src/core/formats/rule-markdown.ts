import type { Language, Rule } from '../model/rule.ts'
import { type PageLine, pageSections, pageSubtitle, type RulePage } from './rule-page.ts'
import { ruleWords } from './rule-words.ts'

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

/** Text in which Markdown sees no markup; autolinks stay as they are, for in them nothing is escaped. */
function escaped(text: string): string {
  return text.replace(/<https:[^<>\s]*>|[\\`*_[\]|<]/g, (part) => (part.length > 1 ? part : `\\${part}`))
}

/** The pages of a folder by family, with the title and severity of each rule. */
export function ruleIndex(rules: readonly Rule[], language: Language): string {
  const { severity, columns } = ruleWords[language]
  const families = [...new Set(rules.map(({ family }) => family))].sort()
  const rows = (family: string) =>
    rules
      .filter((rule) => rule.family === family)
      .map(
        ({ id, title, severity: level }) => `| [${escaped(id)}](${id}.md) | ${severity[level]} | ${escaped(title)} |`,
      )
  const [id = '', level = '', , title = ''] = columns
  const sections = families.map((family) =>
    [`## ${family}`, '', `| ${id} | ${level} | ${title} |`, '| --- | --- | --- |', ...rows(family), ''].join('\n'),
  )
  return [`# claimlint`, '', ...sections].join('\n')
}

/** A code span that may hold backticks. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`
}
