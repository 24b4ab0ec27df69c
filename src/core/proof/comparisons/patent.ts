import { countriesIn, countryOfMarket, isIn } from '../countries.ts'
import { dateIn, isPast } from '../dates.ts'
import { allTexts, type KnownFact, partOf, textOf, textsOf } from '../known-facts.ts'
import { sameName } from '../names.ts'
import { type Comparison, contradicted, gravest, noted, type Outcome, type Question, supported } from './comparison.ts'

const pending = /pending|appl|审中|申请|受理/i
const dead = /laps|expir|invalid|abandon|withdrawn|reject|refus|失效|终止|驳回|放弃/i

/** What one patent on file says of the word "patented". */
function judgePatent(fact: KnownFact, { companyNames, selectedMarkets, asOf }: Question): Outcome {
  const status = textOf(fact, 'status', 'legalstatus') ?? ''
  if (pending.test(status) || dead.test(status)) return contradicted([partOf(fact, 'status', 'legalstatus')])
  const until = dateIn(textOf(fact, 'expires', 'validthrough') ?? '')
  if (until !== null && isPast(until, asOf))
    return contradicted([partOf(fact, 'expires')], noted(`it ran out on ${until}`, `已于${until}到期`))
  const owner = textOf(fact, 'owner', 'holder')
  if (owner !== null && companyNames.length > 0 && !companyNames.some((name) => sameName(name, owner)))
    return contradicted([partOf(fact, 'owner', 'holder')], noted(`its owner is ${owner}`, `专利权人是${owner}`))
  const countries = countriesIn(textOf(fact, 'country', 'territory') ?? '')
  const reached = selectedMarkets.filter((market) =>
    countries.some((country) => isIn(countryOfMarket(market), country) || isIn(country, countryOfMarket(market))),
  )
  if (countries.length > 0 && selectedMarkets.length > 0 && reached.length === 0)
    return contradicted([fact], noted(`it holds in ${countries.join(', ')} only`, `仅在${countries.join('、')}有效`))
  return supported([fact])
}

const productsOf = (fact: KnownFact) => textsOf(fact, 'products', 'product', 'skus', 'products.sku')
const namesProduct = (fact: KnownFact, { product }: Question) =>
  productsOf(fact).some((listed) => [...product.skus, ...product.names].some((own) => sameName(own, listed)))

/** "Patented": against status, owner, country and term of the patents on file. */
export const patent: Comparison = {
  decide: (question) => {
    const known = question.facts('patent')
    const none = known.filter((fact) => allTexts(fact).length === 0)
    if (none.length > 0) return contradicted(none, noted('no patent is on file', '没有登记任何专利'))
    if (/pending|审中|申请中/i.test(question.sentence)) {
      const applied = known.filter((fact) => pending.test(textOf(fact, 'status', 'legalstatus') ?? ''))
      return applied.length > 0 ? supported(applied) : null
    }
    const own = known.filter((fact) => namesProduct(fact, question))
    const general = known.filter((fact) => productsOf(fact).length === 0)
    const judged = (own.length > 0 ? own : general).map((fact) => judgePatent(fact, question))
    return judged.find(({ verdict }) => verdict === 'supported') ?? gravest(judged)
  },
}
