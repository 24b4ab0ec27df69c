import type { Fact } from '../model/fact.ts'
import { type Amount, amountIn, amountOf } from './amounts.ts'
import { type Dimension, dimensionOf, unitOfCode } from './units.ts'

/** A fact with the document that states it. */
export interface KnownFact extends Fact {
  readonly document: string
}

/** The first text under any of the keys; '' is the value itself. */
export function textOf({ values }: Fact, ...keys: readonly string[]): string | null {
  for (const key of keys.length === 0 ? ['', 'value', 'name'] : keys) {
    const text = values[key]?.[0]
    if (text !== undefined && text !== '') return text
  }
  return null
}

/** The part of a record that decided, as a fact of its own; the whole where it has no such part. */
export function partOf(fact: KnownFact, ...keys: readonly string[]): KnownFact {
  const key = keys.find((name) => fact.parts[name] !== undefined && fact.values[name] !== undefined)
  const part = key === undefined ? undefined : fact.parts[key]
  return part === undefined || key === undefined
    ? fact
    : { ...fact, path: part.path, range: part.range, text: (fact.values[key] ?? []).join(', ') }
}

/** All texts under any of the keys. */
export const textsOf = ({ values }: Fact, ...keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => values[key] ?? [])

/** Every text anywhere in the fact. */
export const allTexts = ({ values }: Fact): readonly string[] => Object.values(values).flat()

const unitKeys = ['unitcode', 'unittext', 'unit']
const valueKeys = [
  '',
  'value',
  'count',
  'quantity',
  'duration',
  'durationofwarranty',
  'period',
  'merchantreturndays',
  'time',
  'recycledpct',
  'pct',
]
const timeKeys: Readonly<Record<string, string>> = {
  hours: 'hour',
  days: 'day',
  weeks: 'week',
  months: 'month',
  years: 'year',
  h: 'hour',
}

/** The unit the last words of a key name: `handlingDays`, `warrantyMonths`, `medianFirstReplyH`. */
function unitOfKey(path: string): string | null {
  const key =
    path
      .split(/[.[\]]/)
      .filter((part) => part !== '' && !/^\d+$/.test(part))
      .at(-1) ?? ''
  const end = /(Hours?|Days?|Weeks?|Months?|Years?|H)$/i.exec(key)?.[1]
  if (end === undefined || (end.toLowerCase() === 'h' && !/H$/.test(key))) return null
  return timeKeys[end.toLowerCase()] ?? timeKeys[`${end.toLowerCase()}s`] ?? null
}

/** The unit written beside a value, as a code or in words. */
function unitBeside(fact: Fact, prefix: string, dimension: Dimension): string | null {
  const written = textOf(fact, ...unitKeys.map((key) => prefix + key))
  if (written === null) return null
  const code = unitOfCode(written)
  if (code !== null && dimensionOf(code) === dimension) return code
  return amountIn(`1 ${written}`, dimension)?.unit ?? null
}

const prefixes = ['', 'value.', 'durationofwarranty.', 'duration.', 'handlingtime.', 'transittime.']

/** Reads an amount of a dimension out of a fact; `bare` is the unit of a number that has none. */
export function amountOfFact(fact: Fact, dimension: Dimension, bare: string | null = null): Amount | null {
  for (const prefix of prefixes) {
    const unit = unitBeside(fact, prefix, dimension) ?? unitOfKey(fact.path) ?? bare
    const amount = rangeUnder(fact, prefix, unit) ?? valueUnder(fact, prefix, { dimension, unit })
    if (amount) return amount
  }
  return keyedAmount(fact, dimension)
}

/** `{minValue, maxValue}`. */
function rangeUnder(fact: Fact, prefix: string, unit: string | null): Amount | null {
  const least = numberIn(fact, `${prefix}minvalue`)
  const most = numberIn(fact, `${prefix}maxvalue`)
  if (unit === null || (least === null && most === null)) return null
  return amountOf(least ?? most ?? 0, most ?? least ?? 0, unit)
}

function valueUnder(
  fact: Fact,
  prefix: string,
  { dimension, unit }: { readonly dimension: Dimension; readonly unit: string | null },
): Amount | null {
  for (const key of valueKeys) {
    const text = textOf(fact, prefix + key)
    const amount = text === null ? null : amountIn(text, dimension, unit ?? undefined)
    if (amount) return withDecimals(amount, text ?? '')
  }
  return null
}

/** `{months: 12}`: the key is the unit. */
function keyedAmount(fact: Fact, dimension: Dimension): Amount | null {
  if (dimension !== 'time') return null
  for (const [key, unit] of Object.entries(timeKeys)) {
    const text = textOf(fact, key)
    const amount = text === null ? null : amountIn(text, dimension, unit)
    if (amount) return amount
  }
  return null
}

function withDecimals(amount: Amount, text: string): Amount {
  const decimals = /^\s*-?\d+\.(\d+)/.exec(text)?.[1]?.length ?? 0
  return decimals === 0 ? amount : { ...amount, rounding: amount.rounding / 10 ** decimals }
}

/** A plain number under any of the keys. */
export function numberIn(fact: Fact, ...keys: readonly string[]): number | null {
  const text = textOf(fact, ...keys)
  const match = text === null ? null : /-?\d[\d,]*(?:\.\d+)?/.exec(text)
  return match ? Number(match[0].replaceAll(',', '')) : null
}

/** Whether a text says no, none or nought. */
export const saysNo = (text: string): boolean => /^(?:false|no|none|0(?:\.0+)?|off|无|無|否)$/i.test(text.trim())
