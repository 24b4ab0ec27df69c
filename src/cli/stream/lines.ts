import type { Readable } from 'node:stream'

/** More bytes than this are no listing; what is longer is skipped and answered with an error. */
export const maxLineBytes = 20 * 1024 * 1024

/** One line without its end; null when it is too long to be read. */
export type Line = Buffer | null

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** The lines of a stream of bytes; the last one needs no end. Holds one chunk and one line in memory. */
export async function* linesOf(stdin: Readable): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let length = 0
  const add = (part: Buffer) => {
    length += part.length
    if (length <= maxLineBytes) parts.push(part)
    else parts = []
  }
  const whole = (): Line => {
    const line = length > maxLineBytes ? null : withoutReturn(Buffer.concat(parts))
    parts = []
    length = 0
    return line
  }
  for await (const read of stdin) {
    const chunk: Buffer = typeof read === 'string' ? Buffer.from(read) : read
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      add(chunk.subarray(start, end))
      yield whole()
      start = end + 1
    }
    if (start < chunk.length) add(Buffer.from(chunk.subarray(start)))
  }
  if (length > 0) yield whole()
}

const withoutReturn = (line: Buffer): Buffer => (line.at(-1) === carriageReturn ? line.subarray(0, -1) : line)
