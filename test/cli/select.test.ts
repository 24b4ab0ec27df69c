import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimlint, documentsIn, folderOf, lowestPrice, lowestPriceYaml, type Tree } from './workshop.ts'

const json = ['-f', 'json']
const openApi = `openapi: 3.1.0\ninfo: {title: API, description: ${lowestPrice.trim()}}\n`
const jsonSchema = `$schema: https://json-schema.org/draft-07/schema#\ndescription: ${lowestPrice.trim()}\n`

interface Selection {
  readonly name: string
  readonly tree: Tree
  readonly operands: readonly string[]
  readonly documents: readonly string[]
}

const md = lowestPrice
const yaml = lowestPriceYaml
const copyJson = JSON.stringify({ description: lowestPrice })

const selections: readonly Selection[] = [
  {
    name: 'a folder stands for Markdown and YAML in any case of their ending',
    tree: {
      'a.md': md,
      'b.markdown': md,
      'c.MDX': md,
      'd/e.yaml': yaml,
      'd/f.yml': yaml,
      'g.txt': md,
      'h.json': copyJson,
    },
    operands: ['.'],
    documents: ['a.md', 'b.markdown', 'c.MDX', 'd/e.yaml', 'd/f.yml'],
  },
  { name: 'no operand is this folder', tree: { 'x/a.md': md }, operands: [], documents: ['x/a.md'] },
  {
    name: 'a named file is audited whatever its ending',
    tree: { 'copy.txt': md },
    operands: ['copy.txt'],
    documents: ['copy.txt'],
  },
  { name: 'a named JSON file is audited', tree: { 'p.json': copyJson }, operands: ['p.json'], documents: ['p.json'] },
  {
    name: 'a glob takes what fits and can be read',
    tree: { 'p/a.md': md, 'p/b.yaml': yaml, 'p/c.png': md, 'p/d.json': copyJson, 'q.md': md },
    operands: ['p/*'],
    documents: ['p/a.md', 'p/b.yaml'],
  },
  {
    name: 'a glob that names JSON takes JSON',
    tree: { 'p/d.json': copyJson },
    operands: ['p/*.json'],
    documents: ['p/d.json'],
  },
  {
    name: 'a folder that fits a glob stands for its documents',
    tree: { 'cat-a/x/a.md': md, 'cat-b/b.md': md, 'other/c.md': md },
    operands: ['cat-*'],
    documents: ['cat-a/x/a.md', 'cat-b/b.md'],
  },
  {
    name: 'a name is taken literally before it is a glob',
    tree: { '(new).md': md, 'p[1].md': md, 'p1.md': md },
    operands: ['(new).md', 'p[1].md'],
    documents: ['(new).md', 'p[1].md'],
  },
  {
    name: 'one file under two names is one document',
    tree: { 'g/a.md': md },
    operands: ['./g/../g/a.md', 'g/a.md', 'g'],
    documents: ['g/a.md'],
  },
  {
    name: '.gitignore files hold for their folder, the inner one over the outer',
    tree: {
      '.gitignore': 'drafts/\n*.tmp.md\n',
      'a.md': md,
      'a.tmp.md': md,
      'drafts/b.md': md,
      'k/.gitignore': '!keep.tmp.md\nc.md\n',
      'k/keep.tmp.md': md,
      'k/c.md': md,
      'c.md': md,
    },
    operands: ['.'],
    documents: ['a.md', 'c.md', 'k/keep.tmp.md'],
  },
  {
    name: 'a .gitignore above counts within the repository',
    tree: { '.git/HEAD': '', '.gitignore': 'old.md\n', 'shop/old.md': md, 'shop/new.md': md },
    operands: ['shop'],
    documents: ['shop/new.md'],
  },
  {
    name: 'an ignored file or folder that is named is audited',
    tree: { '.git/HEAD': '', '.gitignore': 'drafts/\nold.md\n', 'drafts/a.md': md, 'old.md': md },
    operands: ['drafts', 'old.md'],
    documents: ['drafts/a.md', 'old.md'],
  },
  {
    name: 'dot folders, dot files and node_modules are left out',
    tree: { '.github/a.md': md, '.a.md': md, 'node_modules/x/readme.md': md, 'a.md': md },
    operands: ['.', '**/*.md'],
    documents: ['a.md'],
  },
  {
    name: 'files of tools are no copy',
    tree: {
      'package-lock.json': '{}',
      'pnpm-lock.yaml': yaml,
      'pnpm-workspace.yaml': yaml,
      'tsconfig.build.json': copyJson,
      'product.schema.yaml': yaml,
      'api.yaml': openApi,
      'shape.yaml': jsonSchema,
      'openapi.yml': yaml,
      'claimlint.decisions.yaml': yaml,
      'claimlint-baseline.json': '{}',
      'evidence/r.yaml': yaml,
      'a.md': md,
    },
    operands: ['.'],
    documents: ['a.md'],
  },
  {
    name: 'files of tools that are named are audited',
    tree: { 'pnpm-workspace.yaml': yaml, 'api.yaml': yaml },
    operands: ['pnpm-workspace.yaml'],
    documents: ['pnpm-workspace.yaml'],
  },
  {
    name: 'files: chooses, ignore: leaves out, a plain name is a folder too',
    tree: {
      'claimlint.yaml': 'files: ["products/**/*.md", ./pages]\nignore: [products/old, "**/*.draft.md"]\n',
      'products/a.md': md,
      'products/old/b.md': md,
      'products/c.draft.md': md,
      'pages/p.md': md,
      'mail/m.md': md,
    },
    operands: [],
    documents: ['pages/p.md', 'products/a.md'],
  },
  {
    name: '! in files: takes away',
    tree: { 'claimlint.yaml': 'files: ["*.md", "!b.md"]\n', 'a.md': md, 'b.md': md },
    operands: [],
    documents: ['a.md'],
  },
  {
    name: 'files: may name JSON',
    tree: { 'claimlint.yaml': 'files: ["*.json", "*.md"]\n', 'p.json': copyJson, 'package.json': copyJson },
    operands: [],
    documents: ['p.json'],
  },
  {
    name: 'files: with only a star does not mean JSON',
    tree: { 'claimlint.yaml': 'files: ["*"]\n', 'p.json': copyJson, 'a.md': md },
    operands: [],
    documents: ['a.md'],
  },
  {
    name: 'a folder narrows files:, a named file goes beyond it',
    tree: {
      'claimlint.yaml': 'files: ["products/*.md"]\n',
      'products/a.md': md,
      'products/b.yaml': yaml,
      'mail/m.md': md,
    },
    operands: ['products', 'mail/m.md'],
    documents: ['mail/m.md', 'products/a.md'],
  },
  {
    name: 'evidence and house rules of the configuration are no copy',
    tree: {
      'claimlint.yaml': 'evidence: [proof/*.yaml]\ndecisions: d.yaml\n',
      'proof/r.yaml': yaml,
      'd.yaml': yaml,
      'evidence/x.yaml': yaml,
    },
    operands: ['.'],
    documents: ['evidence/x.yaml'],
  },
  {
    name: 'paths come in the order of their bytes',
    tree: { 'b.md': md, 'B.md': md, 'a/z.md': md, 'a.md': md, 'é.md': md, '中.md': md },
    operands: ['.'],
    documents: ['B.md', 'a.md', 'a/z.md', 'b.md', 'é.md', '中.md'],
  },
  {
    name: 'a composed name finds a decomposed file',
    tree: { 'caf\u0065\u0301.md': md },
    operands: ['caf\u00e9.md'],
    documents: ['caf\u0065\u0301.md'],
  },
]

describe('documents to audit', () => {
  test.each(selections)('$name', async ({ tree, operands, documents }) => {
    const { out, err } = await claimlint(folderOf(tree), [...json, ...operands])
    expect(err).toBe('')
    expect(documentsIn(out)).toEqual(documents)
  })

  test('a report of an earlier run is no copy', async () => {
    const folder = folderOf({ 'a.md': md, 'claimlint.yaml': 'files: ["*.md", "*.json"]\n' })
    await claimlint(folder, ['-f', 'json', '-o', 'report.json'])
    expect(documentsIn((await claimlint(folder, json)).out)).toEqual(['a.md'])
  })

  test('a path outside the working directory is shown from there', async () => {
    const folder = folderOf({ 'shop/a.md': md, 'here/b.md': md })
    expect(documentsIn((await claimlint(join(folder, 'here'), [...json, '../shop', '.'])).out)).toEqual([
      '../shop/a.md',
      'b.md',
    ])
  })

  test('the order of operands changes no byte of the report', async () => {
    const names = ['a.md', 'b', 'c.yaml', 'd/*.md']
    const folder = folderOf({ 'a.md': md, 'b/x.md': md, 'c.yaml': yaml, 'd/y.md': md, 'd/z.md': md })
    const expected = (await claimlint(folder, [...json, ...names])).out
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(names, { minLength: 4 }), async (operands) => {
        expect((await claimlint(folder, [...json, ...operands, ...operands])).out).toBe(expected)
      }),
      { numRuns: 5 },
    )
  })
})

const refusals: readonly { name: string; tree: Tree; operands: readonly string[]; message: string }[] = [
  {
    name: 'a name that is not there',
    tree: { 'products/led.md': md },
    operands: ['products/lad.md'],
    message: '"products/lad.md" is not there; did you mean "products/led.md"?',
  },
  {
    name: 'nothing like it',
    tree: { 'a.md': md },
    operands: ['nothing-of-that-kind.md'],
    message: '"nothing-of-that-kind.md" is not there',
  },
  {
    name: 'a mistyped command',
    tree: { 'a.md': md },
    operands: ['explan'],
    message: '"explan" is not there; did you mean the command "explain"?',
  },
  { name: 'a glob that fits nothing', tree: { 'a.md': md }, operands: ['*.yaml'], message: '"*.yaml" matches no file' },
  {
    name: 'a folder without documents',
    tree: { 'a.md': md, 'img/x.png': '' },
    operands: ['a.md', 'img'],
    message: '"img" holds no document to audit',
  },
  {
    name: 'a folder that files: leaves out',
    tree: { 'claimlint.yaml': 'files: [a/*.md]\n', 'a/a.md': md, 'b/b.md': md },
    operands: ['b'],
    message: '"b" holds no document to audit',
  },
  { name: 'an empty operand', tree: { 'a.md': md }, operands: [''], message: 'a path is empty' },
  {
    name: 'only files for programs',
    tree: { 'api.yaml': openApi },
    operands: ['.'],
    message: 'there is no document to audit: what was found is made for programs, not for buyers',
  },
  { name: 'an empty folder', tree: {}, operands: [], message: '"." holds no document to audit' },
]

describe('operands that mean nothing end with exit code 2', () => {
  test.each(refusals)('$name', async ({ tree, operands, message }) => {
    const { code, out, err } = await claimlint(folderOf(tree), [...json, ...operands])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })
})

const messagesOf = (out: string) =>
  (JSON.parse(out) as { findings: { document: string; ruleId: string; message: string }[] }).findings // our own report
    .filter(({ ruleId }) => ruleId === 'document/unreadable')
    .map(({ document, message }) => `${document}: ${message}`)

describe('files that cannot be read are findings', () => {
  test('a link that leads out of the folder', async () => {
    const outside = folderOf({ 'secret.md': md, 'more/x.md': md })
    const folder = folderOf({ 'a.md': md })
    symlinkSync(join(outside, 'secret.md'), join(folder, 'link.md'))
    symlinkSync(join(outside, 'more'), join(folder, 'more'))
    const { code, out } = await claimlint(folder, json)
    expect(messagesOf(out)).toEqual([
      'link.md: it is a link that leads out of the audited folder',
      'more: it is a link that leads out of the audited folder',
    ])
    expect(documentsIn(out)).toContain('a.md')
    expect(code).toBe(1)
  })

  test('a link to a folder outside says nothing when files: never looks there', async () => {
    const folder = folderOf({ 'claimlint.yaml': 'files: ["products/*.md"]\n', 'products/a.md': md })
    symlinkSync(folderOf({ 'x.md': md }), join(folder, 'assets'))
    expect(messagesOf((await claimlint(folder, json)).out)).toEqual([])
  })

  test('a link inside the folder is the file it leads to', async () => {
    const folder = folderOf({ 'a.md': md, '.hidden/b.md': md })
    symlinkSync('a.md', join(folder, 'also-a.md'))
    symlinkSync('.hidden/b.md', join(folder, 'b.md'))
    symlinkSync('.', join(folder, 'round'))
    const { out } = await claimlint(folder, json)
    expect(documentsIn(out)).toEqual(['a.md', 'b.md'])
    expect(messagesOf(out)).toEqual([])
  })

  test('a link that leads nowhere, named or found', async () => {
    const folder = folderOf({ 'a.md': md })
    symlinkSync('gone.md', join(folder, 'link.md'))
    expect(messagesOf((await claimlint(folder, json)).out)).toHaveLength(1)
    expect(messagesOf((await claimlint(folder, [...json, 'link.md'])).out)).toHaveLength(1)
  })

  test.skipIf(process.platform === 'win32')('a pipe is never waited for', async () => {
    const folder = folderOf({ 'a.md': md })
    execFileSync('mkfifo', [join(folder, 'pipe.md')])
    const expected = ['pipe.md: it is no regular file']
    expect(messagesOf((await claimlint(folder, json)).out)).toEqual(expected)
    expect(messagesOf((await claimlint(folder, [...json, 'pipe.md'])).out)).toEqual(expected)
  })

  test.skipIf(process.platform === 'win32')('nor as a configuration or .gitignore', async () => {
    const folder = folderOf({ 'a.md': md })
    execFileSync('mkfifo', [join(folder, '.gitignore')])
    expect(documentsIn((await claimlint(folder, json)).out)).toEqual(['a.md'])
    execFileSync('mkfifo', [join(folder, 'claimlint.yaml')])
    expect((await claimlint(folder, json)).err).toContain('claimlint.yaml: it is no regular file')
  })

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('what permissions forbid', async () => {
    const folder = folderOf({ 'a.md': md, 'b.md': md })
    mkdirSync(join(folder, 'closed'))
    chmodSync(join(folder, 'closed'), 0)
    chmodSync(join(folder, 'b.md'), 0)
    const { out } = await claimlint(folder, json)
    chmodSync(join(folder, 'closed'), 0o700)
    expect(messagesOf(out)).toEqual([
      'b.md: permission to read it is missing',
      'closed: permission to read it is missing',
    ])
  })
})
