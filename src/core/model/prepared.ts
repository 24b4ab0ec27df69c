import type { Guard, ProofPattern, StatementPattern } from './pack.ts'
import type { Language } from './rule.ts'

/** Tables of a prepared pack, all of whole numbers; each is described where it is made and read. */
export const tableNames = [
  'wordsAt',
  'wordSlots',
  'mended',
  'code',
  'programs',
  'owners',
  'backs',
  'firsts',
  'demandsAt',
  'demands',
  'setsAt',
  'sets',
  'keys',
  'triggersAt',
  'triggers',
  'contexts',
  'lexiconRoot',
  'lexiconEdges',
  'lexiconEdgesAt',
  'lexiconEnds',
  'lexiconEndsAt',
  'runRoot',
  'runEdges',
  'runEdgesAt',
  'runEnds',
  'runEndsAt',
  'classFeatures',
  'classPairs',
  'partFamilies',
] as const
export type TableName = (typeof tableNames)[number]

/** Texts of a prepared pack: `words` and `rules` one a line (rules as JSON), `law` as JSON. */
export const textNames = ['words', 'rules', 'law'] as const
export type TextName = (typeof textNames)[number]

/** Groups of phrases that are looked for together. */
export const sectionNames = [
  'match',
  'statements',
  'asked',
  'lookAlikes',
  'before',
  'after',
  'sentence',
  'block',
  'proofs',
  'context',
] as const
export type SectionName = (typeof sectionNames)[number]

/** The phrases of a section: numbers `from` up to `to`, half-open. */
export interface Section {
  readonly from: number
  readonly to: number
  /** Phrases that no word gives away; they are tried everywhere. */
  readonly always: readonly number[]
  /** Regular expressions of house rules, by phrase. */
  readonly regexes: readonly (readonly [phrase: number, source: string])[]
}

/** What is small of a prepared pack, and needed at once. */
export interface PackHead {
  readonly version: string
  readonly lawCheckedOn: string | null
  /** Ids of the rules, in the order of their numbers. */
  readonly rules: readonly string[]
  readonly statements: readonly Omit<StatementPattern, 'match' | 'asked' | 'unless'>[]
  readonly guards: readonly Pick<Guard, 'name' | 'effect' | 'kinds'>[]
  readonly proofs: readonly Pick<ProofPattern, 'slot'>[]
  /** `language:name`, in the order of their numbers. */
  readonly lexicons: readonly string[]
  /** How many sets of words phrases demand. */
  readonly setCount: number
  /** Names that slots give their values. */
  readonly slotNames: readonly string[]
  readonly sections: Readonly<Record<SectionName, Section>>
  readonly implied: readonly {
    readonly language: Language
    readonly bias: number
    readonly threshold: number
    /** Number of the first node of its runs. */
    readonly root: number
  }[]
}

/** A pack as matching reads it: numbers instead of words, nothing to build. Texts and tables are read when first asked for. */
export interface PreparedPack {
  readonly head: PackHead
  readonly table: (name: TableName) => Int32Array
  readonly text: (name: TextName) => string
  /** Weights of the features of implied claims, by part. */
  readonly weights: () => Float64Array
}
