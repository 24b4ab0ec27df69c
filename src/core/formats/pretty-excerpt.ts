import type { Finding } from '../model/report.ts'
import type { Severity } from '../model/rule.ts'
import { cutAround, type LineParts } from '../text/excerpt.ts'
import { displayWidth } from '../text/width.ts'
import { visiblePart } from './escape.ts'
import type { Style } from './format.ts'
import { wordsOf } from './pretty-words.ts'

const tabColumns = 4
const underlines: Readonly<Record<Severity, string>> = { error: '^', warning: '~', info: '~' }

/** Tabs as spaces up to the next stop, `column` columns in. */
function expandTabs(text: string, column: number): string {
  let line = ''
  for (const [at, part] of text.split('\t').entries()) {
    if (at > 0) line += ' '.repeat(tabColumns - ((column + displayWidth(line)) % tabColumns))
    line += part
  }
  return line
}

function partsOf({ line, start, end }: Finding['excerpt']): LineParts {
  const before = expandTabs(visiblePart(line, { start: 0, end: start }), 0)
  const words = expandTabs(visiblePart(line, { start, end }), displayWidth(before))
  const after = visiblePart(line, { start: end, end: line.length })
  return { before, words, after: expandTabs(after.trimEnd(), displayWidth(before + words)) }
}

/** That the words go on below the line shown; a range that ends at the start of a line does not reach into it. */
function runsOnText({ range: { start, end } }: Finding, style: Style): string {
  const lastLine = end.column === 1 ? end.line - 1 : end.line
  return lastLine > start.line ? ` ${wordsOf[style.language].runsOn(lastLine)}` : ''
}

/** The source line behind a gutter with its number, and under it the mark below the words; nothing for an empty line. */
export function excerptLines(finding: Finding, style: Style): string[] {
  const { range, excerpt, severity } = finding
  if (excerpt.line.trim() === '') return []
  const number = String(range.start.line).padStart(3)
  const gutter = (label: string) => style.paint('faint', `  ${label.padStart(number.length)} |`)
  const runsOn = runsOnText(finding, style)
  const room = Math.max(style.width, 40) - (number.length + 5) - displayWidth(runsOn)
  const { before, words, after } = cutAround(partsOf(excerpt), room)
  const mark = underlines[severity ?? 'info'].repeat(Math.max(displayWidth(words), 1))
  return [
    `${gutter(number)} ${(before + words + after).trimEnd()}`,
    `${gutter('')} ${' '.repeat(displayWidth(before))}${style.paint('underline', mark)}${runsOn && style.paint('faint', runsOn)}`,
  ]
}
