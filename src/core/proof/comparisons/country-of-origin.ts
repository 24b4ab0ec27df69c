import { countriesIn, countryOfMarket, isIn } from '../countries.ts'
import { allTexts, type KnownFact, numberIn, textOf } from '../known-facts.ts'
import { type Comparison, contradicted, gravest, noted, type Outcome, type Question, supported } from './comparison.ts'

const countryOf = (fact: KnownFact | undefined) => {
  const text = fact && (textOf(fact, '', 'made', 'country', 'name', 'value') ?? allTexts(fact)[0])
  return text == null ? null : (countriesIn(text)[0] ?? null)
}

const assembledOnly = noted('assembled there is not made there', '在当地组装不等于在当地制造')
const foreignParts = noted(
  'foreign content is on file, so the claim needs a qualification',
  '登记有进口成分，须加限定说明',
)

/** "Designed in Germany" says nothing of where it is made. */
const isDesign = (words: string) =>
  /design|develop|engineer|invent|style|recipe|tested|设计|設計|研发|風格|风格/i.test(words) &&
  !/made|manufactur|produc|assembl|制造|製造|生产|生產/i.test(words)

/** "Made in USA": against the country of origin; assembled is not made, and foreign content needs words. */
export const countryOfOrigin: Comparison = {
  decide: (question) => {
    const claimed = countriesIn(question.words)[0]
    if (claimed === undefined || isDesign(question.words)) return null
    const assembly = question.facts('assembly')[0]
    if (/assembl|组装|組裝/i.test(question.words)) return assembly ? verdict(claimed, assembly) : null
    const origin = question.facts('origin')[0]
    if (origin) return gravest([verdict(claimed, origin), foreign(claimed, question)])
    const last = question.facts('lastProcessing')[0]
    if (last && countryOf(last) !== null) return verdict(claimed, last)
    return assembly && countryOf(assembly) !== null ? contradicted([assembly], assembledOnly) : null
  },
  stated: ({ text }) => {
    const country = countriesIn(text)[0]
    return country === undefined || /assembl|design|组装|設計|设计/i.test(text)
      ? null
      : { part: '', value: country, boast: 'exact' }
  },
}

function verdict(claimed: string, fact: KnownFact): Outcome | null {
  const known = countryOf(fact)
  if (known === null) return null
  return isIn(known, claimed) ? supported([fact]) : contradicted([fact])
}

const qualification = /imported|foreign|global|domestic and|with .{0,30}(?:parts|components|materials)/i

function foreign(claimed: string, { facts, sentence }: Question): Outcome | null {
  const content = facts('foreignContent').find((fact) => (numberIn(fact, '', 'value') ?? 0) > 0)
  return content && claimed === 'US' && !qualification.test(sentence) ? contradicted([content], foreignParts) : null
}

/** "Imported": the origin must not be the country the copy is meant for. */
export const imported: Comparison = {
  decide: ({ words, facts, selectedMarkets, markets }) => {
    const origin = facts('origin')[0]
    const known = countryOf(origin)
    if (!origin || known === null) return null
    const named = countriesIn(words)[0]
    if (named !== undefined) return isIn(known, named) ? supported([origin]) : contradicted([origin])
    const aimed = selectedMarkets.length > 0 ? selectedMarkets : markets.length === 1 ? markets : []
    return aimed.some((market) => isIn(known, countryOfMarket(market))) ? contradicted([origin]) : null
  },
}
