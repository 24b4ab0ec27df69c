import { amountOfFact, textOf } from '../known-facts.ts'
import { amountComparison, statedAmount } from './amount.ts'
import { type Comparison, contradicted, noted } from './comparison.ts'

const amounts = amountComparison({ fact: 'warranty', dimension: 'time', bareInFact: 'month', boast: 'exact' })
const parts =
  /motor|compressor|batter(?:y|ies)|frame|driver|bulb|\bled\b|zipper|parts?\b|labou?r|handle|electronics|panel|电机|電機|压缩机|壓縮機|电池|電池|主板|配件|零件/gi

/** The parts of the goods that a text limits the warranty to. */
const partsIn = (text: string) => new Set((text.match(parts) ?? []).map((part) => part.toLowerCase().replace(/s$/, '')))

/** "2-year warranty": against the months on file; a warranty of one part says nothing of the whole. */
export const warranty: Comparison = {
  decide: (question) => {
    const outcome = amounts.decide(question)
    if (outcome?.verdict !== 'contradicted') return outcome
    const scope = outcome.facts.map((fact) => textOf(fact, 'scope', 'warrantyscope', '') ?? '').join(' ')
    const limited = [...partsIn(question.sentence)].some((part) => !partsIn(scope).has(part))
    return limited ? null : outcome
  },
  stated: (statement) => {
    const value = statedAmount(statement, 'time')
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
