import type { TokenSet } from './triggers.ts'
import type { Numbers } from './words.ts'

/** Sets of words, one of which a passage must hold, on their way into tables; equal ones are one. */
export interface PreparingSets {
  readonly known: Map<string, number>
  /** By word: the sets that hold it. */
  readonly byWord: Map<number, number[]>
}

export const emptySets = (): PreparingSets => ({ known: new Map(), byWord: new Map() })

/** The number of a set. */
export function setNumber(sets: PreparingSets, { words }: TokenSet, numberOf: Numbers['of']): number {
  const members = [...words].map(numberOf).sort((a, b) => a - b)
  const name = members.join(' ')
  const known = sets.known.get(name)
  if (known !== undefined) return known
  const number = sets.known.size
  sets.known.set(name, number)
  for (const word of members) {
    const list = sets.byWord.get(word)
    if (list) list.push(number)
    else sets.byWord.set(word, [number])
  }
  return number
}

/** The sets of each word, as lists one behind the other and where each list begins. */
export function setTables({ byWord }: PreparingSets, wordCount: number): Record<'setsAt' | 'sets', Int32Array> {
  const setsAt = new Int32Array(wordCount + 1)
  const sets: number[] = []
  for (let word = 0; word < wordCount; word += 1) {
    setsAt[word] = sets.length
    for (const set of byWord.get(word) ?? []) sets.push(set)
  }
  setsAt[wordCount] = sets.length
  return { setsAt, sets: Int32Array.from(sets) }
}
