import { allTexts, textOf } from '../known-facts.ts'
import { type Comparison, contradicted, supported } from './comparison.ts'

/** The substances that words say are not there: "BPA-free", "free of lead and cadmium", "no parabens", 不含荧光剂. */
function substancesIn(words: string): string[] {
  const lower = words.toLowerCase()
  const free = /([\p{L}\d-]+(?: [\p{L}\d]+)?)[ -]free\b/u.exec(lower)?.[1]
  const without = /(?:free (?:of|from)|without|contains? no|\bno|zero|0%?)\s+(?:any |added )?([\p{L}\d ,&-]+)/u.exec(
    lower,
  )?.[1]
  const chinese = /(?:不含|不添加|无添加|無添加|零添加|无|無|零|0)(?:任何)?([\p{Script=Han}A-Za-z]+)/u.exec(words)?.[1]
  return [free, without, chinese]
    .filter((found) => found !== undefined)
    .flatMap((found) => found.split(/,|&|\band\b|\bor\b|和|及|、/))
    .map((name) => name.replace(/^(?:100% |completely |totally )/, '').trim())
    .filter((name) => name.length > 1)
}

const stem = (name: string) => name.toLowerCase().replace(/s$/, '').replace(/[-\s]/g, '')
const names = (text: string, substance: string) =>
  stem(text).includes(stem(substance)) || (stem(text).length > 2 && stem(substance).includes(stem(text)))

/** "BPA-free": against what is on file as contained, and as tested and absent. */
export const absentSubstance: Comparison = {
  decide: ({ words, sentence, statement, facts }) => {
    const clause = /\p{Script=Han}/u.test(words)
      ? (sentence.slice(statement.at.start).split(/[,;，。；！!?]/)[0] ?? '')
      : ''
    const substances = [...new Set([...substancesIn(words), ...substancesIn(clause)])]
    const within = [...facts('contains'), ...facts('material')].filter((fact) =>
      allTexts(fact).some((text) =>
        substances.some((substance) => stem(text).includes(stem(substance)) && !/free|不含|无/.test(text)),
      ),
    )
    if (within.length > 0) return contradicted(within)
    const tested = facts('absent').filter((fact) => {
      const substance = textOf(fact, 'substance', 'name', '')
      return (
        substance !== null &&
        textOf(fact, 'report', 'file', 'number') !== null &&
        substances.some((claimed) => names(substance, claimed))
      )
    })
    return tested.length > 0 ? supported(tested) : null
  },
}
