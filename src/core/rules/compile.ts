import type { LawEntry } from '../model/law.ts'
import type { Lexicons, PackExamples, PackSource } from '../model/pack.ts'
import type { Template } from '../model/template.ts'
import { fingerprintOf } from '../text/fingerprint.ts'
import { didYouMean } from '../text/suggest.ts'
import { checkNames, checkPhrases } from './check-names.ts'
import { compileLexicons } from './lexicons.ts'
import { readGuard, readLookAlikes, readMisspellings, readProof } from './read-context.ts'
import { type ReadImplied, readImplied } from './read-implied.ts'
import { type BaseRule, type ReadRule, readRule } from './read-rule.ts'
import { type ReadStatement, readStatement } from './read-statement.ts'
import { readRegister } from './register.ts'
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
    statements: [],
    implied: {},
    misspellings: {},
    law: {},
    lawCheckedOn: null,
  },
  examples: { rules: {}, guards: {}, proofs: {}, statements: {}, phrases: {} },
}

/** The files of one pack, read but not yet put on top of another. */
interface ReadPack {
  readonly lexicons: Lexicons
  readonly misspellings: Readonly<Record<string, string>>
  readonly guards: readonly ReturnType<typeof readGuard>[]
  readonly proofs: readonly ReturnType<typeof readProof>[]
  readonly statements: readonly ReadStatement[]
  readonly lookAlikes: readonly { readonly template: Template; readonly fail: (message: string) => never }[]
  readonly law: Readonly<Record<string, LawEntry>>
  readonly rules: readonly ReadRule[]
  readonly implied: ReadImplied
}

const inFolder = (files: readonly RuleFile[], folder: string) =>
  files.filter((file) => file.path.startsWith(`${folder}/`))
const contextFolders = ['lexicons', 'look-alikes', 'guards', 'proof', 'statements', 'implied', 'law']
const isMisspellings = (file: RuleFile) => file.path === 'lexicons/misspellings.yml'

/**
 * Compiles the files of a rule pack on top of `base`: rules, guards and proof slots of the same name replace those of the base,
 * everything else is added. Throws E_RULE with file, line and column at the first fault.
 */
export function compilePack(files: readonly RuleFile[], base: CompiledPack): CompiledPack {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  const read = readPack(sorted, base)
  const version = fingerprintOf([base.source.version, ...sorted.flatMap((file) => [file.path, file.text])])
  const source = mergeSource(read, base.source, version)
  checkPhrases(new Set(Object.keys(source.lexicons)), read.rules, contextTemplates(read))
  checkNames(read.rules, source)
  return { source, examples: mergeExamples(read, base.examples) }
}

function readPack(files: readonly RuleFile[], base: CompiledPack): ReadPack {
  const lexicons = inFolder(files, 'lexicons')
  return {
    lexicons: compileLexicons(
      lexicons.filter((file) => !isMisspellings(file)),
      base.source.lexicons,
    ),
    misspellings: Object.assign({}, ...lexicons.filter(isMisspellings).map(readMisspellings)),
    guards: inFolder(files, 'guards').map(readGuard),
    proofs: inFolder(files, 'proof').map(readProof),
    statements: inFolder(files, 'statements').map(readStatement),
    lookAlikes: inFolder(files, 'look-alikes').flatMap(readLookAlikes),
    law: readRegister(inFolder(files, 'law'), base.source.law),
    rules: readRules(files, base),
    implied: readImplied(inFolder(files, 'implied')),
  }
}

/** Templates outside rules, each with where to complain about it. */
function contextTemplates({ guards, proofs, statements, lookAlikes }: ReadPack) {
  return [
    ...statements.flatMap(({ statement, file }) =>
      [...statement.match, ...statement.asked, ...statement.unless].map((template) => ({ template, fail: file.fail })),
    ),
    ...guards.flatMap(({ guard, file }) =>
      [...guard.before, ...guard.after, ...guard.sentence, ...guard.block].map((template) => ({
        template,
        fail: file.fail,
      })),
    ),
    ...proofs.flatMap(({ proof, file }) => proof.match.map((template) => ({ template, fail: file.fail }))),
    ...lookAlikes,
  ]
}

/** The old entries that no new one replaces, then the new ones. */
function replaced<Entry>(old: readonly Entry[], own: readonly Entry[], name: (entry: Entry) => string): Entry[] {
  const names = new Set(own.map(name))
  return [...old.filter((entry) => !names.has(name(entry))), ...own]
}

function mergeSource(read: ReadPack, base: PackSource, version: string): PackSource {
  const law = { ...base.law, ...read.law }
  const rules = replaced(
    base.rules,
    [...read.rules.map(({ compiled }) => compiled), ...read.implied.rules],
    ({ rule }) => rule.id,
  )
  const checked = Object.values(law).map((entry) => entry.checkedOn)
  return {
    version,
    rules: rules.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
    lexicons: { ...base.lexicons, ...read.lexicons },
    implied: { ...base.implied, ...read.implied.models },
    lookAlikes: [...base.lookAlikes, ...read.lookAlikes.map(({ template }) => template)],
    guards: replaced(
      base.guards,
      read.guards.map(({ guard }) => guard),
      ({ name }) => name,
    ),
    proofs: replaced(
      base.proofs,
      read.proofs.map(({ proof }) => proof),
      ({ slot }) => slot,
    ),
    statements: replaced(
      base.statements,
      read.statements.map(({ statement }) => statement),
      ({ id }) => id,
    ),
    misspellings: { ...base.misspellings, ...read.misspellings },
    law,
    lawCheckedOn: checked.sort().at(-1) ?? null,
  }
}

function mergeExamples({ rules, guards, proofs, statements }: ReadPack, base: PackExamples): PackExamples {
  return {
    rules: {
      ...base.rules,
      ...Object.fromEntries(rules.map(({ compiled, examples }) => [compiled.rule.id, examples])),
    },
    guards: { ...base.guards, ...Object.fromEntries(guards.map(({ guard, examples }) => [guard.name, examples])) },
    proofs: { ...base.proofs, ...Object.fromEntries(proofs.map(({ proof, examples }) => [proof.slot, examples])) },
    statements: {
      ...base.statements,
      ...Object.fromEntries(statements.map(({ statement, examples }) => [statement.id, examples])),
    },
    phrases: {
      ...base.phrases,
      ...Object.fromEntries(rules.map(({ compiled, written }) => [compiled.rule.id, written])),
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
