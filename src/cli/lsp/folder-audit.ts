import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Readable, Writable } from 'node:stream'
import type { DocumentRecord, Finding } from '../../core/auditing.ts'
import { documentExtensions, documentName } from '../../core/auditing.ts'
import { ClaimlintError, type ErrorPlace, type Language } from '../../core/vocabulary.ts'
import { noStore } from '../cache/record-store.ts'
import { type ConfigFor, configChooser } from '../config/find.ts'
import { selectSources } from '../files/select.ts'
import { comparePaths, shownPath } from '../files/shown-path.ts'
import type { Source } from '../files/source.ts'
import type { Io } from '../io.ts'
import { decisionFileOf, nameRuleFor } from '../on-file.ts'
import { type RecordOf, readingWith, recordIn } from '../records.ts'
import { runAudit } from '../run-audit.ts'

/** Texts of documents open in the editor, by absolute path: they go over what the disk holds. */
export type OpenTexts = ReadonlyMap<string, string>

/** An entry of evidence, as far as an editor offers it. */
export interface OfferedEvidence {
  readonly id: string
  readonly statement: string | null
  /** Absolute; null: the entry names no file. */
  readonly file: string | null
}

/** A place in the copy that names evidence. */
export interface NamedEvidence {
  readonly ids: readonly string[]
  /** Offsets in the document, half-open. */
  readonly start: number
  readonly end: number
}

/** What the editor shows of one document. */
export interface DocumentAudit {
  readonly findings: readonly Finding[]
  readonly named: readonly NamedEvidence[]
  readonly evidence: readonly OfferedEvidence[]
  /** Absolute path of the file of decisions, and the name it knows the document by. */
  readonly decisionFile: string
  readonly decisionName: string
}

/** What a folder's audit came to. Paths absolute; `asOf` an ISO date. */
export type FolderAudit =
  | { readonly documents: ReadonlyMap<string, DocumentAudit>; readonly asOf: string }
  | { readonly failure: string; readonly place: ErrorPlace | null }

/** An audit that remembers the records of documents that did not change. */
export interface FolderAuditor {
  /** Audits the folder with what is open in it. */
  readonly audit: (open: OpenTexts) => Promise<FolderAudit>
  /** Forgets every record: settings or rules changed. */
  readonly forget: () => void
}

/** Makes an auditor of one folder of the editor's workspace. */
export function folderAuditor(folder: string, language: Language, today: () => string): FolderAuditor {
  const kept = new Map<string, Kept>()
  return {
    forget: () => kept.clear(),
    async audit(open) {
      try {
        return await auditFolder({ folder, language, today }, open, kept)
      } catch (error) {
        if (!(error instanceof ClaimlintError)) throw error
        if (error.code === 'E_PATH') return { documents: new Map(), asOf: today() }
        return { failure: error.message, place: error.place }
      }
    },
  }
}

interface Kept {
  /** What the record was made of: the text itself, or time and size of the file. */
  readonly state: string
  readonly records: readonly DocumentRecord[]
}

interface Setting {
  readonly folder: string
  readonly language: Language
  readonly today: () => string
}

async function auditFolder(
  { folder, language, today }: Setting,
  open: OpenTexts,
  kept: Map<string, Kept>,
): Promise<FolderAudit> {
  const io = silentIo(folder, today)
  const configFor = configChooser('nearest', folder)
  const sources = withOpen(sourcesIn(folder, configFor), open, { folder, configFor })
  if (sources.length === 0) return { documents: new Map(), asOf: today() }
  const request = { operands: [], options: { quiet: true }, commandNames: [] }
  const known = { sources, configFor, recordOf: keeping(open, kept) }
  const { report, groups, extracted } = await runAudit(
    request,
    { language, ledger: 'findings', outputs: [], known },
    io,
  )
  const documents = new Map<string, DocumentAudit>()
  const findings = byDocument(report.findings)
  for (const [at, { sources: audited, config }] of groups.entries()) {
    const evidence = (extracted[at]?.onFile?.evidence ?? []).map(({ id, statement, file, register }) => ({
      id,
      statement,
      file: file === null ? null : resolve(folder, dirname(register), file),
    }))
    const records = new Map((extracted[at]?.records ?? []).map((record) => [record.path, record]))
    for (const { path } of audited) {
      const links = records.get(path)?.notes.links ?? []
      documents.set(resolve(folder, path), {
        findings: findings.get(path) ?? [],
        named: links.map(({ ids, range }) => ({ ids, start: range.start.offset, end: range.end.offset })),
        evidence,
        decisionFile: decisionFileOf(config),
        decisionName: documentName(path, nameRuleFor(config.base, folder)),
      })
    }
  }
  return { documents, asOf: report.asOf }
}

function byDocument(findings: readonly Finding[]): ReadonlyMap<string, Finding[]> {
  const lists = new Map<string, Finding[]>()
  for (const finding of findings) {
    const list = lists.get(finding.document)
    if (list) list.push(finding)
    else lists.set(finding.document, [finding])
  }
  return lists
}

/** An editor may open an empty folder. */
function sourcesIn(folder: string, configFor: ConfigFor): Source[] {
  const extensions = documentExtensions.map((extension) => `.${extension}`)
  try {
    return selectSources({ cwd: folder, operands: [], stdinName: '', configFor, extensions, commands: [], outputs: [] })
  } catch (error) {
    if (error instanceof ClaimlintError && error.code === 'E_PATH') return []
    throw error
  }
}

/** Open documents are audited whether or not they are saved yet. */
function withOpen(
  found: readonly Source[],
  open: OpenTexts,
  { folder, configFor }: { readonly folder: string; readonly configFor: ConfigFor },
): Source[] {
  const files = new Set(found.map(({ file }) => file))
  const unsaved = [...open.keys()].filter((file) => !files.has(file) && !existsSync(file))
  const added = unsaved.map((file): Source => {
    return {
      path: shownPath(file, folder),
      file,
      origin: 'named',
      config: configFor(nearestFolder(file)),
      obstacle: null,
    }
  })
  return [...found, ...added].toSorted((a, b) => comparePaths(a.path, b.path))
}

const nearestFolder = (file: string): string => {
  const above = dirname(file)
  return existsSync(above) || above === file ? above : nearestFolder(above)
}

/** Records of open texts, and of files as long as they do not change. */
function keeping(open: OpenTexts, kept: Map<string, Kept>): RecordOf {
  const read = readingWith(new Uint8Array(), noStore)
  return (source, part) => {
    const file = source.file ?? source.path
    const text = open.get(file)
    const state = text ?? stateOf(file)
    const known = kept.get(file)
    if (known && known.state === state) return known.records
    const records = text === undefined ? read(source, part) : recordIn(source, { text }, part)
    kept.set(file, { state, records })
    return records
  }
}

function stateOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : 'gone'
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

const silentIo = (cwd: string, today: () => string): Io => ({
  cwd,
  env: {},
  stdin: Readable.from([]),
  stdout: nowhere(),
  stderr: nowhere(),
  today,
})
