import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BaselineEntry, Report } from '../core/auditing.ts'
import { isSelected } from '../core/auditing.ts'
import type { Audited } from './run-audit.ts'

/** A baseline and the part of an audit it is about. */
export interface BaselineShare {
  /** Absolute, whether it is there or not. */
  readonly file: string
  readonly parts: readonly {
    readonly group: Audited['groups'][number]
    readonly extract: Audited['extracted'][number]
  }[]
  readonly findings: readonly Report['findings'][number][]
}

/** What a run saw of the documents in a baseline: `--only`, a folder argument or an unreadable file must not make an entry look mended. */
export function baselineSight({ file, parts, findings }: BaselineShare, nameOf: (document: string) => string) {
  const unreadable = new Set(findings.flatMap(({ ruleId, document }) => (unread.has(ruleId) ? document : [])))
  const paths = parts.flatMap(({ extract }) => extract.records.map(({ path }) => path))
  const read = new Set(paths.filter((path) => !unreadable.has(path)).map(nameOf))
  const audited = new Set(paths.map(nameOf))
  const isWhole = parts.every(({ extract }) => extract.onFile?.audited === 'all')
  const gone = new Map<string, boolean>()
  const isGone = (document: string) => {
    const known = gone.get(document) ?? (!audited.has(document) && !existsSync(join(dirname(file), document)))
    gone.set(document, known)
    return known
  }
  const own = new Map(
    parts.flatMap(({ group }) =>
      group.parts.flatMap(({ sources, selection }) => sources.map(({ path }) => [nameOf(path), selection] as const)),
    ),
  )
  const runs = (rule: string, document: string) =>
    parts.some(
      ({ group: { pack, selection } }) => !pack.names.has(rule) || isSelected(rule, own.get(document) ?? selection),
    )
  const isSeen = ({ rule, document }: BaselineEntry) => {
    if (!runs(rule, document)) return false
    if (unread.has(rule) && audited.has(document)) return true
    return read.has(document) || (isWhole && (isGone(document) || structural.test(rule)))
  }
  return { isGone, isSeen }
}

const unread: ReadonlySet<string> = new Set(['document/unreadable', 'document/too-costly'])

/** Findings about files that are no documents: registers, decisions. */
const structural = /^(?:document|directive|decision)\//
