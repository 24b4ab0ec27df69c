import type { PreparedPack } from '../model/prepared.ts'
import type { PairTable } from './pair-table.ts'
import { nextNode, type Trie } from './trie.ts'
import { type Words, wordNumber, wordOf } from './words.ts'

/** The words, word lists and programs of a prepared pack. */
export interface Lexis {
  readonly number: (word: string) => number
  readonly word: (number: number) => string
  readonly wordCount: number
  /** What a word is read as where it is a common misspelling; -1: it is none. */
  readonly mended: Int32Array
  readonly code: Int32Array
  /** Where the program of each phrase begins in the code. */
  readonly programs: Int32Array
  /** What each phrase can begin with. */
  readonly firsts: Int32Array
  /** Numbers of the words (-1 as the second: alone) that wake phrases. */
  readonly keys: PairTable
  /** Phrases of lexicons that start at a token, as pairs `lexicon, end`, the shorter first. */
  readonly phrasesFrom: (words: Int32Array, at: number) => readonly number[]
  /** The number of a lexicon, by `language:name`; -1: there is none. */
  readonly lexiconNumber: (name: string) => number
  readonly lexiconNames: readonly string[]
  readonly slotName: (number: number) => string
}

const nothing: readonly number[] = []

function phrasesIn(trie: Trie, words: Int32Array, start: number): readonly number[] {
  const first = words[start] ?? -1
  let node = first === -1 ? -1 : (trie.root[first] ?? -1)
  if (node === -1) return nothing
  const found: number[] = []
  for (let at = start + 1; node !== -1; at += 1) {
    const until = trie.endsAt[node + 1] ?? 0
    for (let end = trie.endsAt[node] ?? 0; end < until; end += 1) found.push(trie.ends[end] ?? 0, at)
    const word = words[at] ?? -1
    node = word === -1 ? -1 : nextNode(trie, node, word)
  }
  return found.length === 0 ? nothing : found
}

/** The tree of all word lists. */
function lexiconTrie({ table }: PreparedPack): Trie {
  return {
    root: table('lexiconRoot'),
    edges: table('lexiconEdges'),
    edgesAt: table('lexiconEdgesAt'),
    ends: table('lexiconEnds'),
    endsAt: table('lexiconEndsAt'),
  }
}

/** Opens the words of a prepared pack. */
export function openLexis(pack: PreparedPack): Lexis {
  const { head, table, text } = pack
  const words: Words = { text: text('words'), at: table('wordsAt'), slots: table('wordSlots') }
  const trie = lexiconTrie(pack)
  let numbers: ReadonlyMap<string, number> | null = null
  return {
    number: (word) => wordNumber(words, word),
    word: (number) => wordOf(words, number),
    wordCount: words.at.length - 1,
    mended: table('mended'),
    code: table('code'),
    programs: table('programs'),
    firsts: table('firsts'),
    keys: table('keys'),
    phrasesFrom: (numbersOfWords, at) => phrasesIn(trie, numbersOfWords, at),
    lexiconNumber: (name) => {
      numbers ??= new Map(head.lexicons.map((known, number) => [known, number]))
      return numbers.get(name) ?? -1
    },
    lexiconNames: head.lexicons,
    slotName: (number) => head.slotNames[number] ?? '',
  }
}
