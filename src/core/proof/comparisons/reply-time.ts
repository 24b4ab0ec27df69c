import type { Statement } from '../../model/statement.ts'
import { type Amount, amountIn, amountOf } from '../amounts.ts'
import { amountOfFact, partOf, textOf } from '../known-facts.ts'
import { putToFacts, statedAmount } from './amount.ts'
import type { Comparison } from './comparison.ts'

const instant =
  /instant|immediate|at once|right away|within (?:minutes|the hour|an hour)|秒回|秒速|即时|即刻|立即|马上|馬上/i

const keys = ['responsetime', 'replytime', 'reply', 'response', 'answertime', '响应时间', '回复时间']

const stated = (statement: Statement): Amount | null =>
  instant.test(statement.text) ? amountOf(0, 1, 'hour', { bound: 'at-most' }) : statedAmount(statement, 'time')

/** "Reply within 2 hours": against the response time on file. */
export const replyTime: Comparison = {
  decide: ({ statement, facts }) => {
    const amount = stated(statement)
    const contacts = facts('contact').map((fact) => ({
      fact: partOf(fact, ...keys, 'medianfirstreplyh'),
      amount:
        amountIn(textOf(fact, ...keys) ?? '', 'time') ??
        amountIn(textOf(fact, 'medianfirstreplyh') ?? '', 'time', 'hour'),
    }))
    const own = facts('responseTime').map((fact) => ({ fact, amount: amountOfFact(fact, 'time', 'hour') }))
    return amount && putToFacts(amount, [...contacts, ...own], 'less')
  },
  stated: (statement) => {
    const value = stated(statement)
    return value && { part: '', value, boast: 'less' }
  },
}
