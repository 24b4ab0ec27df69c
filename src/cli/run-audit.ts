import { type AuditGroup, documentExtensions, judge, type Report, type Variant } from '../core/auditing.ts'
import { ClaimlintError, type Language } from '../core/vocabulary.ts'
import type { AuditRequest } from './audit-request.ts'
import { backgroundOf, registersOf } from './background.ts'
import { noCache, type OnRead, type OpenCache, type RecordStore, telling } from './cache/record-store.ts'
import type { AuditOptions } from './commands/audit.ts'
import { type ConfigFor, configChoice, configChooser } from './config/find.ts'
import { readStdin } from './files/read-source.ts'
import { selectSources } from './files/select.ts'
import type { Source } from './files/source.ts'
import { type Group, groupSources, type Part } from './groups.ts'
import type { Io } from './io.ts'
import { onFileFor } from './on-file.ts'
import { progressOf } from './output/progress.ts'
import { packageManifest } from './package-manifest.ts'
import { type RecordOf, readingWith, recordsOf } from './records.ts'
import { isInShard, type Shard } from './scale/shard.ts'

/** What a command wants of an audit besides what the user asked for. */
export interface AuditWish {
  readonly language: Language
  readonly ledger: 'findings' | 'claims'
  /** Absolute paths of the files this run writes. */
  readonly outputs: readonly string[]
  /** Documents and records that are known already; absent: what the command line names is read. */
  readonly known?: KnownDocuments
  /** Is told of every document that is read, with its bytes. */
  readonly onRead?: OnRead
  /** Only documents of this shard, and nothing read along for contradictions. */
  readonly shard?: Shard
}

/** Documents to audit whose records need no reading. */
export interface KnownDocuments {
  readonly sources: readonly Source[]
  readonly configFor: ConfigFor
  readonly recordOf: RecordOf
}

/** A finished audit. */
export interface Audited {
  readonly report: Report
  readonly groups: readonly Group[]
  /** What the report was made of, group by group. */
  readonly extracted: readonly AuditGroup[]
  readonly configFor: ConfigFor
  /** What was wrong with the cache, for people; null: nothing. */
  readonly cacheFault: string | null
}

/** Selects documents, finds their claims and judges them. */
export async function runAudit(request: AuditRequest, wish: AuditWish, io: Io): Promise<Audited> {
  const { language, ledger } = wish
  const cache = await cacheFor(request.options, wish, io)
  const configFor = wish.known?.configFor ?? configChooser(configChoice(request.options.config, io.cwd), io.cwd)
  const all = wish.known?.sources ?? sourcesOf(request, { outputs: [...wish.outputs, ...cache.files], configFor }, io)
  const { shard } = wish
  const sources = shard ? all.filter(({ path }) => isInShard(path, shard)) : all
  const groups = await groupSources(sources, request.options, io.cwd)
  const extracted = await extractGroups(
    groups,
    { request, configFor, wish, store: telling(wish.onRead, cache.store) },
    io,
  )
  const report = judge(extracted, { language, toolVersion: packageManifest().version, ledger })
  return { report, groups, extracted, configFor, cacheFault: cache.close() }
}

/** What an earlier run remembers was perhaps not read by the parser. */
async function cacheFor({ cache, parseAll = false }: AuditOptions, { known }: AuditWish, io: Io): Promise<OpenCache> {
  if (cache === undefined || parseAll || known) return noCache
  const { openCache } = await import('./cache/open-cache.ts')
  return openCache(cache, io)
}

function sourcesOf(
  request: AuditRequest,
  { outputs, configFor }: { readonly outputs: readonly string[]; readonly configFor: ConfigFor },
  io: Io,
): Source[] {
  const { operands, options, commandNames } = request
  const onlyNamed = operands.length === 0 && options.stdinFilename !== undefined
  if (options.stdinFilename !== undefined && !onlyNamed && !operands.includes('-')) {
    throw new ClaimlintError('E_USAGE', '--stdin-filename: nothing is read from standard input; add - to the paths')
  }
  return selectSources({
    cwd: io.cwd,
    operands: onlyNamed ? ['-'] : operands,
    stdinName: options.stdinFilename ?? 'stdin.md',
    configFor,
    extensions: documentExtensions.map((extension) => `.${extension}`),
    commands: commandNames,
    outputs,
  })
}

async function extractGroups(
  groups: readonly Group[],
  {
    request: { operands, options },
    configFor,
    wish,
    store,
  }: {
    readonly request: AuditRequest
    readonly configFor: ConfigFor
    readonly wish: AuditWish
    readonly store: RecordStore
  },
  io: Io,
): Promise<AuditGroup[]> {
  const sources = groups.flatMap((group) => group.sources)
  const stdin = sources.some(({ file }) => file === null) ? await readStdin(io.stdin) : new Uint8Array()
  for (const { path, file } of sources) if (file === null) wish.onRead?.(path, stdin)
  const recordOf = wish.known?.recordOf ?? readingWith(stdin, store, options.parseAll ? 'never' : 'plain')
  const progress = progressOf(options.quiet ? 0 : sources.length, io)
  const asOf = options.asOf ?? io.today()
  const extract = (group: Group): AuditGroup => ({
    records: recordsOf(group, recordOf, progress),
    pack: group.pack,
    // Who brings proof of their own and wants no configuration audits a folder they do not trust.
    facts: options.config === false && options.evidence !== undefined ? 'contradict' : 'vouched',
    settings: settingsOf(group, options, asOf),
    variants: variantsOf(group, options, asOf),
    ...(wish.shard ? registersOf(group, io.cwd) : backgroundOf(group, { configFor, recordOf }, io.cwd)),
    onFile: onFileFor({ group, operands, cwd: io.cwd, past: null }, options),
  })
  const extracted = endingWith(progress.end, () => groups.map(extract))
  if (wish.shard === undefined && extracted.every(({ records }) => records.length === 0)) {
    throw new ClaimlintError(
      'E_PATH',
      'there is no document to audit: what was found is made for programs, not for buyers',
    )
  }
  return extracted
}

function endingWith<T>(end: () => void, work: () => T): T {
  try {
    return work()
  } finally {
    end()
  }
}

/** The parts of a group whose documents are audited. */
const variantsOf = ({ parts }: Group, options: AuditOptions, asOf: string): readonly Variant[] =>
  parts.map((part) => ({
    documents: new Set(part.sources.map(({ path }) => path)),
    pack: part.pack,
    settings: settingsOf(part, options, asOf),
  }))

/** The command line goes over the configuration. */
export function settingsOf({ config, selection }: Part, options: AuditOptions, asOf: string): AuditGroup['settings'] {
  return {
    markets: options.market ?? config.markets,
    channel: options.channel ?? config.channel,
    audience: options.audience ?? config.audience,
    languages: config.languages,
    asOf,
    selection,
  }
}
