// What a program that audits needs of the core. Apart from vocabulary.ts and rule-compiler.ts because a bundler takes along
// everything an index names: help and version need no parser, and the built-in rules need no compiler.

export { type LineSettings, lineFault, type ReadLine, readLine } from './audit/audit-line.ts'
export {
  type BaselineEntry,
  baselineEntry,
  compareWithBaseline,
  sortedEntries,
  type Worsened,
  withoutKnown,
} from './audit/baseline.ts'
export type { NameRule } from './audit/document-name.ts'
export { documentName } from './audit/document-name.ts'
export { type DocumentRecord, extractClaims } from './audit/extract.ts'
export { type AuditGroup, judge, reportOf } from './audit/judge.ts'
export { lawOfRule } from './audit/law.ts'
export { ledgerOf, proofEntries } from './audit/ledger.ts'
export { noteRules } from './audit/note-words.ts'
export { type OmissionCode, omissionRules, omissionWords } from './audit/omissions/omission-words.ts'
export { type OnFile, readDecisionFile, readEvidenceRegister, unreadRegister } from './audit/on-file.ts'
export { everyRule, isSelected, namesIn, openPrepared, type RulePack, type RuleSelection } from './audit/pack.ts'
export { scorePromises } from './audit/score-promises.ts'
export { testPack } from './audit/test-pack.ts'
export type { Variant } from './audit/variants.ts'
export { documentExtensions, parseDocument } from './documents/index.ts'
export type { PlainReading } from './documents/markdown-pieces.ts'
export { claimExplanation } from './formats/claim-explanation.ts'
export { visibleLine, visiblePath } from './formats/escape.ts'
export { type FormatName, formatNames, formats, type PaintRole, plainStyle, type Style } from './formats/index.ts'
export { ledgerCsv, ledgerJson, ledgerMarkdown, ledgerTable } from './formats/ledger.ts'
export { lineJson } from './formats/line-answer.ts'
export { type PlainPage, plainExplanation } from './formats/plain-explanation.ts'
export { promiseJson, promiseTable } from './formats/promises.ts'
export { proofJson, proofTable } from './formats/proof-list.ts'
export { ruleExplanation } from './formats/rule-explanation.ts'
export { type ListedRule, languagesOf, ruleJson, ruleTable } from './formats/rule-list.ts'
export { ruleIndex, rulePage } from './formats/rule-markdown.ts'
export type { PageScope, RulePage } from './formats/rule-page.ts'
export type { Fault } from './model/document.ts'
export type { Evidence, FileState } from './model/evidence.ts'
export type { PreparedPack } from './model/prepared.ts'
export { type Finding, type Report, verdicts } from './model/report.ts'
export type { ReadFile, Review } from './model/review.ts'
export type { Rule } from './model/rule.ts'
export type { CompiledPack } from './rules/compile.ts'
