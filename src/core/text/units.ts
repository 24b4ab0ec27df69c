import type { Token } from './tokens.ts'

/** A unit read from tokens: `end` is the index behind its last token. */
export interface UnitAt {
  readonly end: number
  readonly unit: string
}

const named = (unit: string, words: string) => Object.fromEntries(words.split(' ').map((word) => [word, unit]))

/** ISO 4217 codes by the signs and words before and behind an amount. */
export const currencies: {
  readonly before: Readonly<Record<string, string>>
  readonly after: Readonly<Record<string, string>>
} = {
  before: {
    $: 'USD',
    '€': 'EUR',
    '£': 'GBP',
    '¥': 'CNY',
    us: 'USD',
    usd: 'USD',
    nt: 'TWD',
    twd: 'TWD',
    ntd: 'TWD',
    hk: 'HKD',
    hkd: 'HKD',
    eur: 'EUR',
    gbp: 'GBP',
    rmb: 'CNY',
    cny: 'CNY',
    aud: 'AUD',
    cad: 'CAD',
  },
  after: {
    ...named('USD', 'usd dollar dollars 美元 美金'),
    ...named('EUR', 'eur euro euros € 欧元'),
    ...named('GBP', 'gbp pound pounds quid £ 英镑'),
    ...named('CNY', 'rmb cny yuan 元 块'),
    ...named('HKD', 'hkd 蚊 港币'),
    ...named('TWD', 'ntd twd'),
    ...named('GBX', 'p pence'),
    ...named('USC', 'cent cents'),
    $: 'USD',
  },
}

const durations: Readonly<Record<string, string>> = {
  ...named('second', 's sec secs second seconds'),
  ...named('minute', 'min mins minute minutes'),
  ...named('hour', 'h hr hrs hour hours hs'),
  ...named('day', 'd day days'),
  ...named('week', 'week weeks wk wks'),
  ...named('month', 'month months mth mths mo'),
  ...named('year', 'y yr yrs year years yrs'),
  ...named('decade', 'decade decades'),
  ...named('century', 'century centuries'),
}
const hanDurations: readonly (readonly [string, string])[] = [
  ['个工作日', 'working-day'],
  ['个工作天', 'working-day'],
  ['工作日', 'working-day'],
  ['工作天', 'working-day'],
  ['个自然日', 'day'],
  ['个小时', 'hour'],
  ['小时', 'hour'],
  ['个钟头', 'hour'],
  ['个钟', 'hour'],
  ['分钟', 'minute'],
  ['秒钟', 'second'],
  ['秒', 'second'],
  ['个星期', 'week'],
  ['星期', 'week'],
  ['个礼拜', 'week'],
  ['礼拜', 'week'],
  ['周年', 'year'],
  ['周', 'week'],
  ['个月', 'month'],
  ['个多月', 'month'],
  ['年', 'year'],
  ['载', 'year'],
  ['天', 'day'],
  ['日', 'day'],
  ['个世纪', 'century'],
  ['世纪', 'century'],
  ['时', 'hour'],
  ['分', 'minute'],
  ['月', 'month'],
]

function hanUnit(tokens: readonly Token[], at: number, units: readonly (readonly [string, string])[]): UnitAt | null {
  for (const [word, unit] of units) {
    if (Array.from(word).every((character, index) => tokens[at + index]?.text === character))
      return { end: at + word.length, unit }
  }
  return null
}

/** The unit of time at token `at`. */
export function durationUnit(tokens: readonly Token[], at: number): UnitAt | null {
  const token = tokens[at]
  if (!token) return null
  if (token.kind === 'han') return hanUnit(tokens, at, hanDurations)
  const working =
    token.text === 'working' || token.text === 'business' || token.text === 'calendar' || token.text === 'full'
  const unit = durations[(working ? tokens[at + 1] : token)?.text.replace(/'s?$/, '') ?? '']
  if (unit === undefined) return null
  const end = at + (working ? 2 : 1)
  return { end, unit: unit === 'day' && (token.text === 'working' || token.text === 'business') ? 'working-day' : unit }
}

const quantities: Readonly<Record<string, string>> = {
  '°c': 'celsius',
  '°f': 'fahrenheit',
  ...named(
    'piece',
    'pc pcs piece pieces unit units set sets item items pair pairs carton cartons box boxes bag bags bottle bottles',
  ),
  ...named('kg', 'kg kgs kilo kilos kilogram kilograms'),
  ...named('g', 'g gr gram grams'),
  ...named('t', 't ton tons tonne tonnes mt'),
  ...named('mm', 'mm'),
  ...named('cm', 'cm'),
  ...named('m', 'm metre metres meter meters'),
  ...named('km', 'km'),
  ...named('l', 'l litre litres liter liters ltr'),
  ...named('ml', 'ml'),
  ...named('m2', 'm2 sqm sqms ㎡'),
  ...named('ft2', 'sqft'),
  ...named('cl', 'cl'),
  ...named('w', 'w watt watts'),
  ...named('kw', 'kw kilowatt kilowatts'),
  ...named('mah', 'mah'),
  ...named('ah', 'ah'),
  ...named('wh', 'wh'),
  ...named('kwh', 'kwh'),
  ...named('v', 'v volt volts'),
  ...named('a', 'amp amps ampere amperes'),
  ...named('n', 'n newton newtons'),
  ...named('kn', 'kn'),
  ...named('mpa', 'mpa'),
  ...named('bar', 'bar'),
  ...named('psi', 'psi'),
  ...named('lm', 'lm lumen lumens'),
  ...named('db', 'db decibel decibels dba'),
  ...named('hz', 'hz hertz'),
  ...named('rpm', 'rpm'),
  ...named('gsm', 'gsm'),
  ...named('container', 'container containers'),
  ...named('lb', 'lb lbs pound pounds'),
  ...named('oz', 'oz ounce ounces'),
  ...named('gallon', 'gallon gallons gal'),
  ...named('inch', 'in inch inches'),
  ...named('ft', 'ft foot feet'),
  ...named('person', 'people persons employees workers staff'),
  ...named('acre', 'acre acres'),
  ...named('hectare', 'hectare hectares'),
  ...named('celsius', 'celsius'),
  ...named('fahrenheit', 'fahrenheit'),
}
const hanQuantities: readonly (readonly [string, string])[] = [
  ['万平方米', 'm2'],
  ['平方米', 'm2'],
  ['平方公尺', 'm2'],
  ['平米', 'm2'],
  ['平方', 'm2'],
  ['坪', 'ping'],
  ['亩', 'mu'],
  ['公顷', 'hectare'],
  ['摄氏度', 'celsius'],
  ['华氏度', 'fahrenheit'],
  ['度', 'celsius'],
  ['流明', 'lm'],
  ['毫安时', 'mah'],
  ['毫安', 'mah'],
  ['瓦', 'w'],
  ['伏', 'v'],
  ['分贝', 'db'],
  ['英寸', 'inch'],
  ['盎司', 'oz'],
  ['磅', 'lb'],
  ['斤', 'jin'],
  ['公斤', 'kg'],
  ['千克', 'kg'],
  ['公升', 'l'],
  ['公克', 'g'],
  ['公厘', 'mm'],
  ['克', 'g'],
  ['吨', 't'],
  ['毫升', 'ml'],
  ['升', 'l'],
  ['毫米', 'mm'],
  ['公分', 'cm'],
  ['厘米', 'cm'],
  ['公里', 'km'],
  ['米', 'm'],
  ['件', 'piece'],
  ['个', 'piece'],
  ['只', 'piece'],
  ['台', 'piece'],
  ['套', 'piece'],
  ['支', 'piece'],
  ['双', 'piece'],
  ['张', 'piece'],
  ['箱', 'piece'],
  ['盒', 'piece'],
  ['瓶', 'piece'],
  ['包', 'piece'],
  ['片', 'piece'],
  ['组', 'piece'],
  ['把', 'piece'],
  ['条', 'piece'],
  ['单', 'piece'],
  ['份', 'piece'],
  ['罐', 'piece'],
  ['盏', 'piece'],
  ['人', 'person'],
  ['名', 'person'],
  ['位', 'person'],
  ['户', 'household'],
  ['家', 'business'],
  ['间', 'business'],
]

/** The unit of measure or count at token `at`; squares and feet in words too. */
export function quantityUnit(tokens: readonly Token[], at: number): UnitAt | null {
  const token = tokens[at]
  if (!token) return null
  if (token.kind === 'han') return hanUnit(tokens, at, hanQuantities)
  const next = tokens[at + 1]
  const pair = next ? unitOfTwo(token.text, next, at) : null
  if (pair) return pair
  const unit = quantities[token.text]
  return unit === undefined ? null : { end: at + 1, unit }
}

/** Units of two tokens: "square metres", "m 2" without a gap, "fl oz", "° C". */
function unitOfTwo(first: string, next: Token, at: number): UnitAt | null {
  if (first === '°' || first === 'degrees' || first === 'degree') return degrees(next.text, at)
  if (first === 'fl' && next.text === 'oz') return { end: at + 2, unit: 'fl-oz' }
  if (first === 'm' && next.text === '2' && next.gap === 'none') return { end: at + 2, unit: 'm2' }
  const isSquare = (first === 'square' || first === 'sq') && /^(?:met(?:er|re)s?|m|f(?:ee|oo)?t)$/.test(next.text)
  return isSquare ? { end: at + 2, unit: next.text.startsWith('m') ? 'm2' : 'ft2' } : null
}

/** "°C", "degrees Fahrenheit"; degrees of nothing are none. */
function degrees(scale: string, at: number): UnitAt | null {
  if (scale === 'c' || scale === 'celsius' || scale === 'centigrade') return { end: at + 2, unit: 'celsius' }
  return scale === 'f' || scale === 'fahrenheit' ? { end: at + 2, unit: 'fahrenheit' } : null
}
