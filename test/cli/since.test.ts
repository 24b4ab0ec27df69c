import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claimlint, folderOf, lowestPrice, plainCopy, type Tree } from './workshop.ts'

const env = { PATH: process.env['PATH'] ?? '' }
const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false']

function git(folder: string, ...args: readonly string[]): string {
  return String(execFileSync('git', ['-C', folder, ...who, ...args], { stdio: 'pipe', env: { ...env, HOME: folder } }))
}

/** Writes files; null deletes. */
function write(folder: string, tree: Readonly<Record<string, string | null>>): void {
  for (const [path, text] of Object.entries(tree)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    if (text === null) rmSync(file)
    else writeFileSync(file, text)
  }
}

function commit(folder: string): void {
  git(folder, 'add', '-A')
  git(folder, 'commit', '-qm', 'x', '--allow-empty')
}

/** A repository with one commit on `main`. */
function repositoryOf(tree: Tree): string {
  const folder = folderOf(tree)
  git(folder, 'init', '-q', '-b', 'main')
  commit(folder)
  return folder
}

interface Reported {
  readonly summary: {
    readonly documents: number
    readonly known?: number
    readonly findings: { readonly error: number }
  }
  readonly findings: readonly { readonly document: string; readonly verdict: string; readonly ruleId: string }[]
}

/** `document verdict` of every finding since a commit. */
async function since(folder: string, argv: readonly string[] = [], ref = 'main') {
  const { code, out, err } = await claimlint(folder, ['-f', 'json', '--since', ref, ...argv], { env })
  const report = (out === '' ? null : JSON.parse(out)) as Reported | null // our own report
  const found = report?.findings.map(({ document, verdict, ruleId }) => `${document} ${verdict ?? ruleId}`)
  return { code, err, found, report }
}

const only = ['--only', 'price/lowest-price,maker/own-factory,guarantee']
const factory = 'We have our own factory in Ningbo.\n'
const two = '---\nsku: HY-1\n---\n\nThe lamp comes with a 2-year warranty.\n'
const one = '---\nsku: HY-1\n---\n\nThe lamp comes with a 12-month warranty.\n'
const old = { 'claimlint.yaml': 'files: ["**/*.md"]\n', 'old.md': lowestPrice, 'b/plain.md': plainCopy }

const cases: readonly {
  readonly name: string
  readonly tree?: Tree
  readonly change: (folder: string) => void
  readonly argv?: readonly string[]
  readonly found: readonly string[]
  readonly changed: string
}[] = [
  { name: 'nothing changed', change: () => {}, found: [], changed: '0 of 2' },
  {
    name: 'a change that is committed',
    change: (folder) => {
      write(folder, { 'b/plain.md': lowestPrice })
      commit(folder)
    },
    found: ['b/plain.md unsupported'],
    changed: '1 of 2',
  },
  {
    name: 'a change that is staged',
    change: (folder) => {
      write(folder, { 'b/plain.md': lowestPrice })
      git(folder, 'add', '-A')
    },
    found: ['b/plain.md unsupported'],
    changed: '1 of 2',
  },
  {
    name: 'a change that is neither, and line ends that are',
    change: (folder) => write(folder, { 'b/plain.md': lowestPrice, 'old.md': lowestPrice.replace('\n', '\r\n') }),
    found: ['b/plain.md unsupported'],
    changed: '1 of 2',
  },
  {
    name: 'a document that git does not know',
    change: (folder) => write(folder, { 'new file é.md': lowestPrice }),
    found: ['new file é.md unsupported'],
    changed: '1 of 3',
  },
  {
    name: 'a renamed document',
    change: (folder) => renameSync(join(folder, 'old.md'), join(folder, 'b/new.md')),
    found: ['b/new.md unsupported'],
    changed: '1 of 2',
  },
  {
    name: 'all of an old claim in a document that changed elsewhere',
    change: (folder) => write(folder, { 'old.md': `${lowestPrice}\n${plainCopy}` }),
    found: ['old.md unsupported'],
    changed: '1 of 2',
  },
  {
    name: 'contradictions between a changed document and one that did not change, at both ends',
    tree: { 'claimlint.yaml': 'files: ["*.md"]\n', 'a.md': two, 'b.md': two, 'old.md': lowestPrice },
    change: (folder) => write(folder, { 'b.md': one }),
    found: ['a.md contradicted', 'b.md contradicted'],
    changed: '1 of 3',
  },
  {
    name: 'contradictions when only the changed document is named',
    tree: { 'claimlint.yaml': 'files: ["*.md"]\n', 'a.md': two, 'b.md': two },
    change: (folder) => write(folder, { 'b.md': one }),
    argv: ['b.md'],
    found: ['b.md contradicted'],
    changed: '1 of 1',
  },
  {
    name: 'a fact that changed, where it speaks against old words',
    tree: { ...old, 'company.yaml': 'businessType: manufacturer\n', 'f.md': factory },
    change: (folder) => write(folder, { 'company.yaml': 'businessType: trading company\n' }),
    found: ['f.md contradicted'],
    changed: '0 of 3',
  },
  {
    name: 'a company file that is new',
    tree: { ...old, 'f.md': factory },
    change: (folder) => write(folder, { 'company.yaml': 'businessType: trading company\n' }),
    found: ['f.md contradicted'],
    changed: '0 of 3',
  },
  {
    name: 'a company file that is gone',
    tree: {
      ...old,
      'company.yaml': 'businessType: manufacturer\nplants: [{name: W, ownership: own}]\n',
      'f.md': factory,
    },
    change: (folder) => write(folder, { 'company.yaml': null }),
    found: ['f.md unsupported'],
    changed: '0 of 3',
  },
  {
    name: 'proof that was taken out of a register, not what was unproven before',
    tree: {
      ...old,
      'evidence/e.yaml':
        '- {id: s, kind: price-survey, supports: [price/lowest-price], documents: [p.md], issued: 2026-11-20}\n',
      'p.md': lowestPrice,
    },
    change: (folder) => write(folder, { 'evidence/e.yaml': '[]\n' }),
    found: ['p.md unsupported'],
    changed: '0 of 3',
  },
  {
    name: 'a register that is gone',
    tree: {
      ...old,
      'evidence/e.yaml':
        '- {id: s, kind: price-survey, supports: [price/lowest-price], documents: [p.md], issued: 2026-11-20}\n',
      'p.md': lowestPrice,
    },
    change: (folder) => write(folder, { 'evidence/e.yaml': null }),
    found: ['p.md unsupported'],
    changed: '0 of 3',
  },
  {
    name: 'proof that was put on file: nothing',
    change: (folder) =>
      write(folder, {
        'evidence/e.yaml': '- {id: s, kind: photo, supports: [maker], issued: 2026-11-20}\n',
      }),
    found: [],
    changed: '0 of 2',
  },
  {
    name: 'a proof whose file is gone',
    tree: {
      ...old,
      'evidence/e.yaml':
        '- {id: s, kind: price-survey, supports: [price/lowest-price], file: s.pdf, documents: [p.md], issued: 2026-11-20}\n',
      'evidence/s.pdf': '%PDF-',
      'p.md': lowestPrice,
    },
    change: (folder) => write(folder, { 'evidence/s.pdf': null }),
    found: ['p.md unsupported'],
    changed: '0 of 3',
  },
  {
    name: 'settings that changed: all documents under them',
    change: (folder) => write(folder, { 'claimlint.yaml': 'files: ["**/*.md"]\nmarkets: [us]\n' }),
    found: ['old.md unsupported'],
    changed: '2 of 2',
  },
  {
    name: 'a configuration that is gone: all documents that were under it',
    tree: { ...old, 'b/claimlint.yaml': 'rules: {price: off}\n', 'b/c.md': lowestPrice },
    change: (folder) => write(folder, { 'b/claimlint.yaml': null }),
    found: ['b/c.md unsupported'],
    changed: '2 of 3',
  },
  {
    name: 'a link that leads to other words',
    tree: { ...old, 'b/c.md': plainCopy, 'b/d.md': lowestPrice },
    change: (folder) => {
      rmSync(join(folder, 'old.md'))
      symlinkSync('b/d.md', join(folder, 'old.md'))
    },
    found: [],
    changed: '0 of 3',
  },
]

describe('--since', () => {
  test.each(cases)('$name', async ({ tree = old, change, argv = [], found, changed }) => {
    const folder = repositoryOf(tree)
    git(folder, 'switch', '-qc', 'work')
    change(folder)
    const { code, err, found: is, report } = await since(folder, [...only, ...argv])
    expect(is).toEqual(found)
    expect(err).toMatch(`claimlint: ${changed} document`)
    expect(code).toBe(found.length > 0 ? 1 : 0)
    expect(report?.summary.findings.error).toBe(found.length)
  })

  test('does not count what others changed meanwhile', async () => {
    const folder = repositoryOf(old)
    git(folder, 'switch', '-qc', 'work')
    write(folder, { 'mine.md': lowestPrice })
    commit(folder)
    git(folder, 'switch', '-q', 'main')
    write(folder, { 'old.md': plainCopy })
    commit(folder)
    git(folder, 'switch', '-q', 'work')
    expect((await since(folder, only)).found).toEqual(['mine.md unsupported'])
  })

  test('works from a folder below, from above, and in a work tree of git', async () => {
    const folder = repositoryOf(old)
    write(folder, { 'b/plain.md': lowestPrice })
    expect((await since(join(folder, 'b'), only)).found).toEqual(['plain.md unsupported'])
    const above = await since(dirname(folder), [...only, folder])
    expect(above.found).toEqual([expect.stringMatching(/\/b\/plain\.md unsupported$/)])
    git(folder, 'worktree', 'add', '-q', 'tree')
    write(join(folder, 'tree'), { 'b/plain.md': lowestPrice })
    expect((await since(join(folder, 'tree'), only)).found).toEqual(['b/plain.md unsupported'])
  })

  test('stands beside a baseline', async () => {
    const folder = repositoryOf({ ...old, 'a.md': lowestPrice })
    await claimlint(folder, [...only, '--accept-new'])
    write(folder, { 'old.md': `${lowestPrice}\nThe best offer.\n`, 'b/plain.md': lowestPrice })
    const { found, report, code } = await since(folder, only)
    expect(found).toEqual(['b/plain.md unsupported'])
    expect(report?.summary).toMatchObject({ known: 2, findings: { error: 1 } })
    expect(code).toBe(1)
    expect(await since(folder, [...only, '--accept-new'])).toMatchObject({
      code: 2,
      err: 'claimlint: --accept-new accepts everything found; it goes without --since\n',
    })
  })

  test.each([
    ['--output=x', 'claimlint: --since: "--output=x" is an option; name a branch, a tag or a commit\n'],
    ['', 'claimlint: --since: "" is empty; name a branch, a tag or a commit\n'],
    ['a b', 'claimlint: --since: "a b" is no name; name a branch, a tag or a commit\n'],
    ['main\u0000x', 'claimlint: --since: "main\\u0000x" is no name; name a branch, a tag or a commit\n'],
    ['nowhere', 'claimlint: --since: git knows no commit "nowhere"; name a branch, a tag or a commit\n'],
    ['main:old.md', 'claimlint: --since: git knows no commit "main:old.md"; name a branch, a tag or a commit\n'],
    ['$(touch x)', 'claimlint: --since: "$(touch x)" is no name; name a branch, a tag or a commit\n'],
  ])('refuses the ref %j', async (ref, err) => {
    const folder = repositoryOf(old)
    expect(await claimlint(folder, [`--since=${ref}`], { env })).toEqual({ code: 2, out: '', err })
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  test('says so where there is no repository, and where there is no git', async () => {
    const folder = folderOf(old)
    expect((await since(folder)).err).toBe('claimlint: --since: what is audited is in no git repository\n')
    const nobody = await claimlint(repositoryOf(old), ['--since', 'main'], { env: { PATH: '/nowhere' } })
    expect(nobody.err).toBe('claimlint: --since needs git, and there is none on the PATH\n')
  })
})

/** A repository whose own settings want to run a program at every turn; the program leaves a file behind. */
function hostileRepository() {
  const folder = repositoryOf({ ...old, '.gitattributes': '* filter=evil diff=evil\n' })
  const trap = join(folder, '.git', 'trap.sh')
  writeFileSync(trap, `#!/bin/sh\necho "$0 $*" >> ${folder}/.git/sprung\ncat 2>/dev/null\n`)
  chmodSync(trap, 0o755)
  const settings = {
    'core.fsmonitor': trap,
    'core.hooksPath': join(folder, '.git'),
    'core.pager': trap,
    'core.editor': trap,
    'core.sshCommand': trap,
    'core.askPass': trap,
    'core.alternateRefsCommand': trap,
    'diff.external': trap,
    'diff.evil.command': trap,
    'diff.evil.textconv': trap,
    'filter.evil.clean': trap,
    'filter.evil.smudge': trap,
    'filter.evil.required': 'true',
    'credential.helper': trap,
    'gpg.program': trap,
    'alias.rev-parse': `!${trap}`,
    'alias.ls-tree': `!${trap}`,
    'remote.origin.url': `ext::${trap} %S`,
    'remote.origin.promisor': 'true',
    'protocol.allow': 'always',
    'protocol.ext.allow': 'always',
  }
  for (const [name, value] of Object.entries(settings)) git(folder, 'config', name, value)
  for (const hook of ['post-index-change', 'post-checkout', 'reference-transaction', 'fsmonitor-watchman']) {
    symlinkSync(trap, join(folder, '.git', hook))
  }
  return { folder, isSprung: () => existsSync(join(folder, '.git', 'sprung')), trap }
}

describe('--since in a hostile repository', () => {
  test('runs nothing of it', async () => {
    const { folder, isSprung } = hostileRepository()
    write(folder, { 'b/plain.md': lowestPrice, 'new.md': lowestPrice })
    expect((await since(folder, only)).found).toEqual(['b/plain.md unsupported', 'new.md unsupported'])
    expect(isSprung()).toBe(false)
    git(folder, 'status', '--short') // the trap does spring for who is less careful
    expect(isSprung()).toBe(true)
  })

  test('fetches nothing that is missing', async () => {
    const { folder, isSprung } = hostileRepository()
    const tree = git(folder, 'rev-parse', 'main:b').trim()
    rmSync(join(folder, '.git', 'objects', tree.slice(0, 2), tree.slice(2)))
    git(folder, 'config', 'core.repositoryFormatVersion', '1')
    git(folder, 'config', 'extensions.partialClone', 'origin')
    rmSync(join(folder, '.git', 'sprung'), { force: true })
    const { code, err } = await since(folder, only)
    expect(code).toBe(2)
    expect(err).toMatch(/^claimlint: --since: the files of [0-9a-f]{40} are not in the repository\n$/)
    expect(isSprung()).toBe(false)
  })

  test('heeds no variable of git', async () => {
    const { folder, isSprung, trap } = hostileRepository()
    const other = repositoryOf({ 'a.md': plainCopy })
    write(folder, { 'b/plain.md': lowestPrice })
    const { out } = await claimlint(folder, ['-f', 'compact', '--since', 'main', ...only], {
      env: {
        ...env,
        GIT_DIR: join(other, '.git'),
        GIT_WORK_TREE: other,
        GIT_EXTERNAL_DIFF: trap,
        GIT_SSH_COMMAND: trap,
        GIT_EXEC_PATH: folder,
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'core.fsmonitor',
        GIT_CONFIG_VALUE_0: trap,
      },
    })
    expect(out).toMatch(/^b\/plain\.md:1:\d+: error price\/lowest-price [^\n]+\n$/)
    expect(isSprung()).toBe(false)
  })
})
