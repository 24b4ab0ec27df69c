import { utf8 } from './utf8.ts'

const wordCount = 64
const blockBytes = 64

/** The first 32 bits of the fraction of `root`. */
const fractionBits = (root: number) => Math.floor((root - Math.floor(root)) * 0x1_0000_0000)

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) if (candidate % divisor === 0) return false
  return true
}

const primes = Array.from({ length: 312 }, (_, number) => number).filter((number) => number > 1 && isPrime(number))
const roundConstants = primes.map((prime) => fractionBits(Math.cbrt(prime)))
const initialState = primes.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)))

const rotate = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits))

/** The message with its one bit, zeros and its length in bits, as big-endian words in whole blocks. */
function paddedWords(text: string): Uint32Array {
  const message = Uint8Array.from(utf8(text))
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / blockBytes) * blockBytes)
  bytes.set(message)
  bytes[message.length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n)
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => view.getUint32(at * 4))
}

function scheduleOf(block: Uint32Array): Uint32Array {
  const words = new Uint32Array(wordCount)
  words.set(block)
  const word = (at: number) => words[at] ?? 0
  for (let at = block.length; at < wordCount; at++) {
    const [early, late] = [word(at - 15), word(at - 2)]
    const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    words[at] = word(at - 16) + small + word(at - 7) + large
  }
  return words
}

function compress(state: readonly number[], block: Uint32Array): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (const [round, word] of scheduleOf(block).entries()) {
    const choice = (e & f) ^ (~e & g)
    const first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + (roundConstants[round] ?? 0) + word
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  return [a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) >>> 0)
}

/** SHA-256 of the UTF-8 of a text: 32 bytes. Not for secrets: its time depends on the text. */
export function sha256(text: string): Uint8Array {
  const words = paddedWords(text)
  let state: readonly number[] = initialState
  for (let at = 0; at < words.length; at += 16) state = compress(state, words.subarray(at, at + 16))
  const view = new DataView(new ArrayBuffer(32))
  for (const [at, word] of state.entries()) view.setUint32(at * 4, word)
  return new Uint8Array(view.buffer)
}

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 of bytes, padded: what a content security policy names a hash by. */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
    const bits = (first << 16) | (second << 8) | third
    const digits = [bits >> 18, bits >> 12, bits >> 6, bits].map((shifted) => base64Digits[shifted & 63] ?? '')
    const count = Math.min(bytes.length - at, 3) + 1
    text += digits.slice(0, count).join('').padEnd(4, '=')
  }
  return text
}

/** Two lower-case hexadecimal digits a byte. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
