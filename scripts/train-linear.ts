import type { Family } from '../src/core/model/rule.ts'

/** A sentence to learn from; `passage` keeps the sentences of one passage on one side of a cross-validation. */
export interface Sample {
  readonly passage: number
  readonly features: readonly string[]
  /** Length of the sentence in tokens. */
  readonly length: number
  readonly isClaim: boolean
  readonly family: Family | null
}

export interface TrainedWeight {
  readonly feature: string
  readonly weight: number
  readonly family: Family
}

export interface TrainedModel {
  readonly bias: number
  readonly weights: readonly TrainedWeight[]
}

const rounds = 300
/** Features of fewer passages say more of the passage than of claims. */
const fewestPassages = 2
const step = 0.5
/** Pull of every weight towards nothing, per round. */
const decay = 6e-6
/** Smaller weights are left out: they change no score by more than a rounding. */
const smallest = 0.1
const folds = 8

interface Fitted {
  readonly bias: number
  readonly weights: ReadonlyMap<string, number>
}

const scoreOf = ({ bias, weights }: Fitted, { features, length }: Sample) =>
  bias + features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0) / Math.sqrt(length)

function frequentFeatures(samples: readonly Sample[]): string[] {
  const passages = new Map<string, Set<number>>()
  for (const { features, passage } of samples) {
    for (const feature of features) passages.set(feature, (passages.get(feature) ?? new Set()).add(passage))
  }
  return [...passages].filter(([, seen]) => seen.size >= fewestPassages).map(([feature]) => feature)
}

/** A sample as rows of numbers: the features it has, and how much it counts. */
interface Row {
  readonly features: Int32Array
  readonly scale: number
  readonly share: number
  readonly isClaim: boolean
}

function rowsOf(samples: readonly Sample[], index: ReadonlyMap<string, number>): Row[] {
  const claims = samples.filter(({ isClaim }) => isClaim).length
  return samples.map(({ features, length, isClaim }) => ({
    features: Int32Array.from(features.flatMap((feature) => index.get(feature) ?? [])),
    scale: 1 / Math.sqrt(length),
    share: isClaim ? 0.5 / claims : 0.5 / (samples.length - claims),
    isClaim,
  }))
}

/** Adds the slopes of one row; answers the slope of the bias. */
function addSlopes(
  { features, scale, share, isClaim }: Row,
  weights: Float64Array,
  { bias, slopes }: { bias: number; slopes: Float64Array },
): number {
  let score = bias
  for (const feature of features) score += (weights[feature] ?? 0) * scale
  const error = (1 / (1 + Math.exp(-score)) - (isClaim ? 1 : 0)) * share
  for (const feature of features) slopes[feature] = (slopes[feature] ?? 0) + error * scale
  return error
}

/** Logistic regression by full-batch descent with a step of its own for every weight (AdaGrad); both classes weigh the same. No chance is involved. */
function regress(samples: readonly Sample[]): Fitted {
  const index = new Map([...frequentFeatures(samples)].map((feature, at) => [feature, at]))
  const rows = rowsOf(samples, index)
  const weights = new Float64Array(index.size + 1)
  const gathered = new Float64Array(index.size + 1).fill(1e-3)
  const bias = index.size
  for (let round = 0; round < rounds; round += 1) {
    const slopes = weights.map((weight, at) => (at === bias ? 0 : decay * weight))
    for (const row of rows)
      slopes[bias] = (slopes[bias] ?? 0) + addSlopes(row, weights, { bias: weights[bias] ?? 0, slopes })
    for (let at = 0; at < weights.length; at += 1) {
      const slope = slopes[at] ?? 0
      gathered[at] = (gathered[at] ?? 0) + slope * slope
      weights[at] = (weights[at] ?? 0) - (step * slope) / Math.sqrt(gathered[at] ?? 1)
    }
  }
  return { bias: weights[bias] ?? 0, weights: new Map([...index].map(([feature, at]) => [feature, weights[at] ?? 0])) }
}

/** The score of every sample by a model that never saw its passage. */
export function crossScores(samples: readonly Sample[]): number[] {
  const models = Array.from({ length: folds }, (_, fold) =>
    regress(samples.filter(({ passage }) => passage % folds !== fold)),
  )
  return samples.map((sample) => {
    const model = models[sample.passage % folds]
    return model ? scoreOf(model, sample) : 0
  })
}

/** The model of all samples, its small weights left out, each weight with the family its claims mostly are. */
export function train(samples: readonly Sample[]): TrainedModel {
  const { bias, weights } = regress(samples)
  const counts = new Map<string, Map<Family, number>>()
  for (const { features, family } of samples) {
    if (family === null) continue
    for (const feature of features) {
      const count = counts.get(feature) ?? new Map<Family, number>()
      counts.set(feature, count.set(family, (count.get(family) ?? 0) + 1))
    }
  }
  const main = (feature: string): Family =>
    [...(counts.get(feature) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? 'vague'
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= smallest).sort(([a], [b]) => (a < b ? -1 : 1))
  return { bias, weights: kept.map(([feature, weight]) => ({ feature, weight, family: main(feature) })) }
}
