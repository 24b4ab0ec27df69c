import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isWithin } from './is-within.ts'

/** The folder of the repository around a folder (absolute paths); null when there is none. */
export function repositoryAround(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return null
  }
}

/** Whether a file that is there lies, its links followed, in a folder (absolute paths). */
export function reallyWithin(file: string, folder: string): boolean {
  return isWithin(realpathSync(file), realpathSync(folder))
}
