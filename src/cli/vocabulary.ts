// The words of the core without its machinery: whatever runs before a command is chosen imports this and not engine.ts,
// because a bundler takes the parsers along with anything that comes through the index of the core.
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
