/** UTF-8 of a text, byte by byte; a lone surrogate is written like any other code point of its size. */
export function* utf8(text: string): Generator<number> {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) yield code
    else {
      if (code < 0x800) yield 0xc0 | (code >> 6)
      else {
        if (code < 0x10000) yield 0xe0 | (code >> 12)
        else {
          yield 0xf0 | (code >> 18)
          yield 0x80 | ((code >> 12) & 0x3f)
        }
        yield 0x80 | ((code >> 6) & 0x3f)
      }
      yield 0x80 | (code & 0x3f)
    }
  }
}
