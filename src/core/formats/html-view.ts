import type { DecisionKind } from '../model/decision.ts'
import type { Finding, Report } from '../model/report.ts'
import type { Style } from './format.ts'
import type { Page } from './html-markup.ts'
import { type HtmlWords, htmlWordsOf } from './html-words.ts'
import { type LedgerWords, ledgerWords } from './ledger-words.ts'
import { type Words, wordsOf } from './pretty-words.ts'
import { shownFindings } from './shown-findings.ts'

/** What the findings are narrowed by: the kind of decision, `open` where there is none. */
export const decisionKey = ({ decision }: Finding): DecisionKind | 'open' => decision?.kind ?? 'open'

/** Everything the parts of the page need: the report, what of it is listed, and the words of its reader. */
export interface View {
  readonly report: Report
  /** The findings that are listed, by document, each in the order of the report; the gravest need not be first. */
  readonly groups: ReadonlyMap<string, readonly Finding[]>
  readonly findings: readonly Finding[]
  /** Those of them nobody decided about: what the charts count. */
  readonly open: readonly Finding[]
  readonly words: HtmlWords
  /** Words it has in common with `pretty`. */
  readonly common: Words
  /** Words it has in common with the ledger, the list of proofs and the scores. */
  readonly listWords: LedgerWords
  readonly page: Page
}

export function viewOf(report: Report, style: Style): View {
  const words = htmlWordsOf[style.language]
  const findings = shownFindings(report, style)
  return {
    report,
    groups: groupedBy(findings, ({ document }) => document),
    findings,
    open: findings.filter(({ decision }) => decision === null),
    words,
    common: wordsOf[style.language],
    listWords: ledgerWords[style.language],
    page: words,
  }
}

/** What a family is called; an unknown one by its own name. */
export const familyName = (family: string, { words }: View): string => words.family[family] ?? family

/** Findings by a key, in the order in which the keys first come. */
export function groupedBy(findings: readonly Finding[], keyOf: (finding: Finding) => string): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(keyOf(finding))
    if (group) group.push(finding)
    else groups.set(keyOf(finding), [finding])
  }
  return groups
}
