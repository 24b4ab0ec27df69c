/** A stream of numbers that a seed decides, so that a corpus is the same bytes on every machine. */
export interface Random {
  /** A whole number from 0 to `below` less one. */
  readonly below: (below: number) => number
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** True in that share of the calls, 0 to 1. */
  readonly chance: (share: number) => boolean
}

/** The mulberry32 generator, which its author Tommy Ettinger put into the public domain. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0 // neighbours start far apart
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from an empty list')
      return picked
    },
  }
}
