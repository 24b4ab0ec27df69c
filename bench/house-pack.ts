import { chinese } from './corpus/chinese.ts'
import { english } from './corpus/english.ts'
import { type Random, randomFrom } from './corpus/random.ts'

/** Rules of a house pack, in the style of the built-in ones: word classes, options, gaps, numbers. Their words are those of the corpus and of
 *  promises, so that every rule begins to match all the time; their sequences are at random, so that next to none matches. */
export function housePack(rules: number, seed: number): { readonly path: string; readonly text: string }[] {
  return Array.from({ length: rules }, (_none, index) => {
    const random = randomFrom(seed * 7919 + index)
    return { path: `quality/house-${index}.yml`, text: houseRule(random) }
  })
}

/** Phrases as plain words, `count` lists of them, for peers that know nothing but words. */
export function plainPhrases(count: number, seed: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_none, index) => {
    const random = randomFrom(seed * 104_729 + index)
    return Array.from({ length: 8 }, () => Array.from({ length: 3 }, () => random.pick(words)).join(' '))
  })
}

/** A template and words that match it. */
interface Phrase {
  readonly template: string
  readonly example: string
}

function houseRule(random: Random): string {
  const en = Array.from({ length: 16 }, () => random.pick(shapes)(random))
  const zh = Array.from({ length: 8 }, () => random.pick(hanShapes)(random))
  const list = (phrases: readonly string[]) => phrases.map((phrase) => `    - ${JSON.stringify(phrase)}`)
  return [
    'title: A rule of the bench',
    'kind: opinion',
    'severity: info',
    'confidence: high',
    'match:',
    '  en:',
    ...list(en.map(({ template }) => template)),
    '  zh:',
    ...list(zh.map(({ template }) => template)),
    `message: {en: '"{match}" is of the bench.', zh: '“{match}”是测试。'}`,
    'advice: {en: "Nothing to do.", zh: "无需处理。"}',
    'examples:',
    '  flagged:',
    ...list([...en, ...zh].slice(0, 2).map(({ example }) => example)),
    '  clean: [A box., 一个箱子。]',
    '',
  ].join('\n')
}

const promising =
  'best free safe price quality natural original certified guarantee factory years leading trusted premium lowest pure proven fast award green new real full top only every ever more less exclusive fresh direct perfect value save today order'
const words = [
  ...new Set(
    [...english.sentences, ...promising.split(' ')]
      .join(' ')
      .toLowerCase()
      .match(/(?<![{\w-])[a-z]{3,}(?![}\w-])/g),
  ),
]
const hanWords = [
  ...new Set(chinese.sentences.flatMap((sentence) => sentence.match(/\p{Script=Han}{2}/gu) ?? [])),
  '品质',
  '原装',
  '正品',
  '保证',
  '免费',
  '价格',
  '工厂',
  '专业',
  '天然',
  '放心',
  '优惠',
  '销量',
  '认证',
  '领先',
]

const shapes: readonly ((random: Random) => Phrase)[] = [
  ({ pick }) => {
    const [a, b, c] = [pick(words), pick(words), pick(words)]
    return {
      template: `(${a} | ${pick(words)} | ${pick(words)}) [${pick(words)}] ${b} (${c} | ${pick(words)})`,
      example: `${a} ${b} ${c}`,
    }
  },
  ({ pick }) => {
    const [a, b, c] = [pick(words), pick(words), pick(words)]
    return { template: `${a} ..3 ${b} (${c} | ${pick(words)} ${pick(words)})`, example: `${a} ${b} ${c}` }
  },
  ({ pick }) => {
    const [a, b, c] = [pick(words), pick(words), pick(words)]
    return {
      template: `(${a} ${b} | ${pick(words)} ${pick(words)}) [the | our | your] ${c}~`,
      example: `${a} ${b} ${c}`,
    }
  },
  ({ pick }) => {
    const [a, b, c] = [pick(words), pick(words), pick(words)]
    return { template: `${a} ${b} ${c} [and | or] (<number> | ${pick(words)})`, example: `${a} ${b} ${c} 20` }
  },
]

const hanShapes: readonly ((random: Random) => Phrase)[] = [
  ({ pick }) => {
    const [a, b, c] = [pick(hanWords), pick(hanWords), pick(hanWords)]
    return { template: `(${a} | ${pick(hanWords)}) ..2 (${b} | ${pick(hanWords)}) ${c}`, example: `${a}${b}${c}` }
  },
  ({ pick }) => {
    const [a, b, c] = [pick(hanWords), pick(hanWords), pick(hanWords)]
    return { template: `${a} [的] ${b} [了] (${c} | ${pick(hanWords)})`, example: `${a}${b}${c}` }
  },
]
