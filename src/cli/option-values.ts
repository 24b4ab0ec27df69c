import { ClaimlintError, didYouMean, severities } from '../core/vocabulary.ts'

/** Reads one of some words. Throws E_USAGE. */
export function oneOf<Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === text)
  if (word !== undefined) return word
  throw new ClaimlintError('E_USAGE', `${option}: "${text}" is none of ${words.join(', ')}${didYouMean(text, words)}`)
}

/** Reads a list written with commas. */
export function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Reads a list of some words; each counts once, in their own order. Throws E_USAGE. */
export function manyOf<Word extends string>(option: string, text: string, words: readonly Word[]): Word[] {
  const chosen = listOf(text).map((part) => oneOf(option, part, words))
  if (chosen.length === 0) throw new ClaimlintError('E_USAGE', `${option}: name at least one of ${words.join(', ')}`)
  return words.filter((word) => chosen.includes(word))
}

/** Reads a date of the calendar, `YYYY-MM-DD`. Throws E_USAGE. */
export function dateOf(option: string, text: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  const date = parts ? new Date(`${text}T00:00:00Z`) : null
  if (date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text
  throw new ClaimlintError('E_USAGE', `${option}: "${text}" is no date; write it as 2026-11-21`)
}

/** Reads a count of zero or more. Throws E_USAGE. */
export function countOf(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new ClaimlintError('E_USAGE', `${option}: "${text}" is no whole number of 0 or more`)
}

/** Severities a rule can be set to, and `off`. */
export const levels = [...severities, 'off'] as const
export type RuleLevel = (typeof levels)[number]

/** Reads `rule=level`. Throws E_USAGE. */
export function ruleLevelOf(option: string, text: string): readonly [rule: string, level: RuleLevel] {
  const at = text.lastIndexOf('=')
  if (at <= 0) throw new ClaimlintError('E_USAGE', `${option}: "${text}" is not ID=LEVEL, such as vague=off`)
  return [text.slice(0, at), oneOf(`${option} ${text.slice(0, at)}`, text.slice(at + 1), levels)]
}
