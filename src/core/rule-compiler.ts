// What compiling rules needs: a regular expression engine and a reader of rule files, which an audit with the built-in rules does without.
export { preparePack } from './claims/prepare.ts'
export { compilePack, emptyPack } from './rules/compile.ts'
export { regexRunners } from './rules/regex.ts'
export type { RuleFile } from './rules/rule-file.ts'
