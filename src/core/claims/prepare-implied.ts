import type { ImpliedModel } from '../model/implied.ts'
import type { PackSource } from '../model/pack.ts'
import type { PackHead } from '../model/prepared.ts'
import { families, type Language, languages } from '../model/rule.ts'
import { pairTable } from './pair-table.ts'
import { type Sequence, trieOf } from './trie.ts'
import type { Numbers } from './words.ts'

/** The word that stands for every number in digits. */
export const numberWord = '<n>'

/** How a class feature is written: `<en:price>`, `<en:price>word>`, `<en:price<word>`, `<en:price+en:goods>`. */
const classFeature = /^<([a-z]+:[a-z0-9-]+)(?:([<>])(.*)|\+(.*))?>$/s

/** Rows of the table of class features: the class alone, with the word before it, with one of the two behind it. */
export const featureRows = { alone: 0, before: 1, behind: 2 } as const

const isRun = (name: string) => !name.startsWith('<') || name === numberWord || name.startsWith(`${numberWord} `)

interface Draft {
  readonly runs: Sequence[]
  readonly features: (readonly [number, number, number])[]
  /** By class times their number plus class. */
  readonly pairs: Int32Array
  readonly weights: number[]
  readonly parts: number[]
}

interface ImpliedTables {
  readonly tables: Readonly<
    Record<
      'runRoot' | 'runEdges' | 'runEdgesAt' | 'runEnds' | 'runEndsAt' | 'classFeatures' | 'classPairs' | 'partFamilies',
      Int32Array
    >
  >
  readonly weights: Float64Array
  readonly models: PackHead['implied']
}

/** Reads the models; what it answers makes the tables once all words are numbered. Runs of several languages never share a word at their root. */
export function prepareImplied({ implied, lexicons }: PackSource, numbers: Numbers): () => ImpliedTables {
  const classes = new Map(Object.keys(lexicons).map((name, number) => [name, number]))
  const pairs = new Int32Array(classes.size * classes.size).fill(-1)
  const draft: Draft = { runs: [], features: [], pairs, weights: [], parts: [] }
  numbers.of(numberWord)
  const known = languages.flatMap((language) => {
    const model = implied[language]
    return model ? [{ language, model }] : []
  })
  for (const { language, model } of known) writeModel(draft, { language, model, classes, numbers })
  return () => {
    const trie = trieOf(draft.runs, numbers.all().length)
    return {
      tables: {
        runRoot: trie.root,
        runEdges: trie.edges,
        runEdgesAt: trie.edgesAt,
        runEnds: trie.ends,
        runEndsAt: trie.endsAt,
        classFeatures: pairTable(draft.features),
        classPairs: pairs,
        partFamilies: Int32Array.from(draft.parts),
      },
      weights: Float64Array.from(draft.weights),
      models: known.map(({ language, model: { bias, threshold } }) => ({
        language,
        bias,
        threshold,
        root: numbers.of(rootWord(language)),
      })),
    }
  }
}

/** A word that no copy holds: the runs of a language stand below it. */
const rootWord = (language: Language) => `\u0000${language}`

interface Writing {
  readonly language: Language
  readonly model: ImpliedModel
  readonly classes: ReadonlyMap<string, number>
  readonly numbers: Numbers
}

function writeModel(draft: Draft, { language, model, classes, numbers }: Writing): void {
  const root = numbers.of(rootWord(language))
  for (const [name, { weight, family }] of Object.entries(model.weights)) {
    const part = draft.weights.push(weight) - 1
    draft.parts.push(families.indexOf(family))
    if (isRun(name)) draft.runs.push({ words: [root, ...name.split(' ').map(numbers.of)], value: part })
    else writeFeature(draft, name, { part, classes, numbers })
  }
}

function writeFeature(
  draft: Draft,
  name: string,
  { part, classes, numbers }: Pick<Writing, 'classes' | 'numbers'> & { readonly part: number },
): void {
  const [, own = '', side, word = '', other] = classFeature.exec(name) ?? []
  const first = classes.get(own)
  if (first === undefined) return
  const second = other === undefined ? undefined : classes.get(other)
  if (second !== undefined) draft.pairs[first * classes.size + second] = part
  else if (other === undefined) {
    const row = side === undefined ? featureRows.alone : side === '<' ? featureRows.before : featureRows.behind
    draft.features.push([first * 3 + row, side === undefined ? 0 : numbers.of(word), part])
  }
}
