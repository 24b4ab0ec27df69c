import type { Io } from '../io.ts'

/** Tells somebody waiting at a terminal how far the audit is. */
export interface Progress {
  /** One more document is done. */
  readonly step: () => void
  /** Takes the line away again. */
  readonly end: () => void
}

const silent: Progress = { step: () => {}, end: () => {} }
const fewDocuments = 200
const patienceMilliseconds = 1000
const betweenMilliseconds = 100

/** A counter on standard error for work that is long; silent where nobody looks or nothing is to count. Its stopwatch never reaches a report. */
export function progressOf(total: number, { stderr, env }: Io): Progress {
  if (total === 0 || !stderr.isTTY || env['CI']) return silent
  const start = performance.now()
  let done = 0
  let last = start
  let shown = false
  return {
    step: () => {
      done += 1
      const now = performance.now()
      if (now - last < betweenMilliseconds || (total <= fewDocuments && now - start < patienceMilliseconds)) return
      last = now
      shown = true
      stderr.write(`\r\u001b[Kclaimlint: ${counted(done)} of ${counted(total)} documents`)
    },
    end: () => {
      if (shown) stderr.write('\r\u001b[K')
    },
  }
}

const counted = (count: number) => count.toLocaleString('en-US')
