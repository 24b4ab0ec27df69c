import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { type Evidence, type FileState, type OnFile, readEvidenceRegister } from '../core/auditing.ts'
import { ClaimlintError } from '../core/vocabulary.ts'
import type { Globs } from './config/config.ts'
import { findFiles } from './files/find-files.ts'
import { globTest } from './files/globs.ts'
import { isWithin } from './files/is-within.ts'
import { readThen } from './files/read-source.ts'
import { reallyWithin, repositoryAround } from './files/repository.ts'
import { comparePaths, shownPath } from './files/shown-path.ts'
import type { Source } from './files/source.ts'
import type { Group } from './groups.ts'
import type { Past } from './since/past.ts'

/** Registers and for which documents they hold: those below a folder (absolute); null: all. */
interface FoundRegister {
  readonly file: string
  readonly within: string | null
  /** The documents whose settings name it. */
  readonly readers: readonly Source[]
}

/** Where to look for evidence. */
export interface EvidencePlace {
  readonly group: Group
  /** Globs of the command line, which go over the configuration. */
  readonly wish: readonly string[] | undefined
  readonly cwd: string
  /** null: as things are now. */
  readonly past: Past | null
}

/** Reads the evidence on file for the documents of a configuration. Throws E_PATH for a wished glob that fits nothing, E_EVIDENCE for a register that is no YAML. */
export function evidenceFor(place: EvidencePlace): Pick<OnFile, 'evidence' | 'registerFaults'> {
  const registers = registersFor(place).map((found) => ({ found, ...readRegister(found, place) }))
  return {
    evidence: registers.flatMap(({ found, evidence }) => evidence.map((entry) => completed(entry, found, place))),
    registerFaults: registers.flatMap(({ registerFaults }) => registerFaults),
  }
}

/** The registers that hold for the documents of a configuration, absolute. */
export const registerFiles = (place: EvidencePlace): string[] => registersFor(place).map(({ file }) => file)

function registersFor({ group, wish, cwd, past }: EvidencePlace): FoundRegister[] {
  const { config, sources } = group
  if (wish !== undefined) {
    return wish.flatMap((pattern) => {
      const files = filesThen({ base: cwd, patterns: [pattern] }, past)
      if (files.length > 0 || past !== null) return files.map((file) => ({ file, within: null, readers: sources }))
      throw new ClaimlintError('E_PATH', `--evidence: ${JSON.stringify(pattern)} matches no file`)
    })
  }
  if (config.path !== null) return configuredRegisters(group, past)
  return foldersAbove(sources, cwd).flatMap((folder) =>
    filesThen({ base: folder, patterns: ['evidence/**/*.{yaml,yml}'] }, past).map((file) => ({
      file,
      within: folder,
      readers: sources,
    })),
  )
}

/** The registers that the configuration and its overrides name, each once with all who read it. */
function configuredRegisters({ config, sources, parts }: Group, past: Past | null): FoundRegister[] {
  const special = parts.filter((part) => part.config.evidence !== config.evidence)
  if (special.length === 0)
    return filesThen(config.evidence, past).map((file) => ({ file, within: null, readers: sources }))
  const elsewhere = new Set(special.flatMap((part) => part.sources))
  const general = { config, sources: sources.filter((source) => !elsewhere.has(source)) }
  const readers = new Map<string, Source[]>()
  for (const part of [general, ...special]) {
    for (const file of filesThen(part.config.evidence, past)) {
      readers.set(file, [...(readers.get(file) ?? []), ...part.sources])
    }
  }
  return [...readers].map(([file, some]) => ({ file, within: null, readers: some }))
}

/** Registers that are there, or that were there. */
function filesThen(globs: Globs, past: Past | null): string[] {
  const present = filesOf(globs)
  if (past === null) return present
  const fits = globTest(globs)
  const kept = present.filter((file) => !past.isChanged(file) || past.contentOf(file) !== null)
  return [...kept, ...[...past.gone].filter(fits)].sort(comparePaths)
}

/** The folders a pattern begins with, up to the first that is itself a pattern. */
function folderBefore(pattern: string): string {
  const folders = pattern.split('/').slice(0, -1)
  const at = folders.findIndex((folder) => !/^[\w .-]+$/.test(folder))
  return folders.slice(0, at === -1 ? folders.length : at).join('/')
}

function filesOf({ base, patterns }: Globs): string[] {
  const wanted = patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => pattern.replace(/^(?:\.\/)+/, ''))
  const unwanted = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))
  const ignore = ['**/node_modules/**', ...unwanted]
  // A pattern below a folder that is not there finds nothing; to know that takes no library.
  const possible = wanted.filter((pattern) => existsSync(join(base, folderBefore(pattern))))
  const options = { cwd: base, absolute: true, onlyFiles: true, ignore, followSymbolicLinks: false }
  const found = possible.length === 0 ? [] : findFiles(possible, options)
  const plain = wanted
    .map((pattern) => resolve(base, pattern))
    .filter((path) => existsSync(path) && statSync(path).isFile())
  return [...new Set([...plain, ...found.map((path) => resolve(path))])].sort(comparePaths)
}

/** Without a configuration evidence is looked for in `evidence/` beside the documents and above them, up to the working directory or the repository. */
function foldersAbove(sources: readonly Source[], cwd: string): string[] {
  const folders = new Set<string>()
  for (const { path } of sources) {
    for (let at = dirname(resolve(cwd, path)); !folders.has(at); at = dirname(at)) {
      folders.add(at)
      if (at === cwd || existsSync(join(at, '.git')) || dirname(at) === at) break
    }
  }
  return [...folders].sort(comparePaths)
}

function readRegister({ file }: FoundRegister, { group: { config }, cwd, past }: EvidencePlace) {
  const path = shownPath(file, cwd)
  const read = readThen({ path, file, origin: 'named', config, obstacle: null }, past)
  if ('fault' in read)
    throw new ClaimlintError('E_EVIDENCE', `cannot read the register: ${read.fault.reason}`, { path })
  const register = readEvidenceRegister(path, read.text)
  const [broken] = register.registerFaults.filter(({ code }) => code === 'syntax')
  if (broken) {
    const { line, column } = broken.range.start
    throw new ClaimlintError('E_EVIDENCE', `the register is not readable: ${broken.text}`, { path, line, column })
  }
  return register
}

/** What only the file system knows: whether the file is there, and which documents the globs mean. */
function completed(
  entry: Evidence,
  { file, within, readers }: FoundRegister,
  { group: { config, sources }, cwd, past }: EvidencePlace,
): Evidence {
  const means = entry.documents === null ? () => true : globTest({ base: config.base, patterns: entry.documents })
  const covers = (path: string) => means(path) && (within === null || isWithin(path, within))
  const covered = readers.filter(({ path }) => covers(resolve(cwd, path))).map(({ path }) => path)
  return {
    ...entry,
    documents: entry.documents === null && covered.length === sources.length ? null : covered,
    fileState: past?.gone.has(resolve(dirname(file), entry.file ?? '')) ? 'present' : fileStateOf(entry, file),
  }
}

function fileStateOf({ file, sha256 }: Evidence, register: string): FileState {
  if (file === null) return 'none'
  const path = resolve(dirname(register), file)
  if (!existsSync(path)) return isOutside(path, register) ? 'outside' : 'missing'
  if (!reallyWithin(path, rootOf(register))) return 'outside'
  if (!statSync(path).isFile()) return 'missing'
  return sha256 === null || sha256 === hashOf(path) ? 'present' : 'changed'
}

const isOutside = (path: string, register: string) => !isWithin(path, rootOf(register))

/** Proof belongs to the repository of its register; without one, to the folder above the register's `evidence` folder. */
function rootOf(register: string): string {
  const folder = dirname(register)
  const steps = relative('/', folder).split(/[\\/]/)
  const above = steps.lastIndexOf('evidence')
  return (
    repositoryAround(folder) ?? (above === -1 ? folder : resolve(folder, ...Array(steps.length - above).fill('..')))
  )
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
