export type ErrorCode = 'E_USAGE' | 'E_CONFIG' | 'E_RULE' | 'E_EVIDENCE' | 'E_PATH' | 'E_SHARD'

export interface ErrorPlace {
  readonly path: string
  /** 1-based. */
  readonly line?: number
  readonly column?: number
}

/** Bad usage, configuration, rule or evidence register: the user can mend it, exit code 2. Bad documents are findings, never errors. */
export class ClaimlintError extends Error {
  readonly code: ErrorCode
  readonly place: ErrorPlace | null

  constructor(code: ErrorCode, message: string, place: ErrorPlace | null = null) {
    super(message)
    this.name = 'ClaimlintError'
    this.code = code
    this.place = place
  }
}
