import type { Statement } from '../../model/statement.ts'
import { type Amount, amountOf } from '../amounts.ts'
import { againstFact } from '../compare-amounts.ts'
import { dateIn, yearsSince } from '../dates.ts'
import { allTexts, type KnownFact } from '../known-facts.ts'
import { statedAmount } from './amount.ts'
import { type Comparison, contradicted, noted, type Outcome, type Question, supported } from './comparison.ts'

const foundedWords =
  /found|establish|set[ -]?up|incorporat|started (?:out|up|in)|成立|创立|創立|创办|創辦|创建|創建|建厂|建廠|注册|始创|始創/i

/** The year a statement names as a beginning. */
function yearOf({ text, value }: Statement): number | null {
  const year = /(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)/.exec(typeof value === 'string' ? value : text)?.[1]
  return year === undefined ? null : Number(year)
}

const dateOf = (fact: KnownFact) =>
  allTexts(fact)
    .map((text) => dateIn(text))
    .find((date) => date !== null) ?? null

/** A year of founding must be the one on file; "since" must not go back before it. */
function decideYear(year: number, founding: KnownFact, exact: boolean): Outcome | null {
  const founded = Number((dateOf(founding) ?? '').slice(0, 4))
  if (year === founded) return supported([founding])
  return year < founded || exact ? contradicted([founding]) : null
}

function decideYears(stated: Amount, founding: KnownFact, { asOf, facts }: Question): Outcome | null {
  const { begun } = yearsSince(dateOf(founding) ?? asOf, asOf)
  const agreement = againstFact(stated, amountOf(begun, begun, 'year'), 'more')
  if (agreement !== 'contradicts') return agreement ? supported([founding]) : null
  const founder = facts('founderSince')[0]
  const personal = noted("if the years are the founder's, say so", '若为创办人的个人经历，请写明')
  return contradicted([founding], founder ? personal : null)
}

const ownWords = /\b(?:we|our|us|i|my|company|firm|founded|established|business)\b|我们|本公司|公司|本厂|我司/i

/** The age of a building, a market, a town, a craft. */
const ofPlaces =
  /\bbuilt (?:in|around|about|before)\b|(?:市场|商圈|老街|古街|古镇|小镇|城市|行业|产业|工艺|技艺|建筑|园区|品种|传统|风俗)(?:已|已经|迄今|至今)?(?:有|拥有|具有)/

/** A whole sentence with "since 1875" that names neither the seller nor a founding tells of something else. */
function isOfOthers({ sentence, companyNames, statement }: Question): boolean {
  if (statement.relation !== 'since' || !/\b(?:has|have|had|is|are|was|were)\b/i.test(sentence)) return false
  const words = companyNames.flatMap((name) => name.toLowerCase().split(/\s+/)).filter((word) => word.length > 4)
  return !ownWords.test(sentence) && !words.some((word) => sentence.toLowerCase().includes(word))
}

/** "Since 1998", "two decades of experience", 深耕二十余年: against the founding date, counted to the day of the audit. */
export const yearsInBusiness: Comparison = {
  decide: (question) => {
    const founding = question.facts('foundingDate').find((fact) => dateOf(fact) !== null)
    if (!founding) return null
    const year = yearOf(question.statement)
    if (ofPlaces.test(question.sentence.slice(0, question.statement.at.end))) return null
    if (year !== null) {
      if (isOfOthers(question)) return null
      const exact = question.statement.property === 'foundingYear' || foundedWords.test(question.words)
      return decideYear(year, founding, exact)
    }
    const stated = statedAmount(question.statement, 'time', 'year')
    return stated && decideYears(stated, founding, question)
  },
  stated: (statement) => {
    const year = yearOf(statement)
    const exact = statement.property === 'foundingYear' || foundedWords.test(statement.text)
    if (year !== null) return exact ? { part: 'founded', value: String(year), boast: 'exact' } : null
    const value = statedAmount(statement, 'time', 'year')
    return value && { part: 'years', value, boast: 'more' }
  },
}
