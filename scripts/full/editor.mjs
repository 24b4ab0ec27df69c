// Proves the language server in a real editor: node scripts/full/editor.mjs nvim|emacs
// The editor must show the findings that the command line reports, and one more once a claim is typed.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../bundle.mjs'

const editors = {
  nvim: ['--headless', '-u', 'NONE', '-c', `luafile ${join(root, 'scripts/full/neovim.lua')}`],
  emacs: ['--batch', '-l', join(root, 'scripts/full/eglot.el')],
}
const [editor] = process.argv.slice(2)
if (!(editor in editors)) throw new Error('usage: node scripts/full/editor.mjs nvim|emacs')

const folder = mkdtempSync(join(tmpdir(), 'claimlint-editor-'))
try {
  const catalog = join(folder, 'catalog')
  cpSync(join(root, 'fixtures/demo'), catalog, { recursive: true })
  const program = join(root, 'bin/claimlint.js')
  const document = 'products/desk-lamp.md'
  const audit = spawnSync(process.execPath, [program, '.', '-f', 'json'], { cwd: catalog, encoding: 'utf8' })
  const expected = JSON.parse(audit.stdout).findings.filter((finding) => finding.document === document)
  const answer = join(folder, 'answer.txt')
  const env = {
    ...process.env,
    HOME: folder,
    CLAIMLINT_PROGRAM: program,
    CLAIMLINT_FOLDER: catalog,
    CLAIMLINT_DOCUMENT: join(catalog, document),
    CLAIMLINT_ANSWER: answer,
  }
  const run = spawnSync(editor, editors[editor], { cwd: catalog, env, encoding: 'utf8', timeout: 120_000 })
  const lines = readFileSync(answer, 'utf8').trim().split('\n')
  const shown = lines.filter((line) => /^\d/.test(line)).map((line) => Number(/^\d+/.exec(line)[0]))
  const wanted = expected.map(({ range }) => range.start.line)
  const isSame = JSON.stringify(shown.sort((a, b) => a - b)) === JSON.stringify(wanted.sort((a, b) => a - b))
  const isTyped = lines.includes('after typing: 1')
  console.log(
    `${editor}: ${shown.length} findings of ${wanted.length} on the right lines; ${lines.slice(shown.length).join('; ')}`,
  )
  if (!(isSame && isTyped)) {
    console.error(`${editor} shows lines ${shown.join(' ')}, the command line ${wanted.join(' ')}\n${run.stderr}`)
    process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
