import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  type Evidence,
  type Finding,
  proofEntries,
  type ReadFile,
  type Report,
  scorePromises,
} from '../core/auditing.ts'
import type { Language } from '../core/vocabulary.ts'
import { comparePaths, shownPath } from './files/shown-path.ts'
import type { Audited } from './run-audit.ts'

const soonDays = 60
/** Evidence that runs out within this time is about to. */
export const soon = { years: 0, months: 0, days: soonDays }

/** The evidence on file, once where several configurations share a register. */
export function evidenceOn(extracted: Audited['extracted']): Evidence[] {
  const all = extracted.flatMap(({ onFile }) => onFile?.evidence ?? [])
  return [...new Map(all.map((entry) => [`${entry.range.start.offset} ${entry.register}`, entry])).values()]
}

const placeOf = (document: string, offset: number) => `${offset} ${document}`

/** The documents that promise something, with the scores of their promises. */
export function scoredDocuments(
  { claims, extracted }: Pick<Audited, 'extracted'> & { readonly claims: readonly Finding[] },
  language: Language,
) {
  const kindOf = (ruleId: string) => {
    for (const { pack } of extracted) {
      const rule = pack.ruleOf(ruleId)
      if (rule) return rule.kind
    }
    return 'objective'
  }
  const sentences = new Map(
    extracted.flatMap(({ records }) =>
      records.flatMap((record) =>
        record.claims.map((claim) => [placeOf(record.path, claim.range.start.offset), claim.sentence] as const),
      ),
    ),
  )
  return scorePromises(claims, {
    kindOf,
    sentenceOf: ({ document, range, excerpt }) => sentences.get(placeOf(document, range.start.offset)) ?? excerpt.line,
    language,
  })
}

/** What documents held when they were read, by their path in reports. */
export interface Digests {
  readonly onRead: (path: string, bytes: Uint8Array) => void
  readonly of: (path: string) => string | null
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function digests(): Digests {
  const known = new Map<string, string>()
  return { onRead: (path, bytes) => void known.set(path, hashOf(bytes)), of: (path) => known.get(path) ?? null }
}

/** Who reads the report, and where. */
interface Reader {
  readonly cwd: string
  readonly language: Language
}

/** The report for people who sign it. Its `claims` must be there. */
export function withReview(report: Report, audited: Audited, read: Digests, { cwd, language }: Reader): Report {
  const { extracted } = audited
  const claims = report.claims ?? []
  const proofs = proofEntries(evidenceOn(extracted), claims, { asOf: report.asOf, within: soon })
  const promises = scoredDocuments({ claims, extracted }, language)
  const files = filesOf(audited, read, cwd)
  return { ...report, review: { files, proofs, within: soonDays, promises, claims } }
}

/** Every file the report rests on, once: a document that is audited is not told of again as one with facts. */
function filesOf({ groups, extracted }: Audited, read: Digests, cwd: string): ReadFile[] {
  const audited = extracted.flatMap(({ records }) => records.map(({ path }) => path))
  const facts = extracted.flatMap(({ background = [] }) => background.map(({ path }) => path))
  const registers = extracted.flatMap(({ onFile }) =>
    onFile ? [...onFile.evidence.map(({ register }) => register), onFile.decisionFile] : [],
  )
  const configurations = groups.flatMap(({ config: { path } }) => (path === null ? [] : [shownPath(path, cwd)]))
  const documents = (role: ReadFile['role'], paths: readonly string[]) =>
    paths.map((path): ReadFile => ({ path, role, sha256: read.of(path) }))
  // The registers and the configuration are read by other hands; nothing waits between then and now.
  const others = (role: ReadFile['role'], paths: readonly string[]) =>
    paths
      .filter((path) => path !== '' && existsSync(resolve(cwd, path)))
      .map((path): ReadFile => ({ path, role, sha256: hashOf(readFileSync(resolve(cwd, path))) }))
  const all = [
    ...others('configuration', configurations),
    ...others('register', registers),
    ...documents('facts', facts),
    ...documents('audited', audited),
  ]
  return [...new Map(all.map((file) => [file.path, file])).values()].toSorted((a, b) => comparePaths(a.path, b.path))
}
