/** Words by number: one text with a word a line, where each begins, and a hash table of their numbers. */
export interface Words {
  readonly text: string
  /** Where each word begins in the text, and behind the last one the length of the text plus one. */
  readonly at: Int32Array
  /** Open addressing; a power of two long; -1: free. */
  readonly slots: Int32Array
}

function hashOf(word: string): number {
  let hash = 0
  for (let index = 0; index < word.length; index += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(index)) | 0
  return hash ^ (hash >>> 15)
}

/** A power of two that leaves half of a table of so many entries free. */
export const tableSize = (entries: number): number => 2 ** Math.ceil(Math.log2(Math.max(entries, 1) * 2 + 1))

/** Numbers words (all different, without line breaks) in the order given. */
export function numberWords(words: readonly string[]): Words {
  const at = new Int32Array(words.length + 1)
  const slots = new Int32Array(tableSize(words.length)).fill(-1)
  let length = 0
  words.forEach((word, number) => {
    at[number] = length
    length += word.length + 1
    let slot = hashOf(word) & (slots.length - 1)
    while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = number
  })
  at[words.length] = length
  return { text: words.join('\n'), at, slots }
}

function isAt({ text, at }: Words, number: number, word: string): boolean {
  const start = at[number] ?? 0
  if ((at[number + 1] ?? 0) - start - 1 !== word.length) return false
  for (let index = 0; index < word.length; index += 1) {
    if (text.charCodeAt(start + index) !== word.charCodeAt(index)) return false
  }
  return true
}

/** The number of a word; -1: it is none of them. */
export function wordNumber(words: Words, word: string): number {
  const { slots } = words
  let slot = hashOf(word) & (slots.length - 1)
  for (let number = slots[slot] ?? -1; number !== -1; number = slots[slot] ?? -1) {
    if (isAt(words, number, word)) return number
    slot = (slot + 1) & (slots.length - 1)
  }
  return -1
}

/** The word of a number. */
export const wordOf = ({ text, at }: Words, number: number): string => text.slice(at[number], (at[number + 1] ?? 0) - 1)

/** Words in the order of their first use. */
export interface Numbers {
  readonly of: (word: string) => number
  readonly all: () => readonly string[]
}

/** Numbers words as they come. */
export function numbersOf(): Numbers {
  const known = new Map<string, number>()
  return {
    of: (word) => {
      const number = known.get(word) ?? known.size
      known.set(word, number)
      return number
    },
    all: () => [...known.keys()],
  }
}
