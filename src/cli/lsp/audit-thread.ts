import { Worker } from 'node:worker_threads'
import type { Language } from '../../core/vocabulary.ts'
import type { FolderAudit } from './folder-audit.ts'
import type { AuditAnswer, AuditOrder } from './worker-messages.ts'

/** What the server wants audited now. */
export interface Wanted {
  readonly folders: readonly string[]
  /** All open texts by absolute path. */
  readonly texts: ReadonlyMap<string, string>
  readonly language: Language
}

/** Audits on a thread of their own, one at a time, always of the newest texts. */
export interface AuditThread {
  /** Says that something changed; the newest state is audited as soon as the thread is free. `forget`: also what lies on the disk. */
  readonly changed: (kind: 'text' | 'forget') => void
  readonly end: () => void
}

/** Longer than any audit of a page takes; a thread that is silent for so long is replaced. */
const patienceMilliseconds = 60_000
/** Typing is a burst of changes; the audit begins when it pauses for so long. */
const pauseMilliseconds = 40

/** Starts the thread. `entry`: the script it runs; `done` gets the folders' audits in the order wanted; `failed` a defect. */
export function auditThread(
  entry: URL,
  wanted: () => Wanted,
  {
    done,
    failed,
  }: { readonly done: (audits: readonly FolderAudit[]) => void; readonly failed: (defect: string) => void },
): AuditThread {
  let order = 0
  let busy: NodeJS.Timeout | null = null
  let pause: NodeJS.Timeout | null = null
  let isDue = false
  let forget = false
  let sent = new Map<string, string>()
  let worker = started()

  function started(): Worker {
    sent = new Map()
    const thread = new Worker(entry)
    thread.on('message', (answer: AuditAnswer) => {
      if (answer.order !== order) return
      settle()
      if ('defect' in answer) failed(answer.defect)
      else done(answer.audits)
    })
    thread.on('error', (error) => replace(error.message))
    return thread
  }

  function settle(): void {
    if (busy) clearTimeout(busy)
    busy = null
    if (isDue) schedule()
  }

  function replace(reason: string): void {
    void worker.terminate()
    failed(reason)
    worker = started()
    settle()
  }

  function schedule(): void {
    isDue = true
    if (busy || pause) return
    pause = setTimeout(() => {
      pause = null
      send()
    }, pauseMilliseconds)
  }

  function send(): void {
    const { folders, texts, language } = wanted()
    const changed: [string, string | null][] = [...texts].filter(([file, text]) => sent.get(file) !== text)
    for (const file of sent.keys()) if (!texts.has(file)) changed.push([file, null])
    sent = new Map(texts)
    order += 1
    const message: AuditOrder = { order, folders, changed, forget, language }
    isDue = false
    forget = false
    busy = setTimeout(() => replace(`an audit took more than ${patienceMilliseconds / 1000} s`), patienceMilliseconds)
    worker.postMessage(message)
  }

  return {
    changed(kind) {
      forget ||= kind === 'forget'
      schedule()
    },
    end() {
      for (const timer of [busy, pause]) if (timer) clearTimeout(timer)
      worker.removeAllListeners()
      void worker.terminate()
    },
  }
}
