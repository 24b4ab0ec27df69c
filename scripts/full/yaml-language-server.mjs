// Proves our schemas in a real YAML language server: node scripts/full/yaml-language-server.mjs FOLDER
// FOLDER holds node_modules/yaml-language-server. Our own files must raise nothing, broken ones a diagnostic at the right line,
// and an editor must be offered our keys and words.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'
import { root } from '../bundle.mjs'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node scripts/full/yaml-language-server.mjs FOLDER')
const program = resolve(folder, 'node_modules/yaml-language-server/bin/yaml-language-server')

const own = {
  config: ['fixtures/demo/claimlint.yaml'],
  facts: ['fixtures/demo/company.yaml', 'fixtures/catalogs/ningbo-housewares/products/whisk-set.yaml'],
  evidence: ['fixtures/demo/evidence/register.yaml', 'fixtures/catalogs/ningbo-housewares/evidence/register.yaml'],
  rules: ['rules/price/lowest-price.yml', 'rules/statements/warranty.yml', 'rules/environment/generic-green.yml'],
}

/** Text, the 0-based lines on which something is wrong, and words of the messages. */
const broken = [
  ['config', 'markets: [eu]\nfils: ["*.md"]\nrules:\n  vague: eror\n', [1, 3], /Property fils is not allowed/],
  ['config', 'overrides:\n  - markets: [usa]\n', [1, 1], /files|usa|us/],
  ['rules', 'title: t\nseverty: error\nmatch: {en: [a]}\n', [0, 1], /severty/],
  ['evidence', '- kind: photo\n', [0], /id/],
  ['decisions', '- {fingerprint: 0123456789abcdef, kind: ignore}\n', [0, 0], /reason|kind/],
  ['baseline', '{"findings": [{"rule": "x"}]}\n', [0], /document/],
]

/** Text, the place of the cursor, and what must be among the proposals. */
const completed = [
  ['config', 'mark\n', { line: 0, character: 4 }, ['markets']],
  ['config', 'failOn: \n', { line: 0, character: 8 }, ['error', 'never']],
  ['config', 'overrides:\n  - files: [a]\n    chan\n', { line: 2, character: 8 }, ['channel']],
  ['rules', 'title: t\nkin\n', { line: 1, character: 3 }, ['kind']],
  ['evidence', '- id: a\n  ki\n', { line: 1, character: 4 }, ['kind']],
]

const schemaLine = (name) =>
  `# yaml-language-server: $schema=${pathToFileURL(join(root, `schemas/${name}.schema.json`)).href}\n`

/** A server with one document open after the other; `diagnose` and `complete` answer about a text. */
async function startServer() {
  const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const waiting = new Map()
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) =>
    waiting.get(uri)?.(diagnostics),
  )
  const yaml = { validate: true, completion: true, schemaStore: { enable: false }, format: { enable: false } }
  connection.onRequest('workspace/configuration', ({ items }) =>
    items.map(({ section }) => (section === 'yaml' ? yaml : null)),
  )
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { workspace: { configuration: true }, textDocument: { completion: {}, publishDiagnostics: {} } },
  })
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml } })
  const home = mkdtempSync(join(tmpdir(), 'claimlint-yls-'))
  let count = 0
  const open = async (text, folder = home) => {
    const path = join(folder, `${count++}.yaml`)
    writeFileSync(path, text)
    const uri = pathToFileURL(path).href
    const diagnosed = new Promise((done) => waiting.set(uri, done))
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    })
    return { uri, diagnosed }
  }
  return {
    home,
    diagnose: async (text, folder) => (await open(text, folder)).diagnosed,
    complete: async (text, position) => {
      const { uri, diagnosed } = await open(text)
      await diagnosed
      const answer = await connection.sendRequest('textDocument/completion', { textDocument: { uri }, position })
      return (answer?.items ?? answer ?? []).map(({ label }) => label)
    },
    end: () => {
      connection.dispose()
      child.kill()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const wrong = []
let checks = 0
const check = (isRight, what) => {
  checks += 1
  if (!isRight) wrong.push(what)
}
const said = (diagnostics) => diagnostics.map(({ range, message }) => `${range.start.line + 1}: ${message}`).join('; ')

const server = await startServer()
try {
  for (const [name, files] of Object.entries(own)) {
    for (const file of files) {
      const diagnostics = await server.diagnose(schemaLine(name) + readFileSync(join(root, file), 'utf8'))
      check(diagnostics.length === 0, `${file}: ${said(diagnostics)}`)
    }
  }
  for (const [name, text, lines, words] of broken) {
    const diagnostics = await server.diagnose(schemaLine(name) + text)
    const at = [...new Set(diagnostics.map(({ range }) => range.start.line - 1))].sort()
    check(
      `${at}` === `${[...new Set(lines)]}`,
      `${name} ${JSON.stringify(text)}: expected lines ${lines}, is ${said(diagnostics)}`,
    )
    check(words.test(said(diagnostics)), `${name} ${JSON.stringify(text)}: ${said(diagnostics)}`)
  }
  // What `init` writes beside an installed claimlint: the schema it names must be the one that is found.
  mkdirSync(join(server.home, 'node_modules'))
  symlinkSync(root, join(server.home, 'node_modules', 'claimlint'), 'dir')
  const program = join(root, 'bin', 'claimlint.js')
  check(spawnSync(process.execPath, [program, 'init'], { cwd: server.home }).status === 0, 'claimlint init fails')
  const written = readFileSync(join(server.home, 'claimlint.yaml'), 'utf8')
  check((await server.diagnose(written, server.home)).length === 0, 'what init writes raises something')
  const mistyped = await server.diagnose(written.replace('files:', 'fils:'), server.home)
  check(/fils is not allowed/.test(said(mistyped)), `the schema that init names is not found: ${said(mistyped)}`)
  for (const [name, text, { line, character }, labels] of completed) {
    const offered = await server.complete(schemaLine(name) + text, { line: line + 1, character })
    check(
      labels.every((label) => offered.includes(label)),
      `${name} ${JSON.stringify(text)}: offered ${offered.slice(0, 20).join(', ')}`,
    )
  }
} finally {
  server.end()
}
for (const line of wrong) console.error(line)
console.log(`yaml-language-server: ${checks - wrong.length} of ${checks} checks hold`)
process.exitCode = wrong.length === 0 ? 0 : 1
