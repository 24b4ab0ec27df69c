import type { Language } from '../model/rule.ts'
import type { AuditGroup, JudgeSettings } from './judge.ts'
import type { RulePack } from './pack.ts'

/** Documents of a group for which other rules and settings hold. */
export interface Variant {
  /** Their paths, as in records. */
  readonly documents: ReadonlySet<string>
  readonly pack: RulePack
  readonly settings: JudgeSettings
}

/** Rules and settings of a document, by its path. */
export type ScopeAt = (document: string) => Pick<Variant, 'pack' | 'settings'>

/** Tells which rules and settings hold for the documents of a group. */
export function scopeAt({ pack, settings, variants = [] }: AuditGroup): ScopeAt {
  const general = { pack, settings }
  if (variants.length === 0) return () => general
  const special = new Map(variants.flatMap((variant) => [...variant.documents].map((path) => [path, variant])))
  return (document) => special.get(document) ?? general
}

/** Whether words of a language are audited; null: of every language. */
export const isAudited = (language: Language, languages: readonly Language[] | null): boolean =>
  languages === null || languages.includes(language)
