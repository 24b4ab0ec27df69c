import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'

interface Level {
  readonly folder: string
  readonly rules: Ignore
}

/** The `.gitignore` files that hold for the content of one folder, the outermost first. */
export type IgnoreChain = readonly Level[]

/** The files above a folder (absolute) and in it: up to the root of its repository, or of the folder alone. */
export function ignoreChainAt(folder: string): IgnoreChain {
  const folders = withinRepository(folder)
  return folders.reduce<IgnoreChain>((chain, next) => extendChain(chain, next), [])
}

/** The chain for a folder below the one the chain was made for. */
export function extendChain(chain: IgnoreChain, folder: string): IgnoreChain {
  const text = ignoreFile(folder)
  return text === null ? chain : [...chain, { folder, rules: ignore().add(text) }]
}

/** Whether git would leave the path out; the innermost file that speaks of it decides. */
export function isGitIgnored(chain: IgnoreChain, path: string, kind: 'file' | 'folder'): boolean {
  for (const { folder, rules } of chain.toReversed()) {
    const below = relative(folder, path).split(sep).join('/')
    if (below === '') continue // a file does not speak of its own folder
    const verdict = rules.test(kind === 'folder' ? `${below}/` : below)
    if (verdict.ignored || verdict.unignored) return verdict.ignored
  }
  return false
}

function withinRepository(folder: string): string[] {
  const above: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    above.unshift(at)
    if (existsSync(join(at, '.git'))) return above
    if (dirname(at) === at) return [folder]
  }
}

function ignoreFile(folder: string): string | null {
  const file = join(folder, '.gitignore')
  try {
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : null
  } catch {
    return null // none there, or not ours to read: then it hides nothing
  }
}
