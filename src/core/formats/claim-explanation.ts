import type { Finding } from '../model/report.ts'
import type { Language } from '../model/rule.ts'
import { visibleLine } from './escape.ts'
import type { Style } from './format.ts'
import { ledgerWords } from './ledger-words.ts'
import { wrapText } from './wrap.ts'

const heads: Readonly<Record<Language, Readonly<Record<'message' | 'also' | 'other' | 'proof' | 'law' | 'advice' | 'rewrite' | 'decision' | 'level', string>>>> = {
  en: { message: 'Why', level: 'Level', also: 'Also', other: 'Decided by', proof: 'Proof on file', law: 'Law', advice: 'What to do', rewrite: 'Instead', decision: 'Decision' },
  zh: { message: '为何', level: '级别', also: '另外', other: '依据', proof: '归档证据', law: '法律', advice: '怎么办', rewrite: '可改为', decision: '决定' },
} // biome-ignore format: a table

/** One claim or finding by its fingerprint, for somebody at a terminal: its words, its verdict and every reason there is. */
export function claimExplanation(finding: Finding, style: Style): string {
  const { document, range, ruleId, text, verdict, severity, fingerprint } = finding
  const { paint, language } = style
  const place = `${document}:${range.start.line}:${range.start.column}`
  const words = text === '' ? finding.excerpt.line : text
  const found = [verdict === null ? '' : ledgerWords[language].verdict[verdict], severity ?? ''].filter(
    (part) => part !== '',
  )
  return [
    `${paint('path', visibleLine(place))}  ${paint('strong', visibleLine(ruleId))}  ${paint('faint', fingerprint)}`,
    `"${visibleLine(words.trim())}"${found.length > 0 ? `: ${found.join(', ')}` : ''}`,
    ...sectionsOf(finding, heads[language]).flatMap(([head, lines]) =>
      lines.length === 0 ? [] : ['', paint('strong', head), ...lines.flatMap((line) => wrapped(line, style))],
    ),
    '',
  ].join('\n')
}

type Heads = (typeof heads)[Language]

function sectionsOf(finding: Finding, head: Heads): readonly (readonly [string, readonly string[]])[] {
  const { message, severityReason, reasons, related, evidence, law, advice, rewrite, decision } = finding
  const given = (text: string | null) => (text === null || text === '' ? [] : [text])
  return [
    [head.message, given(message)],
    [head.level, given(severityReason)],
    [head.also, reasons.map((reason) => `${reason.ruleId}: ${reason.message}`)],
    [
      head.other,
      related.map(({ document, range, message: told }) => `${document}${range ? `:${range.start.line}` : ''}: ${told}`),
    ],
    [head.proof, evidence],
    [head.law, law.map(({ id, citation }) => `${citation} [${id}]`)],
    [head.advice, given(advice)],
    [head.rewrite, given(rewrite)],
    [head.decision, decision ? [`${decision.kind}: ${decision.reason}`] : []],
  ]
}

const indent = '  '

const wrapped = (line: string, { width }: Style) =>
  wrapText(visibleLine(line), Math.max(width, 40) - 2 * indent.length).map(
    (part, at) => (at === 0 ? indent : indent + indent) + part,
  )
