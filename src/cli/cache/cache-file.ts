import { createHmac, timingSafeEqual } from 'node:crypto'
import type { DocumentRecord } from '../../core/auditing.ts'

/** The lines of a cache by their key. */
export type CacheLines = ReadonlyMap<string, Uint8Array>

/** What stands in a line of a cache: the records of one document. */
export interface CacheEntry {
  readonly path: string
  readonly records: DocumentRecord[]
}

const kind = 'claimlint-cache'
/** The number changes with the form of the file. */
const mark = `${kind} 1 `
const sealLength = 64
const headLength = mark.length + sealLength + 1
const newline = 0x0a
const space = 0x20
const afterPath = '","records":'

/** Whether a file may be written over: it is a cache, in whatever condition, or holds nothing. */
export const isCacheFile = (bytes: Uint8Array): boolean =>
  bytes.length === 0 || textOf(bytes.subarray(0, kind.length)) === kind

/** The bytes of a cache file, sealed with a secret: nobody without it can make or change one. */
export function sealed(lines: CacheLines, secret: Uint8Array): Uint8Array {
  const body = Buffer.concat([...lines.values()].flatMap((line) => [line, Uint8Array.of(newline)]))
  return Buffer.concat([headOf(body, secret), body])
}

/** The lines of a cache file; none when it is damaged, cut short or sealed with another secret. */
export function unsealed(bytes: Uint8Array, secret: Uint8Array): CacheLines {
  const body = bytes.subarray(headLength)
  const head = headOf(body, secret)
  const found = bytes.subarray(0, headLength)
  if (found.length !== head.length || !timingSafeEqual(found, head)) return new Map()
  return new Map(linesOf(body).map((line) => [textOf(line.subarray(0, line.indexOf(space))), line]))
}

/** Writes a line. `key` holds no space. */
export const cacheLine = (key: string, { path, records }: CacheEntry): Uint8Array =>
  Buffer.from(`${key} ${JSON.stringify({ path, records })}`)

/** Reads a line that `cacheLine` wrote. */
export const entryOf = (line: Uint8Array): CacheEntry =>
  JSON.parse(textOf(line.subarray(line.indexOf(space) + 1))) as CacheEntry // the seal says that it is ours

/** The path in a line, without reading its records. A quotation mark in a path is escaped, so the first such words end it. */
export function pathOf(line: Uint8Array): string {
  const end = Buffer.from(line.buffer, line.byteOffset, line.byteLength).indexOf(afterPath)
  const { path } = JSON.parse(`${textOf(line.subarray(line.indexOf(space) + 1, end))}"}`) as Pick<CacheEntry, 'path'>
  return path
}

const headOf = (body: Uint8Array, secret: Uint8Array) =>
  Buffer.from(`${mark}${createHmac('sha256', secret).update(body).digest('hex')}\n`)

const textOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()

function linesOf(body: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf(newline, start)
    lines.push(body.subarray(start, end))
    start = end + 1
  }
  return lines
}
