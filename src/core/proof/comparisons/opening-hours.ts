import { type KnownFact, partOf, textsOf } from '../known-facts.ts'
import { type Comparison, contradicted, type Question, supported } from './comparison.ts'

const always =
  /24\s?[/x×]\s?7|24\s?h(?:ours)?\b.*(?:daily|every day)|00:00\s?-\s?(?:24:00|23:59|00:00)|7\s?[x×*]\s?24|全天/i
const claimed =
  /24\s?[/x×]\s?7|7\s?[x×*]\s?24|(?<!(?:within|in|under|inside|after) (?:only |just )?)24[- ]?h(?:ours?|rs?)?\b|24 ?小[时時]|round[- ]the[- ]clock|day and night|any ?time|365|always (?:open|online|there|available|reachable|on)|never close|weekends?\b|全天|全年|随时|隨時|不打烊|不休/i
const limited = /\d{1,2}[:.]\d\d|\b(?:mo|tu|we|th|fr|sa|su)\b|monday|周一|週一|星期一/i
const machines = /web ?shop|online (?:shop|store)|order(?:s|ing)? online|website|portal|self-service|下单系统|自助/i

/** Hours of every contact on file. */
const hoursOnFile = ({ facts }: Question): KnownFact[] => [
  ...facts('contact').filter(
    (fact) => textsOf(fact, 'hoursavailable', 'hours', 'openinghours', 'hoursavailable.opens').length > 0,
  ),
  ...facts('hours'),
]

const shownHours = (fact: KnownFact) => partOf(fact, 'hoursavailable', 'hours', 'openinghours', 'hoursavailable.opens')

/** "24/7", 全天候在线: against the hours on file. */
export const openingHours: Comparison = {
  decide: (question) => {
    if (!claimed.test(question.words) || machines.test(question.sentence)) return null
    const known = hoursOnFile(question)
    const hours = (fact: KnownFact) =>
      Object.entries(fact.values)
        .filter(([key]) => key === '' || /hours|opens|closes/.test(key))
        .flatMap(([, texts]) => texts)
        .join(' ')
    const open = known.filter((fact) => always.test(hours(fact)))
    if (open.length > 0) return supported(open.map(shownHours))
    const shut = known.filter((fact) => limited.test(hours(fact)))
    return shut.length > 0 ? contradicted(shut.map(shownHours)) : null
  },
}
