import type { Config } from '../config/config.ts'

/** Why a file cannot be opened, found before opening it. */
export interface Obstacle {
  readonly code: 'unreadable' | 'link-outside'
  readonly reason: string
}

/** A document to audit: where it is and whose settings hold for it. */
export interface Source {
  /** As reports show it: relative to the working directory, with `/`. */
  readonly path: string
  /** Absolute; null for standard input. */
  readonly file: string | null
  /** Files that were named are audited whatever they hold; found ones may turn out to be no copy. */
  readonly origin: 'named' | 'found'
  readonly config: Config
  readonly obstacle: Obstacle | null
}

/** What happened on opening a file, for people. */
export function unreadable(error: unknown): Obstacle {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return { code: 'unreadable', reason: reasons[code] ?? `the file system says ${code}` }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission to read it is missing',
  EPERM: 'permission to read it is missing',
  ENOENT: 'it is no longer there, or a link that leads nowhere',
  ELOOP: 'its links go round in a circle',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
}
