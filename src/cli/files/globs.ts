import { relative, sep } from 'node:path'
import picomatch from 'picomatch'
import type { Globs } from '../config/config.ts'

/** Tells whether a file or folder (absolute path) fits. */
export type PathTest = (path: string) => boolean

/** Compiles globs as `.gitignore` readers expect them: a name without wildcards is also the folder of that name,
 *  `!` takes away, `./` in front means nothing. Dot files fit only where the pattern names the dot. */
export function globTest({ base, patterns }: Globs): PathTest {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).flatMap(withFolder)
  const unwanted = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .flatMap((pattern) => withFolder(pattern.slice(1)))
  if (wanted.length === 0) return () => false
  const fits = picomatch(wanted)
  const taken = unwanted.length === 0 ? () => false : picomatch(unwanted)
  return (path) => {
    const below = relative(base, path).split(sep).join('/')
    return fits(below) && !taken(below)
  }
}

/** The folder in which everything lies that a glob can match, relative to its base, `''` for the base itself. */
export function fixedFolder(pattern: string): string {
  const { base, isGlob } = picomatch.scan(trimmed(pattern))
  return isGlob ? base : base.split('/').slice(0, -1).join('/')
}

const trimmed = (pattern: string) => pattern.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')

function withFolder(pattern: string): string[] {
  const plain = trimmed(pattern)
  if (plain === '.' || plain === '') return ['**']
  return [plain, `${plain}/**`]
}
