import type { Decision, DecisionKind } from '../model/decision.ts'
import type { Summary, Verdict } from '../model/report.ts'
import type { Language, Severity } from '../model/rule.ts'

/** What pretty says itself, in one language. */
export interface Words {
  readonly severity: Readonly<Record<Severity, string>>
  readonly verdict: Readonly<Record<Verdict, string>>
  readonly lowConfidence: string
  /** A level and why it is that. */
  readonly levelled: (severity: Severity, reason: string) => string
  readonly bracketed: (parts: readonly string[]) => string
  /** Labels with their colon, all of the same width. */
  readonly label: Readonly<
    Record<'advice' | 'rewrite' | 'proof' | 'law' | 'reason' | 'related' | 'level' | 'decision', string>
  >
  readonly decision: Readonly<Record<DecisionKind, string>>
  /** Reason, who decided, and the dates, those that are known. */
  readonly decided: (decision: Decision) => string
  readonly decidedCount: (count: number) => string
  readonly knownCount: (count: number) => string
  readonly runsOn: (line: number) => string
  readonly list: string
  readonly audited: (summary: Summary) => string
  readonly counted: (findings: readonly (readonly [severity: Severity, count: number])[]) => string
  readonly nothing: string
  readonly verdicts: (counts: readonly string[]) => string
  readonly scope: (scope: { readonly asOf: string; readonly markets: string; readonly audience: string }) => string
  readonly supported: string
  readonly disclaimer: (lawCheckedOn: string) => string
  /** Provisions that are not printed. */
  readonly moreLaw: (count: number, ruleId: string) => string
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

const english: Words = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  verdict: {
    contradicted: 'contradicted',
    expired: 'expired',
    banned: 'banned',
    unsupported: 'unsupported',
    vague: 'vague',
    cited: 'cited',
    supported: 'supported',
  },
  lowConfidence: 'low confidence',
  levelled: (severity, reason) => `${severity}: ${reason}`,
  bracketed: (parts) => `(${parts.join(', ')})`,
  label: {
    advice: 'Advice:  ',
    rewrite: 'Instead: ',
    proof: 'Proof:   ',
    law: 'Law:     ',
    reason: 'Also:    ',
    related: 'See:     ',
    level: 'Level:   ',
    decision: 'Decided: ',
  },
  decision: { attest: 'attested', dispute: 'disputed', suppress: 'suppressed' },
  decided: ({ reason, by, on, until, source }) =>
    [reason, by ?? (source === 'inline' ? 'in the copy' : ''), on && `on ${on}`, until ? `until ${until}` : '']
      .filter(Boolean)
      .join('; '),
  decidedCount: (count) => `${count} decided (marked, not counted)`,
  knownCount: (count) => `${plural(count, 'known finding')} ${count === 1 ? 'is' : 'are'} in the baseline`,
  runsOn: (line) => `… to line ${line}`,
  list: '; ',
  audited: ({ documents, claims }) => `${plural(documents, 'document')}, ${plural(claims, 'claim')}`,
  counted: (findings) =>
    findings.map(([severity, count]) => (severity === 'info' ? `${count} info` : plural(count, severity))).join(', '),
  nothing: 'nothing to mend',
  verdicts: (counts) => `Verdicts: ${counts.join(', ')}`,
  scope: ({ asOf, markets, audience }) =>
    [`As of ${asOf}`, markets && `markets ${markets}`, audience && `audience ${audience}`].filter(Boolean).join('; '),
  supported: '"Supported" means that proof is on file, not that anybody has judged it sufficient.',
  moreLaw: (count, ruleId) => `and ${count} more: claimlint explain ${ruleId}`,
  disclaimer: (lawCheckedOn) => `Screening aid, not legal advice; law register as of ${lawCheckedOn}.`,
}

const chinese: Words = {
  severity: { error: '错误', warning: '警告', info: '提示' },
  verdict: {
    contradicted: '矛盾',
    expired: '过期',
    banned: '禁用',
    unsupported: '缺证据',
    vague: '空泛',
    cited: '已引证',
    supported: '有证据',
  },
  lowConfidence: '把握较低',
  levelled: (severity, reason) => `${chinese.severity[severity]}：${reason}`,
  bracketed: (parts) => `（${parts.join('，')}）`,
  label: {
    advice: '建议：',
    rewrite: '改为：',
    proof: '证据：',
    law: '法规：',
    reason: '另有：',
    related: '参见：',
    level: '级别：',
    decision: '决定：',
  },
  decision: { attest: '已担保', dispute: '有异议', suppress: '已接受' },
  decided: ({ reason, by, on, until, source }) =>
    [reason, by ?? (source === 'inline' ? '写在文案中' : ''), on, until ? `有效至 ${until}` : '']
      .filter(Boolean)
      .join('；'),
  decidedCount: (count) => `已决定 ${count} 条（有标记，不计入）`,
  knownCount: (count) => `基线中有 ${count} 条已知问题`,
  runsOn: (line) => `… 至第 ${line} 行`,
  list: '；',
  audited: ({ documents, claims }) => `${documents} 个文件，${claims} 条宣传声明`,
  counted: (findings) => findings.map(([severity, count]) => `${count} 个${chinese.severity[severity]}`).join('，'),
  nothing: '没有需要修改的内容',
  verdicts: (counts) => `结论：${counts.join('，')}`,
  scope: ({ asOf, markets, audience }) =>
    [`审核日期 ${asOf}`, markets && `市场 ${markets}`, audience && `对象 ${audience}`].filter(Boolean).join('；'),
  supported: '“有证据”只表示证据已归档，不表示有人判断过证据是否充分。',
  moreLaw: (count, ruleId) => `另有 ${count} 条：claimlint explain ${ruleId}`,
  disclaimer: (lawCheckedOn) => `仅供初步筛查，不构成法律意见；法规库截至 ${lawCheckedOn}。`,
}

/** What pretty says itself, by the language of its reader. */
export const wordsOf: Readonly<Record<Language, Words>> = { en: english, zh: chinese }
