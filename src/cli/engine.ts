// The only file of the command line that imports the core.
export type { ErrorCode, ErrorPlace } from '../core/model/error.ts'
export { ClaimlintError } from '../core/model/error.ts'
export type { Audience, Channel, Language, Market, Severity } from '../core/model/rule.ts'
export {
  audiences,
  channels,
  families,
  languages,
  markets,
  severities,
  structuralFamilies,
} from '../core/model/rule.ts'
export { didYouMean, nearest } from '../core/text/suggest.ts'
