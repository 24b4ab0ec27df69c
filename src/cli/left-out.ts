import { readdirSync, realpathSync, statSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { visiblePath } from '../core/auditing.ts'
import type { AuditRequest } from './audit-request.ts'
import { folderExtensions } from './files/not-copy.ts'
import { comparePaths, shownPath } from './files/shown-path.ts'
import type { Io } from './io.ts'
import type { Audited } from './run-audit.ts'

const namedAtMost = 10

/**
 * For who does not trust a folder (`--no-config`): which of its Markdown and YAML files were not audited, because `.gitignore`
 * leaves them out, because they are registers of proof or because they look made for programs. The folder may lose words that way, but not unseen.
 */
export function leftOutNotice({ operands, options }: AuditRequest, audited: Audited, { cwd }: Io): string[] {
  if (options.config !== false) return []
  const read = new Set(
    audited.extracted.flatMap(({ records, onFile }) => [
      ...records.map(({ path }) => realPath(resolve(cwd, path))),
      ...(onFile?.evidence ?? []).map(({ register }) => realPath(resolve(cwd, register))),
    ]),
  )
  const found = (operands.length === 0 ? ['.'] : operands)
    .map((operand) => resolve(cwd, operand))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
    .flatMap(filesBelow)
  const left = [...new Set(found.filter((file) => !read.has(realPath(file))).map((file) => shownPath(file, cwd)))]
  if (left.length === 0) return []
  const names = left
    .sort(comparePaths)
    .slice(0, namedAtMost)
    .map((path) => `\n  ${visiblePath(path)}`)
  const more = left.length > namedAtMost ? `\n  and ${left.length - namedAtMost} more` : ''
  const [are, them] = left.length === 1 ? ['file was', 'it'] : ['files were', 'them']
  const why = `${left.length} ${are} left out by .gitignore, as registers or as made for programs; name ${them} to audit ${them}`
  return [why + names.join('') + more]
}

/** Markdown and YAML files in a folder, less claimlint's own; hidden folders and installed packages are nobody's copy. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
    if (entry.isDirectory()) return filesBelow(path)
    return folderExtensions.includes(extname(entry.name).toLowerCase()) && !/^claimlint\./.test(entry.name)
      ? [path]
      : []
  })
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
