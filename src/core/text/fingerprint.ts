import { utf8 } from './utf8.ts'

const separator = 0xff // never a byte of UTF-8, so no two lists of parts are the same bytes
const fold = 0x1b3 // the 64-bit prime of FNV is 2^40 + 0x1b3

/** 64-bit FNV-1a in two halves: BigInt is far slower, and a large catalog has a hundred thousand claims. */
function fnv1a64(bytes: Iterable<number>): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0
    const product = low * fold
    high = (Math.imul(high, fold) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0
    low = product >>> 0
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}

function* bytesOf(parts: readonly string[]): Generator<number> {
  for (const [at, part] of parts.entries()) {
    if (at > 0) yield separator
    yield* utf8(part)
  }
}

/** Identity of a list of texts: 16 hexadecimal digits, the same on every machine and in every version,
 *  because decisions and baselines are keyed by it. FNV-1a of the UTF-8 parts, 0xff between them. Not a secret. */
export function fingerprintOf(parts: readonly string[]): string {
  return fnv1a64(bytesOf(parts))
}
