// Models of implied claims as short texts: features share their beginnings, weights are whole hundredths.
import type { ImpliedModel, ImpliedWeight } from '../../core/model/implied.ts'
import { families } from '../../core/model/rule.ts'

/** A model as texts. */
export interface ImpliedText {
  readonly bias: number
  readonly threshold: number
  /** One feature a line; its first character says how much it shares with the line before. */
  readonly features: string
  /** Hundredths, in the order of the features. */
  readonly weights: readonly number[]
  /** One letter a feature: the number of its family from `a`. */
  readonly families: string
}

const firstLetter = 'A'.charCodeAt(0)
const firstFamily = 'a'.charCodeAt(0)
const mostShared = 25

/** Writes a model; nothing of it is lost. Throws RangeError for a weight finer than hundredths. */
export function writeImplied({ bias, threshold, weights }: ImpliedModel): ImpliedText {
  const entries = Object.entries(weights)
  let before = ''
  const lines = entries.map(([feature]) => {
    const shared = Math.min(sharedStart(before, feature), mostShared)
    before = feature
    return String.fromCharCode(firstLetter + shared) + feature.slice(shared)
  })
  return {
    bias,
    threshold,
    features: lines.join('\n'),
    weights: entries.map(([feature, { weight }]) => hundredths(weight, feature)),
    families: entries.map(([, { family }]) => String.fromCharCode(firstFamily + families.indexOf(family))).join(''),
  }
}

function hundredths(weight: number, feature: string): number {
  const whole = Math.round(weight * 100)
  if (whole / 100 !== weight) throw new RangeError(`the weight of "${feature}" is finer than a hundredth`)
  return whole
}

function sharedStart(one: string, other: string): number {
  let shared = 0
  while (shared < one.length && one[shared] === other[shared]) shared += 1
  return shared
}

/** Reads what `writeImplied` wrote. */
export function readImplied(text: ImpliedText): ImpliedModel {
  const weights: Record<string, ImpliedWeight> = Object.create(null)
  let before = ''
  text.features.split('\n').forEach((line, index) => {
    before = before.slice(0, line.charCodeAt(0) - firstLetter) + line.slice(1)
    const family = families[text.families.charCodeAt(index) - firstFamily] ?? 'vague'
    weights[before] = { weight: (text.weights[index] ?? 0) / 100, family }
  })
  return { bias: text.bias, threshold: text.threshold, weights }
}
