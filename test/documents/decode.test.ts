import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeDocument } from '../../src/cli/decode.ts'

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])))

function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2))
  for (const [index, unit] of [0xfeff, ...text.split('').map((character) => character.charCodeAt(0))].entries()) {
    view.setUint16(index * 2, unit, order === 'little')
  }
  return new Uint8Array(view.buffer)
}

describe('text', () => {
  test('of UTF-8 comes back as it was, its byte-order mark kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '\uFEFF'), (text, mark) => {
        fc.pre(!(text.includes('\0') || text.startsWith('%PDF-')))
        expect(decodeDocument(bytes(mark + text))).toEqual({ text: mark + text })
      }),
    )
  })

  test.each(['little', 'big'] as const)('of UTF-16, %s end first, is decoded by its mark', (order) => {
    expect(decodeDocument(utf16('最低价 😀\n', order))).toEqual({ text: '\uFEFF最低价 😀\n' })
  })

  test('of nothing is nothing', () => {
    expect(decodeDocument(bytes())).toEqual({ text: '' })
  })
})

describe('no text', () => {
  test.each([
    ['NUL', bytes('a', [0], 'b'), 'binary'],
    ['PDF', bytes('%PDF-1.7\n'), 'binary'],
    ['ZIP, also docx and xlsx', bytes([0x50, 0x4b, 3, 4], 'x'), 'binary'],
    ['PNG', bytes([0x89], 'PNG\r\n'), 'binary'],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'binary'],
    ['Windows-1252', bytes('a\nb\ncaf', [0xe9], ' x'), 'not-utf8'],
    ['GB18030', bytes('a: ', [0xd7, 0xee, 0xb5, 0xcd]), 'not-utf8'],
    ['a surrogate', bytes([0xed, 0xa0, 0x80]), 'not-utf8'],
    ['a cut sequence', bytes('ok ', [0xe6, 0x9c]), 'not-utf8'],
    ['an odd byte of UTF-16', Uint8Array.from([0xff, 0xfe, 0x41]), 'not-utf8'],
  ])('%s', (_, content, code) => {
    const decoded = decodeDocument(content)
    expect('fault' in decoded && decoded.fault.code).toBe(code)
  })

  test('the first bad byte is named with its line', () => {
    const decoded = decodeDocument(bytes('最\nb\ncaf', [0xe9], ' x'))
    expect('fault' in decoded && decoded.fault.reason).toBe('not UTF-8: byte 9 (0xe9), line 3; save the file as UTF-8')
  })
})
