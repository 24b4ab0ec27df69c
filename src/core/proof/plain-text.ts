import { foldCharacter } from '../text/fold.ts'

const han = /\p{Script=Han}/u
const wide = /[\uff01-\uff5e]/g

/** Text in Simplified characters and half-width signs, each character for itself, so that one expression reads every script. */
export function plainText(text: string): string {
  if (!han.test(text) && !/[\uff01-\uff5e]/.test(text)) return text
  const narrow = text.replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  return Array.from(narrow, (character) => (han.test(character) ? foldCharacter(character) : character)).join('')
}
