import type { Readable, Writable } from 'node:stream'
import { ClaimlintError } from '../core/vocabulary.ts'

/** A stream the program prints to; `isTTY` and `columns` as Node's terminals have them. */
export type Printer = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** Everything the program takes from the world besides files: tests give their own. */
export interface Io {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable
  readonly stdout: Printer
  readonly stderr: Printer
  /** The date in UTC as `YYYY-MM-DD`: the only clock there is. */
  readonly today: () => string
  /** Has somebody told who wants to end the program in order; absent: signals end it at once. */
  readonly onSignal?: (act: (signal: 'SIGINT' | 'SIGTERM') => void) => void
}

/** Prints the text and waits until it is taken; a reader that went away (`| head`) is no error.
 *  Throws E_USAGE when it cannot be taken: a full disk behind `>`. */
export function print(printer: Printer, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    printer.write(text, (error) => {
      if (error && !isClosedPipe(error)) reject(new ClaimlintError('E_USAGE', `cannot print: ${error.message}`))
      else resolve()
    })
  })
}

/** Leaves the errors of a stream to whoever prints, instead of ending the process with a stack trace. */
export function leaveErrorsToPrinting(printer: Printer): void {
  printer.on('error', () => {})
}

function isClosedPipe(error: Error): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ERR_STREAM_WRITE_AFTER_END'
}
