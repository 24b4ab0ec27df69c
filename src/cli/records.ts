import { type DocumentRecord, extractClaims, type PlainReading, parseDocument } from '../core/auditing.ts'
import type { RecordStore } from './cache/record-store.ts'
import { decodeDocument } from './decode.ts'
import { isMachineText } from './files/not-copy.ts'
import { bytesOf, type SourceText } from './files/read-source.ts'
import type { Source } from './files/source.ts'
import { type Group, type Part, partAt } from './groups.ts'
import type { Progress } from './output/progress.ts'

/** Where the record of a document comes from: from reading it, or from wherever it was kept; none when it is no copy. */
export type RecordOf = (source: Source, part: Part) => readonly DocumentRecord[]

/** What the documents of a group say; those that turn out to be no copy are left out. */
export function recordsOf(group: Group, recordOf: RecordOf, progress: Progress): DocumentRecord[] {
  const at = partAt(group)
  return group.sources.flatMap((source) => {
    const record = recordOf(source, at(source))
    progress.step()
    return record
  })
}

/** Records read from files and from standard input. `stdin`: what that held; `store`: what is known of files; `plain`: whether what is plain is read without the parser. */
export const readingWith =
  (stdin: Uint8Array, store: RecordStore, plain: PlainReading = 'plain'): RecordOf =>
  (source, part) => {
    const read = bytesOf(source, stdin)
    if ('fault' in read) return recordIn(source, read, part, plain)
    const extract = () => recordIn(source, decodeDocument(read.bytes), part, plain)
    return source.file === null ? extract() : store.recordsFor({ source, bytes: read.bytes, part }, extract)
  }

/** What a text says; nothing when it was found and turns out to be no copy. */
export function recordIn(
  { path, origin }: Source,
  read: SourceText,
  { pack, config: { fields, limits } }: Pick<Part, 'pack' | 'config'>,
  plain: PlainReading = 'plain',
): DocumentRecord[] {
  if ('fault' in read) return [extractClaims({ path, source: '', blocks: [], faults: [read.fault] }, pack)]
  if (origin === 'found' && isMachineText(path, read.text)) return []
  try {
    return [extractClaims(parseDocument(path, read.text, { fields, limits, plain }), pack)]
  } catch (error) {
    throw new Error(`while auditing ${path}`, { cause: error })
  }
}
