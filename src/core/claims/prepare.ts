import type { Lexicons, PackSource } from '../model/pack.ts'
import type { PackHead, PreparedPack, Section, SectionName, TableName, TextName } from '../model/prepared.ts'
import type { Template } from '../model/template.ts'
import { setTables } from './demands.ts'
import { prepareImplied } from './prepare-implied.ts'
import {
  emptyPhrases,
  type PhraseTables,
  type PreparingPhrases,
  phraseTables,
  writePhrases,
} from './prepare-phrases.ts'
import { trieOf } from './trie.ts'
import { type Numbers, numbersOf, numberWords } from './words.ts'

/** Section of the phrases that decide about the matches of one rule or statement, and where the parts of each owner begin. */
interface Contexts {
  readonly section: Section
  readonly starts: Int32Array
}

function writeContexts(draft: PreparingPhrases, parts: readonly (readonly Template[])[]): Contexts {
  const starts = new Int32Array(parts.length + 1)
  const from = draft.programs.length
  const regexes = parts.flatMap((templates, part) => {
    starts[part] = draft.programs.length
    return writePhrases(
      draft,
      templates.map((template) => ({ template, owner: part })),
      'few',
    ).regexes
  })
  starts[parts.length] = draft.programs.length
  return { section: { from, to: draft.programs.length, always: [], regexes }, starts }
}

/** Parts of a pack that own phrases, in the order of their numbers: three a rule, then one a statement. */
const contextParts = ({ rules, statements }: PackSource): (readonly Template[])[] => [
  ...rules.flatMap(({ phrases }) => [phrases.except, phrases.unless, phrases.with]),
  ...statements.map(({ unless }) => unless),
]

function sectionsOf(draft: PreparingPhrases, pack: PackSource) {
  const owned = <Owner>(owners: readonly Owner[], templates: (owner: Owner) => readonly Template[]) =>
    writePhrases(
      draft,
      owners.flatMap((owner, number) => templates(owner).map((template) => ({ template, owner: number }))),
      'indexed',
    )
  const sections: Record<Exclude<SectionName, 'context'>, Section> = {
    match: owned(pack.rules, ({ phrases }) => phrases.match),
    statements: owned(pack.statements, ({ match }) => match),
    asked: owned(pack.statements, ({ asked }) => asked),
    lookAlikes: owned([pack], ({ lookAlikes }) => lookAlikes),
    before: owned(pack.guards, ({ before }) => before),
    after: owned(pack.guards, ({ after }) => after),
    sentence: owned(pack.guards, ({ sentence }) => sentence),
    block: owned(pack.guards, ({ block }) => block),
    proofs: owned(pack.proofs, ({ match }) => match),
  }
  return sections
}

function lexiconTables(lexicons: Lexicons, numbers: Numbers) {
  const sequences = Object.values(lexicons).flatMap((phrases, value) =>
    phrases.map((phrase) => ({ words: phrase.map(numbers.of), value })),
  )
  return () => {
    const trie = trieOf(sequences, numbers.all().length)
    return {
      lexiconRoot: trie.root,
      lexiconEdges: trie.edges,
      lexiconEdgesAt: trie.edgesAt,
      lexiconEnds: trie.ends,
      lexiconEndsAt: trie.endsAt,
    }
  }
}

/** What each word is read as where it is a misspelling; -1: it is none. */
function mendedTable(misspellings: PackSource['misspellings'], numbers: Numbers): () => Int32Array {
  const pairs = Object.entries(misspellings).map(([wrong, right]) => [numbers.of(wrong), numbers.of(right)] as const)
  return () => {
    const mended = new Int32Array(numbers.all().length).fill(-1)
    for (const [wrong, right] of pairs) mended[wrong] = right
    return mended
  }
}

const oneALine = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n')

/** Prepares a pack for matching: numbers all words, and writes phrases, word lists and models as tables of numbers. */
export function preparePack(pack: PackSource): PreparedPack {
  const numbers = numbersOf()
  const draft = emptyPhrases(pack.lexicons, numbers)
  const sections = sectionsOf(draft, pack)
  const contexts = writeContexts(draft, contextParts(pack))
  const lexicons = lexiconTables(pack.lexicons, numbers)
  const implied = prepareImplied(pack, numbers)
  const mended = mendedTable(pack.misspellings, numbers)
  const words = numberWords(numbers.all())
  const { tables: impliedTables, weights, models } = implied()
  const tables: Readonly<Record<TableName, Int32Array>> = {
    ...(phraseTables(draft) satisfies PhraseTables),
    ...setTables(draft.sets, numbers.all().length),
    ...lexicons(),
    ...impliedTables,
    wordsAt: words.at,
    wordSlots: words.slots,
    mended: mended(),
    contexts: contexts.starts,
  }
  const texts: Readonly<Record<TextName, string>> = {
    words: words.text,
    rules: oneALine(pack.rules.map(({ rule }) => rule)),
    law: JSON.stringify(pack.law),
  }
  const head = headOf(pack, draft, { ...sections, context: contexts.section }, models)
  return { head, table: (name) => tables[name], text: (name) => texts[name], weights: () => weights }
}

function headOf(
  pack: PackSource,
  draft: PreparingPhrases,
  sections: PackHead['sections'],
  implied: PackHead['implied'],
): PackHead {
  return {
    version: pack.version,
    lawCheckedOn: pack.lawCheckedOn,
    rules: pack.rules.map(({ rule }) => rule.id),
    statements: pack.statements.map(({ id, family, title, asserts, ignores }) => ({
      id,
      family,
      title,
      asserts,
      ignores,
    })),
    guards: pack.guards.map(({ name, effect, kinds }) => ({ name, effect, kinds })),
    proofs: pack.proofs.map(({ slot }) => ({ slot })),
    lexicons: Object.keys(pack.lexicons),
    slotNames: draft.slotNames.all(),
    setCount: draft.sets.known.size,
    sections,
    implied,
  }
}
