// A text as bytes for deflate: UTF-8 writes every Chinese character in three bytes of which one says little. Here ASCII keeps its
// byte, the commonest other characters take one, all others two.

/** A text as `rankBytes` writes it. */
export interface RankedText {
  /** The characters beyond ASCII, the commonest first. */
  readonly ranks: string
  readonly bytes: Uint8Array
}

const ascii = 128
/** How many characters beyond ASCII take one byte; the bytes left over begin a pair. */
const single = 112
const pairs = 256 - ascii - single

/** Writes a text. Throws RangeError for more different characters than there are places. */
export function rankBytes(text: string): RankedText {
  const counts = new Map<string, number>()
  for (const character of text) if (!isAscii(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  const ranked = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([each]) => each)
  if (ranked.length > single + pairs * 256) throw new RangeError(`${ranked.length} different characters are too many`)
  const places = new Map(ranked.map((character, rank) => [character, rank]))
  const bytes: number[] = []
  for (const character of text) {
    const rank = places.get(character)
    if (rank === undefined) bytes.push(character.charCodeAt(0))
    else if (rank < single) bytes.push(ascii + rank)
    else bytes.push(ascii + single + Math.floor((rank - single) / 256), (rank - single) % 256)
  }
  return { ranks: ranked.join(''), bytes: Uint8Array.from(bytes) }
}

const isAscii = (character: string) => character.charCodeAt(0) < ascii

/** Reads what `rankBytes` wrote. */
export function textOfRanks({ ranks, bytes }: RankedText): string {
  const ranked = [...ranks]
  const characters: string[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte < ascii) characters.push(String.fromCharCode(byte))
    else if (byte < ascii + single) characters.push(ranked[byte - ascii] ?? '')
    else {
      at += 1
      characters.push(ranked[single + (byte - ascii - single) * 256 + (bytes[at] ?? 0)] ?? '')
    }
  }
  return characters.join('')
}
