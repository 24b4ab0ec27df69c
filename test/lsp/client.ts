import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CodeAction, Diagnostic, DocumentLink, Hover, Range } from 'vscode-languageserver/node'

const require = createRequire(import.meta.url)
const rpc: typeof import('vscode-jsonrpc/node') = require('vscode-jsonrpc/node')

/** What the server said about a document last. */
export interface Shown {
  readonly version: number
  readonly diagnostics: readonly Diagnostic[]
}

/** An editor with one folder open. Paths are relative to the folder. */
export interface Editor {
  readonly open: (path: string, text: string) => Promise<Shown>
  /** One edit of a document; a range of null replaces all of it. */
  readonly edit: (path: string, range: Range | null, text: string) => void
  /** Waits for what the server says about the newest version. */
  readonly shown: (path: string) => Promise<Shown>
  readonly save: (path: string) => Promise<Shown>
  readonly hover: (path: string, at: Range['start']) => Promise<Hover | null>
  readonly actions: (path: string, range: Range) => Promise<readonly CodeAction[]>
  readonly links: (path: string) => Promise<readonly DocumentLink[]>
  /** Says goodbye; the exit code. */
  readonly quit: () => Promise<number | null>
}

const program = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'bin', 'claimlint.js')

/** Starts the built server on a folder and shakes hands with it. */
export async function startEditor(folder: string, locale = 'en'): Promise<Editor> {
  const child = spawn(process.execPath, [program, 'lsp', '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  )
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href
  const versions = new Map<string, number>()
  const last = new Map<string, Shown & { readonly count: number }>()
  const wake: (() => void)[] = []
  let count = 0
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
    count += 1
    last.set(uri, { version: version ?? -1, diagnostics, count })
    for (const listener of wake.splice(0)) listener()
  })
  connection.listen()
  const rootUri = pathToFileURL(folder).href
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    locale,
    capabilities: {},
    workspaceFolders: [{ uri: rootUri, name: 'copy' }],
  })
  await connection.sendNotification('initialized', {})

  const settled = async (path: string, after = 0): Promise<Shown> => {
    for (;;) {
      const known = last.get(uriOf(path))
      if (known && known.version === versions.get(path) && known.count > after) return known
      await new Promise<void>((resolve) => wake.push(resolve))
    }
  }
  const document = (path: string) => ({ textDocument: { uri: uriOf(path) } })
  return {
    async open(path, text) {
      versions.set(path, 1)
      const languageId = path.endsWith('.md') ? 'markdown' : 'yaml'
      const textDocument = { uri: uriOf(path), languageId, version: 1, text }
      await connection.sendNotification('textDocument/didOpen', { textDocument })
      return settled(path)
    },
    edit(path, range, text) {
      const version = (versions.get(path) ?? 0) + 1
      versions.set(path, version)
      const contentChanges = [range === null ? { text } : { range, text }]
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uriOf(path), version },
        contentChanges,
      })
    },
    shown: (path) => settled(path),
    async save(path) {
      const before = count
      await connection.sendNotification('textDocument/didSave', document(path))
      return settled(path, before)
    },
    hover: (path, position) => connection.sendRequest('textDocument/hover', { ...document(path), position }),
    actions: (path, range) =>
      connection.sendRequest('textDocument/codeAction', { ...document(path), range, context: { diagnostics: [] } }),
    links: (path) => connection.sendRequest('textDocument/documentLink', document(path)),
    async quit() {
      const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      return ended
    },
  }
}
