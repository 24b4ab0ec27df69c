import type { FactName } from './fact-keys.ts'
import { allTexts, type KnownFact, textOf } from './known-facts.ts'
import { sameName } from './names.ts'
import { plainText } from './plain-text.ts'

const held = /^(?:own|leas|rent|self|自|租)/i

/** Legal forms and words of every firm's name. */
const legal =
  /\b(?:co|ltd|limited|gmbh|inc|llc|s\.?p\.?a|s\.?r\.?l|s\.?a|ag|ab|oy|as|bv|nv|kg|plc|pty|corp|corporation|company|group|the)\b\.?|[.,()&]/gi
const hanForm = /(?:股份|有限|责任|公司|集团|工厂|厂)+$/
const hanPlace = /^(?:[\p{Script=Han}]{2,3}(?:省|市|区|县|镇))+/u

/** The part of a name that people use in copy; null where it would be found by chance. */
function shortName(name: string): string | null {
  const plain = plainText(name).trim()
  if (/\p{Script=Han}/u.test(plain)) {
    const core = plain.replace(hanPlace, '').replace(hanForm, '').replace(hanForm, '')
    const short = core.slice(0, core.length > 3 ? 2 : core.length)
    return short.length < 2 ? null : short
  }
  const words = plain
    .replace(legal, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
  const short = words.slice(0, 2).join(' ').toLowerCase()
  return short.length < 5 ? null : short
}

/** Others whom a company's facts name, by the names that copy uses for them. */
export function otherParties(
  factsOf: (company: string, name: FactName) => readonly KnownFact[],
): (company: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (company) => {
    const found = known.get(company) ?? namesOf((name) => factsOf(company, name))
    known.set(company, found)
    return found
  }
}

function namesOf(facts: (name: FactName) => readonly KnownFact[]): readonly string[] {
  const own = [...facts('legalName'), ...facts('otherName')].flatMap(allTexts)
  const plants = facts('plant').filter((plant) => !held.test(textOf(plant, 'ownership') ?? 'own'))
  const named = [
    ...plants.map((plant) => textOf(plant, 'name')),
    ...facts('certificate').map((fact) => textOf(fact, 'holder')),
    ...facts('patent').map((fact) => textOf(fact, 'owner')),
    ...facts('customer').map((fact) => textOf(fact, 'name', 'customer')),
  ]
  const others = named.flatMap((name) => (name === null || own.some((mine) => sameName(mine, name)) ? [] : [name]))
  const shorts = others.flatMap((name) => shortName(name) ?? [])
  return [...new Set(shorts)].filter((short) => !own.some((mine) => plainText(mine).toLowerCase().includes(short)))
}
