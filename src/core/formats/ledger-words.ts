import type { DecisionKind } from '../model/decision.ts'
import type { ProofState } from '../model/ledger.ts'
import type { Quality } from '../model/promise.ts'
import type { Verdict } from '../model/report.ts'
import type { Language } from '../model/rule.ts'
import { wordsOf } from './pretty-words.ts'

/** What the ledger, the list of proofs and the scores say themselves, in one language. */
export interface LedgerWords {
  readonly title: string
  readonly columns: Readonly<
    Record<
      | 'document'
      | 'line'
      | 'place'
      | 'field'
      | 'family'
      | 'rule'
      | 'text'
      | 'values'
      | 'verdict'
      | 'proof'
      | 'owner'
      | 'decision'
      | 'message'
      | 'fingerprint',
      string
    >
  >
  readonly verdict: Readonly<Record<Verdict, string>>
  readonly decision: Readonly<Record<DecisionKind, string>>
  readonly nobody: string
  readonly counted: (claims: number, asOf: string) => string
  readonly supported: string
  readonly disclaimer: (lawCheckedOn: string) => string
  readonly proof: {
    readonly columns: readonly [
      state: string,
      id: string,
      kind: string,
      expires: string,
      claims: string,
      owner: string,
      why: string,
    ]
    readonly state: Readonly<Record<ProofState, string>>
    readonly unused: string
    readonly why: (state: ProofState, days: number | null, file: string | null) => string
    readonly counted: (counts: string, asOf: string) => string
    readonly none: string
  }
  readonly quality: Readonly<Record<Quality, string>>
  readonly overall: string
  readonly promise: string
  readonly noPromise: string
}

const english: LedgerWords = {
  title: 'Ledger of claims',
  columns: {
    document: 'Document',
    line: 'Line',
    place: 'Place',
    field: 'Field',
    family: 'Family',
    rule: 'Rule',
    text: 'Claim',
    values: 'Values',
    verdict: 'Verdict',
    proof: 'Proof',
    owner: 'Owner',
    decision: 'Decision',
    message: 'Message',
    fingerprint: 'Fingerprint',
  },
  verdict: wordsOf.en.verdict,
  decision: wordsOf.en.decision,
  nobody: 'nobody',
  counted: (claims, asOf) => `${claims} ${claims === 1 ? 'claim' : 'claims'}, as of ${asOf}`,
  supported: wordsOf.en.supported,
  disclaimer: wordsOf.en.disclaimer,
  proof: {
    columns: ['State', 'Id', 'Kind', 'Expires', 'Claims', 'Owner', ''],
    state: { missing: 'missing', changed: 'changed', expired: 'expired', expiring: 'expiring', valid: 'valid' },
    unused: 'no claim leans on it',
    why: (state, days, file) => {
      if (state === 'missing') return `${file} is not there`
      if (state === 'changed') return `${file} is not the file that was registered`
      if (days === null || state === 'valid') return ''
      return days < 0
        ? `ran out ${-days} ${days === -1 ? 'day' : 'days'} ago`
        : `runs out in ${days} ${days === 1 ? 'day' : 'days'}`
    },
    counted: (counts, asOf) => `${counts}; as of ${asOf}`,
    none: 'no evidence is on file',
  },
  quality: {
    realistic: 'Realistic',
    unique: 'Unique',
    compelling: 'Compelling',
    explicit: 'Explicit',
    credible: 'Credible',
  },
  overall: 'Overall',
  promise: 'Promise',
  noPromise: 'no promise',
}

const chinese: LedgerWords = {
  title: '宣传声明台账',
  columns: {
    document: '文件',
    line: '行',
    place: '位置',
    field: '字段',
    family: '类别',
    rule: '规则',
    text: '声明',
    values: '数值',
    verdict: '结论',
    proof: '证据',
    owner: '负责人',
    decision: '决定',
    message: '说明',
    fingerprint: '指纹',
  },
  verdict: wordsOf.zh.verdict,
  decision: wordsOf.zh.decision,
  nobody: '无人负责',
  counted: (claims, asOf) => `共 ${claims} 条声明，审核日期 ${asOf}`,
  supported: wordsOf.zh.supported,
  disclaimer: wordsOf.zh.disclaimer,
  proof: {
    columns: ['状态', '编号', '种类', '到期', '声明', '负责人', ''],
    state: { missing: '缺文件', changed: '已改动', expired: '过期', expiring: '即将到期', valid: '有效' },
    unused: '没有声明用到',
    why: (state, days, file) => {
      if (state === 'missing') return `${file} 不存在`
      if (state === 'changed') return `${file} 与登记时不同`
      if (days === null || state === 'valid') return ''
      return days < 0 ? `已过期 ${-days} 天` : `还有 ${days} 天到期`
    },
    counted: (counts, asOf) => `${counts}；审核日期 ${asOf}`,
    none: '没有归档证据',
  },
  quality: { realistic: '可信可行', unique: '独特', compelling: '打动人', explicit: '明确', credible: '有据' },
  overall: '总评',
  promise: '承诺',
  noPromise: '没有承诺',
}

/** The same by language. */
export const ledgerWords: Readonly<Record<Language, LedgerWords>> = { en: english, zh: chinese }
