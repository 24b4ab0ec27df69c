import { allTexts, type KnownFact, partOf, textOf } from '../known-facts.ts'
import { makerOutcome } from './business-type.ts'
import { type Comparison, contradicted, noted, supported } from './comparison.ts'

const held = /^(?:own|owned|self-owned|leased|lease|rented|自有|自建|租赁|租賃|租用)/i
export const isHeld = (plant: KnownFact): boolean => held.test(textOf(plant, 'ownership') ?? '')

const partners = noted(
  'only a partner makes the goods: "our audited partner factory" would be true',
  '只有合作工厂，可写“经审核的合作工厂”',
)
const none = noted('no plant is on file', '没有登记任何工厂')

const shown = (plant: KnownFact) => partOf(plant, 'ownership')

/** "Our own factory": a plant owned or leased must be on file; a trading company has none. */
export const ownFactory: Comparison = {
  decide: (question) => {
    const plants = question.facts('plant')
    const own = plants.find(isHeld)
    const maker = makerOutcome(question)
    if (own && maker?.verdict !== 'contradicted') return supported([partOf(own, 'ownership')])
    if (maker?.verdict === 'contradicted')
      return contradicted(
        [...maker.facts, ...plants.map(shown)],
        plants.some((plant) => allTexts(plant).length > 0) ? partners : null,
      )
    const known = plants.filter((plant) => textOf(plant, 'ownership') !== null || allTexts(plant).length === 0)
    if (known.length > 0)
      return contradicted(known.map(shown), known.some((plant) => allTexts(plant).length > 0) ? partners : none)
    return maker
  },
}
