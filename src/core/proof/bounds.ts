import type { Token } from '../text/tokens.ts'

/** How words around a number bound the true value. */
export type Bound = 'exact' | 'about' | 'at-least' | 'at-most'

const before: Readonly<Record<string, Bound>> = {
  over: 'at-least', above: 'at-least', exceeding: 'at-least', exceeds: 'at-least', minimum: 'at-least', least: 'at-least', than: 'at-least',
  from: 'at-least', beyond: 'at-least', min: 'at-least', 逾: 'at-least', 超: 'at-least', 过: 'at-least', 上: 'at-least',
  about: 'about', around: 'about', approximately: 'about', approx: 'about', circa: 'about', roughly: 'about', nearly: 'about', almost: 'about',
  some: 'about', 约: 'about', 近: 'about', 达: 'exact', within: 'at-most', under: 'at-most', below: 'at-most', maximum: 'at-most', max: 'at-most',
  most: 'at-most', inside: 'at-most',
} // biome-ignore format: a table
const after: Readonly<Record<string, Bound>> = {
  '+': 'at-least', plus: 'at-least', 余: 'at-least', 多: 'at-least', 内: 'at-most', minimum: 'at-least', maximum: 'at-most', max: 'at-most', min: 'at-least',
} // biome-ignore format: a table
const twoAfter: Readonly<Record<string, Bound>> = {
  以上: 'at-least',
  以内: 'at-most',
  之内: 'at-most',
  左右: 'about',
  以下: 'at-most',
  上下: 'about',
}

/** "more than", "less than": the word before `than` turns it. */
function thanBound(tokens: readonly Token[], at: number): Bound {
  const word = tokens[at - 1]?.text ?? ''
  return /^(?:less|fewer|under)$/.test(word) ? 'at-most' : 'at-least'
}

type Tokens = readonly Token[]

/** The bound that words before the number, or behind it or its unit, put on it. `ends`: indexes behind the number and behind the unit. */
export function boundAround(
  tokens: Tokens,
  start: number,
  ends: { readonly number: number; readonly unit: number },
): Bound {
  return boundBehind(tokens, [ends.number - 1, ends.number, ends.unit]) ?? boundBefore(tokens, start) ?? 'exact'
}

function boundBehind(tokens: Tokens, ends: readonly number[]): Bound | null {
  for (const end of ends) {
    const pair = `${tokens[end]?.text}${tokens[end + 1]?.text}`
    const bound = twoAfter[pair] ?? after[tokens[end]?.text ?? '']
    if (bound) return bound
  }
  return null
}

/** Looks at three words before the number; numerals such as 上百 and 近百 begin with theirs. */
function boundBefore(tokens: Tokens, start: number): Bound | null {
  const first = tokens[start]
  if (first?.kind === 'han' && before[first.text]) return before[first.text] ?? null
  for (let at = start - 1; at >= start - 3 && at >= 0 && tokens[at]?.sentence === first?.sentence; at -= 1) {
    const word = tokens[at]?.text ?? ''
    if (word === 'than') return thanBound(tokens, at)
    if (word === 'to' && tokens[at - 1]?.text === 'up') return 'at-most'
    const bound = before[word]
    if (bound) return bound
  }
  return null
}
