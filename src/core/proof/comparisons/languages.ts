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
}

const languagesIn = (text: string) => Object.keys(words).filter((code) => words[code]?.test(text))

function onFile(fact: KnownFact): string[] {
  const written = [
    ...textsOf(fact, 'availablelanguage', 'languages', 'language'),
    ...(fact.name === 'language' ? allTexts(fact) : []),
  ]
  return written.flatMap((text) => [...languagesIn(text), text.toLowerCase().slice(0, 2)])
}

const shown = (fact: KnownFact) => partOf(fact, 'availablelanguage', 'languages', 'language')

/** "We speak English, Spanish and German": every language named must be on file. */
export const languages: Comparison = {
  decide: ({ words: stated, facts }) => {
    const named = languagesIn(stated)
    const known = [...facts('contact'), ...facts('language')].filter((fact) => onFile(fact).length > 0)
    const spoken = new Set(known.flatMap(onFile))
    if (named.length === 0 || known.length === 0) return null
    return named.every((code) => spoken.has(code)) ? supported(known.map(shown)) : contradicted(known.map(shown))
  },
}
