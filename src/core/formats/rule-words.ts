import type { LawStatus } from '../model/law.ts'
import type { Audience, ClaimKind, Confidence, Language, Severity } from '../model/rule.ts'
import { wordsOf } from './pretty-words.ts'

/** What pages and lists of rules say themselves, in one language. */
export interface RuleWords {
  readonly severity: Readonly<Record<Severity, string>>
  readonly confidence: Readonly<Record<Confidence, string>>
  readonly kind: Readonly<Record<ClaimKind, string>>
  readonly heads: Readonly<
    Record<'why' | 'advice' | 'proof' | 'law' | 'markets' | 'phrases' | 'guards' | 'examples', string>
  >
  /** The heading of the law for some markets, readers or day. */
  readonly lawFor: (scope: string) => string
  readonly noLaw: string
  readonly audience: Readonly<Record<Audience, string>>
  /** Empty where it goes without saying. */
  readonly status: Readonly<Record<LawStatus, string>>
  readonly fromMemory: string
  readonly from: (date: string) => string
  readonly to: (date: string) => string
  readonly disclaimer: (lawCheckedOn: string) => string
  readonly columns: readonly [id: string, severity: string, languages: string, title: string]
  readonly rewrite: string
  readonly evidence: string
  readonly fresh: (period: string) => string
  readonly citedInCopy: string
  readonly noProof: string
  readonly banned: string
  readonly drops: string
  readonly lowers: string
  readonly ignored: string
  readonly flagged: string
  readonly clean: string
  readonly units: Readonly<Record<'D' | 'W' | 'M' | 'Y', (count: number) => string>>
  readonly counted: (count: number) => string
}

const unit = (name: string) => (count: number) => `${count} ${name}${count === 1 ? '' : 's'}`

const english: RuleWords = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  confidence: { high: 'high confidence', medium: 'medium confidence', low: 'low confidence' },
  kind: {
    objective: 'objective claim',
    comparative: 'comparative claim',
    absolute: 'absolute claim',
    establishment: 'establishment claim',
    promise: 'promise',
    opinion: 'opinion',
    aspiration: 'aspiration',
  },
  heads: {
    why: 'Why it asks',
    advice: 'What to do',
    proof: 'What would prove it',
    law: 'Law',
    markets: 'Markets and channels',
    phrases: 'Phrases',
    guards: 'Guards',
    examples: 'Examples',
  },
  lawFor: (scope) => `Law (${scope})`,
  noLaw: 'No provision of the register applies.',
  audience: { b2b: 'trade buyers', b2c: 'consumers' },
  status: {
    'in-force': '',
    upcoming: '',
    draft: 'draft',
    superseded: 'superseded',
    'platform-policy': 'rule of the marketplace',
    guidance: 'guidance',
  },
  fromMemory: 'not looked up',
  from: (date) => `from ${date}`,
  to: (date) => `until ${date}`,
  disclaimer: wordsOf.en.disclaimer,
  columns: ['Rule', 'Severity', 'Languages', 'Title'],
  rewrite: 'Instead: ',
  evidence: 'On file: ',
  fresh: (period) => `, not older than ${period}`,
  citedInCopy: 'Or named in the copy: ',
  noProof: 'No proof is asked for.',
  banned: 'banned, whatever the proof',
  drops: 'no claim',
  lowers: 'one step lower',
  ignored: 'does not act on this rule',
  flagged: 'Found: ',
  clean: 'Left alone: ',
  units: { D: unit('day'), W: unit('week'), M: unit('month'), Y: unit('year') },
  counted: (count) => `${count} rules`,
}

const chinese: RuleWords = {
  severity: { error: '错误', warning: '警告', info: '提示' },
  confidence: { high: '把握高', medium: '把握中等', low: '把握低' },
  kind: {
    objective: '客观陈述',
    comparative: '比较性宣称',
    absolute: '绝对化宣称',
    establishment: '援引依据的宣称',
    promise: '承诺',
    opinion: '主观评价',
    aspiration: '愿景',
  },
  heads: {
    why: '为何提出',
    advice: '如何处理',
    proof: '需要的证明',
    law: '法规',
    markets: '市场与平台',
    phrases: '表述',
    guards: '语境条件',
    examples: '示例',
  },
  lawFor: (scope) => `法规（${scope}）`,
  noLaw: '法规库中没有适用的条款。',
  audience: { b2b: '企业买家', b2c: '消费者' },
  status: {
    'in-force': '',
    upcoming: '',
    draft: '草案',
    superseded: '已废止',
    'platform-policy': '平台规则',
    guidance: '执法指引',
  },
  fromMemory: '未经查证原文',
  from: (date) => `自 ${date} 起`,
  to: (date) => `至 ${date} 止`,
  disclaimer: wordsOf.zh.disclaimer,
  columns: ['规则', '级别', '语言', '标题'],
  rewrite: '改为：',
  evidence: '归档证据：',
  fresh: (period) => `，不早于 ${period}`,
  citedInCopy: '或在文案中写明：',
  noProof: '不要求证明。',
  banned: '无论有无证明均禁用',
  drops: '不算宣称',
  lowers: '降一级',
  ignored: '对本规则不起作用',
  flagged: '会指出：',
  clean: '不指出：',
  units: {
    D: (count) => `${count} 天`,
    W: (count) => `${count} 周`,
    M: (count) => `${count} 个月`,
    Y: (count) => `${count} 年`,
  },
  counted: (count) => `共 ${count} 条规则`,
}

/** What pages and lists of rules say themselves, by the language of their reader. */
export const ruleWords: Readonly<Record<Language, RuleWords>> = { en: english, zh: chinese }
