import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

let digest: string | null = null

/** Of claimlint itself, its rules and the Node it runs on: another digest may find other claims. */
export function programDigest(): string {
  digest ??= digestOf(programFiles(), process.version)
  return digest
}

/** What was built, or where nothing was built the sources. */
function programFiles(): string[] {
  const here = fileURLToPath(new URL('.', import.meta.url))
  if (!import.meta.url.endsWith('.ts')) return filesIn(here, { recursive: false })
  return [join(here, '..', '..'), join(here, '../../../rules')].flatMap((folder) =>
    filesIn(folder, { recursive: true }),
  )
}

const filesIn = (folder: string, { recursive }: { readonly recursive: boolean }) =>
  readdirSync(folder, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:[cm]?js|ts|json|ya?ml|pack)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

/** Of the content of files (absolute paths, in this order) and of the version of Node. */
export function digestOf(files: readonly string[], node: string): string {
  const hash = createHash('sha256').update(node)
  for (const file of files) {
    const content = readFileSync(file)
    hash.update(`\0${content.length}\0`).update(content)
  }
  return hash.digest('base64url')
}
