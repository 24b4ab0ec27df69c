import type { Excerpt } from '../model/claim.ts'
import type { Language, Severity } from '../model/rule.ts'
import type { Range } from '../model/span.ts'
import type { Defect } from './judged.ts'

/** Something wrong with a directive, a decision or an evidence register. */
export interface NoteFinding {
  readonly code: keyof typeof english
  /** The words it is about. */
  readonly detail: string
  /** What was expected instead; '' where that is clear. */
  readonly expected?: string
  readonly document: string
  readonly range: Range
  readonly excerpt: Excerpt
}

type Say = (detail: string, expected: string) => readonly [message: string, advice: string]

const hint = (expected: string, words: string) => (expected === '' ? '' : `; ${words} ${expected}`)

const english = {
  'directive/malformed': (detail) => [
    `This directive is not understood and does nothing: ${detail}.`,
    'Write claimlint ignore RULE: reason, or claimlint evidence ID.',
  ],
  'directive/no-reason': (detail) => [
    `This directive gives no reason and does nothing: ${detail}.`,
    'Say behind a colon why the claim may stay.',
  ],
  'directive/unknown-rule': (detail, expected) => [
    `There is no rule or family "${detail}"${expected}; the directive does nothing.`,
    'claimlint rules lists the rules.',
  ],
  'directive/expired': (detail) => [
    `This directive ran out on ${detail}; what it covers counts again.`,
    'Mend the claim, or give a new reason and a new date.',
  ],
  'directive/unused': (detail) => [`This directive covers no finding of ${detail}.`, 'Take it out.'],
  'directive/unknown-evidence': (detail, expected) => [
    `The copy names the evidence "${detail}", which is in no register${expected}.`,
    'Put it on file, or correct the id.',
  ],
  'decision/unreadable': (detail, expected) => [
    `This entry decides nothing: ${detail}${hint(expected, 'expected:')}.`,
    'Mend the entry, or write it again with claimlint accept.',
  ],
  'decision/unknown-key': (detail, expected) => [
    `There is no key "${detail}"${hint(expected, 'did you mean')}?`,
    'Correct the key.',
  ],
  'decision/repeated': () => [
    'The fingerprint stands here twice; the first entry counts.',
    'Take one of the entries out.',
  ],
  'decision/expired': (detail) => [
    `This decision ran out on ${detail}; the finding counts again.`,
    'Mend the claim, or decide again with claimlint accept.',
  ],
  'decision/unused': (detail) => [`No finding has the fingerprint ${detail}.`, 'Take the entry out.'],
  'document/unreadable-evidence': (detail, expected) => [
    `The register cannot be used as written: ${detail}${hint(expected, 'expected:')}.`,
    'Correct the value.',
  ],
  'document/unreadable': (detail) => [
    `not readable: ${detail}`,
    'Mend the file and audit again; the other documents are not affected.',
  ],
  'document/unknown-key': (detail, expected) => [
    `There is no key "${detail}"${hint(expected, 'did you mean')}?`,
    'Correct the key, or leave it: unknown keys do no harm.',
  ],
  'document/unknown-support': (detail, expected) => [
    `There is no rule or family "${detail}"${expected}.`,
    'claimlint rules lists the rules.',
  ],
  'document/expiring-evidence': (detail, expected) => [
    `"${detail}" runs out on ${expected}.`,
    'Renew it in time: every claim that rests on it turns red the day after.',
  ],
  'document/repeated-evidence': (detail) => [
    `The id "${detail}" stands twice; the first entry counts.`,
    'Give every entry its own id.',
  ],
} as const satisfies Readonly<Record<string, Say>>

const shouldBe = (expected: string) => (expected === '' ? '' : `；应为：${expected}`)

const chinese: Readonly<Record<keyof typeof english, Say>> = {
  'directive/malformed': (detail) => [
    `无法理解此指令，指令无效：${detail}。`,
    '请写作 claimlint ignore 规则: 理由，或 claimlint evidence 编号。',
  ],
  'directive/no-reason': (detail) => [`此指令未写理由，指令无效：${detail}。`, '请在冒号后说明为何可以保留。'],
  'directive/unknown-rule': (detail, expected) => [
    `没有规则或类别“${detail}”${expected}，指令无效。`,
    '用 claimlint rules 查看规则。',
  ],
  'directive/expired': (detail) => [
    `此指令已于 ${detail} 到期，所涉问题重新计入。`,
    '修改文案，或写明新的理由和日期。',
  ],
  'directive/unused': (detail) => [`此指令没有涉及任何 ${detail} 的问题。`, '请删除。'],
  'directive/unknown-evidence': (detail, expected) => [
    `文案引用的证据“${detail}”未登记${expected}。`,
    '请登记该证据或更正编号。',
  ],
  'decision/unreadable': (detail, expected) => [
    `此条决定无效：${detail}${shouldBe(expected)}。`,
    '请更正，或用 claimlint accept 重新写入。',
  ],
  'decision/unknown-key': (detail, expected) => [`没有键“${detail}”${shouldBe(expected)}。`, '请更正键名。'],
  'decision/repeated': () => ['同一指纹出现两次，以第一条为准。', '请删除其中一条。'],
  'decision/expired': (detail) => [
    `此条决定已于 ${detail} 到期，问题重新计入。`,
    '修改文案，或用 claimlint accept 重新决定。',
  ],
  'decision/unused': (detail) => [`没有指纹为 ${detail} 的问题。`, '请删除此条。'],
  'document/unreadable-evidence': (detail, expected) => [
    `证据登记无法按此读取：${detail}${shouldBe(expected)}。`,
    '请更正。',
  ],
  'document/unreadable': (detail) => [`无法读取：${detail}`, '修正文件后再审核；其余文件不受影响。'],
  'document/unknown-key': (detail, expected) => [
    `没有键“${detail}”${shouldBe(expected)}。`,
    '请更正键名；未知的键不影响审核。',
  ],
  'document/unknown-support': (detail, expected) => [
    `没有规则或类别“${detail}”${expected}。`,
    '用 claimlint rules 查看规则。',
  ],
  'document/expiring-evidence': (detail, expected) => [
    `“${detail}”将于 ${expected} 到期。`,
    '请及时更新，次日起依赖它的说法都会报错。',
  ],
  'document/repeated-evidence': (detail) => [`编号“${detail}”出现两次，以第一条为准。`, '每条证据须有自己的编号。'],
}

const severityOf: Readonly<Record<keyof typeof english, Severity>> = {
  'directive/malformed': 'error',
  'directive/no-reason': 'error',
  'directive/unknown-rule': 'error',
  'directive/expired': 'warning',
  'directive/unused': 'warning',
  'directive/unknown-evidence': 'warning',
  'decision/unreadable': 'error',
  'decision/unknown-key': 'info',
  'decision/repeated': 'warning',
  'decision/expired': 'warning',
  'decision/unused': 'warning',
  'document/unreadable-evidence': 'warning',
  'document/unreadable': 'error',
  'document/unknown-key': 'info',
  'document/unknown-support': 'warning',
  'document/expiring-evidence': 'info',
  'document/repeated-evidence': 'warning',
}

const reasons: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { en: 'what cannot be read is not obeyed', zh: '无法读取的内容不被执行' },
  warning: { en: 'default of the rule', zh: '规则默认级别' },
  info: { en: 'default of the rule', zh: '规则默认级别' },
}

/** Ids of all findings about directives, decisions and registers. */
export const noteRules = Object.keys(severityOf)

/** The finding in the language of the report. */
export function noteDefect(note: NoteFinding, language: Language): Defect {
  const severity = severityOf[note.code]
  const say: Say = (language === 'zh' ? chinese : english)[note.code]
  const [message, advice] = say(note.detail, note.expected ?? '')
  return {
    ruleId: note.code,
    severity,
    severityReason: reasons[severity][language],
    shown: severity === 'error' ? 'always' : 'selected',
    message,
    advice,
    document: note.document,
    range: note.range,
    excerpt: note.excerpt,
  }
}
