import { dirname } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { isWithin } from '../files/is-within.ts'
import { type FolderAudit, type FolderAuditor, folderAuditor } from './folder-audit.ts'
import type { AuditAnswer, AuditOrder } from './worker-messages.ts'

// Audits run on a thread of their own: whatever a document costs, the editor gets its answers.

const open = new Map<string, string>()
const auditors = new Map<string, FolderAuditor>()
const today = () => new Date().toISOString().slice(0, 10)

async function answer(order: AuditOrder): Promise<FolderAudit[]> {
  for (const [file, text] of order.changed) {
    if (text === null) open.delete(file)
    else open.set(file, text)
  }
  const audits: FolderAudit[] = []
  for (const folder of order.folders) {
    const auditor = auditors.get(folder) ?? folderAuditor(folder, order.language, today)
    auditors.set(folder, auditor)
    if (order.forget) auditor.forget()
    audits.push(await auditor.audit(textsIn(folder, order.folders)))
  }
  return audits
}

/** The open texts of a folder, less those of a folder inside it that is audited on its own. */
function textsIn(folder: string, folders: readonly string[]): ReadonlyMap<string, string> {
  const inner = folders.filter((other) => other !== folder && isWithin(other, folder))
  const own = [...open].filter(([file]) => {
    return isWithin(dirname(file), folder) && !inner.some((other) => isWithin(dirname(file), other))
  })
  return new Map(own)
}

parentPort?.on('message', (order: AuditOrder) => {
  const send = (message: AuditAnswer) => parentPort?.postMessage(message)
  answer(order).then(
    (audits) => send({ order: order.order, audits }),
    (error: unknown) =>
      send({ order: order.order, defect: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
