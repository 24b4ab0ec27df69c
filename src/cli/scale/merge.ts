import { dirname, resolve } from 'node:path'
import { finishAudit } from '../audit.ts'
import type { AuditRequest } from '../audit-request.ts'
import { noStore } from '../cache/record-store.ts'
import type { MergeOptions } from '../commands/merge.ts'
import { configChoice, configChooser } from '../config/find.ts'
import type { ExitCode } from '../exit-code.ts'
import { comparePaths } from '../files/shown-path.ts'
import type { Source } from '../files/source.ts'
import type { Io } from '../io.ts'
import { packageManifest } from '../package-manifest.ts'
import { readingWith } from '../records.ts'
import { joinShards } from './shard-file.ts'

/** Judges the records of all shards of an audit together and reports as the audit would have without shards. Throws E_SHARD. */
export async function merge(
  { operands: files, options, commandNames }: Omit<AuditRequest, 'options'> & { readonly options: MergeOptions },
  io: Io,
): Promise<ExitCode> {
  const { records, settings, asOf } = joinShards(files, packageManifest().version, io.cwd)
  const { operands, ...judging } = settings
  const read = readingWith(new Uint8Array(), noStore)
  const configFor = configChooser(configChoice(settings.config, io.cwd), io.cwd)
  const sources = [...records.keys()].toSorted(comparePaths).map((path): Source => {
    const file = resolve(io.cwd, path)
    return { path, file, origin: 'found', config: configFor(dirname(file)), obstacle: null }
  })
  return finishAudit(
    { operands, options: { ...options, ...judging, asOf }, commandNames },
    {
      sources,
      configFor,
      recordOf: (source, part) => {
        const record = records.get(source.path)
        return record ? [record] : read(source, part)
      },
    },
    io,
  )
}
