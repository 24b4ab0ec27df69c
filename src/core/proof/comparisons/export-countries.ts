import type { Statement } from '../../model/statement.ts'
import { amountOf } from '../amounts.ts'
import { allTexts, numberIn } from '../known-facts.ts'
import { putToFacts, statedAmount } from './amount.ts'
import type { Comparison } from './comparison.ts'

const stated = (statement: Statement) => {
  const amount = statedAmount(statement, 'number') ?? statedAmount(statement, 'count')
  return amount && { ...amount, dimension: 'number', unit: 'number' }
}

/** "Exported to more than 60 countries": against the number of countries on file. */
export const exportCountries: Comparison = {
  decide: ({ statement, facts }) => {
    const amount = stated(statement)
    const known = facts('exportCountries').flatMap((fact) => {
      const countries = new Set(allTexts(fact).map((text) => text.toLowerCase()))
      const number = countries.size === 1 ? numberIn(fact, '', 'value', 'count') : countries.size
      return number === null || number === 0 ? [] : [{ fact, amount: amountOf(number, number, 'number') }]
    })
    return amount && putToFacts(amount, known, 'more')
  },
  stated: (statement) => {
    const value = stated(statement)
    return value && { part: '', value, boast: 'more' }
  },
}
