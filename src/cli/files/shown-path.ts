import { relative, sep } from 'node:path'

/** A path as reports and messages show it: relative to the working directory, with `/`. */
export function shownPath(path: string, cwd: string): string {
  const shown = relative(cwd, path)
  return (shown === '' ? '.' : shown).split(sep).join('/')
}

/** Order of paths in reports: by their bytes, the same in every locale. */
export function comparePaths(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
