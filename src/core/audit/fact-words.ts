import type { Language } from '../model/rule.ts'
import type { KnownFact } from '../proof/known-facts.ts'
import type { Judgement } from '../proof/prove.ts'

/** "businessType is trading company". */
export const factLine = ({ path, text }: KnownFact, language: Language): string =>
  language === 'zh' ? `${path} 为 ${text}` : `${path} is ${text}`

/** In one line, the facts or words that decided: "businessType is trading company (company.yaml:4)". */
export function factWords({ facts, others, note }: Judgement, language: Language): string {
  const known = facts
    .slice(0, 2)
    .map(({ path, text, document, range }) =>
      language === 'zh'
        ? `${path} 为 ${text}（${document}:${range.start.line}）`
        : `${path} is ${text} (${document}:${range.start.line})`,
    )
  const words = others
    .slice(0, 2)
    .map(({ text, document, range }) =>
      language === 'zh'
        ? `${document}:${range.start.line} 写着“${text}”`
        : `${document}:${range.start.line} says "${text}"`,
    )
  const reason = note === null ? [] : [note[language]]
  return [...known, ...words, ...reason].join(language === 'zh' ? '；' : '; ')
}
