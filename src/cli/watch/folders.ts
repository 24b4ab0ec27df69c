import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { AuditRequest } from '../audit-request.ts'
import type { Config, Globs } from '../config/config.ts'
import { configChoice, configChooser } from '../config/find.ts'
import { extendChain, type IgnoreChain, ignoreChainAt, isGitIgnored } from '../files/gitignore.ts'
import { fixedFolder } from '../files/globs.ts'
import { repositoryAround } from '../files/repository.ts'

/** The folders (absolute) in which something could stand that an audit reads: documents, facts, proof, decisions, settings, rules. */
export function watchedFolders(
  { operands, options }: Pick<AuditRequest, 'operands' | 'options'>,
  cwd: string,
): string[] {
  const named = operands.length === 0 ? ['.'] : operands
  const roots = named.map((operand) => folderOf(operand, cwd))
  const folders = new Set([...roots.flatMap(treeBelow), ...roots.flatMap(foldersAbove)])
  const files = [options.config, options.baseline].filter((file) => typeof file === 'string')
  for (const file of files) folders.add(dirname(resolve(cwd, file)))
  for (const glob of options.evidence ?? []) for (const folder of treeBelow(folderOf(glob, cwd))) folders.add(folder)
  const configs = configsFor([...folders], options.config, cwd)
  for (const folder of configs.flatMap(foldersOfConfig)) folders.add(folder)
  return [...folders].filter((folder) => existsSync(folder)).sort()
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** The folder that an operand is or lies in; of a glob the one in which everything lies that it can match. */
function folderOf(operand: string, cwd: string): string {
  const path = resolve(cwd, operand)
  if (isFolder(path)) return path
  return existsSync(path) ? dirname(path) : resolve(cwd, fixedFolder(operand))
}

/** A folder and those below it, less what audits pass over. */
function treeBelow(folder: string): string[] {
  if (!isFolder(folder)) return []
  return [folder, ...below(folder, ignoreChainAt(folder))]
}

function below(folder: string, chain: IgnoreChain): string[] {
  const inner = entriesOf(folder).filter((entry) => entry.isDirectory() && !/^(?:\..*|node_modules)$/.test(entry.name))
  return inner.flatMap(({ name }) => {
    const path = join(folder, name)
    return isGitIgnored(chain, path, 'folder') ? [] : [path, ...below(path, extendChain(chain, path))]
  })
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return [] // gone meanwhile, or not ours to read: the audit says so
  }
}

/** A company file, a folder of proof or settings may come to stand above the documents, as far as the repository reaches. */
function foldersAbove(folder: string): string[] {
  const top = repositoryAround(folder)
  const above: string[] = []
  for (let at = folder; top !== null && at !== top; at = dirname(at))
    above.push(dirname(at), join(dirname(at), 'evidence'))
  return above
}

/** The configurations of folders; one that cannot be read names no folders yet. */
function configsFor(folders: readonly string[], wish: AuditRequest['options']['config'], cwd: string): Config[] {
  const configFor = configChooser(configChoice(wish, cwd), cwd)
  const found = folders.flatMap((folder) => {
    try {
      return configFor(folder)
    } catch {
      return []
    }
  })
  return [...new Set(found)]
}

function foldersOfConfig({ base, path, from, packs, overrides, ...config }: Config): string[] {
  if (path === null) return []
  const globs = [config.files, config.facts, config.evidence, ...overrides.flatMap(globsOf)]
  const files = [...from, ...[config.company, config.decisions, config.baseline].flatMap((file) => file ?? [])]
  return [
    ...treeBelow(base),
    ...files.map(dirname),
    ...overrides.flatMap(({ base: from, settings: { company } }) => (company ? dirname(resolve(from, company)) : [])),
    ...packs.flatMap(({ value }) => treeBelow(value)),
    ...globs.flatMap(
      (each) => each?.patterns.flatMap((pattern) => treeBelow(resolve(each.base, fixedFolder(pattern)))) ?? [],
    ),
  ]
}

const globsOf = ({ base, settings: { facts, evidence } }: Config['overrides'][number]): Globs[] =>
  [facts, evidence].flatMap((patterns) => (patterns ? [{ base, patterns }] : []))

/** When files changed last, and their size, by absolute path. */
export type FileStates = ReadonlyMap<string, string>

/** The states of the files in folders, not below them. `passedOver`: absolute paths that do not count. */
export function fileStates(folders: readonly string[], passedOver: ReadonlySet<string>): FileStates {
  const states = new Map<string, string>()
  for (const folder of folders) {
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() || /\.part$/.test(entry.name) || passedOver.has(path)) continue
      if (entry.name.startsWith('.') && entry.name !== '.gitignore') continue
      const stats = statSync(path, { throwIfNoEntry: false })
      states.set(path, stats ? `${stats.mtimeMs} ${stats.size}` : '')
    }
  }
  return states
}

/** The files that are new, gone or other ones. */
export function changesBetween(before: FileStates, now: FileStates): string[] {
  const gone = [...before.keys()].filter((path) => !now.has(path))
  return [...gone, ...[...now].filter(([path, state]) => before.get(path) !== state).map(([path]) => path)].sort()
}
