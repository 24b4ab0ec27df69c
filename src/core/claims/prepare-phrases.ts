import type { Lexicons } from '../model/pack.ts'
import type { Section } from '../model/prepared.ts'
import type { Template } from '../model/template.ts'
import { emptySets, type PreparingSets, setNumber } from './demands.ts'
import { firstBits } from './firsts.ts'
import { pairTable } from './pair-table.ts'
import { alone, anyNumber } from './phrase-index.ts'
import { type Numbering, type Width, widthOf, writeProgram } from './program.ts'
import { firstsOf, isTelling, type LexiconStarts, pairKey, singlesOf, type Trigger, triggersOf } from './triggers.ts'
import { type Numbers, numbersOf } from './words.ts'

/** A template and the number of what it belongs to. */
interface Phrase {
  readonly template: Template
  readonly owner: number
}

/** Phrases on their way into tables. */
export interface PreparingPhrases {
  readonly numbers: Numbers
  readonly slotNames: Numbers
  readonly starts: LexiconStarts
  readonly longest: (lexicon: string) => Width
  readonly numbering: Numbering
  readonly code: number[]
  readonly programs: number[]
  readonly owners: number[]
  readonly backs: number[]
  readonly firsts: number[]
  /** By phrase, the sets of words that it demands besides what wakes it. */
  readonly demands: (readonly number[])[]
  readonly sets: PreparingSets
  /** Phrases by the key that wakes them. */
  readonly triggers: Map<string, number[]>
}

export type PhraseTables = Readonly<
  Record<
    'code' | 'programs' | 'owners' | 'backs' | 'firsts' | 'demandsAt' | 'demands' | 'keys' | 'triggersAt' | 'triggers',
    Int32Array
  >
>

/** The key that stands for any number in digits: no token and no pair of them. */
const numberKey = '\n'

function startsOf(lexicons: Lexicons): LexiconStarts {
  const known = new Map<string, { readonly words: Set<string>; readonly keys: Set<string> }>()
  const of = (name: string) => {
    const found = known.get(name)
    if (found) return found
    const phrases = lexicons[name] ?? []
    const words = new Set(phrases.map(([first = '']) => first))
    const keys = new Set(phrases.map(([first = '', second]) => (second === undefined ? first : pairKey(first, second))))
    known.set(name, { words, keys })
    return { words, keys }
  }
  return { firstWords: (name) => of(name).words, firstKeys: (name) => of(name).keys }
}

function widthsOf(lexicons: Lexicons): (name: string) => Width {
  const known = new Map<string, Width>()
  return (name) => {
    const lengths = known.has(name) ? [] : (lexicons[name] ?? []).map(({ length }) => length)
    const width = known.get(name) ?? { least: Math.min(...lengths, 99), most: Math.max(...lengths, 1) }
    known.set(name, width)
    return width
  }
}

/** No phrase yet. */
export function emptyPhrases(lexicons: Lexicons, numbers: Numbers): PreparingPhrases {
  const slotNames = numbersOf()
  const lexiconNumbers = new Map(Object.keys(lexicons).map((name, number) => [name, number]))
  const lexicon = (name: string) => lexiconNumbers.get(name) ?? -1
  return {
    numbers,
    slotNames,
    starts: startsOf(lexicons),
    longest: widthsOf(lexicons),
    numbering: { word: numbers.of, lexicon, slotName: slotNames.of },
    code: [],
    programs: [],
    owners: [],
    backs: [],
    firsts: [],
    demands: [],
    sets: emptySets(),
    triggers: new Map(),
  }
}

const isRegex = (template: Template): string | null => {
  const node = template[0]
  return typeof node === 'object' && 'regex' in node ? node.regex : null
}

/** Appends phrases; `few`: they are looked for one by one and need no key. */
export function writePhrases(draft: PreparingPhrases, phrases: readonly Phrase[], kind: 'indexed' | 'few'): Section {
  const from = draft.programs.length
  const always: number[] = []
  const regexes: (readonly [number, string])[] = []
  for (const { template, owner } of phrases) {
    const number = draft.programs.push(writeProgram(draft.code, template, draft.numbering)) - 1
    draft.owners.push(owner)
    draft.firsts.push(...firstBits(firstsOf(template, draft.starts), draft.numbers.of))
    const regex = isRegex(template)
    if (regex !== null) regexes.push([number, regex])
    if (regex !== null || kind === 'few') {
      draft.backs.push(0, 0)
      draft.demands.push([])
    } else if (!writeTriggers(draft, template, number)) always.push(number)
  }
  return { from, to: draft.programs.length, always, regexes }
}

/** Files a phrase under its rarest keys and notes what else it demands; false: it has no keys. */
function writeTriggers(draft: PreparingPhrases, template: Template, number: number): boolean {
  const [trigger, ...others] = triggersOf(template, draft.starts)
  const width = widthOf(template.slice(0, trigger?.at ?? 0), draft.longest)
  draft.backs.push(width.least, width.most)
  const telling = others.map(({ keys }) => singlesOf(keys)).filter(isTelling)
  draft.demands.push(telling.map((keys) => setNumber(draft.sets, keys, draft.numbers.of)))
  if (trigger === undefined) return false
  fileUnder(draft, trigger, number)
  return true
}

function fileUnder({ triggers }: PreparingPhrases, { keys }: Trigger, number: number): void {
  for (const key of [...(keys.numbers ? [numberKey] : []), ...keys.words]) {
    const list = triggers.get(key)
    if (list) list.push(number)
    else triggers.set(key, [number])
  }
}

/** The two numbers of a key of one or two words. */
function numbersOfKey(key: string, numbers: Numbers): readonly [number, number] {
  if (key === numberKey) return [0, anyNumber]
  const [first = '', second] = key.split(' ')
  return [numbers.of(first), second === undefined ? alone : numbers.of(second)]
}

/** The phrases as tables. */
export function phraseTables(draft: PreparingPhrases): PhraseTables {
  const keys = [...draft.triggers]
  const triggersAt = new Int32Array(keys.length + 1)
  const triggers: number[] = []
  keys.forEach(([, phrases], key) => {
    triggersAt[key] = triggers.length
    triggers.push(...phrases)
  })
  triggersAt[keys.length] = triggers.length
  const demandsAt = new Int32Array(draft.demands.length + 1)
  draft.demands.forEach((sets, phrase) => {
    demandsAt[phrase + 1] = (demandsAt[phrase] ?? 0) + sets.length
  })
  return {
    code: Int32Array.from(draft.code),
    programs: Int32Array.from(draft.programs),
    owners: Int32Array.from(draft.owners),
    backs: Int32Array.from(draft.backs),
    firsts: Int32Array.from(draft.firsts),
    demandsAt,
    demands: Int32Array.from(draft.demands.flat()),
    keys: pairTable(keys.map(([key], number) => [...numbersOfKey(key, draft.numbers), number])),
    triggersAt,
    triggers: Int32Array.from(triggers),
  }
}
