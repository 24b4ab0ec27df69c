import { dirname, join, resolve } from 'node:path'
import {
  type AuditGroup,
  baselineEntry,
  compareWithBaseline,
  type DocumentRecord,
  documentExtensions,
  type Finding,
  judge,
  type Report,
  reportOf,
} from '../../core/auditing.ts'
import type { AuditRequest } from '../audit-request.ts'
import { companyNames } from '../background.ts'
import { configNames } from '../config/config.ts'
import { registerFiles } from '../evidence-files.ts'
import { globTest } from '../files/globs.ts'
import { isWithin } from '../files/is-within.ts'
import { policyOf } from '../files/policy.ts'
import { readThen } from '../files/read-source.ts'
import { ruleFilesIn } from '../files/rule-files.ts'
import { shownPath } from '../files/shown-path.ts'
import type { Source } from '../files/source.ts'
import { type Group, partAt } from '../groups.ts'
import type { Io } from '../io.ts'
import { decisionFileOf, onFileFor } from '../on-file.ts'
import { recordIn } from '../records.ts'
import type { Audited } from '../run-audit.ts'
import { type Past, pastAt } from './past.ts'

/** The part of an audit that is due to what changed. */
export interface SinceReport {
  readonly report: Report
  /** How many of the documents changed, or all of a configuration whose settings or rules did. */
  readonly changed: number
}

/**
 * Keeps of a report (with its ledger) what changed documents say, and what is worse elsewhere because of the change: the same
 * documents are judged beside the facts, the evidence, the decisions and the other documents as they were, and what was found
 * there already is left out.
 */
export function reportSince(
  report: Report,
  audited: Audited,
  request: AuditRequest & { readonly ref: string },
  io: Io,
): SinceReport {
  const past = pastAt(request.ref, filesOf(audited, request, io), io)
  const changed = changedDocuments(audited, past, io.cwd)
  const isNew = (document: string) => changed.has(document) || past.isChanged(resolve(io.cwd, document))
  const fresh = new Set(freshIn(report, audited, { past, request, io, isNew }))
  const isKept = (finding: Finding) => isNew(finding.document) || fresh.has(finding)
  const documents = audited.extracted.flatMap(({ records }) => records.filter(({ path }) => changed.has(path)))
  return { report: reportOf(report, isKept, documents.length), changed: documents.length }
}

/** Everything the audit read, absolute. */
function filesOf({ groups, extracted }: Audited, { options }: AuditRequest, { cwd }: Io): string[] {
  const files = groups.flatMap((group, at) => {
    const { config, sources } = group
    return [
      ...sources.flatMap(({ file }) => file ?? []),
      ...(extracted[at]?.background ?? []).map(({ path }) => resolve(cwd, path)),
      ...registerFiles({ group, wish: options.evidence, cwd, past: null }),
      ...(options.decisions === false ? [] : [decisionFileOf(config)]),
      ...settingFiles(group),
    ]
  })
  return [...new Set(files)]
}

/** The files that decide how documents are audited: the configuration and the house rules. */
const settingFiles = ({ config }: Group): string[] => [
  ...config.from,
  ...config.packs.flatMap(({ value }) => ruleFilesIn(value).map(({ path }) => join(value, path))),
]

/** The documents that are other ones now, and all under settings or rules that are. */
function changedDocuments({ groups }: Audited, past: Past, cwd: string): ReadonlySet<string> {
  const lostConfigs = [...past.gone].filter((file) => configNames.some((name) => file === join(dirname(file), name)))
  const changed = groups.flatMap((group) => {
    const { config, sources } = group
    const hasOtherSettings =
      settingFiles(group).some(past.isChanged) ||
      [...past.gone].some((file) => config.packs.some(({ value }) => isWithin(file, value)))
    return sources.filter(({ file, path }) => {
      if (file === null || hasOtherSettings || past.isChanged(file)) return true
      return lostConfigs.some(
        (lost) => isWithin(resolve(cwd, path), dirname(lost)) && isWithin(dirname(lost), config.base),
      )
    })
  })
  return new Set(changed.map(({ path }) => path))
}

interface Judging {
  readonly past: Past
  readonly request: AuditRequest
  readonly io: Io
  readonly isNew: (document: string) => boolean
}

/** Findings of documents that did not change which were not there, or not as grave, before the change. */
function freshIn(report: Report, audited: Audited, { past, request, io, isNew }: Judging): readonly Finding[] {
  const groups = audited.groups.flatMap((group, at) => {
    const extract = audited.extracted[at]
    return extract ? [groupThen(group, extract, { audited, past, request, io })] : []
  })
  const then = judge(groups, { language: 'en', toolVersion: report.tool.version, ledger: 'findings' })
  const unchanged = report.findings.filter(({ document }) => !isNew(document))
  const entries = then.findings.map((finding) => baselineEntry(finding, (document) => document))
  const view = { nameOf: (document: string) => document, isGone: () => false, isSeen: () => true }
  return compareWithBaseline(entries, unchanged, view).fresh
}

interface Then extends Omit<Judging, 'isNew'> {
  readonly audited: Audited
}

/** The documents of a group, and what they are held against, as they were. */
function groupThen(group: Group, extract: AuditGroup, { audited, past, request, io }: Then): AuditGroup {
  const { operands, options } = request
  const { cwd } = io
  const sourceOf = new Map(group.sources.map((source) => [source.path, source]))
  const at = partAt(group)
  const before = (record: DocumentRecord): DocumentRecord[] => {
    const file = resolve(cwd, record.path)
    if (!past.isChanged(file)) return [record]
    if (past.contentOf(file) === null) return []
    const source = sourceOf.get(record.path) ?? found(file, group, cwd)
    return recordIn({ ...source, file }, readThen({ ...source, file }, past), at(source))
  }
  const lost = goneFrom(group, audited, past).map((file) => found(file, group, cwd))
  return {
    ...extract,
    records: extract.records.flatMap(before),
    background: [
      ...(extract.background ?? []).flatMap(before),
      ...lost.flatMap((source) => recordIn(source, readThen(source, past), group)),
    ],
    onFile: onFileFor({ group, operands, cwd, past }, options),
  }
}

const found = (file: string, { config }: Group, cwd: string): Source => ({
  path: shownPath(file, cwd),
  file,
  origin: 'found',
  config,
  obstacle: null,
})

/** Documents, facts and company files under a configuration that are no longer there. */
function goneFrom({ config }: Group, { configFor }: Audited, { gone }: Past): string[] {
  const policy = policyOf(
    config,
    documentExtensions.map((extension) => `.${extension}`),
  )
  const isFacts = config.facts === null ? () => false : globTest(config.facts)
  return [...gone].filter((file) => {
    if (file === config.company || isFacts(file)) return true
    if (configFor(dirname(file)) !== config) return false
    const isCompany = config.company === null && companyNames.some((name) => file === join(dirname(file), name))
    return isCompany || (config.path !== null && policy.wants(file) && !policy.leavesOut(file))
  })
}
