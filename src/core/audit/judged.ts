import type { Finding } from '../model/report.ts'
import type { Language, Severity, StructuralFamily } from '../model/rule.ts'
import { userLevel } from './level.ts'
import { isSelected, type RuleSelection } from './pack.ts'

/** A finding before it has its identity. */
export type Judged = Omit<Finding, 'fingerprint'>

/** What a finding without a claim says. */
export interface Defect extends Pick<Finding, 'document' | 'range' | 'excerpt' | 'message' | 'advice'> {
  /** `family/name`, the family a structural one. */
  readonly ruleId: `${StructuralFamily}/${string}`
  readonly severity: Severity
  readonly severityReason: string
  /** `always`: `--only` does not hide it, because something was not audited or not obeyed. */
  readonly shown: 'always' | 'selected'
}

/** How findings without a claim are reported. */
export interface DefectScope {
  readonly selection: RuleSelection
  readonly language: Language
}

/** A finding without a claim; none when the user switched it off. */
export function judgedDefect(defect: Defect, { selection, language }: DefectScope): Judged[] {
  const { ruleId, severity, severityReason, shown, ...told } = defect
  if (!isSelected(ruleId, shown === 'always' ? { ...selection, only: [] } : selection)) return []
  const level = userLevel(ruleId, selection.levels, language)
  return [
    {
      ruleId,
      family: ruleId.split('/')[0] as StructuralFamily, // the type of `ruleId` says so
      severity: level?.severity ?? severity,
      confidence: 'high',
      verdict: null,
      severityReason: level?.reason ?? severityReason,
      rewrite: null,
      field: null,
      text: '',
      slots: {},
      reasons: [],
      law: [],
      related: [],
      evidence: [],
      decision: null,
      ...told,
    },
  ]
}
