const address = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|data:|www\.)\S*$/i
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const path = /^(?:\.{0,2}\/|~\/|[a-z]:[\\/])\S*$|^\S+(?:\.[a-z][a-z0-9]{1,4}|\.[A-Z]{3,4}|\/)$/
const colour = /^(?:#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([^()]*\))$/i
const number = /^[-+]?[\d.,:\s]+$/
const date = /^\d{4}-\d{2}(?:-\d{2}(?:[T ][\d:.]+(?:Z|[-+][\d:]+)?)?)?$/
const constant = /^(?:true|false|null|~)$/i

const shapes = [address, email, path, colour, number, date, constant]

/** One word of letters, digits and joints that nobody would say: QL-118, hero_image_2. */
function isIdentifier(token: string): boolean {
  if (!/^[\w.:+-]+$/.test(token)) return false
  return token.includes('_') || (/[a-z]/i.test(token) && /\d/.test(token))
}

/** Tokens of letters and digits that do promise something: IP68, ISO9001, 24h, 2-in-1, CO2-neutral, No.1. */
const speakingToken =
  /^(?:(?:ISO|IP|IK|EN|IEC|UL|GB|ASTM|SA|OHSAS)-?\d[\d.:-]*|\d{1,4}-?[a-z]+(?:-[a-z\d]+)*|[a-z]{1,3}\d-[a-z]{4,}|no\.?\d{1,2})$/i

/** Longer values are prose or nothing claimlint knows; the shapes above are all short. */
const longestToken = 300

/**
 * Whether a value reads like words for people. URLs, e-mail addresses, paths, colours, numbers, dates and
 * identifiers do not; a single word such as `Premium` does.
 */
export function isProse(value: string): boolean {
  const trimmed = value.trim()
  if (trimmed === '') return false
  if (trimmed.length > longestToken) return /\s|[^\x20-\x7e]/.test(trimmed) || !address.test(trimmed)
  if (shapes.some((shape) => shape.test(trimmed))) return false
  return !isIdentifier(trimmed) || speakingToken.test(trimmed)
}
