import { allTexts, textOf } from '../known-facts.ts'
import { type Comparison, contradicted, noted, supported } from './comparison.ts'

/** "Award-winning", "winner of …": award, year and category must be those on file. */
export const award: Comparison = {
  decide: ({ sentence, facts }) => {
    const known = facts('award')
    const none = known.filter((fact) => allTexts(fact).length === 0)
    if (none.length > 0) return contradicted(none, noted('no award is on file', '没有登记任何奖项'))
    const named = known.filter((fact) => isNamed(textOf(fact, 'name', 'awardprizename', '') ?? '', sentence))
    if (named.length === 0)
      return known.length > 0 && /\p{Lu}\p{Ll}+ (?:\p{Lu}\p{Ll}+ )*(?:Award|Prize)|(?:19|20)\d\d/u.test(sentence)
        ? contradicted(known)
        : null
    const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(sentence)?.[1]
    const wrong = named.filter(
      (fact) =>
        year !== undefined &&
        (textOf(fact, 'year', 'awardprizeyear', 'name', '') ?? year).match(/(?:19|20)\d\d/)?.[0] !== year,
    )
    if (wrong.length === named.length) return contradicted(wrong)
    const category = named.filter((fact) => otherCategory(textOf(fact, 'category'), sentence))
    if (category.length === named.length) return contradicted(category)
    const complete = named.filter(
      (fact) =>
        textOf(fact, 'year', 'awardprizeyear') !== null && textOf(fact, 'body', 'awardprizejury', 'issuer') !== null,
    )
    return complete.length > 0 ? supported(complete) : null
  },
}

const longWords = (text: string) => text.toLowerCase().match(/\p{L}{4,}|\p{Script=Han}{2,}/gu) ?? []
const isNamed = (name: string, sentence: string) => {
  const words = longWords(name).filter((word) => !/^(?:award|awards|prize|gold|silver)$/.test(word))
  return words.length > 0 && words.every((word) => sentence.toLowerCase().includes(word))
}
const otherCategory = (category: string | null, sentence: string) =>
  category !== null && /categor|类别|组别/i.test(sentence) && !sentence.toLowerCase().includes(category.toLowerCase())
