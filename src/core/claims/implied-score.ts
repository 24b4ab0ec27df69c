import type { PreparedPack } from '../model/prepared.ts'
import { type Family, families, type Language } from '../model/rule.ts'
import type { Lexis } from './lexis.ts'
import { type Passage, phrasesAt } from './matcher.ts'
import { pairValue } from './pair-table.ts'
import { featureRows, numberWord } from './prepare-implied.ts'
import { nextNode, type Trie } from './trie.ts'

/** A feature of a sentence that weighs something. */
export interface WeighedPart {
  /** Token of the passage that it starts at. */
  readonly at: number
  /** Tokens that it is a run of; 0: it is about word classes. */
  readonly length: number
  readonly weight: number
  readonly family: Family
}

/** How much a sentence reads like a claim, and what in it does. */
export interface ImpliedScore {
  readonly score: number
  readonly parts: readonly WeighedPart[]
}

/** The model of one language. */
export interface ImpliedIndex {
  readonly language: Language
  readonly bias: number
  readonly threshold: number
  readonly runs: Trie
  /** Node of the runs of this language. */
  readonly root: number
  readonly features: Int32Array
  /** By class times their number plus class. */
  readonly pairs: Int32Array
  readonly weights: Float64Array
  readonly partFamilies: Int32Array
  /** By part: the sentence it was last found in. */
  readonly foundIn: Int32Array
  readonly counter: { sentence: number }
  /** By lexicon: whether it is of this language. */
  readonly isOwn: readonly boolean[]
  readonly numberWord: number
}

/** Opens the models of a prepared pack. */
export function openImplied({ head, table, weights }: PreparedPack, lexis: Lexis): Map<Language, ImpliedIndex> {
  if (head.implied.length === 0) return new Map()
  const runs: Trie = {
    root: table('runRoot'),
    edges: table('runEdges'),
    edgesAt: table('runEdgesAt'),
    ends: table('runEnds'),
    endsAt: table('runEndsAt'),
  }
  const shared = {
    runs,
    features: table('classFeatures'),
    pairs: table('classPairs'),
    weights: weights(),
    partFamilies: table('partFamilies'),
    foundIn: new Int32Array(weights().length),
    counter: { sentence: 0 },
    numberWord: lexis.number(numberWord),
  }
  return new Map(
    head.implied.map(({ language, bias, threshold, root }) => [
      language,
      {
        ...shared,
        language,
        bias,
        threshold,
        root: runs.root[root] ?? -1,
        isOwn: lexis.lexiconNames.map((name) => name.startsWith(language)),
      },
    ]),
  )
}

/** A sentence of a passage being scored: tokens `start` up to `end`, half-open. */
interface Scoring {
  readonly index: ImpliedIndex
  readonly passage: Passage
  readonly start: number
  readonly end: number
  /** What weighs something; null while only the sum is asked for. */
  readonly parts: WeighedPart[] | null
  sum: number
}

/** The number of a token's word as the models know it: all numbers are one. */
function wordAt({ index, passage }: Scoring, at: number): number {
  return passage.tokens[at]?.kind === 'number' ? index.numberWord : (passage.words[at] ?? -1)
}

function note(scoring: Scoring, part: number, at: number, length: number): void {
  const { index, parts } = scoring
  if (part === -1 || index.foundIn[part] === index.counter.sentence) return
  index.foundIn[part] = index.counter.sentence
  const weight = index.weights[part] ?? 0
  parts?.push({ at, length, weight, family: families[index.partFamilies[part] ?? 0] ?? 'vague' })
  scoring.sum += weight
}

function noteRuns(scoring: Scoring, start: number): void {
  const { index, end } = scoring
  const { runs } = index
  let node = index.root
  for (let at = start; at < end; at += 1) {
    const word = wordAt(scoring, at)
    node = word === -1 ? -1 : nextNode(runs, node, word)
    if (node === -1) return
    const ends = runs.endsAt[node] ?? 0
    if (ends < (runs.endsAt[node + 1] ?? 0)) note(scoring, runs.ends[ends] ?? -1, start, at + 1 - start)
  }
}

/** Word classes this far apart are read together. */
const reach = 4

const noClasses: readonly number[] = []

/** Lexicons of the language with a phrase that starts at a token and ends in the sentence, each once, in the order of their numbers. */
function classesAt({ index, passage, end }: Scoring, at: number): readonly number[] {
  const phrases = phrasesAt(passage, at)
  if (phrases.length === 0) return noClasses
  const classes: number[] = []
  for (let place = 0; place < phrases.length; place += 2) {
    const name = phrases[place] ?? 0
    if ((phrases[place + 1] ?? 0) <= end && index.isOwn[name] && !classes.includes(name)) classes.push(name)
  }
  return classes.length > 1 ? classes.sort((a, b) => a - b) : classes
}

function noteNeighbours(scoring: Scoring, name: number, at: number): void {
  const { index, start, end } = scoring
  note(scoring, pairValue(index.features, name * 3 + featureRows.alone, 0), at, 0)
  for (let place = at - 1; place <= at + 2; place += 1) {
    if (place === at || place < start || place >= end) continue
    const word = wordAt(scoring, place)
    const row = place < at ? featureRows.before : featureRows.behind
    if (word !== -1) note(scoring, pairValue(index.features, name * 3 + row, word), at, 0)
  }
}

function noteClasses(scoring: Scoring): void {
  const { index, start, end } = scoring
  const classes: (readonly number[])[] = []
  for (let at = start; at < end; at += 1) classes.push(classesAt(scoring, at))
  const count = index.isOwn.length
  for (let at = 0; at < classes.length; at += 1) {
    for (const name of classes[at] ?? noClasses) {
      noteNeighbours(scoring, name, start + at)
      for (let other = at + 1; other <= at + reach; other += 1) {
        for (const second of classes[other] ?? noClasses)
          note(scoring, index.pairs[name * count + second] ?? -1, start + at, 0)
      }
    }
  }
}

function scored(scoring: Scoring): number {
  const { index, start, end } = scoring
  index.counter.sentence += 1
  for (let at = start; at < end; at += 1) noteRuns(scoring, at)
  noteClasses(scoring)
  return index.bias + scoring.sum / Math.sqrt(end - start)
}

/**
 * The score of a sentence, tokens `start` up to `end`: the sum of the weights of its features over the square root of its length in
 * tokens, plus the bias. Null when it is below the threshold, as almost all are: nobody asks then what weighs how much.
 */
export function impliedScore(index: ImpliedIndex, passage: Passage, start: number, end: number): ImpliedScore | null {
  const score = scored({ index, passage, start, end, parts: null, sum: 0 })
  if (score < index.threshold) return null
  const parts: WeighedPart[] = []
  scored({ index, passage, start, end, parts, sum: 0 })
  return { score, parts }
}
