import type { Verdict } from '../model/report.ts'
import type { Language } from '../model/rule.ts'

/** Reasons of marks, in one language. */
export interface PromiseWords {
  readonly verdict: Readonly<Record<Verdict, string>>
  readonly absolute: string
  readonly limited: string
  readonly both: (one: string, other: string) => string
  readonly stock: string
  readonly repeated: (documents: number) => string
  readonly own: string
  readonly benefitMeasured: string
  readonly benefit: string
  readonly measured: string
  readonly neither: string
  readonly parts: Readonly<Record<'value' | 'unit' | 'scope' | 'period' | 'conditions' | 'remedy', string>>
  readonly complete: string
  readonly missing: (parts: readonly string[]) => string
  readonly attested: (by: string) => string
  readonly proof: Readonly<Record<Verdict, string>>
}

const english: PromiseWords = {
  verdict: {
    contradicted: 'contradicted',
    expired: 'its proof has run out',
    banned: 'banned as worded',
    unsupported: 'no fact bears it out',
    vague: 'nothing that could be held against a fact',
    cited: 'the copy names its proof',
    supported: 'facts or evidence bear it out',
  },
  absolute: 'absolute',
  limited: 'not absolute',
  both: (one, other) => `${one}; ${other}`,
  stock: "the trade's common stock, or praise without content",
  repeated: (documents) => `the same words stand in ${documents} documents`,
  own: 'no other document says it in these words',
  benefitMeasured: 'names a benefit to the reader and a measure',
  benefit: 'names a benefit to the reader, no measure',
  measured: 'names a measure, no benefit to the reader',
  neither: 'names neither a benefit to the reader nor a measure',
  parts: {
    value: 'value',
    unit: 'unit',
    scope: 'scope',
    period: 'period',
    conditions: 'conditions',
    remedy: 'remedy',
  },
  complete: 'nothing is left open',
  missing: (parts) => `left open: ${parts.join(', ')}`,
  attested: (by) => (by === '' ? 'attested, nothing on file' : `attested by ${by}, nothing on file`),
  proof: {
    contradicted: 'contradicted',
    expired: 'proof is on file and out of date',
    banned: 'bare',
    unsupported: 'bare',
    vague: 'bare',
    cited: 'cited in the copy',
    supported: 'proof is on file',
  },
}

const chinese: PromiseWords = {
  verdict: {
    contradicted: '有矛盾',
    expired: '证据已过期',
    banned: '此说法被禁止',
    unsupported: '没有事实支持',
    vague: '没有可与事实对照的内容',
    cited: '文案写明了依据',
    supported: '有事实或证据支持',
  },
  absolute: '绝对化',
  limited: '非绝对化',
  both: (one, other) => `${one}；${other}`,
  stock: '行业套话或空洞的赞美',
  repeated: (documents) => `${documents} 个文件用词相同`,
  own: '没有其他文件这样写',
  benefitMeasured: '写明了对读者的好处和数值',
  benefit: '写明了对读者的好处，没有数值',
  measured: '写明了数值，没有对读者的好处',
  neither: '既无对读者的好处，也无数值',
  parts: { value: '数值', unit: '单位', scope: '范围', period: '期间', conditions: '条件', remedy: '补救' },
  complete: '要素齐全',
  missing: (parts) => `未写明：${parts.join('、')}`,
  attested: (by) => (by === '' ? '有人担保，无归档证据' : `由 ${by} 担保，无归档证据`),
  proof: {
    contradicted: '有矛盾',
    expired: '归档证据已过期',
    banned: '没有依据',
    unsupported: '没有依据',
    vague: '没有依据',
    cited: '文案中引证',
    supported: '有归档证据',
  },
}

/** Reasons of marks by language. */
export const promiseWords: Readonly<Record<Language, PromiseWords>> = { en: english, zh: chinese }
