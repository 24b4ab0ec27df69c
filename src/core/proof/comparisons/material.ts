import { allTexts, type KnownFact, numberIn, textOf } from '../known-facts.ts'
import { materialsIn } from '../materials.ts'
import { type Comparison, contradicted, type Outcome, supported } from './comparison.ts'

/** A share of a material, in percent; null: none is written. */
interface Share {
  readonly material: string
  readonly percent: number | null
}

/** "95% cotton, 5% elastane", 棉95% 氨纶5%, or a record with `material` and `pct`. */
function sharesOf(fact: KnownFact): Share[] {
  const material = textOf(fact, 'material', 'textilematerialdescription', 'name')
  const percent = numberIn(fact, 'pct', 'percent', 'percentage', 'share', 'textilematerialpercentage', 'value')
  if (material !== null && percent !== null) return [{ material, percent }]
  const keyed = Object.entries(fact.values).flatMap(([key, [text = '']]) =>
    key !== '' && /^\s*\d+(?:\.\d+)?\s?%?\s*$/.test(text) ? [{ material: key, percent: Number.parseFloat(text) }] : [],
  )
  if (keyed.length > 0) return keyed
  return allTexts(fact)
    .flatMap((text) => text.split(/[,;，、；/+]|\band\b/))
    .flatMap(sharesIn)
}

const before = /(\d+(?:\.\d+)?)\s?%\s*([^\d%]+)/g
const behind = /([^\d%]+?)\s*[:：]?\s*(\d+(?:\.\d+)?)\s?%/g

/** "95% cotton 5% elastane", 棉95% 氨纶5%, or a material alone. */
function sharesIn(part: string): Share[] {
  const text = part.trim()
  if (text === '') return []
  const found = /^\d/.test(text)
    ? [...text.matchAll(before)].map(([, share = '', name = '']) => ({ material: name.trim(), percent: Number(share) }))
    : [...text.matchAll(behind)].map(([, name = '', share = '']) => ({ material: name.trim(), percent: Number(share) }))
  return found.length > 0 ? found : [{ material: text, percent: null }]
}

const purity = /(\d+(?:\.\d+)?) ?(?:%|percent)|百分之?百|百分百|\bpure\b|\ball[- ]|纯|純|全/i
const claimedShare = (words: string) => Number(purity.exec(words)?.[1] ?? 100)
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/(?:organic|pure|combed|virgin|recycled|fine|纯|純|全|优质)\s?/g, '')
    .trim()

/** The material a text names, whatever stands around it. */
const sameMaterial = (claimed: string, known: string): boolean => {
  const names = materialsIn(claimed)
  if (names.length > 0) return names.some(({ words }) => words.test(known))
  const bare = plain(known)
  if (/\p{Script=Han}/u.test(claimed)) return bare.length > 1 && plain(claimed).replace(/\s/g, '').includes(bare)
  return plain(claimed)
    .split(/\s+/)
    .some((word) => word.length > 3 && bare.includes(word))
}

/** A name of Han characters goes on where the words that were matched end. */
const wordsWithName = (words: string, rest: string) =>
  /\p{Script=Han}$/u.test(words) ? words + (/^\p{Script=Han}{1,3}/u.exec(rest)?.[0] ?? '') : words

/** "100% cotton": the shares on file must reach the one claimed. */
export const pureMaterial: Comparison = {
  decide: ({ words: matched, sentence, statement, facts }): Outcome | null => {
    const words = wordsWithName(matched, sentence.slice(statement.at.end))
    const known = facts('material').flatMap((fact) => sharesOf(fact).map((share) => ({ fact, ...share })))
    const measured = known.filter(({ percent }) => percent !== null)
    const name = words.replace(purity, ' ')
    const same = known.filter(({ material }) => sameMaterial(name, material))
    if (same.length === 0)
      return measured.length > 0 && materialsIn(name).length > 0 ? contradicted(measured.map(({ fact }) => fact)) : null
    const share = same.reduce((most, { percent }) => Math.max(most, percent ?? 0), 0)
    if (same.every(({ percent }) => percent === null)) return null
    const bearing = [...new Set(same.map(({ fact }) => fact))]
    return share + 0.5 < claimedShare(words) ? contradicted(bearing) : supported(bearing)
  },
}

const likeness =
  /\b(?:looks?|feel|imitation|style|effect|unlike|instead of|like|alternative)\b|仿|质感|質感|类似|類似|替代/i

/** "Genuine leather", "304 stainless steel": the material on file must not be what is passed off as it. */
export const material: Comparison = {
  decide: (question): Outcome | null => {
    const { words, sentence, facts } = question
    if (likeness.test(sentence)) return null
    if (/\d ?%|百分百|百分之/.test(words)) return pureMaterial.decide(question)
    const claimed = materialsIn(words)[0]
    const known = facts('material').map((fact) => ({ fact, text: allTexts(fact).join(', ') }))
    if (!claimed || known.length === 0) return null
    const rival = known.filter(({ text }) => claimed.rivals.test(text))
    const genuine = known.filter(
      ({ text }) =>
        claimed.words.test(text.replace(claimed.rivals, ' ')) && !isImitation(text, claimed.rivals, claimed.words),
    )
    if (genuine.length > 0) return supported(genuine.map(({ fact }) => fact))
    return rival.length > 0 ? contradicted(rival.map(({ fact }) => fact)) : null
  },
}

/** "PU leather" is no leather: the rival stands right before the word. */
function isImitation(text: string, rivals: RegExp, words: RegExp): boolean {
  return new RegExp(`(?:${rivals.source})[\\s-]{0,2}(?:${words.source})`, 'i').test(text)
}
