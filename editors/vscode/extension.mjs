// The extension does nothing but start `claimlint lsp` and hand the editor's messages to it.
import { join } from 'node:path'
import { workspace } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'

let client

const languages = ['markdown', 'yaml', 'json', 'mdx']

/** Called by the editor when a document of one of the languages opens. */
export async function activate(context) {
  const chosen = workspace.getConfiguration('claimlint').get('program')
  const program = chosen || context.asAbsolutePath(join('server', 'bin', 'claimlint.js'))
  const server = { module: program, args: ['lsp'], transport: TransportKind.stdio }
  client = new LanguageClient(
    'claimlint',
    'claimlint',
    { run: server, debug: server },
    {
      documentSelector: languages.flatMap((language) => [
        { scheme: 'file', language },
        { scheme: 'untitled', language },
      ]),
    },
  )
  await client.start()
}

/** Called by the editor when it closes. */
export const deactivate = () => client?.stop()
