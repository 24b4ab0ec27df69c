/** The days a written date may mean, ISO: a month or a year has a first and a last one. */
export interface DateSpan {
  readonly first: string
  readonly last: string
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month (1 to 12). */
const daysIn = (year: number, month: number) =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const padded = (number: number, length: number) => String(number).padStart(length, '0')

const isoOf = (year: number, month: number, day: number) => `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`

function spanOf(year: number, month: number | null, day: number | null): DateSpan | null {
  if (year < 1000 || year > 9999) return null
  if (month === null) return { first: isoOf(year, 1, 1), last: isoOf(year, 12, 31) }
  if (month < 1 || month > 12) return null
  if (day === null) return { first: isoOf(year, month, 1), last: isoOf(year, month, daysIn(year, month)) }
  if (day < 1 || day > daysIn(year, month)) return null
  return { first: isoOf(year, month, day), last: isoOf(year, month, day) }
}

const numberOrNull = (digits: string | undefined) => (digits === undefined ? null : Number(digits))

const numeric =
  /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]+([a-z]{3,9})\.?[ ,-]+(\d{4})$/
const monthFirst = /^([a-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?,?)? (\d{4})$/

function monthOf(name: string): number | null {
  const at = monthNames.indexOf(name.slice(0, 3))
  return at === -1 ? null : at + 1
}

/** Reads a date of the calendar: `2026-03-02`, `2026-03`, `2026`, `2 March 2026`, `March 2026`, `2026年3月2日`; null when the text is none. */
export function readDate(text: string): DateSpan | null {
  const plain = text.trim().toLowerCase().normalize('NFKC').replace(/\s+/g, ' ')
  const digits = numeric.exec(plain.replace(/t(?=\d{2}:)/, 'T').replace(/z$/, 'Z'))
  if (digits) return spanOf(Number(digits[1]), numberOrNull(digits[2]), numberOrNull(digits[3]))
  const [, day, dayMonth = '', dayYear] = dayFirst.exec(plain) ?? []
  const [, month = '', monthDay, monthYear] = monthFirst.exec(plain) ?? []
  const named = monthOf(dayMonth || month)
  if (named === null) return null
  return spanOf(Number(dayYear ?? monthYear), named, numberOrNull(day ?? monthDay))
}

/** A calendar date so many years, months and days after an ISO date; a day that the month lacks is its last one. */
export function addPeriod(date: string, { years, months, days }: Period): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const total = year * 12 + (month - 1) + years * 12 + months
  const target = { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1 }
  return dateOfDay(dayNumber(target.year, target.month, Math.min(day, daysIn(target.year, target.month))) + days)
}

/** A length of calendar time. */
export interface Period {
  readonly years: number
  readonly months: number
  readonly days: number
}

/** Reads `P30D`, `P12M`, `P1Y6M`, `P2W`, and `60d`, `8w`, `6m`, `1y`; null when the text is none. */
export function readPeriod(text: string): Period | null {
  const [, years, months, weeks, days] =
    /^p?(?=\d)(?:(\d{1,4})y)?(?:(\d{1,4})m)?(?:(\d{1,4})w)?(?:(\d{1,5})d)?$/i.exec(text.trim()) ?? []
  if (years === undefined && months === undefined && weeks === undefined && days === undefined) return null
  return { years: Number(years ?? 0), months: Number(months ?? 0), days: Number(weeks ?? 0) * 7 + Number(days ?? 0) }
}

/** The period before a date instead of behind it. */
export const backwards = ({ years, months, days }: Period): Period => ({ years: -years, months: -months, days: -days })

/** Days since 0000-03-01 of the Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? { year, month: month - 3 } : { year: year - 1, month: month + 9 }
  const leaps = Math.floor(shifted.year / 4) - Math.floor(shifted.year / 100) + Math.floor(shifted.year / 400)
  return shifted.year * 365 + leaps + Math.floor((153 * shifted.month + 2) / 5) + day - 1
}

function dateOfDay(number: number): string {
  let year = Math.floor(number / 365.2425)
  while (dayNumber(year, 3, 1) > number) year -= 1
  while (dayNumber(year + 1, 3, 1) <= number) year += 1
  let month = 3
  let rest = number - dayNumber(year, 3, 1)
  for (; ; month += 1) {
    const inYear = month > 12 ? year + 1 : year
    const length = daysIn(inYear, month > 12 ? month - 12 : month)
    if (rest < length) return isoOf(inYear, month > 12 ? month - 12 : month, rest + 1)
    rest -= length
  }
}

/** Days from one ISO date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  const [at, until] = [from, to].map((date) => {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
    return dayNumber(year, month, day)
  })
  return (until ?? 0) - (at ?? 0)
}
