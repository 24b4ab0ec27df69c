import {
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { localeLanguage } from '../locale.ts'
import { packageManifest } from '../package-manifest.ts'
import { actionsAt } from './actions.ts'
import { type AuditThread, auditThread } from './audit-thread.ts'
import { hoverAt } from './hover.ts'
import { evidenceLinks } from './links.ts'
import { type OpenDocuments, openDocuments, type Session, sessionOf, tellFailures } from './sessions.ts'

/** Files that bear on an audit when they change: documents, facts, evidence and its files, decisions, settings, rules. */
const bearing = /\.(?:ya?ml|json|jsonl|md|markdown|mdx|csv|tsv|xml|txt|pdf|png|jpe?g)$/i

const capabilities: InitializeResult['capabilities'] = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  documentLinkProvider: { resolveProvider: false },
  workspace: { workspaceFolders: { supported: true } },
}

/** Speaks the language server protocol over standard input and output until the editor says goodbye. */
export function serve(io: Io): Promise<ExitCode> {
  const connection = createConnection(new StreamMessageReader(io.stdin), new StreamMessageWriter(io.stdout))
  const documents = new TextDocuments(TextDocument)
  const open = openDocuments(connection, documents)
  let session: Session = { folders: [], language: localeLanguage(io.env), watches: false }
  let thread: AuditThread | null = null

  connection.onInitialize((params) => {
    session = sessionOf(params, io)
    return { serverInfo: { name: 'claimlint', version: packageManifest().version }, capabilities }
  })
  connection.onInitialized(() => {
    thread = auditThread(new URL('./lsp-worker.js', import.meta.url), () => open.wanted(session), {
      done(audits) {
        tellFailures(connection, audits)
        open.show(audits, session)
      },
      failed: (defect) => connection.console.error(`claimlint: ${defect}`),
    })
    if (session.watches) {
      const watchers = [{ globPattern: '**/*' }]
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    }
    thread.changed('text')
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => bearing.test(uri))) thread?.changed('forget')
  })
  documents.onDidChangeContent(() => thread?.changed('text'))
  documents.onDidSave(() => thread?.changed('forget'))
  documents.onDidClose(({ document }) => {
    open.closed(document.uri)
    thread?.changed('text')
  })
  answerQuestions(connection, open, { session: () => session, io })
  documents.listen(connection)
  return untilGoodbye(connection, io, () => thread?.end())
}

function answerQuestions(
  connection: Connection,
  open: OpenDocuments,
  { session, io }: { readonly session: () => Session; readonly io: Io },
): void {
  connection.onHover(({ textDocument, position }) => {
    const found = open.foundIn(textDocument.uri)
    if (!found) return null
    const offset = found.text.offsetAt(position)
    return hoverAt(found.audit.findings, found.text, { offset, language: session().language })
  })
  connection.onCodeAction(({ textDocument, range }) => {
    const found = open.foundIn(textDocument.uri)
    if (!found) return []
    const { text } = found
    const user = io.env['GIT_AUTHOR_NAME'] ?? io.env['USER'] ?? io.env['USERNAME'] ?? ''
    const asked = { start: text.offsetAt(range.start), end: text.offsetAt(range.end) }
    return actionsAt({ ...found, language: session().language, today: io.today(), user }, asked)
  })
  connection.onDocumentLinks(({ textDocument }) => {
    const found = open.foundIn(textDocument.uri)
    return found ? evidenceLinks(found.text, found.audit) : []
  })
}

/** Ends clean after a shutdown; an editor that vanishes without one ends with 1, as the protocol has it. */
function untilGoodbye(connection: Connection, io: Io, end: () => void): Promise<ExitCode> {
  return new Promise((resolve) => {
    let isShut = false
    const leave = () => {
      end()
      resolve(isShut ? exitCodes.clean : exitCodes.findings)
    }
    connection.onShutdown(() => {
      isShut = true
      end()
    })
    connection.onExit(leave)
    io.stdin.on('close', leave)
    connection.listen()
  })
}
