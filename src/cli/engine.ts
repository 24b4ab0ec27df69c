// The only file of the command line that imports the core, besides rule-compiler.ts, which is loaded when rules must be compiled.
export { type DocumentRecord, extractClaims } from '../core/audit/extract.ts'
export { type AuditGroup, judge } from '../core/audit/judge.ts'
export { everyRule, openPack, type RulePack, type RuleSelection } from '../core/audit/pack.ts'
export { testPack } from '../core/audit/test-pack.ts'
export { documentExtensions, parseDocument } from '../core/documents/index.ts'
export { type FormatName, formatNames, formats, type PaintRole, type Style } from '../core/formats/index.ts'
export { ruleExplanation } from '../core/formats/rule-explanation.ts'
export { type ListedRule, languagesOf, ruleJson, ruleTable } from '../core/formats/rule-list.ts'
export { rulePage } from '../core/formats/rule-markdown.ts'
export type { RulePage } from '../core/formats/rule-page.ts'
export type { Fault } from '../core/model/document.ts'
export type { ErrorCode, ErrorPlace } from '../core/model/error.ts'
export { ClaimlintError } from '../core/model/error.ts'
export type { Report } from '../core/model/report.ts'
export type { Audience, Channel, Language, Market, Rule, Severity } from '../core/model/rule.ts'
export {
  audiences,
  channels,
  families,
  languages,
  markets,
  severities,
  structuralFamilies,
} from '../core/model/rule.ts'
export type { CompiledPack } from '../core/rules/compile.ts'
export { didYouMean, nearest } from '../core/text/suggest.ts'
