import type { Finding } from '../model/report.ts'
import { tokenise } from '../text/tokens.ts'

/** The words a finding is about, as written: those of the claim, else those it points at, else its message. What a page
 *  leaves out is about no words: it stays the same wherever on the page it is shown. */
export function wordsAbout({
  text,
  excerpt,
  message,
  family,
  ruleId,
}: Pick<Finding, 'text' | 'excerpt' | 'message' | 'family' | 'ruleId'>): string {
  if (family === 'omission') return ruleId
  const pointedAt = excerpt.line.slice(excerpt.start, excerpt.end)
  return [text, pointedAt].find((words) => plainWords(words) !== '') ?? message
}

/** Words as identities hold them: folded, without marks of typography, one space between. */
export const plainWords = (text: string): string =>
  tokenise(text)
    .map((token) => token.text)
    .join(' ')
