import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import type { Fault } from '../../core/auditing.ts'
import { decodeDocument } from '../decode.ts'
import type { Past } from '../since/past.ts'
import { type Obstacle, type Source, unreadable } from './source.ts'
import { notAFile } from './walk.ts'

/** The text of a document, or why there is none. */
export type SourceText = { readonly text: string } | { readonly fault: Fault }

/** The content of a document, or why there is none. */
export type SourceBytes = { readonly bytes: Uint8Array } | { readonly fault: Fault }

/** More bytes than this are not even read. */
const maxBytes = 256 * 1024 * 1024
const tooLarge: Obstacle['reason'] = 'larger than 256 MB, not read; split it'

/** Reads a document; never throws and never waits for a pipe. `stdin`: what standard input held. */
export function bytesOf(source: Source, stdin: Uint8Array): SourceBytes {
  if (source.obstacle !== null) return blocked(source.obstacle)
  if (source.file === null) return { bytes: stdin }
  try {
    return readFile(source.file)
  } catch (error) {
    return blocked(unreadable(error))
  }
}

/** The text of a document as it was; null: as it is now. */
export function readThen(source: Source, past: Past | null): SourceText {
  const then = source.file === null ? null : (past?.contentOf(source.file) ?? null)
  const read = then === null ? bytesOf(source, new Uint8Array()) : { bytes: then }
  return 'fault' in read ? read : decodeDocument(read.bytes)
}

function readFile(path: string): SourceBytes {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)) // or opening a pipe would wait
  try {
    const stats = fstatSync(file)
    if (!stats.isFile()) return blocked(notAFile)
    if (stats.size > maxBytes) return { fault: { code: 'too-costly', reason: tooLarge, source: nowhere } }
    return { bytes: readFileSync(file) }
  } finally {
    closeSync(file)
  }
}

const nowhere = { start: 0, end: 0 }
const blocked = ({ code, reason }: Obstacle) => ({ fault: { code, reason, source: nowhere } })

/** Everything standard input holds. */
export async function readStdin(stdin: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}
