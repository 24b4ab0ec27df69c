/** What is measured: amounts of one dimension can be compared. Money is a dimension per currency: `money:EUR`. */
export type Dimension = string

interface UnitSize {
  readonly dimension: Dimension
  /** Base units of the dimension in one of these. */
  readonly factor: number
}

const family = (dimension: Dimension, sizes: Readonly<Record<string, number>>): [string, UnitSize][] =>
  Object.entries(sizes).map(([unit, factor]) => [unit, { dimension, factor }])

/** Days; a month is a twelfth and a year 365.25 of them, so that 24 months are 2 years. */
const days = { second: 1 / 86_400, minute: 1 / 1440, hour: 1 / 24, day: 1, 'working-day': 1, week: 7, month: 30.4375 }

const sizes: ReadonlyMap<string, UnitSize> = new Map([
  ...family('time', { ...days, year: 365.25, decade: 3652.5, century: 36_525 }),
  ...family('length', { mm: 1, cm: 10, m: 1000, km: 1_000_000, inch: 25.4, ft: 304.8 }),
  ...family('area', { m2: 1, ft2: 0.092_903, acre: 4046.86, hectare: 10_000, mu: 666.67, ping: 3.3058 }),
  ...family('mass', { g: 1, kg: 1000, t: 1_000_000, lb: 453.592, oz: 28.3495, jin: 500, mg: 0.001 }),
  ...family('volume', { ml: 1, cl: 10, l: 1000, 'fl-oz': 29.5735, gallon: 3785.41 }),
  ...family('power', { w: 1, kw: 1000 }),
  ...family('charge', { mah: 1, ah: 1000 }),
  ...family('energy', { wh: 1, kwh: 1000 }),
  ...family('voltage', { v: 1 }),
  ...family('current', { a: 1 }),
  ...family('temperature', { celsius: 1, fahrenheit: 5 / 9 }),
  ...family('force', { n: 1, kn: 1000 }),
  ...family('pressure', { bar: 1, mpa: 10, psi: 0.068_948 }),
  ...family('light', { lm: 1 }),
  ...family('sound', { db: 1 }),
  ...family('frequency', { hz: 1 }),
  ...family('rotation', { rpm: 1 }),
  ...family('grammage', { gsm: 1 }),
  ...family('count', { piece: 1 }),
  ...family('people', { person: 1 }),
  ...family('share', { percent: 1 }),
])

/** UN/CEFACT codes as schema.org's `unitCode` has them, and spellings people write under it. */
const codes: Readonly<Record<string, string>> = {
  CEL: 'celsius', FAH: 'fahrenheit', MMT: 'mm', CMT: 'cm', MTR: 'm', KMT: 'km', INH: 'inch', FOT: 'ft', MTK: 'm2', FTK: 'ft2',
  ACR: 'acre', HAR: 'hectare', MGM: 'mg', GRM: 'g', KGM: 'kg', TNE: 't', LBR: 'lb', ONZ: 'oz', MLT: 'ml', CLT: 'cl', LTR: 'l', OZA: 'fl-oz',
  GLL: 'gallon', WTT: 'w', KWT: 'kw', AMH: 'ah', E09: 'mah', WHR: 'wh', KWH: 'kwh', VLT: 'v', AMP: 'a', NEW: 'n', BAR: 'bar', MPA: 'mpa',
  LUM: 'lm', '2N': 'db', HTZ: 'hz', RPM: 'rpm', GM: 'gsm', P1: 'percent', SEC: 'second', MIN: 'minute', HUR: 'hour', DAY: 'day', WEE: 'week',
  MON: 'month', ANN: 'year', C62: 'piece', H87: 'piece', PCE: 'piece', NMB: 'piece', SET: 'piece', PR: 'piece', EA: 'piece',
} // biome-ignore format: a table

/** The unit a code stands for; null when it is none of the table. */
export const unitOfCode = (code: string): string | null => codes[code.trim().toUpperCase()] ?? null

export const dimensionOf = (unit: string): Dimension | null =>
  sizes.get(unit)?.dimension ?? (/^[A-Z]{3}$/.test(unit) ? `money:${unit}` : null)

/** An amount in base units of its dimension. */
export function inBaseUnits(value: number, unit: string): number {
  if (unit === 'fahrenheit') return ((value - 32) * 5) / 9
  return value * (sizes.get(unit)?.factor ?? 1)
}

/** Base units in one unit, for rounding. */
export const sizeOf = (unit: string): number => sizes.get(unit)?.factor ?? 1
