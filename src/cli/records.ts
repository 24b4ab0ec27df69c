import { type DocumentRecord, extractClaims, parseDocument } from '../core/auditing.ts'
import { isMachineText } from './files/not-copy.ts'
import { readSource, type SourceText } from './files/read-source.ts'
import type { Source } from './files/source.ts'
import { type Group, type Part, partAt } from './groups.ts'
import type { Progress } from './output/progress.ts'

/** What the documents of a group say; those that turn out to be no copy are left out. `stdin`: what standard input held. */
export function recordsOf(group: Group, stdin: Uint8Array, progress: Progress): DocumentRecord[] {
  const at = partAt(group)
  return group.sources.flatMap((source) => {
    const record = recordOf(source, stdin, at(source))
    progress.step()
    return record
  })
}

function recordOf(source: Source, stdin: Uint8Array, part: Part): DocumentRecord[] {
  return recordIn(source, readSource(source, stdin), part)
}

/** What a text says; nothing when it was found and turns out to be no copy. */
export function recordIn(
  { path, origin }: Source,
  read: SourceText,
  { pack, config: { fields } }: Pick<Part, 'pack' | 'config'>,
): DocumentRecord[] {
  if ('fault' in read) return [extractClaims({ path, source: '', blocks: [], faults: [read.fault] }, pack)]
  if (origin === 'found' && isMachineText(path, read.text)) return []
  try {
    return [extractClaims(parseDocument(path, read.text, { fields }), pack)]
  } catch (error) {
    throw new Error(`while auditing ${path}`, { cause: error })
  }
}
