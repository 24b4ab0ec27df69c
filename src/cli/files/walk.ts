import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import type { ConfigFor } from '../config/find.ts'
import { extendChain, type IgnoreChain, isGitIgnored } from './gitignore.ts'
import { isWithin } from './is-within.ts'
import type { Policy } from './policy.ts'
import { type Obstacle, unreadable } from './source.ts'

/** A file below a folder; `real` is its path with links resolved, the identity of its content. */
export interface FoundFile {
  readonly file: string
  readonly real: string
  readonly config: Config
  readonly obstacle: Obstacle | null
}

/** What decides about the files of a walk. */
export interface WalkRules {
  readonly configFor: ConfigFor
  readonly policyFor: (config: Config) => Policy
}

interface Folder {
  readonly path: string
  readonly real: string
  readonly chain: IgnoreChain
}

interface Walk extends WalkRules {
  /** Real path of the folder the walk began in: links may not lead out of it. */
  readonly root: string
}

/** The documents a folder (absolute) stands for, in no order. `chain`: the ignore files that hold in it. */
export function walkFolder(path: string, chain: IgnoreChain, rules: WalkRules): FoundFile[] {
  const real = realpathSync(path)
  return [...filesIn({ path, real, chain }, { ...rules, root: real })]
}

function* filesIn(folder: Folder, walk: Walk): Generator<FoundFile> {
  const config = walk.configFor(folder.path)
  const policy = walk.policyFor(config)
  const entries = entriesOf(folder.path)
  if (!Array.isArray(entries)) {
    yield { file: folder.path, real: folder.real, config, obstacle: entries }
    return
  }
  for (const entry of entries) {
    if (isLeftOut(entry, folder, policy)) continue
    if (entry.isDirectory()) yield* filesIn(inner(folder, entry.name), walk)
    else yield* fileAt(entry, folder, { config, policy, root: walk.root })
  }
}

function inner(folder: Folder, name: string): Folder {
  const path = join(folder.path, name)
  return { path, real: join(folder.real, name), chain: extendChain(folder.chain, path) }
}

function fileAt(entry: Dirent, folder: Folder, scope: Scope): FoundFile[] {
  const file = join(folder.path, entry.name)
  if (entry.isSymbolicLink()) return linked(file, scope)
  if (!scope.policy.wants(file)) return []
  return [
    { file, real: join(folder.real, entry.name), config: scope.config, obstacle: entry.isFile() ? null : notAFile },
  ]
}

function isLeftOut(entry: Dirent, folder: Folder, policy: Policy): boolean {
  if (entry.name.startsWith('.') || entry.name === 'node_modules') return true
  const path = join(folder.path, entry.name)
  return policy.leavesOut(path) || isGitIgnored(folder.chain, path, entry.isDirectory() ? 'folder' : 'file')
}

/** What is a pipe, a socket or a device: reading it could wait for ever. */
export const notAFile: Obstacle = { code: 'unreadable', reason: 'it is no regular file' }

function entriesOf(folder: string): Dirent[] | Obstacle {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    return unreadable(error)
  }
}

interface Scope {
  readonly config: Config
  readonly policy: Policy
  readonly root: string
}

function linked(file: string, { config, policy, root }: Scope): FoundFile[] {
  const found = (real: string, obstacle: Obstacle | null) => [{ file, real, config, obstacle }]
  try {
    const real = realpathSync(file)
    const target = statSync(real)
    const inside = isWithin(real, root) || (config.path !== null && isWithin(real, realpathSync(config.base)))
    // A folder inside the tree is walked where it really is.
    if (target.isDirectory()) return inside || !policy.mayHold(file) ? [] : found(file, leadsOut)
    if (!policy.wants(file)) return []
    if (!inside) return found(file, leadsOut)
    return found(real, target.isFile() ? null : notAFile)
  } catch (error) {
    return policy.wants(file) ? found(file, unreadable(error)) : []
  }
}

const leadsOut: Obstacle = { code: 'link-outside', reason: 'it is a link that leads out of the audited folder' }
