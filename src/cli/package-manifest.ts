import { existsSync, readFileSync } from 'node:fs'

/** What claimlint's own package says of itself. */
export interface PackageManifest {
  readonly version: string
  readonly description: string
}

/** Reads the package.json that claimlint comes with: one folder up from the bundle, two from this file. */
export function packageManifest(): PackageManifest {
  const near = new URL('../package.json', import.meta.url)
  const path = existsSync(near) ? near : new URL('../../package.json', import.meta.url)
  return JSON.parse(readFileSync(path, 'utf8')) as PackageManifest // our own file
}
