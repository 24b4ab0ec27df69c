import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { ClaimlintError, nearest } from '../../core/vocabulary.ts'
import { findFiles, isPattern } from './find-files.ts'
import { ignoreChainAt, isGitIgnored } from './gitignore.ts'
import { isToolFile } from './not-copy.ts'
import { namesExtension } from './policy.ts'
import { unreadable } from './source.ts'
import { type FoundFile, notAFile, type WalkRules, walkFolder } from './walk.ts'

/** What operands are resolved against. */
export interface OperandScope extends WalkRules {
  readonly cwd: string
  /** Endings that can be parsed, with the dot. */
  readonly extensions: readonly string[]
  /** Words that are not operands but could have been meant: the commands. */
  readonly commands: readonly string[]
}

export interface Named extends FoundFile {
  readonly origin: 'named' | 'found'
}

/** The documents an operand stands for: a file as it is called, a folder's documents, or the files a glob fits.
 *  Throws E_PATH when there are none. */
export function resolveOperand(operand: string, scope: OperandScope): Named[] {
  if (operand === '') throw new ClaimlintError('E_PATH', 'a path is empty; write . for this folder')
  const file = resolve(scope.cwd, operand)
  const stats = statsOf(file)
  const found = stats === 'missing' ? resolveMissing(operand, file, scope) : resolveExisting(file, stats, scope)
  if (found.length > 0) return found
  throw new ClaimlintError('E_PATH', `${quoted(operand)} holds no document to audit; ${passedOver}`)
}

const passedOver =
  'a folder stands for its Markdown and YAML files, less what .gitignore and the configuration leave out'

const quoted = (operand: string) => JSON.stringify(operand)

function statsOf(file: string): Stats | 'missing' | { readonly failure: unknown } {
  try {
    return statSync(file)
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code // statSync throws nothing else
    const gone = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE'
    return gone && !isLink(file) ? 'missing' : { failure }
  }
}

function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink()
  } catch {
    return false
  }
}

function resolveExisting(file: string, stats: Stats | { readonly failure: unknown }, scope: OperandScope): Named[] {
  const named = (obstacle: FoundFile['obstacle'], real: string): Named[] => [
    { file, real, config: scope.configFor(dirname(file)), obstacle, origin: 'named' },
  ]
  if ('failure' in stats) return named(unreadable(stats.failure), file)
  if (stats.isDirectory()) return foundIn(file, scope)
  return named(stats.isFile() ? null : notAFile, realpathSync(file))
}

function foundIn(folder: string, scope: OperandScope): Named[] {
  const chain = ignoreChainAt(folder)
  const outer = isGitIgnored(chain, folder, 'folder') ? chain.filter((level) => level.folder === folder) : chain
  return walkFolder(folder, outer, scope).map((found) => ({ ...found, origin: 'found' }))
}

function resolveMissing(operand: string, file: string, scope: OperandScope): Named[] {
  const respelt = sameInUnicode(file)
  if (respelt !== null) return resolveOperand(respelt, scope)
  if (isPattern(operand)) return matching(operand, scope)
  const near = nearFile(operand, file) ?? nearCommand(operand, scope)
  throw new ClaimlintError('E_PATH', `${quoted(operand)} is not there${near ?? ''}`)
}

/** Disks differ in how they write é: composed, or as a letter and an accent. */
function sameInUnicode(file: string): string | null {
  const name = basename(file).normalize('NFC')
  const same = neighbours(file).find((other) => other.normalize('NFC') === name)
  return same === undefined ? null : join(dirname(file), same)
}

function neighbours(file: string): string[] {
  try {
    return readdirSync(dirname(file))
  } catch {
    return []
  }
}

function nearFile(operand: string, file: string): string | null {
  const near = nearest(basename(file), neighbours(file))
  return near === null ? null : `; did you mean ${quoted(join(dirname(operand), near).replaceAll('\\', '/'))}?`
}

function nearCommand(operand: string, scope: OperandScope): string | null {
  const near = nearest(operand, scope.commands)
  return near === null ? null : `; did you mean the command ${quoted(near)}?`
}

function matching(pattern: string, scope: OperandScope): Named[] {
  const paths = findFiles(pattern.replaceAll('\\', process.platform === 'win32' ? '/' : '\\'), {
    cwd: scope.cwd,
    dot: false,
    onlyFiles: false,
    followSymbolicLinks: false,
    suppressErrors: true,
    ignore: ['**/node_modules/**'],
  })
  if (paths.length === 0) throw new ClaimlintError('E_PATH', `${quoted(pattern)} matches no file`)
  return paths.flatMap((path) => matched(resolve(scope.cwd, path), pattern, scope))
}

/** A matching folder stands for its documents, as when the shell had put it there. */
function matched(file: string, pattern: string, scope: OperandScope): Named[] {
  const stats = statsOf(file)
  if (stats === 'missing') return []
  const config = scope.configFor(dirname(file))
  const policy = scope.policyFor(config)
  if ('isDirectory' in stats && stats.isDirectory()) {
    return policy.leavesOut(file) || isGitIgnored(ignoreChainAt(dirname(file)), file, 'folder')
      ? []
      : foundIn(file, scope)
  }
  const extension = extname(file).toLowerCase()
  if (!scope.extensions.includes(extension) || !namesExtension(pattern, extension)) return []
  if (isToolFile(file) || policy.leavesOut(file)) return []
  if (isGitIgnored(ignoreChainAt(dirname(file)), file, 'file')) return []
  return resolveExisting(file, stats, scope).map((found) => ({ ...found, origin: 'found' }))
}
