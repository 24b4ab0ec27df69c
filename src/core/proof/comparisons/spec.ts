import type { Statement } from '../../model/statement.ts'
import { type Amount, amountIn, amountsIn } from '../amounts.ts'
import { amountOfFact, type KnownFact, textOf } from '../known-facts.ts'
import { attributeOfCopy, attributeOfKey, specDimensions } from '../spec-attributes.ts'
import { putToFacts } from './amount.ts'
import type { Comparison, Question } from './comparison.ts'

interface Measure {
  readonly attribute: string
  readonly amount: Amount
}

/** The measure that the words of a statement give. */
function stated({ text, sentence, at }: Statement): Measure | null {
  for (const amount of amountsIn(text)) {
    if (!specDimensions.has(amount.dimension)) continue
    const near = sentence.slice(Math.max(0, at.start - 12), at.end + 12)
    const attribute = attributeOfCopy(text, amount.dimension) ?? attributeOfCopy(near, amount.dimension)
    if (attribute !== null) return { attribute, amount }
  }
  return null
}

const lastKey = (path: string) =>
  path
    .replace(/\[\d+\]$/, '')
    .split('.')
    .at(-1) ?? ''

/** The measures a fact holds: a named property with its unit, or keys with values. */
function measuresOf(fact: KnownFact, dimension: string): Measure[] {
  const name = textOf(fact, 'name', 'attribute', 'property', 'propertyid')
  if (name !== null) {
    const amount = amountOfFact(fact, dimension)
    const attribute = attributeOfKey(name, dimension)
    return amount && attribute !== null ? [{ attribute, amount }] : []
  }
  const own = attributeOfKey(lastKey(fact.path), dimension)
  const whole = own === null ? null : amountOfFact(fact, dimension)
  if (own !== null && whole) return [{ attribute: own, amount: whole }]
  return Object.entries(fact.values).flatMap(([key, [text]]): Measure[] => {
    const attribute = attributeOfKey(key, dimension)
    const amount = text === undefined ? null : amountIn(text, dimension)
    return amount && attribute !== null ? [{ attribute, amount }] : []
  })
}

/** "0.7 mm thick", "heat-resistant up to 500 °F": against the same measure on file, whatever its unit. */
export const spec: Comparison = {
  decide: ({ statement, facts }: Question) => {
    const measure = stated(statement)
    if (!measure) return null
    const known = facts('spec').flatMap((fact) =>
      measuresOf(fact, measure.amount.dimension)
        .filter(({ attribute }) => attribute === measure.attribute)
        .map(({ amount }) => ({ fact, amount })),
    )
    const limit = measure.attribute === 'max-temperature' || measure.attribute === 'load'
    return putToFacts(
      { ...measure.amount, bound: limit || measure.amount.bound === 'at-most' ? 'exact' : measure.amount.bound },
      known,
      limit ? 'more' : 'exact',
    )
  },
  stated: (statement) => {
    const measure = stated(statement)
    return measure && { part: measure.attribute, value: { ...measure.amount, bound: 'exact' }, boast: 'exact' }
  },
}
