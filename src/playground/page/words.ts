import type { Verdict } from '../../core/model/report.ts'
import type { Audience, Channel, Language, Market, Severity } from '../../core/model/rule.ts'
import type { CopyFormat } from './copy-format.ts'

/** All words of the page that do not come from the rules. */
export interface PageWords {
  /** Of the page, as HTML names languages. */
  readonly tag: string
  /** Texts of the elements with `data-word`. */
  readonly texts: Readonly<Record<string, string>>
  readonly names: Readonly<Record<'speak' | 'choices', string>>
  readonly market: Readonly<Record<Market, string>>
  readonly channel: Readonly<Record<Channel | 'none', string>>
  readonly audience: Readonly<Record<Audience | 'both', string>>
  readonly format: Readonly<Record<CopyFormat, string>>
  readonly severity: Readonly<Record<Severity, string>>
  readonly verdict: Readonly<Record<Verdict, string>>
  readonly label: Readonly<Record<'advice' | 'rewrite' | 'law' | 'related' | 'reason' | 'level', string>>
  readonly placeholder: Readonly<Record<'copy' | 'facts', string>>
  readonly status: {
    readonly preparing: string
    readonly empty: string
    readonly working: string
    readonly clean: (claims: number) => string
    readonly found: (counts: Readonly<Record<Severity, number>>) => string
    readonly failed: (reason: string) => string
  }
  readonly take: string
  readonly show: (line: number) => string
  readonly version: (rules: string, law: string) => string
}

const english: PageWords = {
  tag: 'en',
  texts: {
    title: 'Check your sales copy',
    promise: 'Paste it here. It stays in this page: nothing is sent, nothing is stored.',
    markets: 'Sold in (none: by language)',
    channel: 'Sold on',
    audience: 'Written for',
    format: 'The text is',
    asOf: 'Proof valid on',
    copy: 'Your text',
    example: 'Show an example',
    clear: 'Empty',
    facts: 'What is true of your company and goods',
    factsHint:
      'As YAML, one key a line. A claim that these facts bear out is no finding; one that they speak against is an error. Messages call this pane company.yaml.',
    findings: 'What was found',
    aid: 'A first screening, not legal advice.',
  },
  names: { speak: 'Language', choices: 'How to read the text' },
  market: { us: 'USA', eu: 'EU', uk: 'UK', cn: 'China', hk: 'Hong Kong', tw: 'Taiwan' },
  channel: {
    none: 'no marketplace',
    amazon: 'Amazon',
    ebay: 'eBay',
    'google-merchant': 'Google Merchant',
    walmart: 'Walmart',
    alibaba: 'Alibaba',
  },
  audience: { both: 'anybody', b2c: 'consumers', b2b: 'businesses' },
  format: { auto: 'as it looks', text: 'plain text, Markdown, HTML', yaml: 'YAML or JSON' },
  severity: { error: 'error', warning: 'warning', info: 'hint' },
  verdict: {
    contradicted: 'contradicted',
    expired: 'proof expired',
    banned: 'not allowed',
    unsupported: 'proof missing',
    vague: 'says nothing that can be checked',
    cited: 'proof named',
    supported: 'proof on file',
  },
  label: { advice: 'What helps', rewrite: 'Say instead', law: 'Law', related: 'See', reason: 'Also', level: 'Level' },
  placeholder: {
    copy: 'Paste a listing, a product page or a company profile.',
    facts: 'foundingDate: 2016\nbusinessType: trading company\nwarranty: 12 months',
  },
  status: {
    preparing: 'Getting the rules ready…',
    empty: 'Nothing to check yet.',
    working: 'Reading…',
    clean: (claims) =>
      claims === 0
        ? 'No claim in it that anybody could ask about.'
        : `Nothing to change: ${claims} with proof named or on file.`,
    found: ({ error, warning, info }) =>
      [counted(error, 'error'), counted(warning, 'warning'), counted(info, 'hint')]
        .filter((part) => part !== '')
        .join(', '),
    failed: (reason) => `This could not be checked: ${reason}`,
  },
  take: 'Use it',
  show: (line) => `line ${line}`,
  version: (rules, law) => `Rules ${rules}, law looked over on ${law}.`,
}

const counted = (count: number, word: string) => (count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`)

const chinese: PageWords = {
  tag: 'zh-Hans',
  texts: {
    title: '检查你的销售文案',
    promise: '粘贴在这里即可。文字只留在本页：不上传，不保存。',
    markets: '销售市场（不选：按语言）',
    channel: '销售平台',
    audience: '读者',
    format: '文字格式',
    asOf: '证据以此日为准',
    copy: '你的文案',
    example: '看一个例子',
    clear: '清空',
    facts: '公司和商品的真实情况',
    factsHint: '用 YAML 写，一行一项。与这些事实相符的声明不算问题，与之矛盾的算错误。结果中称此处为 company.yaml。',
    findings: '检查结果',
    aid: '仅供初步筛查，不构成法律意见。',
  },
  names: { speak: '语言', choices: '怎样看这段文字' },
  market: { us: '美国', eu: '欧盟', uk: '英国', cn: '中国大陆', hk: '香港', tw: '台湾' },
  channel: {
    none: '不在平台销售',
    amazon: '亚马逊',
    ebay: 'eBay',
    'google-merchant': 'Google Merchant',
    walmart: '沃尔玛',
    alibaba: '阿里巴巴国际站',
  },
  audience: { both: '不限', b2c: '消费者', b2b: '企业' },
  format: { auto: '自动判断', text: '纯文字、Markdown、HTML', yaml: 'YAML 或 JSON' },
  severity: { error: '错误', warning: '警告', info: '提示' },
  verdict: {
    contradicted: '与事实矛盾',
    expired: '证据已过期',
    banned: '不得使用',
    unsupported: '缺少证据',
    vague: '空泛，无从核对',
    cited: '已写明证据',
    supported: '证据已归档',
  },
  label: { advice: '建议', rewrite: '可改为', law: '法规', related: '参见', reason: '另有', level: '级别' },
  placeholder: {
    copy: '粘贴商品文案、产品页或公司简介。',
    facts: 'foundingDate: 2016\nbusinessType: trading company\nwarranty: 12 months',
  },
  status: {
    preparing: '正在准备规则…',
    empty: '还没有可检查的文字。',
    working: '正在检查…',
    clean: (claims) =>
      claims === 0 ? '没有需要证据的声明。' : `没有需要修改的内容：${claims} 条声明已有或已写明证据。`,
    found: ({ error, warning, info }) =>
      [`错误 ${error} 条`, `警告 ${warning} 条`, `提示 ${info} 条`].filter((part) => !part.includes(' 0 ')).join('，'),
    failed: (reason) => `无法检查：${reason}`,
  },
  take: '采用',
  show: (line) => `第 ${line} 行`,
  version: (rules, law) => `规则 ${rules}，法规库截至 ${law}。`,
}

/** The words of the page by language. */
export const pageWords: Readonly<Record<Language, PageWords>> = { en: english, zh: chinese }
