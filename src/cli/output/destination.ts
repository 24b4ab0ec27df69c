import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type FormatName, formatNames } from '../../core/auditing.ts'
import { ClaimlintError, didYouMean } from '../../core/vocabulary.ts'
import { shownPath } from '../files/shown-path.ts'

/** A report to make and where it goes: an absolute path, or null for standard output. */
export interface Destination {
  readonly format: FormatName
  readonly file: string | null
}

/** Reads `--format NAME`, `--format NAME=FILE` and `--output FILE`. Throws E_USAGE, also for a folder that is not there,
 *  so that no audit is made in vain. */
export function destinationsOf(formats: readonly string[], output: string | null, cwd: string): Destination[] {
  const wishes = formats.map((wish) => parseFormat(wish, cwd))
  const printed = wishes.filter((wish) => wish.file === null)
  if (printed.length > 1) {
    throw new ClaimlintError('E_USAGE', `--format: only one report can be printed; write the others as NAME=FILE`)
  }
  if (printed.length === 0 && output !== null && wishes.length > 0) {
    throw new ClaimlintError('E_USAGE', '--output: every --format has a file already; drop one of the two')
  }
  const first = formatNames[0] ?? 'json'
  const all = wishes.length === 0 ? [{ format: first, file: null }] : wishes
  const destinations = all.map((wish) => (wish.file === null && output !== null ? { ...wish, file: output } : wish))
  const placed = destinations.map(({ format, file }) => ({ format, file: file === null ? null : resolve(cwd, file) }))
  checkFiles(placed, cwd)
  return placed
}

function parseFormat(wish: string, cwd: string): Destination {
  const at = wish.indexOf('=')
  const name = at < 0 ? wish : wish.slice(0, at)
  const format = formatNames.find((known) => known === name)
  if (format === undefined) {
    const hint = didYouMean(name, formatNames) || `; use ${formatNames.join(', ')}`
    throw new ClaimlintError('E_USAGE', `--format: there is no format "${name}"${hint}`)
  }
  if (at < 0) return { format, file: null }
  if (at === wish.length - 1) throw new ClaimlintError('E_USAGE', `--format ${wish}: the file name is missing`)
  return { format, file: resolve(cwd, wish.slice(at + 1)) }
}

function checkFiles(destinations: readonly Destination[], cwd: string): void {
  const seen = new Set<string>()
  for (const { file } of destinations) {
    if (file === null) continue
    if (seen.has(file))
      throw new ClaimlintError('E_USAGE', `two reports would go to the same file: ${shownPath(file, cwd)}`)
    seen.add(file)
    checkFile(file, cwd)
  }
}

function checkFile(file: string, cwd: string): void {
  if (!existsSync(dirname(file))) {
    throw new ClaimlintError('E_USAGE', `there is no folder ${shownPath(dirname(file), cwd)} to write into`)
  }
  if (existsSync(file) && statSync(file).isDirectory()) {
    throw new ClaimlintError('E_USAGE', `${shownPath(file, cwd)} is a folder; name a file to write the report to`)
  }
}

/** The absolute path that `--output` means. Throws E_USAGE where nothing can be written. */
export function outputFile(output: string, cwd: string): string {
  const file = resolve(cwd, output)
  checkFile(file, cwd)
  return file
}

/** Writes a whole file (absolute path) or nothing. Throws E_USAGE when the place cannot be written to. */
export function writeWhole(file: string, text: string, cwd: string): void {
  const special = existsSync(file) && !statSync(file).isFile()
  const part = special ? file : `${file}.${process.pid}.part`
  try {
    writeFileSync(part, text)
    if (!special) renameSync(part, file)
  } catch (error) {
    if (!special) rmSync(part, { force: true })
    const why = error instanceof Error && 'code' in error ? error.code : error
    throw new ClaimlintError('E_USAGE', `cannot write ${shownPath(file, cwd)}: the file system says ${why}`)
  }
}
