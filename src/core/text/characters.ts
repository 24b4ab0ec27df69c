import { foldCharacter } from './fold.ts'

export type CharacterClass = 'space' | 'letter' | 'digit' | 'han' | 'mark' | 'pictograph' | 'nothing'

/** A character as matching sees it, wherever it stands. */
export interface Glyph {
  readonly raw: string
  readonly folded: string
  readonly kind: CharacterClass
  /** Whether it is a letter of ASCII, which folding only puts in lower case. */
  readonly isPlain: boolean
}

/** The visible characters of a text. */
export interface Characters {
  readonly glyphs: readonly Glyph[]
  /** Where each stands: 0-based UTF-16 offsets in the text. */
  readonly at: readonly number[]
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

function newGlyph(raw: string): Glyph {
  const kind = classOf(raw)
  const folded = kind === 'nothing' ? '' : foldCharacter(raw)
  return { raw, folded, kind: foldedClass(kind, raw, folded), isPlain: /^[a-z]$/i.test(raw) }
}

/** Glyphs that were met before, by the 256 that hold them: a text has many characters and few different ones. */
const known: (Glyph | undefined)[][] = []

function glyphOf(code: number): Glyph {
  const page = known[code >> 8] ?? []
  const glyph = page[code & 0xff] ?? newGlyph(String.fromCodePoint(code))
  page[code & 0xff] = glyph
  known[code >> 8] = page
  return glyph
}

/** The characters of a text that can be seen, in order; invisible ones are left out. Linear. */
export function charactersOf(text: string): Characters {
  const glyphs: Glyph[] = []
  const places: number[] = []
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const glyph = glyphOf(code)
    if (glyph.kind !== 'nothing') {
      glyphs.push(glyph)
      places.push(at)
    }
    at += code < 0x1_0000 ? 1 : 2
  }
  return { glyphs, at: places }
}
