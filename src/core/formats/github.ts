import type { Finding } from '../model/report.ts'
import type { Severity } from '../model/rule.ts'
import { visibleLine } from './escape.ts'
import type { Format } from './format.ts'
import { severityOf, tellAll, worstFirst } from './words.ts'

/** GitHub shows so many annotations of each level a step; the rest vanish without a word. */
const shownOfEach = 10
const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

const escapeText = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string) => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function annotation(finding: Finding): string {
  const { start, end } = finding.range
  const sameLine = start.line === end.line
  const properties = {
    file: escapeProperty(visibleLine(finding.document)),
    line: start.line,
    endLine: end.line,
    ...(sameLine ? { col: start.column, endColumn: end.column } : {}),
    title: escapeProperty(visibleLine(`claimlint: ${finding.ruleId}`)),
  }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${value}`)
  return `::${commands[severityOf(finding)]} ${list.join(',')}::${escapeText(visibleLine(tellAll(finding)))}\n`
}

/** Annotations of a GitHub Actions log, the gravest first, ten of each level; a last line says how many more there are. */
export const github: Format = ({ findings }) => {
  const used: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  const shown = worstFirst(findings).filter((finding) => {
    used[severityOf(finding)] += 1
    return used[severityOf(finding)] <= shownOfEach
  })
  const more = findings.length - shown.length
  const note = more === 0 ? '' : `claimlint: ${more} more findings are not annotated; the whole report has them\n`
  return shown.map(annotation).join('') + note
}
