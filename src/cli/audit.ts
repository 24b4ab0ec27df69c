import { type AuditGroup, documentExtensions, judge } from '../core/auditing.ts'
import { ClaimlintError } from '../core/vocabulary.ts'
import type { AuditOptions } from './commands/audit.ts'
import { configChoice, configChooser } from './config/find.ts'
import type { ExitCode } from './exit-code.ts'
import { readStdin } from './files/read-source.ts'
import { selectSources } from './files/select.ts'
import type { Source } from './files/source.ts'
import { type Group, groupSources } from './groups.ts'
import { type Io, print } from './io.ts'
import { localeLanguage } from './locale.ts'
import { outcomeOf } from './outcome.ts'
import { deliver } from './output/deliver.ts'
import { type Destination, destinationsOf } from './output/destination.ts'
import { progressOf } from './output/progress.ts'
import { packageManifest } from './package-manifest.ts'
import { recordsOf } from './records.ts'

/** What the user asked to audit. */
export interface AuditRequest {
  readonly operands: readonly string[]
  readonly options: AuditOptions
  readonly commandNames: readonly string[]
}

/** Audits: selects documents, finds their claims, judges them, reports. */
export async function audit(request: AuditRequest, io: Io): Promise<ExitCode> {
  const { options } = request
  const language = options.language ?? localeLanguage(io.env)
  const destinations = destinationsOf(options.format ?? [], options.output ?? null, io.cwd)
  const sources = sourcesOf(request, destinations, io)
  const groups = await groupSources(sources, options, io.cwd)
  const extracted = await extractGroups(groups, request, io)
  const ledger = options.claims ? 'claims' : 'findings'
  const report = judge(extracted, { language, toolVersion: packageManifest().version, ledger })
  const show = options.quiet ? 'quiet' : 'all'
  await deliver(report, destinations, { language, show, color: options.color }, io)
  const { code, notice } = outcomeOf(report, groups, options)
  if (notice !== null) await print(io.stderr, `claimlint: ${notice}\n`)
  return code
}

function sourcesOf(request: AuditRequest, destinations: readonly Destination[], io: Io): Source[] {
  const { operands, options, commandNames } = request
  const onlyNamed = operands.length === 0 && options.stdinFilename !== undefined
  if (options.stdinFilename !== undefined && !onlyNamed && !operands.includes('-')) {
    throw new ClaimlintError('E_USAGE', '--stdin-filename: nothing is read from standard input; add - to the paths')
  }
  return selectSources({
    cwd: io.cwd,
    operands: onlyNamed ? ['-'] : operands,
    stdinName: options.stdinFilename ?? 'stdin.md',
    configFor: configChooser(configChoice(options.config, io.cwd), io.cwd),
    extensions: documentExtensions.map((extension) => `.${extension}`),
    commands: commandNames,
    outputs: destinations.flatMap(({ file }) => file ?? []),
  })
}

async function extractGroups(groups: readonly Group[], { options }: AuditRequest, io: Io): Promise<AuditGroup[]> {
  const sources = groups.flatMap((group) => group.sources)
  const stdin = sources.some(({ file }) => file === null) ? await readStdin(io.stdin) : new Uint8Array()
  const progress = progressOf(options.quiet ? 0 : sources.length, io)
  const asOf = options.asOf ?? io.today()
  const extract = (group: Group): AuditGroup => ({
    records: recordsOf(group, stdin, progress),
    pack: group.pack,
    settings: settingsOf(group, options, asOf),
  })
  const extracted = endingWith(progress.end, () => groups.map(extract))
  if (extracted.every(({ records }) => records.length === 0)) {
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

/** The command line goes over the configuration. */
function settingsOf({ config, selection }: Group, options: AuditOptions, asOf: string): AuditGroup['settings'] {
  return {
    markets: options.market ?? config.markets,
    channel: options.channel ?? config.channel,
    audience: options.audience ?? config.audience,
    asOf,
    selection,
  }
}
