import type { Claim } from '../model/claim.ts'
import type { Evidence } from '../model/evidence.ts'
import { plainText } from './plain-text.ts'

/** Han characters in a row that two texts must share, and Latin words, to speak of one thing. */
const sharedHan = 4
const sharedWords = 2

/** Whether an entry speaks of the very words: those its register asks for, or those of its own statement. */
export function resembles(
  { supports, statement }: Evidence,
  { text, sentence }: Pick<Claim, 'text' | 'sentence'>,
): boolean {
  const said = plainText(text).toLowerCase()
  const around = plainText(sentence).toLowerCase()
  if (supports.some((support) => support.text !== null && said.includes(plainText(support.text).toLowerCase())))
    return true
  return (
    statement !== null && (sharesHan(plainText(statement), said) || sharesWords(statement.toLowerCase(), said, around))
  )
}

function sharesHan(statement: string, said: string): boolean {
  const han = said.match(/\p{Script=Han}+/gu) ?? []
  return han.some((run) =>
    Array.from({ length: Math.max(0, run.length - sharedHan + 1) }, (_, at) => run.slice(at, at + sharedHan)).some(
      (part) => statement.includes(part),
    ),
  )
}

const telling = (text: string) => new Set(text.match(/[\p{L}\d]{4,}/gu) ?? [])

/** Two telling words in the statement itself, or one with a number of four digits and more. */
function sharesWords(statement: string, said: string, around: string): boolean {
  const own = telling(statement)
  const shared = [...telling(said)].filter((word) => own.has(word))
  return (
    shared.length >= sharedWords ||
    (shared.length > 0 && [...telling(around)].some((word) => own.has(word) && /\d{4}/.test(word)))
  )
}
