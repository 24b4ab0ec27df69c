import type { Language } from '../../model/rule.ts'

type Say = (missing: string) => readonly [message: string, advice: string]

const english = {
  'omission/contact': (missing) => [
    `This page makes promises and does not say how to reach the seller${missing}.`,
    'Print a telephone number, an e-mail or postal address, or a form.',
  ],
  'omission/response-time': (missing) => [
    `This invites the reader to enquire and does not say when an answer comes${missing}.`,
    'Say within what time you answer, and on which days.',
  ],
  'omission/references': (missing) => [
    `The company is younger than three years${missing}, and the page names no references or reviews.`,
    'Name customers who agreed to it, or show reviews with their source.',
  ],
  'omission/remedy': () => [
    'The page does not say what the buyer gets when a promise is not kept, nor where to complain.',
    'Say what you do then (repair, replace, refund), and whom to tell.',
  ],
  'omission/guarantee-terms': (missing) => [
    `The guarantee does not say ${missing}.`,
    'Write the terms beside it, or link to them.',
  ],
  'omission/source': () => ['No source, date or number of people asked is named.', 'Name the study or the count.'],
  'omission/comparison-base': () => ['It does not say compared with what, and who measured it.', 'Name the base.'],
  'omission/certificate-id': () => ['No certificate number is named.', 'Give the number and who issued it.'],
  'omission/date': (missing) => [
    `"${missing}" names no date: whoever reads it later reads it as of that day.`,
    'Write the day on which the offer ends.',
  ],
  'omission/disclaimer': (missing) => [`The page lacks a notice that such copy must carry: ${missing}.`, 'Add it.'],
  'density/vague': (missing) => [
    `This paragraph has ${missing} vague terms and no number, name or condition.`,
    'Say one thing that can be checked.',
  ],
} as const satisfies Readonly<Record<string, Say>>

/** Ids of what a page may leave out. */
export type OmissionCode = keyof typeof english
export const omissionRules = Object.keys(english) as readonly OmissionCode[] // the keys are the type

const chinese: Readonly<Record<OmissionCode, Say>> = {
  'omission/contact': (missing) => [
    `页面作出承诺，却未写明如何联系卖家${missing}。`,
    '请写明电话、电子邮箱、通讯地址或表单。',
  ],
  'omission/response-time': (missing) => [
    `此处邀请读者咨询，却未写明多久答复${missing}。`,
    '请写明在多长时间内、哪些日子答复。',
  ],
  'omission/references': (missing) => [
    `公司成立不满三年${missing}，页面却没有客户案例或评价。`,
    '请写明同意公开的客户，或附来源的评价。',
  ],
  'omission/remedy': () => [
    '页面未写明承诺未兑现时买家得到什么，也未写明投诉途径。',
    '请写明届时如何处理（维修、换货、退款）以及联系谁。',
  ],
  'omission/guarantee-terms': (missing) => [`此保证未写明：${missing}。`, '请在旁写明条件，或链接到条款。'],
  'omission/source': () => ['未写明来源、日期或调查人数。', '请写明研究或统计的出处。'],
  'omission/comparison-base': () => ['未写明与什么相比、由谁测得。', '请写明比较对象。'],
  'omission/certificate-id': () => ['未写明证书编号。', '请写明编号和发证机构。'],
  'omission/date': (missing) => [`“${missing}”没有写明日期，读者会按阅读当日理解。`, '请写明活动截止日期。'],
  'omission/disclaimer': (missing) => [`页面缺少此类文案必须载明的声明：${missing}。`, '请补上。'],
  'density/vague': (missing) => [`此段有 ${missing} 处空泛用语，却没有数字、名称或条件。`, '请写一件可以核实的事。'],
}

/** What may be missing, for people. */
const parts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  duration: { en: 'how long it lasts', zh: '期限' },
  conditions: { en: 'what it covers and what it does not', zh: '范围和条件' },
  'claim-route': { en: 'how to claim', zh: '如何申请' },
  payer: { en: 'who pays for the return', zh: '费用由谁承担' },
  'payout-time': { en: 'when the buyer is paid or gets a replacement', zh: '多久退款或换货' },
  'fda-notice': {
    en: '"This statement has not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease."',
    zh: '美国膳食补充剂声明（“This statement has not been evaluated by the Food and Drug Administration …”）',
  },
  'varied-diet': {
    en: 'the importance of a varied and balanced diet and a healthy lifestyle',
    zh: '均衡多样饮食和健康生活方式的重要性（欧盟）',
  },
  'no-medicine': { en: '本品不能代替药物', zh: '“本品不能代替药物”' },
  'individual-results': { en: 'what most people can expect', zh: '一般人可期待的效果' },
}

/** Message and advice of an omission in the language of the report. */
export function omissionWords(
  code: OmissionCode,
  missing: readonly string[],
  language: Language,
): readonly [message: string, advice: string] {
  const named = missing.map((part) => parts[part]?.[language] ?? part)
  const say: Say = (language === 'zh' ? chinese : english)[code]
  return say(language === 'zh' ? named.join('、') : listed(named))
}

/** "a, b or c". */
const listed = (named: readonly string[]) =>
  named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`
