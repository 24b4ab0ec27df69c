import type { Rule } from '../model/rule.ts'
import type { Token } from '../text/tokens.ts'

/** Guard-like name under which a report says why a claim counts less. */
export const sparseCopy = 'sparse-copy'

/** Shorter documents are too short to tell whether they sell. */
const fewestWords = 250
/** Listings and profiles have ten and more claims in a thousand words, manuals, recipes and statutes two. */
const claimsPerThousandWords = 5

/** Words of a block; one and a half Han characters make a word. */
export const wordsIn = (tokens: readonly Token[]): number =>
  tokens.reduce((sum, { kind }) => sum + (kind === 'mark' ? 0 : kind === 'han' ? 1 / 1.5 : 1), 0)

/** Whether so few claims stand in so long a document that it does not sell: a manual, a recipe, a statute. */
export const isSparse = (claims: number, words: number): boolean =>
  words >= fewestWords && (claims * 1000) / words < claimsPerThousandWords

/** Where nothing else sells, a claim counts one step less, unless its rule is sure and the claim cannot be proved at all. */
export const countsLess = ({ confidence, severity }: Rule): boolean => confidence !== 'high' || severity !== 'error'
