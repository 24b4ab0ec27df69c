import { type NumberAt, numberAt } from '../text/numbers.ts'
import { type Token, tokenise } from '../text/tokens.ts'
import { currencies, durationUnit, quantityUnit, type UnitAt } from '../text/units.ts'
import { type Bound, boundAround } from './bounds.ts'
import { type Dimension, dimensionOf, inBaseUnits, sizeOf } from './units.ts'

/** A value with its unit, read from words or data: `low` to `high` in base units of the dimension. */
export interface Amount {
  readonly low: number
  readonly high: number
  readonly dimension: Dimension
  readonly unit: string
  readonly bound: Bound
  /** How far rounding may have moved it, in base units: half its last written digit. */
  readonly rounding: number
}

/** An amount and the tokens it was read from. */
export interface PlacedAmount extends Amount {
  readonly start: number
  readonly end: number
}

/** No end in sight: "lifetime". */
const forever: Amount = {
  low: Number.POSITIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  dimension: 'time',
  unit: 'year',
  bound: 'exact',
  rounding: 0,
}

/** Makes an amount of numbers in a unit; a working day may be up to two days and a weekend. */
export function amountOf(
  low: number,
  high: number,
  unit: string,
  { bound = 'exact' as Bound, decimals = 0 } = {},
): Amount {
  const dimension = dimensionOf(unit) ?? unit
  const top = unit === 'working-day' ? high * 1.4 + 2 : inBaseUnits(high, unit)
  return {
    low: inBaseUnits(low, unit),
    high: top,
    dimension,
    unit,
    bound,
    rounding: (sizeOf(unit) * 10 ** -decimals) / 2,
  }
}

const lifelong = /life-?time|life ?long|for life\b|\bforever\b|终身|終身|终生|終生|永久|一辈子|一輩子/i
const sameDay =
  /\bsame[ -]day\b|\b(?:today|tonight|immediately|at once|instantly|within hours)\b|当天|當天|当日|當日|即日|立即|立刻|马上|秒/i
const nextDay = /\bnext[ -](?:business |working )?day\b|\btomorrow\b|\bovernight\b|次日|翌日|隔天|隔日|明天|第二天/i

/** Amounts that stand in words without a number. */
function wordedAmounts(text: string): Amount[] {
  const worded: Amount[] = []
  if (lifelong.test(text)) worded.push(forever)
  if (sameDay.test(text)) worded.push(amountOf(0, 1, 'day', { bound: 'at-most' }))
  else if (nextDay.test(text)) worded.push(amountOf(1, 2, 'day', { bound: 'at-most' }))
  return worded
}

function currencyAt(tokens: readonly Token[], start: number, end: number): UnitAt | null {
  const before = currencies.before[tokens[start - 1]?.text ?? '']
  if (before !== undefined) return { unit: before, end }
  const after = currencies.after[tokens[end]?.text ?? '']
  return after === undefined ? null : { unit: after, end: end + 1 }
}

function percentAt(tokens: readonly Token[], end: number): UnitAt | null {
  const sign = tokens[end]?.text
  if (sign === '%' || sign === 'percent' || sign === 'pct') return { unit: 'percent', end: end + 1 }
  if (sign === 'per' && tokens[end + 1]?.text === 'cent') return { unit: 'percent', end: end + 2 }
  return null
}

/** The units a number may be read with; none: it is a bare number. */
function unitsBehind(tokens: readonly Token[], start: number, { end }: NumberAt): UnitAt[] {
  const share = percentAt(tokens, end)
  if (share) return [share]
  const money = currencyAt(tokens, start, end)
  const at = tokens[end]?.text === '+' || tokens[end]?.text === 'full' ? end + 1 : end
  const time = durationUnit(tokens, at)
  const quantity = time ? null : quantityUnit(tokens, at)
  return [money, time, quantity].filter((unit) => unit !== null)
}

const decimalsOf = (text: string) => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0

/** "a decade", "half a century", "decades": units that count themselves. */
function unnumberedAt(tokens: readonly Token[], start: number): { number: NumberAt; bound: Bound | null } | null {
  const text = tokens[start]?.text
  if ((text === 'a' || text === 'an') && durationUnit(tokens, start + 1)) {
    const half = tokens[start - 1]?.text === 'half'
    return { number: { value: half ? 0.5 : 1, high: half ? 0.5 : 1, end: start + 1 }, bound: null }
  }
  if (text === 'decades' && !/^(?:number|word)$/.test(numberAt(tokens, start - 1) ? 'number' : ''))
    return { number: { value: 2, high: 2, end: start }, bound: 'at-least' }
  return null
}

function amountsAt(tokens: readonly Token[], start: number): PlacedAmount[] {
  const first = tokens[start]
  const glued = first?.gap === 'none' && (tokens[start - 1]?.kind === 'word' || tokens[start - 1]?.kind === 'number')
  const numbered = glued ? null : numberAt(tokens, start)
  const found = numbered ? { number: numbered, bound: null } : unnumberedAt(tokens, start)
  if (!found) return []
  const { number } = found
  const decimals = decimalsOf(tokens[number.end - 1]?.text ?? '') || decimalsOf(first?.text ?? '')
  const units = unitsBehind(tokens, start, number)
  const read = units.length === 0 ? [{ unit: 'number', end: number.end }] : units
  return read.map(({ unit, end }) => {
    const bound = found.bound ?? boundAround(tokens, start, { number: number.end, unit: end })
    return { ...amountOf(number.value, number.high, unit, { bound, decimals }), start, end }
  })
}

/** Every amount in words, in order; a number without a known unit has the dimension `number`. */
export function amountsIn(text: string): Amount[] {
  const tokens = tokenise(text)
  const found: Amount[] = []
  for (let at = 0; at < tokens.length; ) {
    const amounts = amountsAt(tokens, at)
    found.push(...amounts)
    at = Math.max(at + 1, ...amounts.map(({ end }) => end))
  }
  return [...found, ...wordedAmounts(text)]
}

const isoDuration =
  /^P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i
const isoUnits = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second']

/** An ISO 8601 duration (`P1Y`, `PT24H`); null when the text is none. */
export function isoDurationOf(text: string): Amount | null {
  const match = isoDuration.exec(text.trim())
  if (!match || text.trim().length < 3) return null
  const days = isoUnits.reduce((sum, unit, index) => sum + inBaseUnits(Number(match[index + 1] ?? 0), unit), 0)
  return amountOf(days, days, 'day')
}

/** The first amount of a dimension in words; a bare number counts as `bare` when that is given. */
export function amountIn(text: string, dimension: Dimension, bare?: string): Amount | null {
  const iso = dimension === 'time' ? isoDurationOf(text) : null
  if (iso) return iso
  const amounts = amountsIn(text)
  const exact = amounts.find((amount) => amount.dimension === dimension)
  const number = bare === undefined ? undefined : amounts.find((amount) => amount.dimension === 'number')
  if (exact || !number || bare === undefined) return exact ?? null
  return { ...amountOf(number.low, number.high, bare), bound: number.bound }
}
