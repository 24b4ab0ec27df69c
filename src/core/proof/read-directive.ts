import { readDate } from '../text/dates.ts'
import { didYouMean } from '../text/suggest.ts'

/** What a comment tells claimlint. */
export type WrittenDirective =
  | {
      readonly verb: 'ignore'
      readonly rules: readonly string[]
      readonly reason: string
      readonly until: string | null
    }
  | { readonly verb: 'evidence'; readonly ids: readonly string[] }
  | { readonly verb: 'none'; readonly code: 'malformed' | 'no-reason'; readonly detail: string }

const verbs = ['ignore', 'evidence']
const ruleName = /^[a-z][a-z-]*(?:\/[a-z0-9][a-z0-9-]*)?$/
const evidenceId = /^[\p{L}\p{N}][\p{L}\p{N}_.:/-]*$/u

const malformed = (detail: string): WrittenDirective => ({ verb: 'none', code: 'malformed', detail })

/** Reads a comment without its delimiters; null when it does not speak to claimlint. Fails closed: what is not understood is said so. */
export function readDirective(comment: string): WrittenDirective | null {
  const text = comment.replace(/\s+/g, ' ').trim()
  const addressed = /^claimlint(?![\p{L}\p{N}.])[-: ]*(\S*) ?(.*)$/iu.exec(text)
  if (!addressed) return null
  const [, word = '', rest = ''] = addressed
  const verb = word.replace(/[:：]$/, '').toLowerCase()
  if (verb === 'report') return null // how a report of claimlint begins
  if (verb === 'ignore') return readIgnore(rest)
  if (verb === 'evidence') return readIds(rest)
  return malformed(`there is no directive "${verb}"${didYouMean(verb, verbs) || `; use ${verbs.join(' or ')}`}`)
}

/** Reads `evidence: ID` of a `#` comment, which needs no mention of claimlint; null when it is any other comment. */
export function readEvidenceComment(comment: string): readonly string[] | null {
  const [, rest] = /^evidence ?[:：](.*)$/i.exec(comment.replace(/\s+/g, ' ').trim()) ?? []
  const ids = rest === undefined ? [] : listed(rest)
  return ids.length > 0 && ids.every((id) => evidenceId.test(id)) ? ids : null
}

/** Whether a text can be the id of evidence: one word. */
export const isEvidenceId = (text: string): boolean => evidenceId.test(text)

const listed = (text: string) =>
  text
    .split(/[,，、]|\s(?=\S)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

function readIds(rest: string): WrittenDirective {
  const ids = listed(rest.replace(/^[:：]/, ''))
  if (ids.length === 0) return malformed('name the evidence: claimlint evidence ID')
  const strange = ids.find((id) => !evidenceId.test(id))
  return strange === undefined ? { verb: 'evidence', ids } : malformed(`"${strange}" is no id of evidence`)
}

const untilPart = /(?<![\p{L}\p{N}])until ?= ?([^\s:：]*)/giu

function readIgnore(rest: string): WrittenDirective {
  const limits = [...rest.matchAll(untilPart)]
  const [limit] = limits
  if (limits.length > 1) return malformed('"until" stands twice')
  const date = limit?.[1]?.replace(/[.,;)]+$/, '')
  const until = date === undefined ? null : wholeDate(date)
  if (date !== undefined && until === null) return malformed(`"until=${date}" is no date; write until=2027-03-01`)
  const [, names = '', reason = ''] = /^([^:：]*)(?:[:：](.*))?$/u.exec(rest.replace(untilPart, ' ').trim()) ?? []
  const rules = listed(names.replace(/ (?:--|—) .*$/, ''))
  if (rules.length === 0) return malformed('name the rules: claimlint ignore RULE: reason')
  const strange = rules.find((rule) => !ruleName.test(rule))
  if (strange !== undefined) return malformed(`"${strange}" is no rule or family; write claimlint ignore RULE: reason`)
  if (!/[\p{L}\p{N}]/u.test(reason)) return { verb: 'none', code: 'no-reason', detail: rules.join(', ') }
  return { verb: 'ignore', rules, reason: reason.trim(), until }
}

function wholeDate(text: string): string | null {
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? readDate(text) : null
  return date?.last ?? null
}
