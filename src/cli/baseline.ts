import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import {
  type BaselineEntry,
  baselineEntry,
  compareWithBaseline,
  type Report,
  visibleLine,
  type Worsened,
  withoutKnown,
} from '../core/auditing.ts'
import { ClaimlintError } from '../core/vocabulary.ts'
import { baselineName, readBaseline, writeBaseline } from './baseline-file.ts'
import { type BaselineShare, baselineSight } from './baseline-sight.ts'
import type { AuditOptions } from './commands/audit.ts'
import type { Config } from './config/config.ts'
import { isWithin } from './files/is-within.ts'
import { shownPath } from './files/shown-path.ts'
import type { Io } from './io.ts'
import type { Audited } from './run-audit.ts'

/** A report without the findings of its baselines, and what there is to say about those. */
export interface Settled {
  readonly report: Report
  readonly notices: readonly string[]
  /** `stale`: under CI an entry is gone, which fails. */
  readonly state: 'fine' | 'stale'
}

/** Takes the findings of the baselines out of a report; writes them where the user asked for it. */
export function settleBaseline(audited: Audited, options: AuditOptions, io: Io): Settled {
  const shares = sharesOf(audited, options, io.cwd)
  const settled = shares.map((share) => settleShare(share, options, io))
  if (settled.length === 0) return { report: audited.report, notices: [], state: 'fine' }
  return {
    report: withoutKnown(
      audited.report,
      settled.flatMap(({ known }) => known),
    ),
    notices: settled.flatMap(({ notices }) => notices),
    state: settled.some(({ state }) => state === 'stale') ? 'stale' : 'fine',
  }
}

/** Which findings and groups each baseline is about. */
function sharesOf({ report, groups, extracted }: Audited, options: AuditOptions, cwd: string): BaselineShare[] {
  const files = groups.map(({ config }) => baselineFileOf(config, options, cwd))
  if (files.every((file) => file === null)) refuseWrites(options)
  const owner = new Map(groups.flatMap(({ sources }, at) => sources.map(({ path }) => [path, at] as const)))
  const findings = files.map((): Report['findings'][number][] => [])
  for (const finding of report.findings) {
    const at = owner.get(finding.document) ?? groupAround(finding.document, groups, cwd)
    findings[at]?.push(finding)
  }
  return [...new Set(files)].flatMap((file) => {
    if (file === null) return []
    const mine = files.flatMap((other, at) => (other === file ? [at] : []))
    const parts = mine.flatMap((at) => {
      const [group, extract] = [groups[at], extracted[at]]
      return group && extract ? [{ group, extract }] : []
    })
    return [{ file, parts, findings: mine.flatMap((at) => findings[at] ?? []) }]
  })
}

/** Registers and files of decisions are nobody's documents: they go with the configuration they lie under. */
function groupAround(document: string, groups: Audited['groups'], cwd: string): number {
  const path = resolve(cwd, document)
  const around = groups.filter(({ config }) => isWithin(path, config.base))
  const nearest = around.toSorted((a, b) => b.config.base.length - a.config.base.length)[0]
  return nearest === undefined ? 0 : groups.indexOf(nearest)
}

/** The baseline of a configuration, absolute; null: none, and none may be written. */
function baselineFileOf(config: Config, options: AuditOptions, cwd: string): string | null {
  if (options.baseline !== undefined) {
    const file = resolve(cwd, options.baseline)
    if (existsSync(file) || options.acceptNew) return file
    const hint = 'there is no such file; --accept-new writes it'
    throw new ClaimlintError('E_USAGE', `--baseline ${shownPath(file, cwd)}: ${hint}`)
  }
  if (options.config === false) return null
  const file = config.baseline ?? join(config.base, baselineName)
  return existsSync(file) || options.acceptNew ? file : null
}

function refuseWrites({ config, acceptNew, updateBaseline }: AuditOptions): void {
  if (!acceptNew && !updateBaseline) return
  const option = acceptNew ? '--accept-new' : '--update-baseline'
  const why = config === false ? 'without a configuration' : 'here'
  throw new ClaimlintError('E_USAGE', `${option}: there is no baseline ${why}; name the file with --baseline`)
}

interface SettledShare {
  readonly known: readonly Report['findings'][number][]
  readonly notices: readonly string[]
  readonly state: Settled['state']
}

function settleShare(share: BaselineShare, options: AuditOptions, io: Io): SettledShare {
  const { file, findings } = share
  const name = shownPath(file, io.cwd)
  const nameOf: NameOf = (document) => shownPath(resolve(io.cwd, document), dirname(file))
  const entries = existsSync(file) ? readBaseline(file, io.cwd) : []
  const compared = compareWithBaseline(entries, findings, { nameOf, ...baselineSight(share, nameOf) })
  const { known, worse, kept, stale } = compared
  if (options.acceptNew) return acceptAll(share, compared, { nameOf, options, io })
  if (options.updateBaseline) {
    writeBaseline(file, kept, io.cwd)
    return { known, notices: [...worseNotice(name, worse), `${name}: ${stale.length} removed`], state: 'fine' }
  }
  const isHarmless = !isCi(io.env) || share.parts.every(({ group }) => failsNever(group.config, options))
  return {
    known,
    notices: [...worseNotice(name, worse), ...staleNotice(name, stale)],
    state: isHarmless || stale.length === 0 ? 'fine' : 'stale',
  }
}

type NameOf = Parameters<typeof baselineEntry>[1]

interface Acceptance {
  readonly nameOf: NameOf
  readonly options: AuditOptions
  readonly io: Io
}

/** Writes everything open; a folder without findings gets no file unless one was named. */
function acceptAll(
  { file }: BaselineShare,
  { known, fresh, worse, kept, stale }: ReturnType<typeof compareWithBaseline>,
  { nameOf, options, io }: Acceptance,
): SettledShare {
  const graver = new Set(worse.map(({ finding }) => finding.fingerprint))
  const lasting = kept.filter(({ fingerprint }) => !graver.has(fingerprint))
  const isWanted = existsSync(file) || fresh.length > 0 || options.baseline !== undefined
  if (isWanted) writeBaseline(file, [...lasting, ...fresh.map((finding) => baselineEntry(finding, nameOf))], io.cwd)
  const name = shownPath(file, io.cwd)
  const done = `${name}: ${fresh.length - worse.length} added, ${stale.length} removed`
  const changed = worse.length === 0 ? '' : `, ${worse.length} with a graver verdict`
  return { known: [...known, ...fresh], notices: isWanted ? [done + changed] : [], state: 'fine' }
}

const failsNever = (config: Config, options: AuditOptions) => (options.failOn ?? config.failOn) === 'never'

const isCi = ({ CI: ci = '' }: Io['env']) => ci !== '' && ci !== 'false' && ci !== '0'

const namedAtMost = 10

/** Which entries are gone: whoever mended them takes them off the list, so that they cannot come back unseen. */
function staleNotice(file: string, stale: readonly BaselineEntry[]): string[] {
  if (stale.length === 0) return []
  const [are, them] = stale.length === 1 ? ['entry is', 'it'] : ['entries are', 'them']
  const mended = `${stale.length} ${are} no longer found; --update-baseline takes ${them} out of ${file}`
  return [mended + listed(stale.map(named))]
}

/** Which known words are shown after all, and why. */
function worseNotice(file: string, worse: readonly Worsened[]): string[] {
  if (worse.length === 0) return []
  const are = worse.length === 1 ? 'known finding has' : 'known findings have'
  const lines = worse.map(({ finding, entry }) => `${named(entry)}: ${entry.verdict} -> ${finding.verdict}`)
  return [
    `${worse.length} ${are} a graver verdict than in ${file} ${worse.length === 1 ? 'and counts' : 'and count'} as new${listed(lines)}`,
  ]
}

function listed(lines: readonly string[]): string {
  const more = lines.length > namedAtMost ? `\n  and ${lines.length - namedAtMost} more` : ''
  return lines
    .slice(0, namedAtMost)
    .map((line) => `\n  ${line}`)
    .join('')
    .concat(more)
}

const named = ({ rule, text, document }: BaselineEntry) => `${rule} ${quoted(text)} ${quoted(document)}`

/** Words of a file that anybody may have written, harmless in a terminal and in the log of a CI. */
const quoted = (text: string) => JSON.stringify(visibleLine(text.slice(0, 100)))
