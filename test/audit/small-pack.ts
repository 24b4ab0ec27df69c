import { everyRule, openPack, type RulePack, type RuleSelection } from '../../src/core/audit/pack.ts'
import { type CompiledPack, compilePack, emptyPack } from '../../src/core/rules/compile.ts'

/** Parts of a rule file that a test wants to differ. */
export type RuleParts = Readonly<Record<string, string>>

/** A rule file for price/lowest-price and the like; `parts` replace or add keys. */
export const ruleText = (parts: RuleParts = {}): string =>
  Object.entries({
    title: 'a claim',
    kind: 'absolute',
    severity: 'error',
    confidence: 'high',
    match: '{en: [lowest price], zh: [全网最低价]}',
    message: '{en: "“{match}” says so", zh: "“{match}”"}',
    advice: '{en: prove it, zh: 请证明}',
    examples: '{flagged: [x], clean: [y]}',
    ...parts,
  })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')

/** Compiles rule files given by path. */
export const smallPack = (
  files: Readonly<Record<string, string>> = { 'price/lowest-price.yml': ruleText() },
): CompiledPack =>
  compilePack(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    emptyPack,
  )

/** The same, ready to audit with. */
export const openSmallPack = (
  files?: Readonly<Record<string, string>>,
  selection: RuleSelection = everyRule,
): RulePack => openPack(smallPack(files).source, selection)
