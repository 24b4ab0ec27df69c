/** Words for the countries goods come from and go to, by ISO 3166 code; adjectives included. */
const words: Readonly<Record<string, string>> = {
  CN: 'china|chinese|prc|中国|中國|国产|國產|大陆|大陸',
  US: 'usa|u\\.s\\.a?\\.?|united states|america|american|美国|美國|美产',
  DE: 'germany|german|德国|德國|德产',
  IT: 'italy|italian|意大利|義大利',
  FR: 'france|french|法国|法國',
  GB: 'uk|united kingdom|britain|british|england|english-made|英国|英國',
  JP: 'japan|japanese|日本|日产',
  KR: 'korea|korean|south korea|韩国|韓國',
  TW: 'taiwan|taiwanese|台湾|台灣|臺灣',
  HK: 'hong kong|香港',
  ES: 'spain|spanish|西班牙',
  PT: 'portugal|portuguese|葡萄牙',
  CH: 'switzerland|swiss|瑞士',
  AT: 'austria|austrian|奥地利|奧地利',
  NL: 'netherlands|holland|dutch|荷兰|荷蘭',
  BE: 'belgium|belgian|比利时|比利時',
  SE: 'sweden|swedish|瑞典',
  DK: 'denmark|danish|丹麦|丹麥',
  FI: 'finland|finnish|芬兰|芬蘭',
  NO: 'norway|norwegian|挪威',
  PL: 'poland|polish|波兰|波蘭',
  CZ: 'czech republic|czechia|czech|捷克',
  TR: 'turkey|türkiye|turkish|土耳其',
  IN: 'india|indian|印度',
  VN: 'vietnam|vietnamese|越南',
  TH: 'thailand|thai|泰国|泰國',
  ID: 'indonesia|indonesian|印尼',
  MY: 'malaysia|malaysian|马来西亚|馬來西亞',
  BD: 'bangladesh|bangladeshi|孟加拉',
  CA: 'canada|canadian|加拿大',
  AU: 'australia|australian|澳大利亚|澳洲',
  NZ: 'new zealand|新西兰|紐西蘭',
  MX: 'mexico|mexican|墨西哥',
  BR: 'brazil|brazilian|巴西',
  RU: 'russia|russian|俄罗斯|俄羅斯',
  IE: 'ireland|irish|爱尔兰|愛爾蘭',
  GR: 'greece|greek|希腊|希臘',
  RO: 'romania|romanian|罗马尼亚',
  HU: 'hungary|hungarian|匈牙利',
  EU: 'eu|europe|european|european union|欧盟|歐盟|欧洲|歐洲',
}
const unionMembers = new Set('DE IT FR ES PT AT NL BE SE DK FI PL CZ IE GR RO HU EU'.split(' '))

const patterns = Object.entries(words).map(([code, list]) => {
  const latin = list
    .split('|')
    .filter((word) => /^[a-z]/.test(word))
    .join('|')
  const han = list
    .split('|')
    .filter((word) => !/^[a-z]/.test(word))
    .join('|')
  return [code, new RegExp(`(?<![\\p{L}])(?:${latin})(?![\\p{L}])${han === '' ? '' : `|${han}`}`, 'iu')] as const
})

/** Codes of the countries a text names, by words or as a code of its own. */
export function countriesIn(text: string): string[] {
  const bare = text.trim().toUpperCase()
  if (/^[A-Z]{2}$/.test(bare)) return [bare === 'UK' ? 'GB' : bare]
  return patterns.filter(([, pattern]) => pattern.test(text)).map(([code]) => code)
}

/** Whether a country lies in another, or is the same: Germany in the EU. */
export const isIn = (country: string, region: string): boolean =>
  country === region || (region === 'EU' && unionMembers.has(country))

/** The country or union that a market is. */
export const countryOfMarket = (market: string): string => (market === 'uk' ? 'GB' : market.toUpperCase())
