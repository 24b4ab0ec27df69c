import type { Language, Rule } from '../model/rule.ts'
import { displayWidth } from '../text/width.ts'
import { visibleLine } from './escape.ts'
import type { Style } from './format.ts'
import { ruleWords } from './rule-words.ts'

/** A rule and the languages it has phrases in. */
export interface ListedRule {
  readonly rule: Rule
  readonly languages: readonly string[]
}

/** The rules as a table for people. */
export function ruleTable(rules: readonly ListedRule[], style: Style): string {
  const words = ruleWords[style.language]
  const rows = rules.map(({ rule, languages }) => [
    visibleLine(rule.id),
    words.severity[rule.severity],
    languages.join(' '),
    visibleLine(rule.title),
  ])
  const widths = words.columns.map((column, at) =>
    Math.max(...[column, ...rows.map((row) => row[at] ?? '')].map(displayWidth)),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return [style.paint('strong', line(words.columns)), ...rows.map(line), '', words.counted(rules.length), ''].join('\n')
}

/** The rules for programs. */
export function ruleJson(rules: readonly ListedRule[]): string {
  const listed = rules.map(({ rule, languages }) => ({
    id: rule.id,
    family: rule.family,
    title: rule.title,
    kind: rule.kind,
    severity: rule.severity,
    confidence: rule.confidence,
    languages,
    law: rule.law,
  }))
  return `${JSON.stringify({ schemaVersion: 1, rules: listed }, null, 2)}\n`
}

/** Which of a rule's phrases are there, in the order of languages. */
export function languagesOf(phrases: Readonly<Record<string, readonly string[]>>): Language[] {
  return (['en', 'zh'] as const).filter((language) => (phrases[language]?.length ?? 0) > 0)
}

const padded = (text: string, width: number) => text + ' '.repeat(Math.max(width - displayWidth(text), 0))
