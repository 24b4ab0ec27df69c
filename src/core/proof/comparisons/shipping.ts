import type { Statement } from '../../model/statement.ts'
import { type Amount, amountIn, amountsIn } from '../amounts.ts'
import { againstFact } from '../compare-amounts.ts'
import { countriesIn, townIn } from '../countries.ts'
import { allTexts, amountOfFact, type KnownFact, numberIn, partOf, saysNo, textOf } from '../known-facts.ts'
import { putToFacts, statedAmount } from './amount.ts'
import { type Comparison, contradicted, noted, type Outcome, supported } from './comparison.ts'

const sampling = /sampl|打样|打樣|样品|樣品|样板|proto/i
const times = (known: readonly KnownFact[]) =>
  known.map((fact) => ({ fact, amount: amountOfFact(fact, 'time', 'day') }))

const bulk = /bulk|mass|production|大货|量产|生产/i

/** "Samples in 3 days, mass production 25 days": each time is of what stands nearest. */
const isOfSamples = ({ text, sentence, at }: Statement) =>
  sampling.test(text) || (sampling.test(sentence.slice(0, at.start)) && !bulk.test(text))

const arrival = /deliver(?:y|ed|s)?\b(?! lead)|arriv|送达|到货/i

/** "Ships within 24 hours", "15 days after deposit": against the handling time on file; the time of a sample is another. */
export const handlingTime: Comparison = {
  decide: (question) => {
    const { statement, words, facts } = question
    if (arrival.test(words) && facts('transit').length > 0) return deliveryTime.decide(question)
    const stated = isOfSamples(statement) ? null : statedAmount(statement, 'time')
    return stated && putToFacts(stated, times(facts('handling')), 'less')
  },
  stated: (statement) => {
    const value = statedAmount(statement, 'time')
    return value && { part: isOfSamples(statement) ? 'sample' : '', value, boast: 'less' }
  },
}

function sum(a: Amount | null, b: Amount | null): Amount | null {
  if (!a || !b) return a ?? b
  return { ...a, low: a.low + b.low, high: a.high + b.high, unit: 'day' }
}

/** "Delivered in 3 days": against handling and transit together, for whichever destination is quickest. */
export const deliveryTime: Comparison = {
  decide: ({ statement, facts }) => {
    const stated = statedAmount(statement, 'time')
    const handling = times(facts('handling'))[0]
    const transits = times(facts('transit'))
    const totals = transits.map(({ fact, amount }) => ({ fact, amount: sum(amount, handling?.amount ?? null) }))
    if (!stated) return null
    const outcome = putToFacts(stated, totals.length > 0 ? totals : handling ? [handling] : [], 'less')
    // Handling alone can only contradict: the way is still to come.
    if (outcome?.verdict === 'supported' && totals.length === 0) return null
    return outcome && handling && totals.length > 0 ? { ...outcome, facts: [handling.fact, ...outcome.facts] } : outcome
  },
  stated: (statement) => {
    const value = statedAmount(statement, 'time')
    return value && { part: destination(statement), value, boast: 'less' }
  },
}

const destination = ({ sentence }: Statement) =>
  (sentence.match(/\bto (?:the )?(\p{Lu}[\p{L}]+)|至(\p{Script=Han}{2})/u) ?? [])[0] ?? ''

const unstated = noted('free only from an order value that the copy does not name', '仅满额免运，文案未写明门槛')
const anyMoney = (text: string) => amountsIn(text).find(({ dimension }) => dimension.startsWith('money:'))
const conditional = /over|above|from|order|more than|\bof\b.*\+|满|滿/i

/** "Free shipping": against the rate on file, and the threshold from which it is free. */
export const freeShipping: Comparison = {
  decide: ({ sentence, facts }): Outcome | null => {
    const rates = facts('shippingRate')
    const charged = rates.filter((fact) => (rateOf(fact) ?? 0) > 0)
    const threshold = facts('freeFrom')[0]
    const named = anyMoney(sentence)
    if (threshold) {
      const from = amountIn(allTexts(threshold)[0] ?? '', named?.dimension ?? 'number', named?.unit) ?? null
      if (!named || !conditional.test(sentence)) return contradicted([threshold], unstated)
      return from && againstFact({ ...named, bound: 'exact' }, from, 'exact') === 'contradicts'
        ? contradicted([threshold])
        : supported([threshold])
    }
    if (charged.length > 0) return named && conditional.test(sentence) ? null : contradicted(charged)
    const free = rates.filter((fact) => rateOf(fact) === 0)
    return free.length > 0 ? supported(free) : null
  },
}

function rateOf(fact: KnownFact): number | null {
  const text = textOf(fact, '', 'value', 'maxvalue', 'price')
  return text !== null && (saysNo(text) || /^free$/i.test(text)) ? 0 : numberIn(fact, '', 'value', 'maxvalue', 'price')
}

const freight = /freight|courier|postage|shipping|delivery|运费|運費|邮费|快递费|到付/i
const hidden = noted('the buyer pays the freight, and the copy does not say so', '运费由买家承担，文案未写明')

/** "Free samples": against the price of a sample and who pays its freight. */
export const freeSample: Comparison = {
  decide: ({ sentence, facts }): Outcome | null => {
    const known = facts('sample')
    const priced = known.filter((fact) => (numberIn(fact, 'price', 'price.value', 'fee', 'cost', '') ?? 0) > 0)
    if (priced.length > 0) return contradicted(priced.map((fact) => partOf(fact, 'price', 'fee', 'cost')))
    const buyers = known.filter((fact) =>
      /buyer|customer|collect|买家|客户/i.test(textOf(fact, 'freightpayer', 'freight') ?? ''),
    )
    if (buyers.length > 0 && !freight.test(sentence))
      return contradicted(
        buyers.map((fact) => partOf(fact, 'freightpayer', 'freight')),
        hidden,
      )
    const free = known.filter(
      (fact) =>
        numberIn(fact, 'price', 'price.value', 'fee', 'cost', '') === 0 || /free|免费/i.test(textOf(fact, '') ?? ''),
    )
    return free.length > 0 ? supported(free) : null
  },
}

const everywhere = /world|global|international|everywhere|any country|全球|全世界|worldwide/i

const nationwide =
  /nation-?wide|(?:whole|entire|all|throughout) (?:of )?(?:the )?(?:uk|country|nation|usa?|england|britain|germany|france)\b|country-?wide|全国|全台/i

/** "Nationwide": the areas on file must be a country's, not those of a few towns. */
function servedAreas(known: readonly KnownFact[]): Outcome | null {
  const areas = known.filter(({ path }) => /areaserved$/i.test(path.replace(/[\s_.-]/g, '')) || /areaServed/.test(path))
  const texts = areas.flatMap(allTexts)
  if (texts.length === 0) return null
  const countries = texts.filter((text) => countriesIn(text).length > 0 && !townIn(text))
  return countries.length > 0 ? supported(areas) : contradicted(areas)
}

/** "We ship worldwide": against the destinations on file and those left out. */
export const shipTo: Comparison = {
  decide: ({ words, facts }) => {
    if (nationwide.test(words)) return servedAreas(facts('exportCountries'))
    const left = facts('noShip').filter((fact) => allTexts(fact).some((text) => text !== '' && !saysNo(text)))
    if (left.length > 0) return contradicted(left)
    const known = facts('shipTo').filter((fact) => allTexts(fact).length > 0)
    const whole = known.filter((fact) => allTexts(fact).some((text) => everywhere.test(text)))
    if (whole.length > 0) return supported(whole)
    return known.length > 0 ? contradicted(known) : null
  },
}
