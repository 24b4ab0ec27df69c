import type { Statement } from '../../model/statement.ts'
import { type Amount, amountIn, amountOf } from '../amounts.ts'
import { againstFact, type Boast } from '../compare-amounts.ts'
import type { FactName } from '../fact-keys.ts'
import { amountOfFact, type KnownFact } from '../known-facts.ts'
import type { Dimension } from '../units.ts'
import { type Comparison, contradicted, type Outcome, type Question, supported } from './comparison.ts'

/** How a property with a measure is read and compared. */
export interface AmountProperty {
  readonly fact: FactName
  readonly dimension: Dimension
  /** Unit of numbers without one, in copy and in facts. */
  readonly bareInCopy?: string
  readonly bareInFact?: string
  readonly boast: Boast
}

/** The amount a statement states: its slot, or the first of the dimension in its words. */
export function statedAmount(statement: Statement, dimension: Dimension, bare?: string): Amount | null {
  const { value, unit, relation } = statement
  const read =
    typeof value === 'number' ? amountOf(value, value, unit ?? bare ?? 'number') : amountIn(value, dimension, bare)
  const bound = relation === 'at-least' || relation === 'at-most' || relation === 'about' ? relation : read?.bound
  // "Over" may stand before the words that were matched: they are read once more with what precedes them.
  const wider =
    typeof value === 'number' || read?.bound !== 'exact' ? null : amountIn(precededBy(statement), dimension, bare)
  return (
    read && { ...read, bound: bound === 'exact' && wider && wider.low === read.low ? wider.bound : (bound ?? 'exact') }
  )
}

const precededBy = ({ sentence, at }: Statement) => sentence.slice(Math.max(0, at.start - 16), at.end + 2)

/** Puts an amount to facts: one that agrees is enough, all must disagree to contradict. */
export function putToFacts(
  stated: Amount,
  facts: readonly { readonly fact: KnownFact; readonly amount: Amount | null }[],
  boast: Boast,
): Outcome | null {
  const compared = facts.flatMap(({ fact, amount }) => {
    const agreement = amount && againstFact(stated, amount, boast)
    return agreement ? [{ fact, agreement }] : []
  })
  const agreeing = compared.find(({ agreement }) => agreement === 'agrees')
  if (agreeing) return supported([agreeing.fact])
  return compared.length === 0 ? null : contradicted(compared.map(({ fact }) => fact))
}

/** A comparison of one measure with one fact. */
export function amountComparison(property: AmountProperty): Comparison {
  const { dimension, bareInCopy, bareInFact, boast } = property
  const read = (statement: Statement) => statedAmount(statement, dimension, bareInCopy)
  return {
    decide: ({ statement, facts }: Question) => {
      const stated = read(statement)
      if (!stated) return null
      const known = facts(property.fact).map((fact) => ({
        fact,
        amount: amountOfFact(fact, dimension, bareInFact ?? null),
      }))
      return putToFacts(stated, known, boast)
    },
    stated: (statement) => {
      const value = read(statement)
      return value && { part: '', value, boast }
    },
  }
}
