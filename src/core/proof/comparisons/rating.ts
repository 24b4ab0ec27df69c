import type { Statement } from '../../model/statement.ts'
import { amountOf, amountsIn } from '../amounts.ts'
import { dateIn, monthsBetween } from '../dates.ts'
import { type KnownFact, numberIn, partOf, textOf } from '../known-facts.ts'
import { putToFacts } from './amount.ts'
import {
  type Comparison,
  contradicted,
  gravest,
  noted,
  type Outcome,
  type Question,
  supported,
  unsupported,
} from './comparison.ts'

const averageWords =
  /(\d(?:[.,]\d{1,2})?)\s?(?:\/\s?5|out of (?:5|five)|of 5|stars?\b|-star|颗星|星|分)|(?:rated|rating|average|score[ds]?|评分|評分)\s*(?:of|:|为|高达|达|是)?\s*(\d(?:[.,]\d{1,2})?)/i

/** The average that words give, as written: its digits say how it was rounded. */
function averageIn(words: string): string | null {
  const match = averageWords.exec(words)
  return (match?.[1] ?? match?.[2])?.replace(',', '.') ?? null
}

function average({ words, facts }: Question): Outcome | null {
  const claimed = averageIn(words)
  const known = facts('rating').filter((fact) => numberIn(fact, 'ratingvalue', 'avg', 'average', '') !== null)
  if (claimed === null || known.length === 0) return null
  const decimals = claimed.split('.')[1]?.length ?? 0
  const agreeing = known.filter(
    (fact) =>
      (numberIn(fact, 'ratingvalue', 'avg', 'average', '') ?? 0).toFixed(decimals) ===
      Number(claimed).toFixed(decimals),
  )
  return agreeing.length > 0
    ? supported(agreeing)
    : contradicted(known.map((fact) => partOf(fact, 'ratingvalue', 'avg', 'average')))
}

const reviewWords = /review|rating|evaluation|评价|評價|评论|評論/i

/** The number of reviews that a statement gives. */
function countIn({ text }: Statement) {
  const amount = amountsIn(text).find(
    ({ low, dimension }) => low > 5 && (dimension === 'number' || dimension === 'count'),
  )
  return reviewWords.test(text) && amount ? { ...amount, dimension: 'number', unit: 'number' } : null
}

function count({ statement, facts }: Question): Outcome | null {
  const stated = countIn(statement)
  const known = facts('rating').flatMap((fact) => {
    const number = numberIn(fact, 'reviewcount', 'ratingcount', 'count')
    return number === null
      ? []
      : [{ fact: partOf(fact, 'reviewcount', 'ratingcount', 'count'), amount: amountOf(number, number, 'number') }]
  })
  return stated && putToFacts(stated, known, 'more')
}

function stale(outcome: Outcome | null, asOf: string): Outcome | null {
  const taken = outcome?.facts
    .map((fact: KnownFact) => dateIn(textOf(fact, 'asof', 'date', 'datemodified') ?? ''))
    .find((date) => date !== null)
  if (outcome?.verdict !== 'supported' || taken == null || monthsBetween(taken, asOf) <= 3) return outcome
  return unsupported(
    outcome.facts,
    noted(`the snapshot is of ${taken}, older than 90 days`, `评分快照为${taken}，已超过90天`),
  )
}

/** "4.9/5 from 10,000 reviews": average and number against the snapshot on file, which holds for ninety days. */
export const rating: Comparison = {
  decide: (question) => stale(gravest([average(question), count(question)]), question.asOf),
}
