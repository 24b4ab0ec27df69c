import type { Statement } from '../../model/statement.ts'
import { allTexts, type KnownFact, partOf, textsOf } from '../known-facts.ts'
import { type Comparison, contradicted, supported } from './comparison.ts'

/** Languages by code, with the words for them. */
const words: Readonly<Record<string, RegExp>> = {
  en: /english|英[语語文]/i,
  zh: /chinese|mandarin|cantonese|中文|汉语|漢語|普通话|國語|国语/i,
  de: /german|德[语語文]/i,
  fr: /french|法[语語文]/i,
  es: /spanish|西班牙[语語文]?/i,
  it: /italian|意大利[语語文]?/i,
  pt: /portuguese|葡萄牙[语語文]?/i,
  ru: /russian|俄[语語文]/i,
  ja: /japanese|日[语語文]/i,
  ko: /korean|韩[语語文]|韓[語文]/i,
  ar: /arabic|阿拉伯[语語文]?/i,
  nl: /dutch|荷兰[语語文]?/i,
  pl: /polish|波兰[语語文]?/i,
  tr: /turkish|土耳其[语語文]?/i,
  sv: /swedish|瑞典[语語文]?/i,
  vi: /vietnamese|越南[语語文]?/i,
  th: /\bthai\b|泰[语語文]/i,
  hi: /hindi|印地[语語文]?/i,
  id: /indonesian|印尼[语語文]?/i,
  ro: /romanian|罗马尼亚[语文]?/i,
  da: /danish|丹麦[语文]?/i,
  no: /norwegian|挪威[语文]?/i,
  fi: /finnish|芬兰[语文]?/i,
  cs: /\bczech\b|捷克[语文]?/i,
  hu: /hungarian|匈牙利[语文]?/i,
  el: /\bgreek\b|希腊[语文]?/i,
  he: /hebrew|希伯来[语文]?/i,
  uk: /ukrainian|乌克兰[语文]?/i,
  ms: /\bmalay\b|马来[语文]/i,
  fa: /persian|farsi|波斯[语文]?/i,
  bn: /bengali|孟加拉[语文]/i,
  ur: /\burdu\b/i,
  bg: /bulgarian/i,
  hr: /croatian/i,
  sr: /serbian/i,
  sk: /\bslovak\b/i,
  lt: /lithuanian/i,
  lv: /latvian/i,
  et: /estonian/i,
  tl: /tagalog|filipino/i,
  cy: /\bwelsh\b/i,
}

const languagesIn = (text: string) => Object.keys(words).filter((code) => words[code]?.test(text))

function onFile(fact: KnownFact): string[] {
  const written = [
    ...textsOf(fact, 'availablelanguage', 'languages', 'language'),
    ...(fact.name === 'language' ? allTexts(fact) : []),
  ]
  return written.flatMap((text) => [...languagesIn(text), text.toLowerCase().slice(0, 2)])
}

/** A list of languages goes on behind the words that were matched, to the end of the sentence or of its cell. */
const listAround = (sentence: string, { start }: Statement['at']) =>
  sentence.slice(start).split(/[.;|。；！!?]/)[0] ?? ''

const shown = (fact: KnownFact) => partOf(fact, 'availablelanguage', 'languages', 'language')

/** "We speak English, Spanish and German": every language named must be on file. */
export const languages: Comparison = {
  decide: ({ words: stated, sentence, statement, facts }) => {
    const named = [...new Set([...languagesIn(stated), ...languagesIn(listAround(sentence, statement.at))])]
    const known = [...facts('contact'), ...facts('language')].filter((fact) => onFile(fact).length > 0)
    const spoken = new Set(known.flatMap(onFile))
    if (named.length === 0 || known.length === 0) return null
    return named.every((code) => spoken.has(code)) ? supported(known.map(shown)) : contradicted(known.map(shown))
  },
}
