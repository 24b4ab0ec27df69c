import type { Statement } from '../../model/statement.ts'
import { type Amount, amountIn, amountsIn } from '../amounts.ts'
import { amountOfFact, type KnownFact, partOf, textOf } from '../known-facts.ts'
import { plainText } from '../plain-text.ts'
import { attributeOfCopy, attributeOfKey } from '../spec-attributes.ts'
import { putToFacts } from './amount.ts'
import type { Comparison, Question } from './comparison.ts'

interface Measure {
  /** Name in the table of attributes; null: only the words around it can tell. */
  readonly attribute: string | null
  readonly amount: Amount
  /** The words it stands in. */
  readonly near: string
}

/** SPF50: a factor is written without a space. */
const gluedFactor = /\b([su]pf)(\d)/i

/** The measure that the words of a statement give. */
function stated({ text, sentence, at }: Statement): Measure | null {
  const near = sentence.slice(Math.max(0, at.start - 12), at.end + 12)
  let unnamed: Measure | null = null
  for (const amount of amountsIn(text.replace(gluedFactor, '$1 $2'))) {
    if (amount.dimension === 'people' || amount.dimension.startsWith('money:')) continue
    const attribute = attributeOfCopy(text, amount.dimension) ?? attributeOfCopy(near, amount.dimension)
    if (attribute !== null) return { attribute, amount, near }
    unnamed ??= { attribute: null, amount, near }
  }
  return unnamed
}

const lastKey = (path: string) =>
  path
    .replace(/\[\d+\]$/, '')
    .split('.')
    .at(-1) ?? ''

/** What a fact measures, under the name people gave it. */
interface NamedMeasure {
  readonly name: string
  readonly amount: Amount
  /** The fact, or the part of it that says so. */
  readonly fact: KnownFact
}

/** The measures a fact holds: a named property with its unit, or keys with values. */
function measuresOf(fact: KnownFact, dimension: string): NamedMeasure[] {
  const bare = dimension === 'number' ? 'number' : null
  const name = textOf(
    fact,
    'name',
    'label',
    'key',
    'title',
    'attribute',
    'property',
    'propertyid',
    '名称',
    '属性',
    '项目',
  )
  if (name !== null) {
    const amount = amountOfFact(fact, dimension, bare)
    return amount ? [{ name, fact, amount }] : []
  }
  const whole = Object.keys(fact.parts).length === 0 ? amountOfFact(fact, dimension) : null
  if (whole) return [{ name: lastKey(fact.path), fact, amount: whole }]
  return Object.entries(fact.values).flatMap(([key, [text]]): NamedMeasure[] => {
    const amount = text === undefined ? null : amountIn(text, dimension)
    return amount ? [{ name: key, fact: partOf(fact, key), amount }] : []
  })
}

/** Whether a fact and the copy speak of one measure: by the table of attributes, or because its own name stands in the copy. */
function isSame({ name }: NamedMeasure, { attribute, amount, near }: Measure): boolean {
  const known = attributeOfKey(name, amount.dimension)
  if (attribute !== null && known !== null) return attribute === known
  return isNamedIn(plainText(name), plainText(near))
}

const generic = /^(?:time|rate|value|max|min|maximum|minimum|total|rated|size|level|with|from|area|number)$/

/** "Coverage" in "covers 40 m²", "drying time" in "dry in 2 hours", 萃取浓度 in 25%萃取. */
function isNamedIn(name: string, near: string): boolean {
  const han =
    name
      .match(/\p{Script=Han}+/gu)
      ?.join('')
      .replace(/(?:浓度|含量|时间|期限|面积|数值|系数)$/, '') ?? ''
  if (han.length > 1) return near.includes(han)
  const said = near.toLowerCase().match(/[a-z]{3,}/g) ?? []
  const stems = (name.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter((word) => !generic.test(word)).map(stemOf)
  return stems.length > 0 && stems.every((stem) => said.some((word) => stemOf(word) === stem))
}

const stemOf = (word: string) => word.replace(/(?:ing|age|ance|ed|es|s|e)$/, '')

/** "0.7 mm thick", "heat-resistant up to 500 °F": against the same measure on file, whatever its unit. */
export const spec: Comparison = {
  decide: ({ statement, facts }: Question) => {
    const measure = stated(statement)
    if (!measure) return null
    const known = facts('spec').flatMap((fact) =>
      measuresOf(fact, measure.amount.dimension)
        .filter((known) => isSame(known, measure))
        .map(({ fact: bearing, amount }) => ({ fact: bearing, amount })),
    )
    const limit = measure.attribute === 'max-temperature' || measure.attribute === 'load'
    return putToFacts(
      { ...measure.amount, bound: limit || measure.amount.bound === 'at-most' ? 'exact' : measure.amount.bound },
      known,
      limit ? 'more' : 'exact',
    )
  },
  stated: (statement) => {
    const measure = stated(statement)
    return measure?.attribute == null
      ? null
      : { part: measure.attribute, value: { ...measure.amount, bound: 'exact' }, boast: 'exact' }
  },
}
