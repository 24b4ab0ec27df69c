import type { Random } from './random.ts'

/** The words of one language that documents are made of. `{goods}` and the like in a sentence stand for one word of that list,
 *  `{2-40}` for a number in that range. */
export interface Vocabulary {
  readonly language: 'en' | 'zh'
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly headings: readonly string[]
  /** Sentences full of the words that sellers promise with, and none of them promises. */
  readonly sentences: readonly string[]
  readonly bullets: readonly string[]
  /** Rows of a table: what and how much. */
  readonly rows: readonly (readonly [name: string, value: string])[]
  /** Sentences that claim something; what stands in `[[ ]]` may be set in markup. */
  readonly claims: readonly string[]
}

/** Fills the slots of a sentence. Throws RangeError for a list that is not there. */
export function filled(sentence: string, { lists }: Vocabulary, random: Random): string {
  return sentence.replace(/\{([^}]+)\}/g, (_whole, slot: string) => {
    const [from, to] = slot.split('-').map(Number)
    if (from !== undefined && to !== undefined) return String(from + random.below(to - from + 1))
    return random.pick(lists[slot] ?? [])
  })
}
