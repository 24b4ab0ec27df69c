import type { AuditOptions } from './commands/audit.ts'

/** What the user asked to audit. */
export interface AuditRequest {
  readonly operands: readonly string[]
  readonly options: AuditOptions
  readonly commandNames: readonly string[]
}
