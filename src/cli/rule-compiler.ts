// What compiling rules needs of the core: a regular expression engine and a YAML reader that an audit with the built-in rules does without.
export { compilePack, emptyPack } from '../core/rules/compile.ts'
export { regexRunners } from '../core/rules/regex.ts'
export type { RuleFile } from '../core/rules/rule-file.ts'
