import type { Statement } from '../../model/statement.ts'
import { type Amount, amountIn, amountOf } from '../amounts.ts'
import { amountOfFact, type KnownFact, numberIn, partOf, textOf } from '../known-facts.ts'
import type { Dimension } from '../units.ts'
import { putToFacts, statedAmount } from './amount.ts'
import type { Comparison, Question } from './comparison.ts'
import { isHeld } from './own-factory.ts'

/** What of all plants together is compared. */
interface PlantMeasure {
  readonly keys: readonly string[]
  /** Keys of the company itself, without plants. */
  readonly flat: RegExp
  readonly dimension: Dimension
  readonly unit: string
  readonly times?: number
}

function stated(statement: Statement, { dimension, unit }: PlantMeasure): Amount | null {
  if (dimension === 'number') {
    const lines = statedAmount(statement, 'number') ?? statedAmount(statement, 'count')
    return lines && { ...lines, dimension, unit }
  }
  if (dimension !== 'count') return statedAmount(statement, dimension, unit)
  const amount = statedAmount(statement, 'count', 'piece')
  return amount && { ...amount, unit: 'piece' }
}

/** The sum over the plants on file; a seller without a plant of its own is not borne out by a partner's. */
function decide(question: Question, measure: PlantMeasure) {
  const amount = stated(question.statement, measure)
  const plants = question.facts('plant')
  const sizes = plants.map((plant) => {
    const area = measure.dimension === 'area' ? amountIn(textOf(plant, ...measure.keys) ?? '', 'area') : null
    return area ? area.low : numberIn(plant, ...measure.keys)
  })
  // A partner's plant whose size nobody wrote down adds nothing; one of the seller's own may add anything.
  if (amount && (plants.length === 0 || sizes.every((size) => size === null)))
    return decideFlat(question, amount, measure)
  const unknown = plants.filter((plant, index) => sizes[index] === null && (isHeld(plant) || !plants.some(isHeld)))
  if (!amount || plants.length === 0 || unknown.length > 0) return null
  const sum = sizes.reduce<number>((total, size) => total + (size ?? 0), 0) * (measure.times ?? 1)
  const outcome = putToFacts(
    amount,
    plants
      .filter((_, index) => sizes[index] !== null)
      .map((fact) => ({ fact: partOf(fact, ...measure.keys), amount: amountOf(sum, sum, measure.unit) })),
    'more',
  )
  return outcome?.verdict === 'supported' && !plants.some(isHeld) ? null : outcome
}

/** Where no plant is described: the figure the company gives of all it has. */
function decideFlat({ facts }: Question, amount: Amount, { flat, dimension, unit, times = 1 }: PlantMeasure) {
  const figures = facts('plantFigure').filter(({ path }) => flat.test(path))
  const known = figures.map((fact) => {
    const read = amountOfFact(fact, dimension, unit)
    const size = read && dimension === 'area' ? read : numberAmount(fact, unit)
    return { fact, amount: size && { ...size, low: size.low * times, high: size.high * times } }
  })
  return putToFacts(amount, known, 'more')
}

function numberAmount(fact: KnownFact, unit: string): Amount | null {
  const size = numberIn(fact, '', 'value')
  return size === null ? null : amountOf(size, size, unit)
}

function plantComparison(measure: PlantMeasure): Comparison {
  return {
    decide: (question) => decide(question, measure),
    stated: (statement) => {
      const value = stated(statement, measure)
      return value && { part: '', value, boast: 'more' }
    },
  }
}

/** "15,000 square metres": against the area of all plants. */
export const plantArea = plantComparison({
  keys: ['aream2', 'area', 'area.value', 'floorsize', 'floorsize.value'],
  flat: /area|size|floor ?space|面积/i,
  dimension: 'area',
  unit: 'm2',
})
/** "Twelve production lines". */
export const productionLines = plantComparison({
  keys: ['lines', 'productionlines'],
  flat: /lines|生产线|产线/i,
  dimension: 'number',
  unit: 'number',
})
/** "100,000 pieces a month". */
export const monthlyCapacity = plantComparison({
  keys: ['monthlycapacity', 'monthlycapacity.value'],
  flat: /capacity|output|产能|产量/i,
  dimension: 'count',
  unit: 'piece',
})
/** "Two million pieces a year": against twelve months' capacity. */
export const annualOutput = plantComparison({
  keys: ['monthlycapacity', 'monthlycapacity.value'],
  flat: /capacity|output|产能|产量/i,
  dimension: 'count',
  unit: 'piece',
  times: 12,
})
