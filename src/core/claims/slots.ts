import type { Slots } from '../model/claim.ts'
import type { SlotType } from '../model/template.ts'
import { type NumberAt, numberAt } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { currencies, durationUnit, quantityUnit } from '../text/units.ts'

/** A slot filled from tokens: `end` is the index behind its last token. */
export interface SlotAt {
  readonly end: number
  readonly slots: Slots
}

/** What a slot reader sees: the tokens, and the text of the block they stand in. */
export interface SlotSource {
  readonly text: string
  readonly tokens: readonly Token[]
}

type SlotReader = (source: SlotSource, start: number, name: string) => SlotAt | null

function valued(found: NumberAt, end: number, name: string, unit: string | null): SlotAt {
  return {
    end,
    slots: {
      [name]: found.value,
      ...(found.high === found.value ? {} : { [`${name}High`]: found.high }),
      ...(unit === null ? {} : { [`${name}Unit`]: unit }),
    },
  }
}

const readNumber: SlotReader = ({ tokens }, start, name) => {
  const found = numberAt(tokens, start)
  return found && valued(found, found.end, name, null)
}

const readPercent: SlotReader = ({ tokens }, start, name) => {
  if (tokens[start]?.text === '百' && tokens[start + 1]?.text === '分' && tokens[start + 2]?.text === '之') {
    const share = numberAt(tokens, start + 3)
    return share && valued(share, share.end, name, 'percent')
  }
  const found = numberAt(tokens, start)
  if (!found) return null
  const sign = tokens[found.end]?.text
  if (sign === '%' || sign === '‰' || sign === 'percent' || sign === 'pct')
    return valued(found, found.end + 1, name, 'percent')
  if (sign === 'per' && tokens[found.end + 1]?.text === 'cent') return valued(found, found.end + 2, name, 'percent')
  if (sign !== '成') return null
  const rest = tokens[found.end + 1]?.kind === 'han' ? numberAt(tokens, found.end + 1) : null
  const value = found.value * 10 + (rest && rest.value < 10 ? rest.value : 0)
  return valued({ end: 0, value, high: value }, rest && rest.value < 10 ? rest.end : found.end + 1, name, 'percent')
}

const readMoney: SlotReader = ({ tokens }, start, name) => {
  let at = start
  let currency: string | undefined
  for (; at < start + 2; at += 1) {
    const sign = currencies.before[tokens[at]?.text ?? '']
    if (sign === undefined) break
    currency ??= sign
  }
  const found = numberAt(tokens, at)
  if (!found) return null
  const behind = currencies.after[tokens[found.end]?.text ?? '']
  if (behind !== undefined) {
    const double = currencies.after[`${tokens[found.end]?.text}${tokens[found.end + 1]?.text}`]
    return valued(found, found.end + (double === undefined ? 1 : 2), name, currency ?? double ?? behind)
  }
  return currency === undefined ? null : valued(found, found.end, name, currency)
}

const readDuration: SlotReader = ({ tokens }, start, name) => {
  const found = numberAt(tokens, start)
  if (!found) return null
  const unit = durationUnit(tokens, found.end)
  return unit && valued(found, unit.end, name, unit.unit)
}

const readQuantity: SlotReader = ({ tokens }, start, name) => {
  const found = numberAt(tokens, start)
  if (!found) return null
  const unit = quantityUnit(tokens, found.end)
  return unit && valued(found, unit.end, name, unit.unit)
}

const readYear: SlotReader = ({ tokens }, start, name) => {
  const token = tokens[start]
  if (token?.kind !== 'number' || !/^(?:1[89]|20)\d\d$/.test(token.text)) return null
  return { end: tokens[start + 1]?.text === '年' ? start + 2 : start + 1, slots: { [name]: Number(token.text) } }
}

const month =
  '(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec)'
const datePattern = new RegExp(
  [
    String.raw`(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}(?:\s?[-/.月]\s?\d{1,2}日?|月)?`,
    String.raw`\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d`,
    String.raw`\d{1,2}(?:st|nd|rd|th)?\s${month}\.?(?:\s(?:19|20)\d\d)?`,
    String.raw`${month}\.?\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?(?:19|20)\d\d`,
    String.raw`${month}\.?\s\d{1,2}(?:st|nd|rd|th)?`,
    String.raw`\d{1,2}月\d{1,2}[日号號]`,
  ].join('|'),
  'iy',
)
const standardPattern =
  /(?:iso|iec|en|din|astm|ansi|gb|bs|jis|ul|etl|fcc|cns|qb|fz|hg|jb|jg|ny|yy|sj|db|ip|ipx|ik|aatcc|as|nzs|csa|eta|mil|nom|sae|nsf|nema|bifma|cpai|cispr|un|ece|saso|tis|ks|gost|usda|cfr)(?:[\s/-](?:iso|iec|en|t|std|tr|ts|din|asme))?(?:[\s/-](?:iso|t|std))?(?:\s?[-–—]?\s?[a-z]?\d{1,6}[a-z]{0,2})(?:\s?[-–—:.+/]\s?[a-z]?\d{1,5}[a-z]?){0,4}/iy
/** Capitals: "CU 1098743" is a number, "in 2023" is not. */
const certificatePattern = /(?:[A-Z]{1,8}[ .-]{0,2})?(?:\([A-Z0-9]{1,8}\))?[A-Z0-9]{1,24}(?:[-/._][A-Z0-9]{1,24}){0,6}/y

/** Reads a pattern at a token's first character and finds the token behind its last one. */
function readPattern(
  { text, tokens }: SlotSource,
  start: number,
  pattern: RegExp,
): { end: number; text: string } | null {
  const token = tokens[start]
  if (!token) return null
  pattern.lastIndex = token.span.start
  const match = pattern.exec(text)
  if (!match) return null
  const until = token.span.start + match[0].trimEnd().length
  let end = start
  while (end < tokens.length && (tokens[end]?.span.end ?? 0) <= until) end += 1
  return end > start && tokens[end - 1]?.span.end === until ? { end, text: match[0].trimEnd() } : null
}

const readDate: SlotReader = (source, start, name) => {
  const found = readPattern(source, start, datePattern)
  return found && { end: found.end, slots: { [name]: found.text } }
}

/** Letters that the name of a standard can stand in: the longest has five, and one more may follow. */
const longestStandardWord = 6

const readStandard: SlotReader = (source, start, name) => {
  const token = source.tokens[start]
  // Tried at every token: what is no short word needs no pattern.
  if (token?.kind !== 'word' || token.span.end - token.span.start > longestStandardWord) return null
  const found = readPattern(source, start, standardPattern)
  return found && { end: found.end, slots: { [name]: found.text } }
}

const readCertificateNumber: SlotReader = (source, start, name) => {
  const found = readPattern(source, start, certificatePattern)
  if (!found) return null
  if ((readPattern(source, start, standardPattern)?.end ?? 0) >= found.end) return null
  const digits = found.text.replace(/\D/g, '').length
  const coded = /[a-z]/i.test(found.text) || /\d[-/._]\d/.test(found.text)
  return digits >= 4 && (coded || digits >= 6) ? { end: found.end, slots: { [name]: found.text } } : null
}

const readName: SlotReader = ({ text, tokens }, start, name) => {
  let end = start
  while (
    end < start + 4 &&
    tokens[end]?.capital &&
    (end === start || tokens[end]?.gap === 'space' || tokens[end]?.gap === 'hyphen')
  )
    end += 1
  return end > start ? nameOf({ text, tokens }, start, { end, name }) : null
}

function nameOf(
  { text, tokens }: SlotSource,
  start: number,
  { end, name }: { end: number; name: string },
): SlotAt | null {
  const first = tokens[start]
  const last = tokens[end - 1]
  return first && last ? { end, slots: { [name]: text.slice(first.span.start, last.span.end) } } : null
}

/** All ways to fill a slot from token `start`: a name may be shorter than its run of capitals ("Red Dot Design | Award"). */
export function fillSlot(
  type: SlotType,
  source: SlotSource,
  { start, name }: { start: number; name: string },
): SlotAt[] {
  const found = slotReaders[type](source, start, name)
  if (!found) return []
  if (type !== 'name') return [found]
  const ends = Array.from({ length: found.end - start }, (_, index) => found.end - index)
  return ends.flatMap((end) => nameOf(source, start, { end, name }) ?? [])
}

/** Reader of each typed slot. */
export const slotReaders = {
  number: readNumber,
  percent: readPercent,
  money: readMoney,
  duration: readDuration,
  year: readYear,
  date: readDate,
  quantity: readQuantity,
  standard: readStandard,
  'certificate-number': readCertificateNumber,
  name: readName,
} satisfies Record<SlotType, SlotReader>
