/** A day as far as it was written: `2019`, `2016-04`, `2026-06-30`. */
export type WrittenDate = string

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const two = (digits: string) => digits.padStart(2, '0')

/** The first date in a text, in ISO order, no more of it than was written; a day without a year takes `year`. */
export function dateIn(text: string, year: string | null = null): WrittenDate | null {
  return (
    isoDate(text) ?? dayFirst(text) ?? worded(text, year) ?? /(?<!\d)((?:1[6-9]|20)\d\d)(?!\d)/.exec(text)?.[1] ?? null
  )
}

function isoDate(text: string): WrittenDate | null {
  const match = /(?<!\d)((?:1[6-9]|20)\d\d)\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2}))?/.exec(text)
  if (!match?.[1] || !match[2]) return null
  return [match[1], two(match[2]), ...(match[3] ? [two(match[3])] : [])].join('-')
}

/** `31.12.2024`, `31/12/2024`, `12/31/2024`; where day and month cannot be told apart, dots mean the day first and strokes nothing. */
function dayFirst(text: string): WrittenDate | null {
  const [, a = '', mark, b = '', year] = /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/.exec(text) ?? []
  if (year === undefined) return null
  if (Number(a) > 12 || mark === '.') return `${year}-${two(b)}-${two(a)}`
  return Number(b) > 12 ? `${year}-${two(a)}-${two(b)}` : null
}

function worded(text: string, year: string | null): WrittenDate | null {
  const month =
    /(\d{1,2})?(?:st|nd|rd|th)?\s*(?:of\s)?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*(?:(\d{1,2})(?:st|nd|rd|th)?(?!\d))?,?\s*((?:19|20)\d\d)?/i.exec(
      text,
    )
  if (month?.[2]) {
    const number = two(String(months.indexOf(month[2].toLowerCase()) + 1))
    const day = month[1] ?? month[3]
    const of = month[4] ?? year
    return of === null || (day === undefined && month[4] === undefined)
      ? null
      : [of, number, ...(day ? [two(day)] : [])].join('-')
  }
  const chinese = /(\d{1,2})月(\d{1,2})[日号號]/.exec(text)
  return chinese?.[1] && chinese[2] && year !== null ? `${year}-${two(chinese[1])}-${two(chinese[2])}` : null
}

/** Whether the day (or the whole month or year) is over on `asOf`. */
export const isPast = (date: WrittenDate, asOf: string): boolean => date < asOf.slice(0, date.length)

/** Years from a date to `asOf`, counted as people do: 2016 to 2026 are ten, and nearly eleven. */
export function yearsSince(date: WrittenDate, asOf: string): { readonly full: number; readonly begun: number } {
  const difference = Number(asOf.slice(0, 4)) - Number(date.slice(0, 4))
  const reached = date.length < 7 || asOf.slice(5, date.length) >= date.slice(5)
  return { full: reached ? difference : difference - 1, begun: difference + 1 }
}

/** Whole months between two ISO dates, as far as they are written. */
export const monthsBetween = (from: WrittenDate, to: WrittenDate): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7) || 1) - Number(from.slice(5, 7) || 1)
