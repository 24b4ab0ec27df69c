import { type Engine, makeEngine } from '../claims/engine.ts'
import type { RegexRunner } from '../claims/matcher.ts'
import type { PackSource } from '../model/pack.ts'
import { families, type Severity, structuralFamilies } from '../model/rule.ts'
import { noteRules } from './note-words.ts'
import { omissionRules } from './omissions/omission-words.ts'

/** Rules ready to audit with. */
export interface RulePack {
  readonly source: PackSource
  readonly engine: Engine
  /** Every rule and family that can be named, also those that are switched off. */
  readonly names: ReadonlySet<string>
}

/** Which rules run: ids or families; empty `only` means all. */
export interface RuleSelection {
  readonly only: readonly string[]
  readonly skip: readonly string[]
  /** The user's level by rule id or family; the id goes before the family. */
  readonly levels: Readonly<Record<string, Severity | 'off'>>
}

export const everyRule: RuleSelection = { only: [], skip: [], levels: {} }

/** Whether a rule or `document/unreadable` and the like is selected: by its id, its family, or in all families at once (any-family name). */
export function isSelected(ruleId: string, selection: RuleSelection): boolean {
  const family = ruleId.split('/')[0] ?? ''
  const anyFamily = `*/${ruleId.split('/')[1] ?? ''}`
  const named = (names: readonly string[]) =>
    names.includes(ruleId) || names.includes(family) || names.includes(anyFamily)
  if (selection.only.length > 0 && !named(selection.only)) return false
  return (
    !named(selection.skip) &&
    (selection.levels[ruleId] ?? selection.levels[anyFamily] ?? selection.levels[family]) !== 'off'
  )
}

/** Opens a compiled pack for the selected rules; `regexes` runs the regular expressions of house rules. */
export function openPack(
  source: PackSource,
  selection: RuleSelection,
  regexes: ReadonlyMap<string, RegexRunner> = new Map(),
): RulePack {
  const rules = source.rules.filter(({ rule }) => isSelected(rule.id, selection))
  const selected = { ...source, rules }
  const ids = [...source.rules.map(({ rule }) => rule.id), ...source.statements.map(({ id }) => id)]
  const names = new Set([...families, ...structuralFamilies, ...noteRules, ...omissionRules, ...ids])
  return { source: selected, engine: makeEngine(selected, regexes), names }
}
