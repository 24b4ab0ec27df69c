// The module `claimlint/rules`: the rules claimlint comes with, for those who audit with the library.
import type { PackSource } from '../../core/model/pack.ts'
import { readRules } from './rules-text.ts'

/** Put in by the build. */
declare const rulesText: string

/** The built-in rules. */
export const rules: PackSource = readRules(rulesText)
