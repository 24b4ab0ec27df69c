import type { LawReference } from '../../model/report.ts'
import type { DocumentRecord } from '../extract.ts'
import { type Judged, judgedDefect } from '../judged.ts'
import { isSelected, type RuleSelection } from '../pack.ts'
import { densePraise, missingNotice, undatedOffer, unnamedProof } from './in-words.ts'
import type { Omission } from './omission.ts'
import { omissionWords } from './omission-words.ts'
import { missingContact, missingReferences, missingRemedy, missingReplyTime, missingTerms } from './on-page.ts'
import { type Page, pageOf, type Site } from './page.ts'

/** What decides how omissions are reported. */
export interface OmissionScope {
  readonly site: Site
  readonly selection: RuleSelection
  readonly law: (ids: readonly string[], page: Page) => readonly LawReference[]
}

const kinds = [
  missingTerms,
  unnamedProof,
  undatedOffer,
  missingNotice,
  missingContact,
  missingReplyTime,
  missingReferences,
  missingRemedy,
  densePraise,
]

/** The findings of a document with what it leaves out: as a further reason of the claim whose words lack it, else on its own; each kind once. */
export function withOmissions(judged: readonly Judged[], record: DocumentRecord, scope: OmissionScope): Judged[] {
  const page = pageOf(record, judged, scope.site)
  if (!page) return [...judged]
  const found = kinds.flatMap((find) => find(page)).filter(({ code }) => isSelected(code, scope.selection))
  const { language } = scope.site
  const own = found.filter(({ of }) => of === null).flatMap((each) => findingOf(each, page, scope))
  const reasons = new Map<Judged, Judged['reasons']>()
  for (const { of, code, missing } of found) {
    if (of === null) continue
    const [message] = omissionWords(code, missing, language)
    reasons.set(of, [...(reasons.get(of) ?? []), { ruleId: code, message }])
  }
  return [
    ...judged.map((each) => {
      const added = reasons.get(each)
      return added ? { ...each, reasons: [...each.reasons, ...added] } : each
    }),
    ...own,
  ]
}

const levelWords = { en: 'default of the rule', zh: '规则默认级别' } as const

function findingOf({ code, missing, place, severity, law, related }: Omission, page: Page, scope: OmissionScope) {
  const { language } = scope.site
  const [message, advice] = omissionWords(code, missing, language)
  const severityReason = levelWords[language]
  const told = { ruleId: code, severity, severityReason, shown: 'selected', message, advice } as const
  const at = { document: page.record.path, range: place.range, excerpt: place.excerpt }
  return judgedDefect({ ...told, ...at }, { selection: scope.selection, language }).map(
    (defect): Judged => ({
      ...defect,
      confidence: 'medium',
      text: place.text,
      field: place.field,
      related,
      law: scope.law(law, page),
    }),
  )
}
