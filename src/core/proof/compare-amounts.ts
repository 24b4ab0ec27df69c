import type { Amount } from './amounts.ts'

/** Which way a statement flatters: more years, fewer days, or neither. */
export type Boast = 'more' | 'less' | 'exact'

/** What two amounts have to say to each other; null: they are not of one kind. */
export type Agreement = 'agrees' | 'contradicts' | null

const convertedShare = 0.02
const roundedShare = 0.05
const vagueShare = 0.1
const counted = new Set(['count', 'people', 'number', 'share'])

/** Rounding that may lie between two amounts: of their last digits, at most a twentieth; more after a change of units. */
function tolerance(a: Amount, b: Amount): number {
  const size = Math.max(Math.abs(a.low), Math.abs(b.low), 1e-9)
  const converted = a.unit === b.unit ? 0 : convertedShare * size
  if (a.dimension === 'time') return a.unit === b.unit ? 1e-6 * size : 0.016 * size
  if (counted.has(a.dimension)) return 1e-6 * size
  return Math.max(converted, Math.min(a.rounding + b.rounding, roundedShare * size)) + 1e-6 * size
}

/** Where the true value can lie if the amount is right. */
function rangeOf({ low, high, bound }: Amount, slack: number): { low: number; high: number } {
  if (bound === 'at-least') return { low: low - slack, high: Number.POSITIVE_INFINITY }
  if (bound === 'at-most') return { low: Number.NEGATIVE_INFINITY, high: high + slack }
  const vague = bound === 'about' ? vagueShare * Math.abs(high) : 0
  return { low: low - slack - vague, high: high + slack + vague }
}

const equalEnds = (a: number, b: number, slack: number) => a === b || Math.abs(a - b) <= slack

/** Whether a stated amount can hold beside the fact. Exact values must not differ, limits must not promise more than the fact. */
export function againstFact(stated: Amount, fact: Amount, boast: Boast): Agreement {
  if (stated.dimension !== fact.dimension) return null
  return holds[boast](stated, fact, tolerance(stated, fact)) ? 'agrees' : 'contradicts'
}

const vagueness = (value: number, { bound }: Amount) => (bound === 'about' ? vagueShare * Math.abs(value) : 0)

const holds: Readonly<Record<Boast, (stated: Amount, fact: Amount, slack: number) => boolean>> = {
  more: (stated, fact, slack) => {
    const claimed = stated.bound === 'at-most' ? stated.high : stated.low
    return claimed - vagueness(claimed, stated) <= fact.high + slack
  },
  less: (stated, fact, slack) => {
    const worst = stated.bound === 'at-most' ? fact.high : fact.low
    return worst <= stated.high + vagueness(stated.high, stated) + slack
  },
  exact: (stated, fact, slack) => {
    if (stated.low === Number.POSITIVE_INFINITY || fact.low === Number.POSITIVE_INFINITY) return stated.low === fact.low
    const [held, known] = [rangeOf(stated, slack), rangeOf(fact, 0)]
    return held.low <= known.high && held.high >= known.low
  },
}

/** Whether two documents can both be right: differing limits of one direction contradict, a range only values outside it. */
export function againstEachOther(a: Amount, b: Amount, boast: Boast): Agreement {
  if (a.dimension !== b.dimension) return null
  const slack = tolerance(a, b)
  const limit = (amount: Amount): Amount =>
    boast === 'less' && amount.bound === 'at-most' ? { ...amount, bound: 'exact' } : amount
  const [one, other] = [limit(a), limit(b)]
  if (one.bound === other.bound && one.bound !== 'exact' && one.bound !== 'about') {
    const same =
      one.bound === 'at-least' ? equalEnds(one.low, other.low, slack) : equalEnds(one.high, other.high, slack)
    return same ? 'agrees' : 'contradicts'
  }
  if (one.low === other.low && one.low === Number.POSITIVE_INFINITY) return 'agrees'
  const [x, y] = [rangeOf(one, slack), rangeOf(other, 0)]
  return x.low > y.high || x.high < y.low ? 'contradicts' : 'agrees'
}
