import type { Excerpt } from './claim.ts'
import type { Range } from './span.ts'

/** Whether the file of an evidence entry is there: `none` when the entry names no file. */
export type FileState = 'none' | 'present' | 'missing' | 'changed' | 'outside'

/** What an entry says it proves: a rule or family, or only those of its claims whose words hold `text`. */
export interface Support {
  /** Rule id, family, or `*`. */
  readonly rule: string
  readonly text: string | null
}

/** One entry of an evidence register. JSON-safe; null: the entry says nothing of it. */
export interface Evidence {
  readonly id: string
  readonly kind: string | null
  readonly statement: string | null
  readonly supports: readonly Support[]
  readonly products: readonly string[] | null
  readonly markets: readonly string[] | null
  /** Globs as written until the command line has looked them up, then paths as in reports. */
  readonly documents: readonly string[] | null
  /** Whose proof it is, when it is somebody's. */
  readonly holder: string | null
  readonly issuer: string | null
  readonly number: string | null
  /** ISO dates. */
  readonly issued: string | null
  readonly expires: string | null
  /** As written, relative to the register. */
  readonly file: string | null
  readonly sha256: string | null
  readonly url: string | null
  readonly owner: string | null
  readonly fileState: FileState
  /** Path of the register as in reports, and where the entry stands in it. */
  readonly register: string
  readonly range: Range
  readonly excerpt: Excerpt
}

/** Keys of an entry, in the order in which people write them. */
export const evidenceKeys = [
  'id',
  'kind',
  'statement',
  'supports',
  'products',
  'markets',
  'documents',
  'holder',
  'issuer',
  'number',
  'issued',
  'expires',
  'file',
  'sha256',
  'url',
  'owner',
] as const
export type EvidenceKey = (typeof evidenceKeys)[number]

/** Kinds that rules ask for or that registers commonly hold; any other word is a kind too. */
export const evidenceKinds = [
  'certificate',
  'test-report',
  'audit-report',
  'price-survey',
  'market-report',
  'survey',
  'study',
  'licence',
  'contract',
  'policy',
  'photo',
] as const
