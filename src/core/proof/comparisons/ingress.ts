import { allTexts, type KnownFact } from '../known-facts.ts'
import { type Comparison, contradicted, noted, type Outcome, supported } from './comparison.ts'

/** Digits of an ingress code; null where the code has an X or none is there. */
function codeIn(text: string): { readonly solids: number | null; readonly water: number | null } | null {
  const match = /\bIP ?([0-6X])([0-9X])(?:K\b)?/i.exec(text)
  if (!match) return null
  const digit = (character: string | undefined) =>
    character === undefined || /x/i.test(character) ? null : Number(character)
  return { solids: digit(match[1]), water: digit(match[2]) }
}

const immersion = 7
const splashes = 4
const waterproof = /water ?-?proof|防水/i
const resistant = /(?:splash|shower|rain|water)[ -]?resist|splash[ -]?proof|防泼|防溅|生活防水/i
const dustproof = /dust[ -]?(?:proof|tight)|防尘|防塵/i

const rated = (facts: readonly KnownFact[]) =>
  facts.flatMap((fact) =>
    allTexts(fact).flatMap((text) => {
      const code = codeIn(text)
      return code ? [{ fact, code }] : []
    }),
  )

/** "IP68", "waterproof": against the rating on file; protection against splashes is not waterproof. */
export const ingress: Comparison = {
  decide: ({ words, facts }): Outcome | null => {
    const known = rated([...facts('spec'), ...facts('certificate')])[0]
    if (!known) return null
    const claimed = codeIn(words)
    if (claimed) {
      const less = (a: number | null, b: number | null) => a !== null && b !== null && a < b
      const short = less(known.code.water, claimed.water) || less(known.code.solids, claimed.solids)
      return short ? contradicted([known.fact]) : supported([known.fact])
    }
    if (resistant.test(words)) return null
    const { water, solids } = known.code
    if (dustproof.test(words) && solids !== null)
      return solids < 5 ? contradicted([known.fact]) : supported([known.fact])
    if (!waterproof.test(words) || water === null) return null
    if (water <= splashes) return contradicted([known.fact], noted('the rating covers splashes only', '该等级仅防溅水'))
    return water >= immersion ? supported([known.fact]) : null
  },
}
