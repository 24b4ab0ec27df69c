import type { Token } from './tokens.ts'

/** A number read from tokens: `end` is the index behind its last token. */
export interface NumberAt {
  readonly end: number
  readonly value: number
  /** Upper end of a range ("3-5"), else equal to `value`. */
  readonly high: number
}

const small: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  half: 0.5,
  couple: 2,
}
const scales: Readonly<Record<string, number>> = {
  dozen: 12,
  dozens: 12,
  hundred: 100,
  hundreds: 100,
  thousand: 1000,
  thousands: 1000,
  million: 1e6,
  millions: 1e6,
  billion: 1e9,
  billions: 1e9,
  k: 1000,
  m: 1e6,
  mio: 1e6,
  mn: 1e6,
  bn: 1e9,
  lakh: 1e5,
  crore: 1e7,
}
const hanDigits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  半: 0.5,
  几: 3,
  数: 3,
}
const hanScales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }
const approximateStarts = new Set(['上', '近', '逾', '超'])
const approximations = new Set(['余', '多', '来', '+'])

/** Words and characters a number may begin with, other than digits. */
export const numberStarts: readonly string[] = [
  ...Object.keys(small),
  ...Object.keys(scales).filter((word) => word.length > 2),
  'a',
  'an',
  'several',
  ...Object.keys(hanDigits),
  ...Object.keys(hanScales),
  '上',
  '近',
  '逾',
  '超',
]

function digitsAt(tokens: readonly Token[], start: number): NumberAt | null {
  const token = tokens[start]
  if (token?.kind !== 'number') return null
  let value = Number.parseFloat(token.text)
  let end = start + 1
  const scale = tokens[end]
  const factor =
    scale?.kind === 'han' ? hanScales[scale.text] : scale?.kind === 'word' ? scaleAfterDigits(scale) : undefined
  if (factor !== undefined) {
    value *= factor
    end += 1
    const second = tokens[end]
    if (second?.kind === 'han' && hanScales[second.text] !== undefined) {
      value *= hanScales[second.text] ?? 1
      end += 1
    }
  }
  end = skipApproximation(tokens, end)
  return { end, value, high: value }
}

/** "5m" and "5 m" are metres more often than millions: only the long words, and k, glued, count. */
function scaleAfterDigits(token: Token): number | undefined {
  if (token.text.length > 2) return scales[token.text]
  return token.gap === 'none' && (token.text === 'k' || token.text === 'bn' || token.text === 'mn')
    ? scales[token.text]
    : undefined
}

function skipApproximation(tokens: readonly Token[], end: number): number {
  const token = tokens[end]
  return token && approximations.has(token.text) ? end + 1 : end
}

/** A number being read from words: `total` of what is complete, `part` of what may still grow. */
interface WordSum {
  readonly total: number
  readonly part: number
}

function withWord({ total, part }: WordSum, word: string): WordSum | null {
  const digit = small[word]
  if (digit !== undefined) return { total, part: part + digit }
  const scale = word.length > 2 ? scales[word] : undefined
  if (scale === undefined) return null
  const product = (part || 1) * scale
  return scale >= 1000 ? { total: total + product, part: 0 } : { total, part: product }
}

/** "a" before "dozen", "and" before another number word: they join, and add nothing. */
function isJoint(tokens: readonly Token[], at: number, start: number): boolean {
  const word = tokens[at]?.text
  if (at === start) return (word === 'a' || word === 'an') && isScaleWord(tokens[at + 1])
  return word === 'and' && isNumberWord(tokens[at + 1])
}

function wordsAt(tokens: readonly Token[], start: number): NumberAt | null {
  let sum: WordSum | null = null
  let end = start
  for (; end < start + 8; end += 1) {
    const token = tokens[end]
    if (token?.kind !== 'word' || token.sentence !== tokens[start]?.sentence) break
    if (isJoint(tokens, end, start)) continue
    const next = withWord(sum ?? { total: 0, part: 0 }, token.text)
    if (!next) break
    sum = next
  }
  if (!sum) return null
  const value = sum.total + sum.part
  return { end: skipApproximation(tokens, end), value, high: value }
}

const isNumberWord = (token: Token | undefined) =>
  token?.kind === 'word' && (small[token.text] !== undefined || scales[token.text] !== undefined)
const isScaleWord = (token: Token | undefined) =>
  token?.kind === 'word' && (token.text === 'couple' || (token.text.length > 2 && scales[token.text] !== undefined))

/** A number being read from Han numerals: complete ten thousands, the section below, the digit that waits for its scale. */
interface HanSum {
  readonly total: number
  readonly section: number
  readonly digit: number | null
}

function withNumeral({ total, section, digit }: HanSum, numeral: string): HanSum | null {
  const value = hanDigits[numeral]
  if (value !== undefined) return { total, section, digit: digit === null ? value : digit * 10 + value }
  const scale = hanScales[numeral]
  if (scale === undefined) return null
  if (scale < 10_000) return { total, section: section + (digit ?? 1) * scale, digit: null }
  const part = section + (digit ?? (section === 0 && total === 0 ? 1 : 0))
  return { total: total < scale ? (total + part) * scale : total + part * scale, section: 0, digit: null }
}

/** 数 and 几 are numbers only before or behind a scale: 数十, 十几; alone they count and ask. */
const isVagueAlone = (tokens: readonly Token[], first: number, end: number) =>
  end === first + 1 && /^[数几]$/.test(tokens[first]?.text ?? '')

/** Reads 二十余, 三百五十, 上百, 十几: value by place, approximations ignored. */
function hanAt(tokens: readonly Token[], start: number): NumberAt | null {
  const first = approximateStarts.has(tokens[start]?.text ?? '') ? start + 1 : start
  let sum: HanSum = { total: 0, section: 0, digit: null }
  let end = first
  for (; tokens[end]?.kind === 'han'; end += 1) {
    const next = withNumeral(sum, tokens[end]?.text ?? '')
    if (!next) break
    sum = next
  }
  if (end === first || isVagueAlone(tokens, first, end)) return null
  const value = sum.total + sum.section + (sum.digit ?? 0)
  return { end: skipApproximation(tokens, end), value, high: value }
}

function singleAt(tokens: readonly Token[], start: number): NumberAt | null {
  return digitsAt(tokens, start) ?? wordsAt(tokens, start) ?? hanAt(tokens, start)
}

/** The number that starts at token `start`, ranges ("3-5", "3 to 5", 三到五) included. */
export function numberAt(tokens: readonly Token[], start: number): NumberAt | null {
  const low = singleAt(tokens, start)
  if (!low) return null
  const joint = tokens[low.end]?.text
  if (joint === '-' || joint === 'to' || joint === '至' || joint === '到') {
    const high = singleAt(tokens, low.end + 1)
    if (high && high.value >= low.value) return { end: high.end, value: low.value, high: high.value }
  }
  return low
}
