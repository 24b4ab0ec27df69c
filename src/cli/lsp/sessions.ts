import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Connection, InitializeParams, TextDocuments } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Language } from '../../core/vocabulary.ts'
import { isWithin } from '../files/is-within.ts'
import type { Io } from '../io.ts'
import { localeLanguage } from '../locale.ts'
import type { Wanted } from './audit-thread.ts'
import { diagnosticOf } from './diagnostics.ts'
import type { DocumentAudit, FolderAudit } from './folder-audit.ts'

/** Documents whose claims an editor may ask about. */
const audited = /\.(?:md|markdown|mdx|ya?ml|json|jsonl|csv|tsv|xml)$/i

/** What the editor said about itself. */
export interface Session {
  /** Absolute paths. */
  readonly folders: readonly string[]
  readonly language: Language
  /** Whether it tells of files that change outside of it. */
  readonly watches: boolean
}

/** What was found in an open document, in the version of it that is open now. */
export interface Found {
  readonly text: TextDocument
  readonly audit: DocumentAudit
  /** Absolute: what paths of findings are relative to. */
  readonly folder: string
}

/** The open documents and what was last found in them. */
export interface OpenDocuments {
  /** What to audit now. */
  readonly wanted: (session: Session) => Wanted
  /** Takes the audits of the folders, and shows the findings of every document that is still the same. */
  readonly show: (audits: readonly FolderAudit[], session: Session) => void
  /** null while the audit of what is open now is under way. */
  readonly foundIn: (uri: string) => Found | null
  readonly closed: (uri: string) => void
}

/** Keeps the open documents of an editor and their findings together. */
export function openDocuments(connection: Connection, documents: TextDocuments<TextDocument>): OpenDocuments {
  const seen = new Map<string, Omit<Found, 'text'> & { readonly version: number }>()
  let asked = new Map<string, number>()
  const show = (text: TextDocument, audits: readonly FolderAudit[], folders: readonly string[]) => {
    const { uri, version } = text
    const found = auditOf(text, audits, folders)
    if (found) seen.set(uri, { ...found, version })
    else seen.delete(uri)
    const diagnostics = (found?.audit.findings ?? []).map((finding) => diagnosticOf(finding, text, found?.folder ?? ''))
    void connection.sendDiagnostics({ uri, version, diagnostics })
  }
  return {
    wanted({ folders, language }) {
      asked = new Map(documents.all().map(({ uri, version }) => [uri, version]))
      const texts = documents.all().flatMap((text): [string, string][] => {
        const file = fileOf(text.uri, folders)
        return file !== null && audited.test(file) ? [[file, text.getText()]] : []
      })
      return { folders, texts: new Map(texts), language }
    },
    show(audits, { folders }) {
      // A newer text is under way already: its own audit will say where things stand in it.
      for (const text of documents.all()) if (asked.get(text.uri) === text.version) show(text, audits, folders)
    },
    foundIn(uri) {
      const text = documents.get(uri)
      const known = seen.get(uri)
      return text && known && known.version === text.version ? { text, ...known } : null
    },
    closed(uri) {
      seen.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics: [] })
    },
  }
}

/** What an editor says of itself when it starts. */
export function sessionOf({ workspaceFolders, rootUri, capabilities, locale }: InitializeParams, io: Io): Session {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])
  const folders = uris.filter((uri) => uri.startsWith('file:')).map((uri) => fileURLToPath(uri))
  return {
    folders: folders.length > 0 ? folders : [io.cwd],
    language: locale?.toLowerCase().startsWith('zh') ? 'zh' : localeLanguage(io.env),
    watches: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  }
}

/** The file of a document; a document that was never saved counts as one in the first folder. */
function fileOf(uri: string, [first]: readonly string[]): string | null {
  if (uri.startsWith('file:')) return fileURLToPath(uri)
  const name = /^untitled:(.+)$/.exec(uri)?.[1]
  if (name === undefined || first === undefined) return null
  const safe = name.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^\.+/, '')
  return resolve(first, /\.\w+$/.test(safe) ? safe : `${safe}.md`)
}

function auditOf(
  text: TextDocument,
  audits: readonly FolderAudit[],
  folders: readonly string[],
): { readonly audit: DocumentAudit; readonly folder: string } | null {
  const file = fileOf(text.uri, folders)
  if (file === null) return null
  for (const [at, audit] of audits.entries()) {
    const folder = folders[at]
    const found = 'documents' in audit ? audit.documents.get(file) : undefined
    if (found && folder !== undefined && isWithin(file, folder)) return { audit: found, folder }
  }
  return null
}

/** A configuration that cannot be read stops the audit of its folder: the editor shows it where it is. */
export function tellFailures(connection: Connection, audits: readonly FolderAudit[]): void {
  for (const audit of audits) {
    if ('failure' in audit) {
      const at = audit.place ? `${audit.place.path}:${audit.place.line ?? 1}: ` : ''
      void connection.window.showErrorMessage(`claimlint: ${at}${audit.failure}`)
    }
  }
}
