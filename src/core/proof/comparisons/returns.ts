import { amountIn, amountOf } from '../amounts.ts'
import { amountOfFact, type KnownFact, numberIn, partOf, textOf } from '../known-facts.ts'
import { putToFacts, statedAmount } from './amount.ts'
import { type Comparison, contradicted, gravest, type Outcome, type Question, supported } from './comparison.ts'

const policyKeys = ['returnpolicycategory', 'category', 'returnpolicylabel', '']
const dayKeys = ['merchantreturndays', 'days', 'returndays', 'window']
const feeKeys = ['returnfees', 'fees', 'customerremorsereturnfees', 'returnshippingfees', 'returnshippingfeesamount']
const refused = /notpermitted|not permitted|no returns|final sale|不退|不支持退/i
const unlimited = /unlimited/i
const paid = /customerresponsib|returnshippingfees|restocking|originalshipping|buyer|customer pays|买家|客户承担/i
const free = /freereturn|free|seller|免费|卖家/i

/** The days of the policy, against those on file. */
function days({ statement, facts }: Question): Outcome | null {
  const read = statedAmount(statement, 'time')
  if (!read) return null
  // "Within 30 days" is the window itself, not a limit to it.
  const stated = { ...read, bound: 'exact' as const }
  const policies = facts('returns').map((fact) => ({ fact: partOf(fact, ...dayKeys), amount: policyDays(fact) }))
  const own = facts('returnDays').map((fact) => ({ fact, amount: amountOfFact(fact, 'time', 'day') }))
  return putToFacts(stated, [...policies, ...own], 'exact')
}

function policyDays(fact: KnownFact) {
  if (unlimited.test(textOf(fact, ...policyKeys) ?? ''))
    return amountOf(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 'day')
  return amountIn(textOf(fact, ...dayKeys) ?? '', 'time', 'day') ?? amountIn(textOf(fact, '') ?? '', 'time')
}

function fees({ facts }: Question): Outcome | null {
  const known = facts('returns').filter((fact) => textOf(fact, ...feeKeys) !== null)
  const charged = known.filter((fact) => paid.test(textOf(fact, ...feeKeys) ?? ''))
  if (charged.length > 0) return contradicted(charged.map((fact) => partOf(fact, ...feeKeys)))
  const nothing = known.filter((fact) => free.test(textOf(fact, ...feeKeys) ?? ''))
  return nothing.length > 0 ? supported(nothing.map((fact) => partOf(fact, ...feeKeys))) : null
}

const restocking = (fact: KnownFact) =>
  (numberIn(fact, 'restockingfee', 'restockingfee.value') ?? 0) > 0 ||
  /restocking/i.test(textOf(fact, ...feeKeys) ?? '')

function unconditional({ facts }: Question): Outcome | null {
  const strict = facts('returns').filter((fact) => refused.test(textOf(fact, ...policyKeys) ?? '') || restocking(fact))
  return strict.length > 0 ? contradicted(strict) : null
}

const freeReturns =
  /free (?:\w+ )?returns?|returns? (?:are |is )?(?:\w+ )?free|free return|包邮退|免费退|退货包|免運退|运费险/i
const noQuestions = /no[- ]questions?|no[- ]quibble|any reason|hassle[- ]free|无理由|無理由/i

/** "30-day free returns, no questions asked": days, fees and conditions, each against the policy on file. */
export const returns: Comparison = {
  decide: (question) => {
    const { words, facts } = question
    const none = facts('returns').filter((fact) => refused.test(textOf(fact, ...policyKeys) ?? ''))
    if (none.length > 0) return contradicted(none)
    return gravest([
      days(question),
      freeReturns.test(words) ? fees(question) : null,
      noQuestions.test(words) ? unconditional(question) : null,
    ])
  },
  stated: (statement) => {
    const value = statedAmount(statement, 'time')
    return value && { part: '', value, boast: 'exact' }
  },
}

const otherRefund = /storecredit|store credit|exchange|voucher|换货|換貨|积分/i
const fullRefund = /fullrefund|full refund|money ?back|全额|全額/i

/** "Money back": against the kind of refund on file, its fee and its days. */
export const refundType: Comparison = {
  decide: (question) => {
    const known = question.facts('returns')
    const kinds = known.filter((fact) => textOf(fact, 'refundtype', 'refund') !== null)
    const other = known.filter(
      (fact) =>
        otherRefund.test(textOf(fact, 'refundtype', 'refund') ?? '') ||
        (restocking(fact) && /full|100|全/i.test(question.words)),
    )
    if (other.length > 0)
      return contradicted(other.map((fact) => partOf(fact, 'refundtype', 'refund', 'restockingfee')))
    const full = kinds.filter((fact) => fullRefund.test(textOf(fact, 'refundtype', 'refund') ?? ''))
    return gravest([
      days(question),
      full.length > 0 ? supported(full.map((fact) => partOf(fact, 'refundtype', 'refund'))) : null,
    ])
  },
}
