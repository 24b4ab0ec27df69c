/** Wide characters that are no emoji (East Asian Width W and F of Unicode 16), whole blocks where no letter of one column is in them. */
const wideRanges: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2630, 0x2637],
  [0x268a, 0x268f],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1d300, 0x1d376],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
]

/** Combining marks, invisible characters, and the vowels and finals that join a Hangul syllable. */
const zeroWidth = /^[\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u1160-\u11ff]$/u
/** Flags are two regional indicators of one column each. */
const wideEmoji = /^(?=\p{Emoji_Presentation})\P{Regional_Indicator}$/u
const emojiBase = /^[\p{Extended_Pictographic}0-9#*]$/u
const emojiSelector = '\u{fe0f}'
const plainAscii = /^[\x20-\x7e]*$/

/** A character with the marks that stand on it, and the columns it takes. Never to be cut in two. */
interface Cell {
  readonly text: string
  readonly columns: number
}

function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x1100) return false
  return wideRanges.some(([first, last]) => first <= code && code <= last) || wideEmoji.test(character)
}

function joins(character: string, before: string): boolean {
  if (character < '\u0300') return character === '\u00ad'
  return (
    zeroWidth.test(character) || (/^\p{Emoji_Modifier}$/u.test(character) && /^\p{Extended_Pictographic}/u.test(before))
  )
}

/** An emoji asked for by a selector (❤️, 1️⃣) is wide though the bare character is not. */
const columnsWith = (cell: Cell, mark: string): number =>
  mark === emojiSelector && emojiBase.test(cell.text) ? 2 : cell.columns

/** Cells one by one, so that a caller who needs few of them reads no further. */
function* cellsOf(text: string): Generator<Cell> {
  let cell: Cell = { text: '', columns: 0 }
  for (const character of text) {
    if (joins(character, cell.text)) {
      cell = { text: cell.text + character, columns: columnsWith(cell, character) }
      continue
    }
    if (cell.text !== '') yield cell
    cell = { text: character, columns: isWide(character) ? 2 : 1 }
  }
  if (cell.text !== '') yield cell
}

/** Columns that `text` takes in a terminal: two for an East Asian wide character or an emoji, none for a mark;
 *  one for a control character, which callers show as something else. Ambiguous characters count as one. */
export function displayWidth(text: string): number {
  if (plainAscii.test(text)) return text.length
  let columns = 0
  for (const cell of cellsOf(text)) columns += cell.columns
  return columns
}

/** The first of `cells` that together fit in `columns`. */
function fitting(cells: Iterable<Cell>, columns: number): string[] {
  const taken: string[] = []
  let width = 0
  for (const cell of cells) {
    width += cell.columns
    if (width > columns) break
    taken.push(cell.text)
  }
  return taken
}

/** The longest beginning of `text` that fits in `columns`; never cuts a character from its marks. */
export function headWithin(text: string, columns: number): string {
  return fitting(cellsOf(text), columns).join('')
}

/** The longest end of `text` that fits in `columns`; never cuts a character from its marks. */
export function tailWithin(text: string, columns: number): string {
  return fitting([...cellsOf(text)].reverse(), columns)
    .reverse()
    .join('')
}
