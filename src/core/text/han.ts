const han = /\p{Script=Han}/u
/** Han, CJK punctuation and full-width forms: what stands side by side without a space. */
const unspaced = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** Whether a character (the first of the string) or code point is a Han ideograph. */
export function isHan(character: string | number): boolean {
  const point = typeof character === 'number' ? character : character.codePointAt(0)
  return point !== undefined && point >= 0x2e80 && han.test(String.fromCodePoint(point))
}

/** The last character of `text`, a surrogate pair whole; empty for empty text. */
export function lastCharacter(text: string): string {
  const low = text.charCodeAt(text.length - 1)
  const isPair = low >= 0xdc00 && low <= 0xdfff && text.length > 1
  return text.slice(isPair ? -2 : -1)
}

/** Whether a line that ends in `before` and one that begins with `after` are one run of Chinese: no space between them. */
export function joinsWithoutSpace(before: string, after: string): boolean {
  const left = lastCharacter(before)
  const right = String.fromCodePoint(after.codePointAt(0) ?? 0)
  return unspaced.test(left) && unspaced.test(right) && (isHan(left) || isHan(right))
}
