import { amountOf } from '../amounts.ts'
import { allTexts, amountOfFact, textOf } from '../known-facts.ts'
import { putToFacts, statedAmount } from './amount.ts'
import { type Comparison, contradicted, noted, supported } from './comparison.ts'

/** "100% recycled": against the recycled share on file. */
export const recycledShare: Comparison = {
  decide: ({ statement, words, sentence, facts }) => {
    if (/packag|carton|\bbox\b|wrapp|label|包装|包裝|纸箱/i.test(sentence)) return null
    const stated =
      statedAmount(statement, 'share') ??
      (/fully|entirely|全再生|百分百/i.test(words) ? amountOf(100, 100, 'percent') : null)
    const known = facts('recycled').map((fact) => ({ fact, amount: amountOfFact(fact, 'share', 'percent') }))
    return stated && putToFacts(stated, known, 'more')
  },
}

const byOffsets = noted(
  'it rests on offsets, which the EU does not allow as a claim of a product',
  '依赖碳抵消，欧盟禁止以此宣称产品碳中和',
)

/** "Carbon neutral" by buying offsets. */
export const carbonNeutral: Comparison = {
  decide: ({ facts, markets }) => {
    const known = facts('carbon').filter((fact) => allTexts(fact).length > 0)
    const offset = known.filter(
      (fact) =>
        allTexts(fact).some((text) => /offset|抵消/i.test(text)) || /^true$/i.test(textOf(fact, 'offsets') ?? ''),
    )
    if (offset.length > 0) return markets.includes('eu') ? contradicted(offset, byOffsets) : null
    const verified = known.filter((fact) => textOf(fact, 'report', 'number', 'verifier', 'verifiedby') !== null)
    return verified.length > 0 ? supported(verified) : null
  },
}
