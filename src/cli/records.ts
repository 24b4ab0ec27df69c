import { type DocumentRecord, extractClaims, parseDocument } from '../core/auditing.ts'
import { isMachineText } from './files/not-copy.ts'
import { readSource } from './files/read-source.ts'
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

function recordOf(source: Source, stdin: Uint8Array, { pack, config: { fields } }: Part) {
  const { path, origin } = source
  const read = readSource(source, stdin)
  if ('fault' in read) return [extractClaims({ path, source: '', blocks: [], faults: [read.fault] }, pack)]
  if (origin === 'found' && isMachineText(path, read.text)) return []
  try {
    return [extractClaims(parseDocument(path, read.text, { fields }), pack)]
  } catch (error) {
    throw new Error(`while auditing ${path}`, { cause: error })
  }
}
