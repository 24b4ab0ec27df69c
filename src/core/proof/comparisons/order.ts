import type { Statement } from '../../model/statement.ts'
import { type Amount, amountIn, amountOf, amountsIn } from '../amounts.ts'
import { dateIn, isPast } from '../dates.ts'
import { allTexts, amountOfFact, type KnownFact, numberIn, saysNo, textOf } from '../known-facts.ts'
import { putToFacts, statedAmount } from './amount.ts'
import { type Comparison, contradicted, noted, type Outcome, supported } from './comparison.ts'

const noMinimum =
  /\bno\b|\bzero\b|\b0 ?moq|without|any (?:quantity|amount|size)|as (?:few|little)|not required|无|無|不限|零|没有|沒有/i

function orderOf(statement: Statement): Amount | null {
  const amount = statedAmount(statement, 'count', 'piece')
  if (amount) return { ...amount, unit: 'piece', bound: 'exact' }
  return noMinimum.test(statement.text) ? amountOf(1, 1, 'piece') : null
}

/** "No MOQ", "Minimum order: 500 pieces", 300件起订: against the quantity on file. */
export const moq: Comparison = {
  decide: ({ statement, facts }) => {
    const stated = orderOf(statement)
    const known = facts('moq').map((fact) => {
      const least = numberIn(fact, 'minvalue')
      return { fact, amount: least === null ? amountOfFact(fact, 'count', 'piece') : amountOf(least, least, 'piece') }
    })
    return stated && putToFacts(stated, known, 'exact')
  },
  stated: (statement) => {
    const value = orderOf(statement)
    return value && { part: '', value, boast: 'exact' }
  },
}

const absent =
  /madetoorder|made to order|backorder|preorder|outofstock|out of stock|soldout|sold out|discontinued|缺货|缺貨|预订|預購|售罄|定制/i
const present = /instock|in stock|instoreonly|onlineonly|limitedavailability|现货|現貨|有货/i
const plain = (fact: KnownFact) => (textOf(fact) ?? '').replace(/^https?:\/\/schema\.org\//, '').replace(/[\s_-]/g, '')

/** `inStock: false`: the key is the question. */
const isYesNo = ({ path }: KnownFact) => /(?:in[ _-]?stock|available|是否有货)$/i.test(path)

/** "In stock", 现货: against availability and the stock on file. */
export const inStock: Comparison = {
  decide: ({ facts }) => {
    const known = facts('availability')
    const lacking = known.filter((fact) => absent.test(plain(fact)) || (isYesNo(fact) && saysNo(plain(fact))))
    const empty = facts('stock').filter((fact) => numberIn(fact, '', 'value') === 0)
    if (lacking.length + empty.length > 0) return contradicted([...lacking, ...empty])
    const there = known.filter(
      (fact) => present.test(plain(fact)) || (isYesNo(fact) && /^(?:true|yes|是|有)$/i.test(plain(fact))),
    )
    return there.length > 0 ? supported(there) : null
  },
}

/** "Only 3 left": against the stock on file. */
export const stockLeft: Comparison = {
  decide: ({ words, facts }) => {
    // 块 counts soap as well as money
    const left = amountsIn(words).find(({ dimension }) =>
      /^(?:count|number|money:CNY|money:TWD|money:HKD)$/.test(dimension),
    )
    const known = facts('stock').map((fact) => ({ fact, amount: amountOfFact(fact, 'count', 'piece') }))
    return left ? putToFacts({ ...left, dimension: 'count', unit: 'piece' }, known, 'less') : null
  },
}

const oneDay = /\btoday\b|\btonight\b|this day only|24 hours only|仅限今日|今日|今天|当天|限今/i
const over = noted('that day is over at the date of the audit', '在审核日该日期已过')

/** "Today only", "ends 30 June": against the end of the offer on file, and the date of the audit. */
export const offerEnds: Comparison = {
  decide: ({ words, sentence, facts, asOf, product, companyNames }): Outcome | null => {
    const named =
      dateIn(words, asOf.slice(0, 4)) ??
      (/end|until|till|valid|截止|至|到/i.test(sentence) ? dateIn(sentence, asOf.slice(0, 4)) : null)
    const known = [...facts('promotion'), ...facts('offerEnd')].flatMap((fact) => {
      const end = dateIn(textOf(fact, 'to', 'end', 'ends', 'validthrough', 'enddate', '') ?? '')
      return end === null ? [] : [{ fact, end }]
    })
    if (named !== null) {
      // a date without a year comes round again; and where nothing is on file nobody knows whether the page is still up
      const isOurs = product.skus.length + product.names.length + companyNames.length > 0
      if (isPast(named, asOf) && isOurs && /(?:19|20)\d\d/.test(words + sentence))
        return contradicted(
          known.map(({ fact }) => fact),
          over,
        )
      return againstEnd(known, named)
    }
    return oneDay.test(words) ? againstEnd(known, asOf) : null
  },
}

function againstEnd(known: readonly { readonly fact: KnownFact; readonly end: string }[], day: string): Outcome | null {
  const same = known.filter(({ end }) => end.slice(0, day.length) === day.slice(0, end.length))
  if (same.length > 0) return supported(same.map(({ fact }) => fact))
  return known.length > 0 ? contradicted(known.map(({ fact }) => fact)) : null
}

/** The percentage off that words promise: "70% off", 7折, 八五折. */
function reduction(words: string): number | null {
  const share = /(\d+(?:\.\d+)?) ?(?:%|percent)/i.exec(words)?.[1]
  if (share !== undefined) return Number(share)
  const fold = /([\d.一二三四五六七八九]+)\s?折/.exec(words)?.[1]
  if (fold === undefined) return /half[- ]price|半价|半價/i.test(words) ? 50 : null
  const digits = Number(
    fold.replace(/[一二三四五六七八九]/g, (numeral) => String('一二三四五六七八九'.indexOf(numeral) + 1)),
  )
  return Number.isFinite(digits) ? 100 - (digits > 9.9 ? digits : digits * 10) : null
}

const priceOf = (known: readonly KnownFact[]) =>
  known
    .map((fact) => ({ fact, price: numberIn(fact, '', 'value', 'price', 'amount') }))
    .find(({ price }) => price !== null)
const slack = 1

/** "70% off": against the prices on file; in the EU the base is the lowest price of thirty days, in China of seven. */
export const discount: Comparison = {
  decide: ({ words, facts, selectedMarkets, markets }): Outcome | null => {
    const claimed = reduction(words)
    const now = priceOf([...facts('salePrice'), ...facts('price')])
    if (claimed === null || !now?.price) return null
    const aimed = selectedMarkets.length > 0 ? selectedMarkets : markets
    const legal = [
      ...(aimed.includes('eu') ? facts('lowest30') : []),
      ...(aimed.includes('cn') ? facts('lowest7') : []),
    ]
    const listed = facts('priceSpecification').filter((fact) =>
      /list|regular|strikethrough|msrp|srp/i.test(textOf(fact, 'pricetype') ?? ''),
    )
    const base = priceOf(legal) ?? priceOf([...facts('listPrice'), ...facts('msrp'), ...listed])
    if (!base?.price) return null
    const real = 100 * (1 - now.price / base.price)
    return claimed > real + slack ? contradicted([base.fact, now.fact]) : supported([base.fact, now.fact])
  },
}

const never = noted('that price stands nowhere in the price history', '价格记录中没有该价格')

/** "Was $99", 原价199元: against the list price and the price history. */
export const wasPrice: Comparison = {
  decide: ({ words, facts }): Outcome | null => {
    const was = amountsIn(words).find(({ dimension }) => dimension.startsWith('money:') || dimension === 'number')
    if (!was) return null
    const history = facts('priceHistory').filter((fact) => allTexts(fact).length > 0)
    const charged = history.flatMap((fact) =>
      allTexts(fact).flatMap((text) => amountIn(text, 'number', 'number') ?? amountsIn(text)[0] ?? []),
    )
    if (history.length > 0)
      return charged.some(({ low }) => Math.abs(low - was.low) < 0.005)
        ? supported(history)
        : contradicted(history, never)
    const list = priceOf([...facts('listPrice'), ...facts('msrp')])
    if (!list?.price) return null
    return Math.abs(list.price - was.low) < 0.005 ? supported([list.fact]) : contradicted([list.fact])
  },
}
