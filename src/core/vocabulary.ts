// The words of the core without its machinery: all that a program needs before it knows what to do.

export { decisionKinds } from './model/decision.ts'
export type { ErrorCode, ErrorPlace } from './model/error.ts'
export { ClaimlintError } from './model/error.ts'
export { ledgerGroupings } from './model/ledger.ts'
export type { Limits } from './model/limits.ts'
export { deepestNesting, defaultLimits } from './model/limits.ts'
export type { Audience, Channel, Language, Market, Severity } from './model/rule.ts'
export {
  audiences,
  channels,
  families,
  languages,
  markets,
  severities,
  structuralFamilies,
} from './model/rule.ts'
export { readPeriod } from './text/dates.ts'
export { didYouMean, nearest } from './text/suggest.ts'
