import { type Engine, openEngine } from '../claims/engine.ts'
import type { RegexRunner } from '../claims/matcher.ts'
import { preparePack } from '../claims/prepare.ts'
import type { PackSource } from '../model/pack.ts'
import type { PreparedPack } from '../model/prepared.ts'
import { families, type Rule, type Severity, structuralFamilies } from '../model/rule.ts'
import { noteRules } from './note-words.ts'
import { omissionRules } from './omissions/omission-words.ts'

/** Rules ready to audit with. */
export interface RulePack {
  readonly source: Pick<PackSource, 'version' | 'law' | 'lawCheckedOn'>
  /** A rule that is selected, by its id; undefined: there is none. */
  readonly ruleOf: (id: string) => Rule | undefined
  /** Ids of the rules that are selected. */
  readonly rules: readonly string[]
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
  return openPrepared(preparePack(source), selection, regexes)
}

/** As `openPack`, for a pack that was prepared before. */
export function openPrepared(
  prepared: PreparedPack,
  selection: RuleSelection,
  regexes: ReadonlyMap<string, RegexRunner> = new Map(),
): RulePack {
  const { head } = prepared
  const selected = new Set(head.rules.filter((id) => isSelected(id, selection)))
  const engine = openEngine(prepared, (id) => selected.has(id), regexes)
  return {
    source: sourceOf(prepared),
    ruleOf: (id) => (selected.has(id) ? engine.ruleOf(id) : undefined),
    rules: [...selected],
    engine,
    names: new Set([...families, ...structuralFamilies, ...noteRules, ...omissionRules, ...namesIn(prepared)]),
  }
}

/** Ids of the rules and statements of a prepared pack. */
export const namesIn = ({ head }: PreparedPack): string[] => [...head.rules, ...head.statements.map(({ id }) => id)]

/** The register of law is read when somebody asks for it. */
function sourceOf({ head, text }: PreparedPack): RulePack['source'] {
  let law: PackSource['law'] | null = null
  return {
    version: head.version,
    lawCheckedOn: head.lawCheckedOn,
    get law() {
      law ??= JSON.parse(text('law')) as PackSource['law'] // what preparePack wrote
      return law
    },
  }
}
