import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { ClaimlintError } from '../../core/vocabulary.ts'
import { repositoryAround } from '../files/repository.ts'
import type { Io } from '../io.ts'
import { commitSince, contentsOf, type Repository, type Tree, treeOf } from './git.ts'

/** Files as they were at an earlier commit. Paths absolute. */
export interface Past {
  /** Whether a file is another one now, or was not there. */
  readonly isChanged: (file: string) => boolean
  /** What a changed or deleted file held; null: it was not there. */
  readonly contentOf: (file: string) => Uint8Array | null
  /** Files that are no longer there. */
  readonly gone: ReadonlySet<string>
}

interface PastTree extends Repository {
  /** null: the ref is unknown here, as in a submodule. */
  readonly tree: Tree | null
}

/** Looks up the files at the last commit in common with a ref. `files`: those whose past will be asked for.
 *  Throws E_USAGE for a ref that is none and for files without a repository. */
export function pastAt(ref: string, files: readonly string[], { env }: Pick<Io, 'env'>): Past {
  const roots = new Map<string, string | null>()
  const rootOf = (file: string): string | null => {
    const folder = dirname(file)
    const root = roots.has(folder) ? (roots.get(folder) ?? null) : repositoryAround(folder)
    roots.set(folder, root)
    return root
  }
  const found = [...new Set(files.flatMap((file) => rootOf(file) ?? []))].map((root) => pastTree(ref, root, env))
  if (found.length === 0) throw new ClaimlintError('E_USAGE', '--since: what is audited is in no git repository')
  if (found.every(({ tree }) => tree === null)) {
    throw new ClaimlintError(
      'E_USAGE',
      `--since: git knows no commit ${JSON.stringify(ref)}; name a branch, a tag or a commit`,
    )
  }
  const trees = new Map(found.map((each) => [each.root, each]))
  const idOf = (file: string) => {
    const { root, tree } = trees.get(rootOf(file) ?? '') ?? {}
    return root === undefined ? null : (tree?.get(nameIn(root, file)) ?? null)
  }
  const changed = new Set(files.filter((file) => isOther(file, idOf)))
  const gone = new Set(found.flatMap(goneIn))
  const contents = new Map(
    found.flatMap((repository) => [
      ...contentsOf(repository, [
        ...new Set(
          [...changed, ...gone].filter((file) => rootOf(file) === repository.root).flatMap((file) => idOf(file) ?? []),
        ),
      ]),
    ]),
  )
  return {
    isChanged: (file) => changed.has(file),
    contentOf: (file) => contents.get(idOf(file) ?? '') ?? null,
    gone,
  }
}

function pastTree(ref: string, root: string, env: Io['env']): PastTree {
  const commit = commitSince({ root, env }, ref)
  return { root, env, tree: commit === null ? null : treeOf({ root, env }, commit) }
}

const nameIn = (root: string, file: string) => relative(root, file).split(sep).join('/')

function goneIn({ root, tree }: PastTree): string[] {
  return [...(tree?.keys() ?? [])].map((name) => join(root, name)).filter((file) => !existsSync(file))
}

/** A link is another one when it leads elsewhere or to other words. */
function isOther(file: string, idOf: (file: string) => string | null): boolean {
  try {
    const id = idOf(file)
    if (lstatSync(file).isSymbolicLink()) {
      return id !== idLike(id, Buffer.from(readlinkSync(file))) || isOther(realpathSync(file), idOf)
    }
    if (id === null) return true
    const content = readFileSync(file)
    return id !== idLike(id, content) && id !== idLike(id, withUnixLines(content))
  } catch {
    return true // what cannot be read now is audited, and reported as unreadable
  }
}

/** As git names content: 40 digits are SHA-1, 64 SHA-256. */
function idLike(id: string | null, content: Uint8Array): string {
  const hash = createHash(id?.length === 64 ? 'sha256' : 'sha1')
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex')
}

/** Git may keep other line ends than it hands out. */
const withUnixLines = (content: Buffer) => Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
