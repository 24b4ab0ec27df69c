import { foldCharacter } from './fold.ts'

export type CharacterClass = 'space' | 'letter' | 'digit' | 'han' | 'mark' | 'pictograph' | 'nothing'

/** A visible character of a text, folded. */
export interface Character {
  readonly raw: string
  readonly folded: string
  readonly kind: CharacterClass
  /** 0-based UTF-16 offset in the text. */
  readonly at: number
}

const invisible = /^(?:\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|[®©™℠])$/u
const classes: readonly (readonly [CharacterClass, RegExp])[] = [
  ['nothing', invisible],
  ['han', /\p{Script=Han}/u],
  ['letter', /[\p{L}\p{M}]/u],
  ['digit', /\p{N}/u],
  ['space', /[^\S\n]/u],
  // A degree is part of a unit, though Unicode counts it among the symbols.
  ['mark', /°/],
  ['pictograph', /\p{So}|\p{Extended_Pictographic}|\p{Sk}|\p{Cn}/u],
  ['nothing', /(?!\n)\p{Cc}/u],
]

const classified = (character: string): CharacterClass =>
  classes.find(([, pattern]) => pattern.test(character))?.[0] ?? 'mark'

/** Pictographs are looked for behind ASCII, whose digits and marks Unicode counts among them. */
const asciiClass: readonly CharacterClass[] = Array.from({ length: 128 }, (_, code) => {
  const kind = classified(String.fromCharCode(code))
  return kind === 'pictograph' ? 'mark' : kind
})

function classOf(character: string): CharacterClass {
  const code = character.charCodeAt(0)
  return code < 128 ? (asciiClass[code] ?? 'nothing') : classified(character)
}

/** ㎡, ², ① and ℃ are what they fold to; a pictograph that folds to another mark stays a pictograph. */
function foldedClass(kind: CharacterClass, raw: string, folded: string): CharacterClass {
  if (raw === folded || (kind !== 'pictograph' && kind !== 'digit' && kind !== 'mark')) return kind
  const first = Array.from(folded)[0] ?? ''
  if (first === '°') return 'mark'
  const other = classOf(first)
  return other === 'nothing' || (kind === 'pictograph' && other === 'mark') ? kind : other
}

/** The characters of a text that can be seen, in order; invisible ones are left out. Linear. */
export function charactersOf(text: string): Character[] {
  const characters: Character[] = []
  let at = 0
  for (const raw of text) {
    const kind = classOf(raw)
    if (kind !== 'nothing') {
      const folded = foldCharacter(raw)
      characters.push({ raw, folded, kind: foldedClass(kind, raw, folded), at })
    }
    at += raw.length
  }
  return characters
}
