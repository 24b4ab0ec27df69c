import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Io } from '../io.ts'

const secretBytes = 32

/** The secret that caches of this user are sealed with, made on first use; null where it cannot be kept.
 *  It stands outside of every audited folder: a cache that came with one proves nothing. */
export function cacheSecret(env: Io['env']): Uint8Array | null {
  const file = secretFile(env)
  return kept(file) ?? made(file)
}

/** Where the secret is kept; absolute. */
export function secretFile(env: Io['env']): string {
  const folder = env['XDG_CACHE_HOME'] || env['LOCALAPPDATA'] || join(homedir(), '.cache')
  return join(folder, 'claimlint', 'cache.key')
}

function kept(file: string): Uint8Array | null {
  try {
    const secret = readFileSync(file)
    return secret.length === secretBytes ? secret : null
  } catch {
    return null
  }
}

/** Of two runs that make one at the same time, both use the one that was there first. */
function made(file: string): Uint8Array | null {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    place(randomBytes(secretBytes), file)
  } catch {
    // not writable, or there already; `kept` knows which
  }
  return kept(file)
}

/** Writes a new file, whole or not at all. Throws what the file system says, also when it is there already. */
function place(secret: Uint8Array, file: string): void {
  const part = `${file}.${process.pid}.part`
  writeFileSync(part, secret, { mode: 0o600 })
  try {
    linkSync(part, file)
  } finally {
    rmSync(part, { force: true })
  }
}
