import type { Language } from '../../core/vocabulary.ts'
import type { FolderAudit } from './folder-audit.ts'

/** What the server asks of its worker: to audit folders with the texts that changed since it last asked. */
export interface AuditOrder {
  readonly order: number
  /** Absolute paths. */
  readonly folders: readonly string[]
  /** Texts by absolute path; null: no longer open. */
  readonly changed: readonly (readonly [file: string, text: string | null])[]
  /** Settings, rules or files outside the editor changed. */
  readonly forget: boolean
  readonly language: Language
}

/** The answer, folder by folder in the order asked, or the defect that prevented it. */
export type AuditAnswer =
  | { readonly order: number; readonly audits: readonly FolderAudit[] }
  | { readonly order: number; readonly defect: string }
