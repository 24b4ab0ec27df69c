import { execFileSync } from 'node:child_process'
import { dirname } from 'node:path'
import { visibleLine } from '../../core/auditing.ts'
import { ClaimlintError } from '../../core/vocabulary.ts'
import type { Io } from '../io.ts'

/** The files of a commit: paths relative to the root of the repository, with `/`, and the ids of their content. */
export type Tree = ReadonlyMap<string, string>

/**
 * Asks git about a repository that nobody trusts. Only commands that read objects are run: none looks at the working tree, so
 * that no filter, monitor, hook, external diff or text conversion of its configuration has anything to do, and nothing is
 * fetched. No shell, no environment of ours but what git needs to start.
 */
export interface Repository {
  /** Absolute folder. */
  readonly root: string
  readonly env: Io['env']
}

const gigabyte = 1024 ** 3

const harmless = [
  '--no-pager',
  '--no-replace-objects',
  '--no-optional-locks',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.attributesFile=/dev/null', 'diff.external='],
  ...['protocol.allow=never', 'core.pager=cat', 'core.alternateRefsCommand=false'],
].flatMap((option) => (option.startsWith('--') ? [option] : ['-c', option]))

const kept = ['PATH', 'Path', 'PATHEXT', 'HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'SYSTEMROOT', 'SystemRoot', 'TEMP']

function cleanEnvironment(env: Io['env']): Record<string, string> {
  const own = kept.flatMap((name) => {
    const value = env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
  }
}

/** What git prints; null when it says no. Throws E_USAGE when there is no git. */
function ask({ root, env }: Repository, args: readonly string[], input = ''): Buffer | null {
  try {
    return execFileSync('git', ['-C', root, ...harmless, ...args], {
      cwd: dirname(process.execPath), // on Windows a program is looked for in the working directory first
      env: cleanEnvironment(env),
      input,
      maxBuffer: gigabyte,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    })
  } catch (error) {
    const { code, status, stderr } = error as NodeJS.ErrnoException & { status?: number | null; stderr?: Buffer }
    if (code === 'ENOENT') throw new ClaimlintError('E_USAGE', '--since needs git, and there is none on the PATH')
    const said = String(stderr ?? '').split('\n')[0] ?? ''
    if (/dubious ownership/.test(said)) throw new ClaimlintError('E_USAGE', `--since: git says ${visibleLine(said)}`)
    if (typeof status === 'number') return null
    throw new ClaimlintError('E_USAGE', `--since: git does not answer: ${code ?? 'it was ended'}`)
  }
}

/** Throws E_USAGE for a ref that git could take for something else. */
export function checkRef(ref: string): void {
  const why =
    ref === '' ? 'is empty' : ref.startsWith('-') ? 'is an option' : /[\0-\x20\x7f]/.test(ref) ? 'is no name' : ''
  if (why !== '') {
    throw new ClaimlintError('E_USAGE', `--since: ${JSON.stringify(ref)} ${why}; name a branch, a tag or a commit`)
  }
}

/** The id of the last commit that a ref and the present have in common; of the ref where they have none; null: no such ref. */
export function commitSince(repository: Repository, ref: string): string | null {
  checkRef(ref)
  const answer = ask(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
  const commit = idIn(answer)
  return commit === null ? null : (idIn(ask(repository, ['merge-base', '--', commit, 'HEAD'])) ?? commit)
}

const idIn = (answer: Buffer | null): string | null => /^[0-9a-f]{40,64}(?=\n)/.exec(String(answer ?? ''))?.[0] ?? null

/** The files of a commit. Throws E_USAGE when the repository does not hold them. */
export function treeOf(repository: Repository, commit: string): Tree {
  const listing = ask(repository, ['ls-tree', '-r', '-z', '--full-tree', commit])
  if (listing === null) throw new ClaimlintError('E_USAGE', `--since: the files of ${commit} are not in the repository`)
  const entries = listing.toString('utf8').split('\0').filter(Boolean)
  return new Map(
    entries.flatMap((entry) => {
      const [, id = '', path = ''] = /^\d+ blob ([0-9a-f]+)\t([\s\S]+)$/.exec(entry) ?? []
      return path === '' ? [] : [[path, id] as const]
    }),
  )
}

/** Contents by their ids; what the repository does not hold is left out. */
export function contentsOf(repository: Repository, ids: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const answer = ids.length === 0 ? null : ask(repository, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''))
  const contents = new Map<string, Uint8Array>()
  let at = 0
  while (answer !== null && at < answer.length) {
    const end = answer.indexOf(10, at)
    const [id = '', kind = '', size = ''] = answer.toString('latin1', at, end).split(' ')
    at = end + 1
    if (kind !== 'blob') continue // `<id> missing`: no content follows
    contents.set(id, answer.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return contents
}
