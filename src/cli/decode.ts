import type { Fault } from '../core/auditing.ts'

/** The text of a file, its byte-order mark kept as the first character; or why it is no text. */
export type Decoded = { readonly text: string } | { readonly fault: Fault }

/** First bytes of files that hold no text: PDF, ZIP (also docx, xlsx), PNG, JPEG, GIF, gzip, old Office. */
const signatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
  [0x1f, 0x8b],
  [0xd0, 0xcf, 0x11, 0xe0],
]

const nowhere = { start: 0, end: 0 }

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** How many bytes the valid UTF-8 sequence at `at` has; 0 when it is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  return tryDecode(bytes.subarray(at, at + length), 'utf-8') === null ? 0 : length
}

function notUtf8(bytes: Uint8Array): Fault {
  let at = 0
  let line = 1
  for (let length = 1; at < bytes.length; at += length) {
    length = sequenceLength(bytes, at)
    if (length === 0) break
    if (bytes[at] === 0x0a) line += 1
  }
  const reason = `not UTF-8: byte ${at} (0x${(bytes[at] ?? 0).toString(16)}), line ${line}; save the file as UTF-8`
  return { code: 'not-utf8', reason, source: nowhere }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const text = tryDecode(bytes, encoding)
  if (text !== null) return { text }
  return { fault: { code: 'not-utf8', reason: 'not valid UTF-16; save the file as UTF-8', source: nowhere } }
}

/** Decodes the bytes of a document: UTF-8, or UTF-16 with a byte-order mark. */
export function decodeDocument(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 'utf-16le')
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 'utf-16be')
  if (bytes.includes(0) || signatures.some((signature) => startsWith(bytes, signature))) {
    const reason = 'holds binary content, no text; leave it out of the audit'
    return { fault: { code: 'binary', reason, source: nowhere } }
  }
  const text = tryDecode(bytes, 'utf-8')
  return text === null ? { fault: notUtf8(bytes) } : { text }
}
