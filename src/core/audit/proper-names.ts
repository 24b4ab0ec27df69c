import type { Claim } from '../model/claim.ts'
import { companyNames } from './evidence-subjects.ts'
import type { DocumentRecord } from './extract.ts'

/** Whether the words of a claim are nothing but part of a name that is on file. */
export type NameTest = (claim: Claim) => boolean

/** What says the legal form of a firm: people leave it out when they speak of the firm. */
const legalForm =
  /(?:[,\s]*\b(?:co|company|ltd|limited|inc|incorporated|corp|corporation|llc|llp|plc|gmbh|ag|sa|srl|bv|pty|pte|kg)\b\.?)+\s*$|(?:股份|集团|集團|责任|責任|有限)*公司$/iu
/** Keys whose own text names the goods: there the words are copy all the same. */
const namingKey = /(?:^|\.)(?:name|names|title|product_?name|品名|名称|名稱|产品名称|產品名稱)(?:\[\d+\])?$/i
/** One character names nothing. */
const shortest = 2

/** The name as written, without its legal form, and in capitals. */
function formsOf(name: string): string[] {
  const short = name.replace(legalForm, '').trim()
  return [name, short, name.toUpperCase(), short.toUpperCase()].filter((form) => form.length >= shortest)
}

/** Longest first: the longer form of a name is one with the shorter. */
const allForms = (names: readonly string[]): string[] =>
  [...new Set(names.flatMap(formsOf))].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))

/** Behind a firm's name in full: where it is, or what it owns. */
const behindName = /^(?:[,，]?\s*(?:in|of|at|from|near|位于|位於|在)\s*[\p{L}\p{N} ,]{0,40}|'s \w+)?$/u

/** Whether a claim is a name that says its legal form, and a place at most: nobody advertises with "Ltd". */
const isNameInPlace = ({ text }: Claim, names: readonly string[]): boolean =>
  names.some((name) => legalForm.test(name) && text.startsWith(name) && behindName.test(text.slice(name.length)))

/** Case decides: "Best Price" is the shop, "best price" is a claim. */
function isWithin({ text, sentence }: Claim, forms: readonly string[]): boolean {
  const holding = forms.filter((form) => form.includes(text) && sentence.includes(form))
  if (holding.length === 0) return false
  const rest = holding.reduce((words, form) => words.replaceAll(form, '\u0000'), sentence)
  return !rest.includes(text)
}

/**
 * Tests claims against the names in the facts of the documents: of firms and their brands everywhere, of goods outside
 * the keys and front matter that give them, which are copy too.
 */
export function nameTest(records: readonly DocumentRecord[]): NameTest {
  const names = companyNames(records)
  const firms = allForms(names)
  const goods = allForms(
    records.flatMap(({ owners }) => owners.flatMap((owner) => (owner.kind === 'product' ? owner.names : []))),
  )
  return (claim) =>
    isWithin(claim, firms) ||
    isNameInPlace(claim, names) ||
    (!(claim.field !== null && namingKey.test(claim.field)) && isWithin(claim, goods))
}
