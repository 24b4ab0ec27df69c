import { ClaimlintError } from '../model/error.ts'
import type { LawEntry } from '../model/law.ts'
import type { CompiledRule, PackExamples, PackSource } from '../model/pack.ts'
import type { Template } from '../model/template.ts'
import { fingerprintOf } from '../text/fingerprint.ts'
import { didYouMean } from '../text/suggest.ts'
import { compileLexicons } from './lexicons.ts'
import { checkLexicons } from './phrases.ts'
import { readGuard, readLaw, readLookAlikes, readMisspellings, readProof } from './read-context.ts'
import { type BaseRule, type ReadRule, readRule } from './read-rule.ts'
import type { FileNode, RuleFile } from './rule-file.ts'

/** A compiled pack and what only tests and explanations need. */
export interface CompiledPack {
  readonly source: PackSource
  readonly examples: PackExamples
}

export const emptyPack: CompiledPack = {
  source: {
    version: '',
    rules: [],
    lexicons: {},
    lookAlikes: [],
    guards: [],
    proofs: [],
    misspellings: {},
    law: {},
    lawCheckedOn: null,
  },
  examples: { rules: {}, guards: {}, proofs: {}, phrases: {} },
}

const inFolder = (files: readonly RuleFile[], folder: string) =>
  files.filter((file) => file.path.startsWith(`${folder}/`))
const contextFolders = ['lexicons', 'look-alikes', 'guards', 'proof', 'law']

/**
 * Compiles the files of a rule pack on top of `base`: rules of the same id replace those of the base, everything else is added.
 * Throws E_RULE with file, line and column at the first fault.
 */
export function compilePack(files: readonly RuleFile[], base: CompiledPack): CompiledPack {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const lexicons = {
    ...base.source.lexicons,
    ...compileLexicons(
      inFolder(sorted, 'lexicons').filter((file) => file.path.split('/').length === 3),
      base.source.lexicons,
    ),
  }
  const guards = inFolder(sorted, 'guards').map(readGuard)
  const proofs = inFolder(sorted, 'proof').map(readProof)
  const law = { ...base.source.law, ...readRegister(inFolder(sorted, 'law')) }
  const lookAlikes = inFolder(sorted, 'look-alikes').flatMap(readLookAlikes)
  const rules = readRules(sorted, base)
  const allGuards = [
    ...base.source.guards.filter((old) => !guards.some(({ guard }) => guard.name === old.name)),
    ...guards.map(({ guard }) => guard),
  ]
  const allProofs = [
    ...base.source.proofs.filter((old) => !proofs.some(({ proof }) => proof.slot === old.slot)),
    ...proofs.map(({ proof }) => proof),
  ]
  checkPhrases(new Set(Object.keys(lexicons)), rules, [
    ...guards.flatMap(({ guard, file }) =>
      [guard.before, guard.after, guard.sentence, guard.block]
        .flat()
        .map((template) => ({ template, fail: file.fail })),
    ),
    ...proofs.flatMap(({ proof, file }) => proof.match.map((template) => ({ template, fail: file.fail }))),
    ...lookAlikes,
  ])
  checkNames(
    rules,
    allGuards.map((guard) => guard.name),
    allProofs.map((proof) => proof.slot),
    law,
  )
  const source: PackSource = {
    version: fingerprintOf([base.source.version, ...sorted.flatMap((file) => [file.path, file.text])]),
    rules: mergeRules(
      base.source.rules,
      rules.map(({ compiled }) => compiled),
    ),
    lexicons,
    lookAlikes: [...base.source.lookAlikes, ...lookAlikes.map(({ template }) => template)],
    guards: allGuards,
    proofs: allProofs,
    misspellings: Object.assign(
      {},
      base.source.misspellings,
      ...inFolder(sorted, 'lexicons')
        .filter((file) => file.path === 'lexicons/misspellings.yml')
        .map(readMisspellings),
    ),
    law,
    lawCheckedOn:
      Object.values(law)
        .map((entry) => entry.checkedOn)
        .sort()
        .at(-1) ?? null,
  }
  return {
    source,
    examples: {
      rules: {
        ...base.examples.rules,
        ...Object.fromEntries(rules.map(({ compiled, examples }) => [compiled.rule.id, examples])),
      },
      guards: {
        ...base.examples.guards,
        ...Object.fromEntries(guards.map(({ guard, examples }) => [guard.name, examples])),
      },
      proofs: {
        ...base.examples.proofs,
        ...Object.fromEntries(proofs.map(({ proof, examples }) => [proof.slot, examples])),
      },
      phrases: {
        ...base.examples.phrases,
        ...Object.fromEntries(rules.map(({ compiled, written }) => [compiled.rule.id, written])),
      },
    },
  }
}

function readRules(files: readonly RuleFile[], base: CompiledPack): ReadRule[] {
  const baseOf = (id: string, at: FileNode): BaseRule => {
    const compiled = base.source.rules.find(({ rule }) => rule.id === id)
    if (!compiled)
      return at.fail(
        `no rule "${id}" to extend${didYouMean(
          id,
          base.source.rules.map(({ rule }) => rule.id),
        )}`,
      )
    return { compiled, phrases: base.examples.phrases[id] ?? {} }
  }
  const rules = files
    .filter((file) => !contextFolders.includes(file.path.split('/')[0] ?? ''))
    .map((file) => readRule(file, baseOf))
  const seen = new Set<string>()
  for (const { compiled, file } of rules) {
    if (seen.has(compiled.rule.id)) file.fail(`rule "${compiled.rule.id}" stands in two files`)
    seen.add(compiled.rule.id)
  }
  return rules
}

function readRegister(files: readonly RuleFile[]): Record<string, LawEntry> {
  const law: Record<string, LawEntry> = {}
  for (const { entry, file } of files.flatMap(readLaw)) {
    if (law[entry.id]) file.fail(`law id "${entry.id}" stands twice`)
    law[entry.id] = entry
  }
  return law
}

interface PlacedTemplate {
  readonly template: Template
  readonly fail: (message: string) => never
}

function checkPhrases(known: ReadonlySet<string>, rules: readonly ReadRule[], others: readonly PlacedTemplate[]): void {
  for (const { phrases, file } of rules) {
    for (const { template, written } of phrases)
      checkLexicons(template, known, (message) => file.fail(`phrase "${written}": ${message}`))
  }
  for (const { template, fail } of others) checkLexicons(template, known, fail)
}

/** Guards, proof slots and law ids that rules name must exist. */
function checkNames(
  rules: readonly ReadRule[],
  guards: readonly string[],
  slots: readonly string[],
  law: Readonly<Record<string, LawEntry>>,
): void {
  const laws = Object.keys(law)
  const knownLaws =
    laws.length > 0
      ? laws
      : rules.flatMap(({ compiled: { rule } }) => [
          ...rule.law,
          ...[...Object.values(rule.markets), ...Object.values(rule.channels)].flatMap(
            (treatment) => treatment?.law ?? [],
          ),
        ])
  for (const { compiled, file, keys } of rules) {
    const { rule } = compiled
    const check = (names: readonly string[], known: readonly string[], what: string, key: string) => {
      for (const name of names)
        if (!known.includes(name)) (keys.get(key) ?? file).fail(`unknown ${what} "${name}"${didYouMean(name, known)}`)
    }
    check(rule.ignores, guards, 'guard', 'ignores')
    check(rule.cited.flat(), slots, 'proof slot', 'cited')
    check(rule.law, knownLaws, 'law id', 'law')
    check(
      [...Object.values(rule.markets)].flatMap((treatment) => treatment?.law ?? []),
      knownLaws,
      'law id',
      'markets',
    )
    check(
      [...Object.values(rule.channels)].flatMap((treatment) => treatment?.law ?? []),
      knownLaws,
      'law id',
      'channels',
    )
  }
}

function mergeRules(base: readonly CompiledRule[], own: readonly CompiledRule[]): CompiledRule[] {
  const ids = new Set(own.map(({ rule }) => rule.id))
  return [...base.filter(({ rule }) => !ids.has(rule.id)), ...own].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
}

/** Whether an error is a fault in a rule file. */
export const isRuleFault = (error: unknown): error is ClaimlintError =>
  error instanceof ClaimlintError && error.code === 'E_RULE'
