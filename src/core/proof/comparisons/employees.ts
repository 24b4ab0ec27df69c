import { dateIn, monthsBetween } from '../dates.ts'
import { textOf } from '../known-facts.ts'
import { amountComparison } from './amount.ts'
import { type Comparison, noted, unsupported } from './comparison.ts'

const count = amountComparison({
  fact: 'employees',
  dimension: 'people',
  bareInCopy: 'person',
  bareInFact: 'person',
  boast: 'more',
})

/** A head count older than a year bears nothing out; one that is smaller contradicts all the same. */
export const employees: Comparison = {
  ...count,
  decide: (question) => {
    const outcome = count.decide(question)
    const counted = outcome?.facts
      .map((fact) => dateIn(textOf(fact, 'asof', 'date') ?? ''))
      .find((date) => date !== null)
    if (outcome?.verdict !== 'supported' || counted == null || monthsBetween(counted, question.asOf) <= 12)
      return outcome
    return unsupported(
      outcome.facts,
      noted(`the head count is of ${counted}, more than twelve months old`, `员工数为${counted}的数据，已超过十二个月`),
    )
  },
}
