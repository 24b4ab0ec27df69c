import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { DocumentRecord, Report } from '../../core/auditing.ts'
import { ClaimlintError } from '../../core/vocabulary.ts'
import type { AuditOptions } from '../commands/audit.ts'
import type { Shard } from './shard.ts'

/** What decides how documents are judged: all shards of an audit must agree in it. */
export type ShardSettings = Pick<
  AuditOptions,
  'market' | 'channel' | 'audience' | 'rule' | 'only' | 'skip' | 'evidence' | 'inline' | 'decisions' | 'config'
> & { readonly operands: readonly string[] }

/** What the report of a shard holds besides its findings. */
export interface ShardPart extends Shard {
  readonly settings: ShardSettings
  readonly records: readonly DocumentRecord[]
}

/** The settings of an audit that go along with its records. */
export function shardSettings(operands: readonly string[], options: AuditOptions): ShardSettings {
  const { market, channel, audience, rule, only, skip, evidence, inline, decisions, config } = options
  const given = { market, channel, audience, rule, only, skip, evidence, inline, decisions, config }
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { operands, ...set }
}

/** The parts of one audit, put together. */
export interface JoinedShards {
  readonly records: ReadonlyMap<string, DocumentRecord>
  readonly settings: ShardSettings
  readonly asOf: string
}

type ShardReport = Pick<Report, 'tool' | 'asOf'> & { readonly shard: ShardPart }

/** Reads the reports of all shards of one audit, in any order. Throws E_SHARD when they are not the whole of one audit. */
export function joinShards(files: readonly string[], version: string, cwd: string): JoinedShards {
  const reports = files.map((file) => ({ file, report: readShard(file, cwd) }))
  // A shard without documents had no rules to name.
  const first = reports.find(({ report }) => report.shard.records.length > 0) ?? reports[0]
  if (!first) throw new ClaimlintError('E_SHARD', 'name the reports of all shards')
  const records = new Map<string, DocumentRecord>()
  for (const { file, report } of reports) {
    checkAgreement(file, report, first)
    for (const record of report.shard.records) {
      if (records.has(record.path)) throw wrong(file, `${record.path} is in another shard too; give each shard once`)
      records.set(record.path, record)
    }
  }
  const made = first.report.tool.version
  if (made !== version)
    throw wrong(first.file, `claimlint ${made} made it, this is ${version}; use one version for all`)
  checkWhole(reports)
  return { records, settings: first.report.shard.settings, asOf: first.report.asOf }
}

const wrong = (file: string, reason: string) => new ClaimlintError('E_SHARD', reason, { path: file })

function readShard(file: string, cwd: string): ShardReport {
  const report = parsed(file, cwd)
  const isShard = typeof report === 'object' && report !== null && 'shard' in report && 'tool' in report
  if (isShard && Array.isArray((report as ShardReport).shard?.records)) return report as ShardReport // written by audit --shard
  throw wrong(file, 'it is no report of a shard; make it with claimlint audit --shard i/n --format json')
}

function parsed(file: string, cwd: string): unknown {
  try {
    return JSON.parse(readFileSync(resolve(cwd, file), 'utf8'))
  } catch (error) {
    throw wrong(file, `it cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

interface Named {
  readonly file: string
  readonly report: ShardReport
}

function checkAgreement(file: string, { tool, asOf, shard }: ShardReport, first: Named): void {
  const { report } = first
  const isEmpty = shard.records.length === 0
  const differs = [
    ...(isEmpty || isDeepStrictEqual(tool, report.tool) ? [] : ['the version of claimlint or of its rules']),
    ...(isEmpty || asOf === report.asOf ? [] : ['the date it speaks for (give --as-of)']),
    ...(shard.count === report.shard.count ? [] : ['the number of shards']),
    ...(isDeepStrictEqual(shard.settings, report.shard.settings) ? [] : ['the options of the audit']),
  ]
  if (differs.length > 0)
    throw wrong(file, `it is of another audit than ${first.file}: not the same are ${differs.join(', ')}`)
}

function checkWhole(reports: readonly Named[]): void {
  const count = reports[0]?.report.shard.count ?? 0
  const given = new Set(reports.map(({ report }) => report.shard.index))
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !given.has(index))
  if (missing.length === 0) return
  const names = missing.slice(0, 10).map((index) => `${index}/${count}`)
  throw new ClaimlintError(
    'E_SHARD',
    `the report of shard ${names.join(', ')} is missing; name the reports of all shards`,
  )
}
