import type { StatementExamples, StatementPattern } from '../model/pack.ts'
import { type Example, families } from '../model/rule.ts'
import { type ReadPhrase, readGuardPhrases, readPhrases } from './phrases.ts'
import { readAssertion } from './read-assertion.ts'
import { type FileNode, openRuleFile, type RuleFile, readItems, readMap, readOneOf, readText } from './rule-file.ts'

/** A statement file read, and where to complain about it. */
export interface ReadStatement {
  readonly statement: StatementPattern
  readonly examples: StatementExamples
  readonly phrases: readonly ReadPhrase[]
  readonly file: FileNode
  readonly keys: ReadonlyMap<string, FileNode>
}

const statementKeys = ['title', 'family', 'asserts', 'match', 'asked', 'unless', 'ignores', 'examples']

/** Reads `statements/<name>.yml`; its id is `<family>/stated-<name>`. */
export function readStatement(file: RuleFile): ReadStatement {
  const root = openRuleFile(file)
  const keys = readMap(root, statementKeys)
  const need = (key: string): FileNode => keys.get(key) ?? root.fail(`"${key}" is missing`)
  const family = readOneOf(need('family'), families, 'family')
  const phrases = readPhrases(need('match'))
  if (phrases.length === 0) root.fail('a statement needs phrases: match: {en: [...], zh: [...]}')
  return {
    statement: {
      id: `${family}/stated-${(file.path.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '')}`,
      family,
      title: readText(need('title')),
      asserts: readAssertion(need('asserts')),
      ignores: readItems(keys.get('ignores')).map(readText),
      match: phrases.map(({ template }) => template),
      asked: readGuardPhrases(keys.get('asked')),
      unless: readGuardPhrases(keys.get('unless')),
    },
    examples: readExamples(need('examples')),
    phrases,
    file: root,
    keys,
  }
}

function readExamples(file: FileNode): StatementExamples {
  const keys = readMap(file, ['states', 'silent'])
  const states = readItems(keys.get('states')).map((item): Example => ({ text: readText(item) }))
  const silent = readItems(keys.get('silent')).map(readText)
  if (states.length === 0) file.fail('examples.states is empty: write sentences that state the property')
  if (silent.length === 0) file.fail('examples.silent is empty: write look-alikes that do not')
  return { states, silent }
}
