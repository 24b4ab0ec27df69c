import { amountsIn } from '../amounts.ts'
import { amountOfFact, textOf } from '../known-facts.ts'
import { amountComparison, statedAmount } from './amount.ts'
import { type Comparison, contradicted, noted } from './comparison.ts'

const amounts = amountComparison({ fact: 'warranty', dimension: 'time', bareInFact: 'month', boast: 'exact' })
const parts =
  /motor|compressor|batter(?:y|ies)|frame|driver|bulb|\bled\b|zipper|parts?\b|labou?r|handle|electronics|panel|电机|電機|压缩机|壓縮機|电池|電池|主板|配件|零件/gi

/** The parts of the goods that a text limits the warranty to. */
const partsIn = (text: string) => new Set((text.match(parts) ?? []).map((part) => part.toLowerCase().replace(/s$/, '')))

/** How many different terms words give: "five years for the pack, two for the jacket" is none of one product. */
const termsIn = (text: string) =>
  new Set(amountsIn(text).flatMap(({ dimension, low, high }) => (dimension === 'time' ? [`${low} ${high}`] : []))).size

/** What is usual in the trade is nobody's promise. */
const ofOthers =
  /\b(?:often|usually|typically|most|many) (?:\w+ ){0,3}(?:come|comes|have|has|give|gives|carry|sellers|makers|brands|shops)\b/i

/** "2-year warranty": against the months on file; a warranty of one part says nothing of the whole. */
export const warranty: Comparison = {
  decide: (question) => {
    if (termsIn(question.statement.text) > 1 || ofOthers.test(question.sentence)) return null
    const outcome = amounts.decide(question)
    if (outcome?.verdict !== 'contradicted') return outcome
    const scope = outcome.facts.map((fact) => textOf(fact, 'scope', 'warrantyscope', '') ?? '').join(' ')
    const limited = [...partsIn(question.sentence)].some((part) => !partsIn(scope).has(part))
    return limited ? null : outcome
  },
  stated: (statement) => {
    const value =
      termsIn(statement.text) > 1 || ofOthers.test(statement.sentence) ? null : statedAmount(statement, 'time')
    return value && { part: [...partsIn(statement.sentence)].sort().join('+'), value, boast: 'exact' }
  },
}

const legalMonths = 24
const asPerk = noted(
  'consumers in the EU have two years by law: it may not be offered as an extra',
  '欧盟消费者依法享有两年保障，不得作为额外优惠',
)

/** "Free 2-year warranty" to consumers in the EU, who have as much by law. */
export const freeWarranty: Comparison = {
  decide: ({ statement, facts, selectedMarkets, audience }) => {
    if (!selectedMarkets.includes('eu') || audience === 'b2b') return null
    const stated = statedAmount(statement, 'time')
    const known = facts('warranty')
    const longest = Math.max(stated?.high ?? 0, ...known.map((fact) => amountOfFact(fact, 'time', 'month')?.high ?? 0))
    return longest > 0 && longest <= legalMonths * 30.5 ? contradicted(known, asPerk) : null
  },
}
