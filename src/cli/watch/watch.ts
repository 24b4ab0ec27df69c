import { type FSWatcher, watch as watchFolder } from 'node:fs'
import { visibleLine } from '../../core/auditing.ts'
import { ClaimlintError } from '../../core/vocabulary.ts'
import { audit } from '../audit.ts'
import type { AuditRequest } from '../audit-request.ts'
import { cacheFile } from '../cache/open-cache.ts'
import { errorText } from '../error-text.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import { shownPath } from '../files/shown-path.ts'
import { type Io, print } from '../io.ts'
import { destinationsOf } from '../output/destination.ts'
import { changesBetween, type FileStates, fileStates, watchedFolders } from './folders.ts'

/** An editor writes a file in several steps; so long it must be quiet. */
const quietMilliseconds = 100
/** How often to look where the file system tells nothing. */
const pollMilliseconds = 1000
const clearScreen = '\u001b[2J\u001b[3J\u001b[H'

/** Audits, and again whenever something changes that the audit reads, until it is interrupted or nobody reads any more. */
export async function watchAudit(request: AuditRequest, io: Io): Promise<ExitCode> {
  const passedOver = checkedOutputs(request, io)
  const ended = endOf(io)
  for (let why: readonly string[] = []; ; ) {
    const folders = watchedFolders(request, io.cwd)
    const before = fileStates(folders, passedOver)
    await auditOnce(request, why, io)
    const waiting = new AbortController()
    const changed = changesAfter(before, () => watchedFolders(request, io.cwd), { passedOver, signal: waiting.signal })
    const next = await Promise.race([changed, ended])
    waiting.abort()
    if (!Array.isArray(next)) return next as ExitCode // the race is between the two
    why = next.map((path) => shownPath(path, io.cwd))
  }
}

/** The reports and the cache that this run writes: they change nothing. Throws E_USAGE for what makes no sense again and again. */
function checkedOutputs({ operands, options }: AuditRequest, { cwd }: Io): ReadonlySet<string> {
  const clash = options.acceptNew ? '--accept-new' : options.updateBaseline ? '--update-baseline' : null
  if (clash !== null) throw new ClaimlintError('E_USAGE', `${clash} changes a file; it goes without --watch`)
  if (operands.includes('-') || options.stdinFilename !== undefined) {
    throw new ClaimlintError('E_USAGE', '--watch: standard input is read once; name files or folders')
  }
  const reports = destinationsOf(options.format ?? [], options.output ?? null, cwd).flatMap(({ file }) => file ?? [])
  return new Set([...reports, ...(options.cache === undefined ? [] : [cacheFile(options.cache, cwd)])])
}

/** A configuration, rule or register that is broken just now is no reason to end. */
async function auditOnce(request: AuditRequest, why: readonly string[], io: Io): Promise<void> {
  if (why.length > 0) {
    if (io.stdout.isTTY) await print(io.stdout, clearScreen)
    const [first = '', ...more] = why
    const others = more.length === 0 ? '' : ` and ${more.length} more`
    await print(io.stderr, `claimlint: ${visibleLine(first)}${others} changed\n`)
  }
  try {
    await audit(request, io)
  } catch (error) {
    if (!(error instanceof ClaimlintError) || error.code === 'E_USAGE') throw error
    await print(io.stderr, `${errorText(error)}\n`)
  }
  await print(io.stderr, 'claimlint: watching for changes; Ctrl+C ends\n')
}

/** Settles when the user interrupts the program or the reader of its output has gone. */
function endOf(io: Io): Promise<ExitCode> {
  return new Promise((resolve) => {
    io.onSignal?.((signal) => resolve(signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.terminated))
    io.stdout.once('close', () => resolve(exitCodes.clean))
    io.stdout.once('error', () => resolve(exitCodes.clean))
  })
}

interface Waiting {
  readonly passedOver: ReadonlySet<string>
  readonly signal: AbortSignal
}

/** Settles with what is other than before, as soon as it has been quiet for a moment. */
function changesAfter(
  before: FileStates,
  foldersNow: () => string[],
  { passedOver, signal }: Waiting,
): Promise<string[]> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined
    const look = () => {
      const changes = changesBetween(before, fileStates(foldersNow(), passedOver))
      if (changes.length > 0) resolve(changes)
    }
    const stir = () => {
      clearTimeout(timer)
      timer = setTimeout(look, quietMilliseconds)
    }
    const watchers = watchersOf(foldersNow(), stir)
    const poll = watchers === null ? setInterval(look, pollMilliseconds) : undefined
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      clearInterval(poll)
      for (const watcher of watchers ?? []) watcher.close()
    })
    stir() // what happened during the audit
  })
}

/** null: the file system tells nothing, or not of so many folders. */
function watchersOf(folders: readonly string[], stir: () => void): FSWatcher[] | null {
  const watchers: FSWatcher[] = []
  try {
    for (const folder of folders) watchers.push(watchFolder(folder, stir).on('error', stir))
    return watchers
  } catch {
    for (const watcher of watchers) watcher.close()
    return null
  }
}
