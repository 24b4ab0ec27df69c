import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The files below a folder or the file itself, sorted. */
export function filesBelow(path, ending = '') {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
