import type { TokenSet } from './triggers.ts'

/** Numbers of a phrase in the table of firsts: flags, then bits of the words it can begin with. */
const width = 9
const anything = 1
const numbers = 2

/** The bit that stands for a word among 256. */
const bitOf = (word: number) => Math.imul(word + 1, 0x9e3779b1) >>> 24

/** What a phrase can begin with, as bits that several words may share: no other token needs to be tried. */
export function firstBits(firsts: TokenSet, numberOf: (word: string) => number): number[] {
  const row = Array.from({ length: width }, () => 0)
  row[0] = (firsts.anything ? anything : 0) | (firsts.numbers ? numbers : 0)
  for (const word of firsts.words) {
    const bit = bitOf(numberOf(word))
    row[1 + (bit >> 5)] = (row[1 + (bit >> 5)] ?? 0) | (1 << (bit & 31))
  }
  return row
}

/** Whether a phrase may begin with a word (-1: one that no phrase knows); `kind`: of its token. */
export function canBegin(table: Int32Array, phrase: number, word: number, kind: string | undefined): boolean {
  const flags = table[phrase * width] ?? 0
  if ((flags & anything) !== 0 || (kind === 'number' && (flags & numbers) !== 0)) return true
  if (word === -1) return false
  const bit = bitOf(word)
  return (((table[phrase * width + 1 + (bit >> 5)] ?? 0) >> (bit & 31)) & 1) === 1
}
