import { dirname, extname } from 'node:path'
import type { Config, Globs } from '../config/config.ts'
import { fixedFolder, globTest, type PathTest } from './globs.ts'
import { folderExtensions, isToolFile } from './not-copy.ts'

/** What a configuration says of the files of a folder; all paths absolute. */
export interface Policy {
  /** Files and folders left out, whatever else holds. */
  readonly leavesOut: PathTest
  /** Files that a folder argument stands for. */
  readonly wants: PathTest
  /** Whether a wanted file may lie in this folder. */
  readonly mayHold: PathTest
}

/** Reads the policy out of a configuration; `extensions` are those that can be parsed (`.md`). */
export function policyOf(config: Config, extensions: readonly string[]): Policy {
  const ignored = globTest(config.ignore)
  const registers = [config.evidence, ...config.overrides.flatMap(evidenceOf)].map(globTest)
  const own = new Set([config.path, config.decisions, config.baseline, ...config.packs.map(({ value }) => value)])
  return {
    leavesOut: (path) =>
      own.has(path) || isToolFile(path) || ignored(path) || registers.some((isRegister) => isRegister(path)),
    wants: config.files === null ? hasFolderExtension : wantedBy(config.files, extensions),
    mayHold: config.files === null ? () => true : holding(config.files),
  }
}

const evidenceOf = ({ base, settings: { evidence } }: Config['overrides'][number]): readonly Globs[] =>
  evidence ? [{ base, patterns: evidence }] : []

const hasFolderExtension: PathTest = (path) => folderExtensions.includes(extname(path).toLowerCase())

function wantedBy(files: Globs, extensions: readonly string[]): PathTest {
  const wanted = globTest(files)
  const tests = new Map<string, PathTest>()
  const wantedByName = (extension: string): PathTest => {
    const patterns = files.patterns.filter((pattern) => namesExtension(pattern, extension))
    const test = tests.get(extension) ?? globTest({ base: files.base, patterns })
    tests.set(extension, test)
    return test
  }
  return (path) => {
    const extension = extname(path).toLowerCase()
    if (!extensions.includes(extension) || !wanted(path)) return false
    return folderExtensions.includes(extension) || wantedByName(extension)(path)
  }
}

/** JSON, sheets and feeds are copy only where somebody says so: a pattern must name the extension (`.csv`), `*` does not mean it. */
export const namesExtension = (pattern: string, extension: string): boolean =>
  pattern.startsWith('!') || folderExtensions.includes(extension) || pattern.toLowerCase().includes(extension.slice(1))

function holding({ base, patterns }: Globs): PathTest {
  const folders = patterns.filter((pattern) => !pattern.startsWith('!')).map(fixedFolder)
  const within = globTest({ base, patterns: folders.map((folder) => (folder === '' ? '**' : `${folder}/**`)) })
  const above = new Set(folders.flatMap((folder) => chainAbove(folder)).map((folder) => `${base}/${folder}`))
  return (path) => within(path) || above.has(path)
}

function chainAbove(folder: string): string[] {
  return folder === '' || folder === '.' ? [] : [folder, ...chainAbove(dirname(folder))]
}
