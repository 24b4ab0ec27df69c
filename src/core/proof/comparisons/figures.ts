import { amountOf, amountsIn } from '../amounts.ts'
import { countriesIn, countryOfMarket, isIn } from '../countries.ts'
import { dateIn, isPast } from '../dates.ts'
import { numberIn, textOf } from '../known-facts.ts'
import { amountComparison, putToFacts } from './amount.ts'
import { type Comparison, contradicted, expired, noted, supported } from './comparison.ts'

/** "80% of our output is exported". */
export const exportShare = amountComparison({
  fact: 'exportShare',
  dimension: 'share',
  bareInFact: 'percent',
  boast: 'more',
})

const ended = noted('the period of the figures is over', '销售数据的期间已结束')

/** "Best seller": figures with period, region, category and source must be on file, of a period that has not ended. */
export const bestSeller: Comparison = {
  decide: ({ facts, asOf }) => {
    const complete = facts('salesFigure').filter((fact) =>
      ['period', 'region', 'category', 'source'].every((key) =>
        Object.keys(fact.values).some((name) => name.startsWith(key)),
      ),
    )
    const end = (fact: (typeof complete)[number]) => {
      const period = textOf(fact, 'period.to', 'period.end', 'to', 'validthrough', 'period') ?? ''
      return dateIn(period.split(/\/|\bto\b|–|至/).at(-1) ?? '')
    }
    const current = complete.filter((fact) => {
      const until = end(fact)
      return until === null || !isPast(until, asOf)
    })
    if (current.length > 0) return supported(current)
    return complete.length > 0 ? expired(complete, ended) : null
  },
}

const registrations = /registration|regist|licen[cs]e|approval|notification|epa|nmpa|mdr|fda|注册|註冊|许可|備案|备案/i

/** Words of health: a registration on file must be of the market. */
export const healthEffect: Comparison = {
  decide: ({ facts, selectedMarkets, markets }) => {
    const known = facts('certificate').filter(
      (fact) =>
        registrations.test(Object.values(fact.values).flat().join(' ')) &&
        textOf(fact, 'country', 'market', 'validin') !== null,
    )
    const aimed = selectedMarkets.length > 0 ? selectedMarkets : markets.length === 1 ? markets : []
    if (known.length === 0 || aimed.length === 0) return null
    const covering = known.filter((fact) => {
      const countries = countriesIn(textOf(fact, 'country', 'market', 'validin') ?? '')
      return aimed.every((market) => countries.some((country) => isIn(countryOfMarket(market), country)))
    })
    return covering.length > 0 ? supported(covering) : contradicted(known)
  },
}

/** "In a survey of 1,200 buyers": against the size of the study on file. */
export const sampleSize: Comparison = {
  decide: ({ words, facts }) => {
    const stated = amountsIn(words).find(
      ({ dimension, low }) => (dimension === 'number' || dimension === 'people' || dimension === 'count') && low > 1,
    )
    const known = facts('study').flatMap((fact) => {
      const n = numberIn(fact, 'n', 'samplesize', 'sample', 'respondents', 'participants')
      return n === null ? [] : [{ fact, amount: amountOf(n, n, 'number') }]
    })
    return stated ? putToFacts({ ...stated, dimension: 'number', unit: 'number' }, known, 'exact') : null
  },
}
