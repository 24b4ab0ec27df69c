import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ClaimlintError } from '../../core/vocabulary.ts'
import { shownPath } from '../files/shown-path.ts'
import type { Io } from '../io.ts'
import { type CacheLines, cacheLine, entryOf, isCacheFile, pathOf, sealed, unsealed } from './cache-file.ts'
import { cacheKeys } from './reading.ts'
import { noCache, type OpenCache, type RecordStore } from './record-store.ts'
import { cacheSecret, secretFile } from './secret.ts'

/** The absolute path of a cache; true: the usual one, in the working directory. */
export const cacheFile = (wish: string | true, cwd: string): string =>
  resolve(cwd, wish === true ? '.claimlint-cache' : wish)

/** More bytes than this are no cache. */
const maxBytes = 2 ** 30

/** Opens the cache that the user asked for; `wish` is the value of `--cache`. Throws E_USAGE for a place where no file can be. */
export function openCache(wish: string | true, io: Pick<Io, 'cwd' | 'env'>): OpenCache {
  const file = cacheFile(wish, io.cwd)
  const shown = shownPath(file, io.cwd)
  checkPlace(file, shown, io.cwd)
  const bytes = bytesIn(file)
  if (bytes === null || !isCacheFile(bytes))
    return without(`${shown} is no cache of claimlint and stays as it is; this run has none`)
  const secret = cacheSecret(io.env)
  if (secret === null) return without(`no cache is kept: ${secretFile(io.env)} cannot be written`)
  const cache = remembering(unsealed(bytes, secret), io.cwd)
  return {
    store: cache.store,
    files: [file],
    close: () => {
      const lines = cache.changed()
      return lines && written(file, sealed(lines, secret), shown)
    },
  }
}

const without = (notice: string): OpenCache => ({ ...noCache, close: () => notice })

function checkPlace(file: string, shown: string, cwd: string): void {
  if (!existsSync(dirname(file))) {
    throw new ClaimlintError('E_USAGE', `--cache: there is no folder ${shownPath(dirname(file), cwd)} to write into`)
  }
  if (existsSync(file) && !statSync(file).isFile()) {
    const hint = 'name a file, or write --cache behind the paths'
    throw new ClaimlintError('E_USAGE', `--cache: ${shown} is no file; ${hint}`)
  }
}

/** What a file holds, nothing when it is not there; null for what cannot be read as a cache and is not to be written over. */
function bytesIn(file: string): Uint8Array | null {
  if (!existsSync(file)) return new Uint8Array()
  try {
    return statSync(file).size > maxBytes ? null : readFileSync(file)
  } catch {
    return null
  }
}

/** A store on top of earlier lines. `changed`: the lines to write at the end, null when they are the earlier ones. */
function remembering(earlier: CacheLines, cwd: string): { store: RecordStore; changed: () => CacheLines | null } {
  const keyOf = cacheKeys()
  const used = new Map<string, Uint8Array>()
  const paths = new Set<string>()
  let isNew = false
  const store: RecordStore = {
    recordsFor: (document, extract) => {
      const { path } = document.source
      const key = keyOf(document)
      const line = earlier.get(key)
      paths.add(path)
      if (line !== undefined) {
        used.set(key, line)
        return entryOf(line).records
      }
      const records = extract()
      used.set(key, cacheLine(key, { path, records }))
      isNew = true
      return records
    },
  }
  /** Another run may have been about other documents: theirs stay as long as the files are there. */
  const isOther = (path: string) => !paths.has(path) && existsSync(resolve(cwd, path))
  const others = () => [...earlier].filter(([key, line]) => !used.has(key) && isOther(pathOf(line)))
  const changed = () => {
    const lines = new Map([...others(), ...used])
    return isNew || lines.size !== earlier.size ? lines : null
  }
  return { store, changed }
}

/** Writes a whole file or nothing; answers what was wrong. */
function written(file: string, bytes: Uint8Array, shown: string): string | null {
  try {
    place(bytes, file)
    return null
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? error.code : error
    return `the cache ${shown} is not written: the file system says ${why}`
  }
}

function place(bytes: Uint8Array, file: string): void {
  const part = `${file}.${process.pid}.part`
  try {
    writeFileSync(part, bytes)
    renameSync(part, file)
  } finally {
    rmSync(part, { force: true })
  }
}
