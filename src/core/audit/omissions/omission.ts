import type { Excerpt } from '../../model/claim.ts'
import type { Related } from '../../model/report.ts'
import type { Severity } from '../../model/rule.ts'
import type { Range } from '../../model/span.ts'
import type { Judged } from '../judged.ts'
import type { OmissionCode } from './omission-words.ts'

/** Where an omission matters: the words that ask for what is missing. */
export interface OmissionPlace {
  readonly text: string
  readonly field: string | null
  readonly range: Range
  readonly excerpt: Excerpt
}

/** Something a page leaves out. */
export interface Omission {
  readonly code: OmissionCode
  /** What is missing or was found, as codes of `omission-words.ts` or plain words. */
  readonly missing: readonly string[]
  readonly place: OmissionPlace
  readonly severity: Severity
  /** The finding whose words lack it: it becomes a further reason there. null: a finding of its own. */
  readonly of: Judged | null
  readonly law: readonly string[]
  readonly related: readonly Related[]
}

/** An omission of a page with nothing to point at. */
export const omission = (
  code: OmissionCode,
  place: OmissionPlace,
  told: Partial<Omit<Omission, 'code' | 'place'>> = {},
): Omission => ({
  code,
  place: { text: place.text, field: place.field, range: place.range, excerpt: place.excerpt },
  missing: [],
  severity: 'info',
  of: null,
  law: [],
  related: [],
  ...told,
})
