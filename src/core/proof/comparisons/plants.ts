import type { Statement } from '../../model/statement.ts'
import { type Amount, amountIn, amountOf } from '../amounts.ts'
import { numberIn, partOf, textOf } from '../known-facts.ts'
import type { Dimension } from '../units.ts'
import { putToFacts, statedAmount } from './amount.ts'
import type { Comparison, Question } from './comparison.ts'
import { isHeld } from './own-factory.ts'

/** What of all plants together is compared. */
interface PlantMeasure {
  readonly keys: readonly string[]
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
  dimension: 'area',
  unit: 'm2',
})
/** "Twelve production lines". */
export const productionLines = plantComparison({
  keys: ['lines', 'productionlines'],
  dimension: 'number',
  unit: 'number',
})
/** "100,000 pieces a month". */
export const monthlyCapacity = plantComparison({
  keys: ['monthlycapacity', 'monthlycapacity.value'],
  dimension: 'count',
  unit: 'piece',
})
/** "Two million pieces a year": against twelve months' capacity. */
export const annualOutput = plantComparison({
  keys: ['monthlycapacity', 'monthlycapacity.value'],
  dimension: 'count',
  unit: 'piece',
  times: 12,
})
