import { isPast } from '../dates.ts'
import { partOf, textOf } from '../known-facts.ts'
import { type Comparison, expired, noted, type Outcome, supported } from './comparison.ts'

/** Words with a capital that are not the first of the sentence: what may be a name. */
const capitals = (text: string) => text.match(/\p{Lu}[\p{L}\p{N}&'-]+/gu) ?? []

/** "Supplier of …": every customer named must have agreed, and the consent must still hold. */
export const namedCustomer: Comparison = {
  decide: ({ words, sentence, facts, asOf }): Outcome | null => {
    const named = facts('customer').filter((fact) => {
      const name = textOf(fact, 'name', 'customer', '')
      return name !== null && sentence.toLowerCase().includes(name.toLowerCase())
    })
    if (named.length === 0) return null
    const lapsed = named.filter((fact) => {
      const until = textOf(fact, 'consentexpires', 'consentuntil', 'expires', 'until')
      return until !== null && isPast(until, asOf)
    })
    if (lapsed.length > 0)
      return expired(
        lapsed.map((fact) => partOf(fact, 'consentexpires', 'consentuntil', 'expires', 'until')),
        noted('the consent has run out', '同意书已过期'),
      )
    const agreed = named.filter((fact) => textOf(fact, 'consentfile', 'consent') !== null)
    const names = agreed.flatMap((fact) => capitals(textOf(fact, 'name', 'customer', '') ?? ''))
    const others = capitals(words.slice(1)).filter((word) => !names.includes(word))
    return agreed.length === named.length && others.length === 0 ? supported(agreed) : null
  },
}
