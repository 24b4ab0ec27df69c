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

/** Towns and regions that goods are named after, by country: made in Sheffield is made in Britain. */
const towns: Readonly<Record<string, string>> = {
  GB: 'london|sheffield|manchester|birmingham|leeds|bristol|liverpool|glasgow|edinburgh|scotland|wales|yorkshire|cornwall|stoke-on-trent|northampton|伦敦|曼彻斯特',
  DE: 'berlin|munich|hamburg|cologne|solingen|stuttgart|frankfurt|nuremberg|dresden|bavaria|black forest|柏林|慕尼黑|索林根',
  IT: 'milan|rome|florence|venice|naples|turin|tuscany|murano|米兰|佛罗伦萨|罗马',
  FR: 'paris|lyon|marseille|grasse|limoges|provence|巴黎|里昂',
  US: 'new york|california|texas|chicago|los angeles|boston|oregon|vermont|brooklyn|纽约|加州',
  JP: 'tokyo|osaka|kyoto|sakai|东京|大阪|京都',
  CN: 'shanghai|shenzhen|guangzhou|ningbo|beijing|hangzhou|yiwu|dongguan|foshan|jingdezhen|上海|深圳|广州|宁波|北京|杭州|义乌|东莞|佛山|景德镇|龙井|安溪|武夷|云南|普洱|祁门|福鼎|五常|新疆|阳澄湖|宜兴',
  ES: 'barcelona|madrid|valencia|巴塞罗那|马德里',
  PT: 'lisbon|porto|guimar(?:ã|a)es|里斯本',
  SE: 'stockholm|gothenburg|eskilstuna|斯德哥尔摩',
  CH: 'zurich|geneva|basel|日内瓦|苏黎世',
  AT: 'vienna|salzburg|维也纳',
  NL: 'amsterdam|rotterdam|delft|阿姆斯特丹',
  TW: 'taipei|tainan|taichung|kaohsiung|台北|台南|台中|高雄|鹿港|莺歌|冻顶|阿里山|鹿谷|日月潭|杉林溪|梨山|埔里',
  IE: 'dublin|donegal|都柏林',
  IN: 'mumbai|delhi|jaipur|孟买',
}

const wordsOf = (code: string) => [words[code], towns[code]].filter((list) => list !== undefined).join('|')

const patterns = Object.keys(words).map((code) => {
  const list = wordsOf(code)
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

const anyTown = new RegExp(`(?<![\\p{L}])(?:${Object.values(towns).join('|')})`, 'iu')

/** Whether a text names a town or region rather than a country. */
export const townIn = (text: string): boolean => anyTown.test(text)

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
