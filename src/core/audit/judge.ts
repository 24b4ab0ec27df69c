import type { Claim } from '../model/claim.ts'
import type { Finding, Report, Verdict } from '../model/report.ts'
import { verdicts } from '../model/report.ts'
import type { Audience, Channel, Language, Market, Rule, Severity, Wording } from '../model/rule.ts'
import { indexEvidence } from '../proof/evidence-index.ts'
import { fillWording } from '../text/fill.ts'
import { fingerprintOf } from '../text/fingerprint.ts'
import { claimEvidence, type EvidenceContext } from './claim-evidence.ts'
import { documentName, type NameRule } from './document-name.ts'
import { companyNames, productAt } from './evidence-subjects.ts'
import type { DocumentRecord, FaultRecord } from './extract.ts'
import { plainWords, wordsAbout } from './finding-words.ts'
import { type FactProof, judgeByFacts, proofByFacts } from './judge-facts.ts'
import { judgeNotes } from './judge-notes.ts'
import { provenStatements } from './judge-stated.ts'
import { type Judged, judgedDefect } from './judged.ts'
import { levelOf, userLevel } from './level.ts'
import { withOmissions } from './omissions/judge-omissions.ts'
import { type Page, siteOf } from './omissions/page.ts'
import { nothingOnFile, type OnFile } from './on-file.ts'
import type { RulePack, RuleSelection } from './pack.ts'
import { nameTest } from './proper-names.ts'
import { isAudited, type ScopeAt, scopeAt, type Variant } from './variants.ts'
import { lawOf, lawReferences, marketsOf, missingProof, type Scope, verdictOf } from './verdict.ts'

/** How the claims of one document are judged. */
export interface JudgeSettings extends Scope {
  readonly markets: readonly Market[]
  readonly channel: Channel | null
  readonly audience: Audience | null
  /** Languages whose words are audited; absent or null: all. */
  readonly languages?: readonly Language[] | null
  readonly asOf: string
  readonly selection: RuleSelection
}

/** Records that share rules and settings. */
export interface AuditGroup {
  readonly records: readonly DocumentRecord[]
  readonly pack: RulePack
  readonly settings: JudgeSettings
  /** Evidence and decisions; absent: none. */
  readonly onFile?: OnFile
  /** Documents that are not audited but read for facts and contradictions: company and facts files, the rest of the configuration. */
  readonly background?: readonly DocumentRecord[]
  /** Path of the company file that the configuration names. */
  readonly company?: string | null
  /** Paths of other company files, by the path of the document they hold for, those only read along included. */
  readonly companies?: ReadonlyMap<string, string>
  /** `contradict`: facts speak against claims and bear none out, because nobody vouches for them. Absent: they do both. */
  readonly facts?: 'vouched' | 'contradict'
  /** Path of the configuration: its documents are one company's. */
  readonly section?: string | null
  /** Documents for which other rules and settings hold, each in one variant at most. */
  readonly variants?: readonly Variant[]
}

/** What the report is to say and in which language. */
export interface ReportSettings {
  readonly language: Language
  readonly toolVersion: string
  readonly ledger: 'findings' | 'claims'
}

/** The second phase: gives every claim its verdict and makes the report. Groups are documents under different configurations. */
export function judge(groups: readonly AuditGroup[], report: ReportSettings): Report {
  const all = groups.flatMap((group) => judgeGroup(group, report.language)).sort(inReadingOrder)
  const first = groups[0]
  return {
    schemaVersion: 1,
    tool: { name: 'claimlint', version: report.toolVersion, rulesVersion: first?.pack.source.version ?? '' },
    asOf: first?.settings.asOf ?? '',
    markets: first?.settings.markets ?? [],
    audience: first?.settings.audience ?? null,
    lawCheckedOn: first?.pack.source.lawCheckedOn ?? null,
    summary: summaryOf(
      all,
      groups.reduce((sum, { records }) => sum + records.length, 0),
    ),
    findings: all.filter((finding) => finding.severity !== null),
    claims: report.ledger === 'claims' ? all.filter((finding) => finding.verdict !== null) : null,
  }
}

/** Findings of one group with their identity, decisions applied. */
function judgeGroup(group: AuditGroup, language: Language): Finding[] {
  const { records, pack, settings, onFile = nothingOnFile } = group
  const found = withFingerprints(judgeRecords(group, language).sort(inReadingOrder), onFile.naming)
  const at = scopeAt(group)
  const selectionAt = (document: string) => at(document).settings.selection
  const noted = judgeNotes(found, { records, pack, onFile, asOf: settings.asOf, selectionAt }, language)
  return [...noted.findings, ...withFingerprints([...noted.defects].sort(inReadingOrder), onFile.naming)]
}

function judgeRecords(group: AuditGroup, language: Language): Judged[] {
  const at = scopeAt(group)
  const proof = proofOf(group, at, language)
  const facts = proofByFacts(group, at, language)
  const site = siteFor(group, facts, at, language)
  const isName = nameTest([...group.records, ...(group.background ?? [])])
  return group.records.flatMap((record) => {
    const { pack, settings } = at(record.path)
    const context = { pack, settings, language, proof: { ...proof, ...proofIn(record, settings) } }
    const judged = record.claims.map((claim) => {
      const rule = isName(claim) ? undefined : pack.ruleOf(claim.ruleId)
      return rule && isAudited(claim.language, settings.languages ?? null) ? judgeClaim(claim, rule, context) : null
    })
    const stated = provenStatements(record.statements, {
      evidence: context.proof,
      selection: settings.selection,
      isDecided: (statement) => facts.judgements.has(statement),
    })
    return [
      ...withOmissions(judgeByFacts(record, judged, facts, stated), record, { site, ...omissionsIn(pack, settings) }),
      ...record.faults.flatMap((fault) => judgeFault(record.path, fault, settings, language)),
    ]
  })
}

/** The pages of a group, as far as they tell what one of them leaves out. */
function siteFor(
  { records, background = [], settings }: AuditGroup,
  facts: FactProof,
  at: ScopeAt,
  language: Language,
) {
  const { catalog, ruleOf } = facts
  const markets = (claim: Claim) => marketsOf(claim, at(claim.document).settings)
  return siteOf([...records, ...background], { catalog, ruleOf, markets, asOf: settings.asOf, language })
}

const omissionsIn = ({ source }: RulePack, settings: JudgeSettings) => ({
  selection: settings.selection,
  law: (ids: readonly string[], { claims }: Page) =>
    claims[0] ? lawReferences(ids, claims[0].claim, settings, source.law) : [],
})

/** What decides about evidence for all documents of a group. */
function proofOf(
  { records, background = [], pack, settings, onFile = nothingOnFile }: AuditGroup,
  at: ScopeAt,
  language: Language,
) {
  return {
    index: indexEvidence(onFile.evidence, pack.names),
    known: pack.names,
    companies: companyNames([...records, ...background]),
    markets: (claim: Claim) => marketsOf(claim, at(claim.document).settings),
    asOf: settings.asOf,
    language,
  }
}

const proofIn = ({ notes, owners }: DocumentRecord, { markets }: JudgeSettings) => ({
  notes,
  marketsAre: markets.length > 0 ? ('chosen' as const) : ('assumed' as const),
  productsOf: ({ field }: Claim) => productAt(owners, field),
})

interface JudgeContext {
  readonly pack: RulePack
  readonly settings: JudgeSettings
  readonly language: Language
  readonly proof: EvidenceContext
}

const wordingIn = (wording: Wording, language: Language) => wording[language] ?? wording.en ?? wording.zh ?? ''

function judgeClaim(claim: Claim, rule: Rule, { pack, settings, language, proof }: JudgeContext): Judged {
  const { verdict, evidence, related, remark } = claimEvidence(claim, rule, verdictOf(rule, claim, settings), proof)
  const values = { ...claim.slots, match: claim.text }
  const say = (wording: Wording) => fillWording(wordingIn(wording, language), values) ?? wordingIn(wording, language)
  const needsAction = verdict !== 'cited' && verdict !== 'supported'
  const law = lawOf(rule, claim, settings, pack.source.law)
  const level =
    userLevel(rule.id, settings.selection.levels, language) ??
    levelOf(rule, claim, verdict, { ...settings, language, law })
  const rewrite = rule.rewrite[claim.language]
  return {
    ruleId: rule.id,
    family: rule.family,
    severity: needsAction ? level.severity : null,
    confidence: rule.confidence,
    verdict,
    severityReason: needsAction ? level.reason : '',
    message: say(rule.message) + missingWords(missingProof(rule, claim), verdict, language) + remark,
    advice: say(rule.advice),
    rewrite: needsAction && rewrite !== undefined ? fillWording(rewrite, values) : null,
    document: claim.document,
    field: claim.field,
    range: claim.range,
    text: claim.text,
    slots: claim.slots,
    reasons: claim.otherRules.flatMap((id) => {
      const other = pack.ruleOf(id)
      return other ? [{ ruleId: id, message: say(other.message) }] : []
    }),
    law,
    related,
    evidence,
    decision: null,
    excerpt: claim.excerpt,
  }
}

const slotNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  number: { en: 'the certificate or report number', zh: '证书或报告编号' },
  standard: { en: 'the standard', zh: '标准号' },
  issuer: { en: 'who issued it', zh: '出具机构' },
  date: { en: 'the date', zh: '日期' },
  source: { en: 'the source', zh: '来源' },
  basis: { en: 'the sample, region or period', zh: '样本、地区或期间' },
  result: { en: 'the measured result', zh: '测得的结果' },
  terms: { en: 'the terms', zh: '条件' },
}

/** Says which slot is missing when the copy names some proof but not all of it. */
function missingWords(missing: readonly string[], verdict: Verdict, language: Language): string {
  if (missing.length === 0 || verdict !== 'unsupported') return ''
  const names = missing.map((slot) => slotNames[slot]?.[language] ?? slot)
  return language === 'zh'
    ? `已写明部分证明，还缺：${names.join('、')}。`
    : ` The copy names some proof; still missing: ${names.join(', ')}.`
}

function judgeFault(
  path: string,
  { fault, range, excerpt }: FaultRecord,
  { selection }: JudgeSettings,
  language: Language,
): Judged[] {
  const isRefused = fault.code === 'too-costly'
  const words = (isRefused ? tooCostly : unreadable)[language]
  const ruleId = isRefused ? 'document/too-costly' : 'document/unreadable'
  const message = isRefused && language === 'zh' ? `读取代价过高，此处未审核：${fault.reason}` : fault.reason
  const told = { document: path, range, excerpt, message, ...words }
  return judgedDefect({ ruleId, severity: 'error', shown: 'always', ...told }, { selection, language })
}

const unreadable: Readonly<Record<Language, { readonly severityReason: string; readonly advice: string }>> = {
  en: {
    severityReason: 'text that cannot be read is not audited',
    advice: 'Mend the file and audit again; the other documents are not affected.',
  },
  zh: { severityReason: '未读取的文本未被审核', advice: '修正文件后再审核；其余文件不受影响。' },
}

const tooCostly: typeof unreadable = {
  en: {
    severityReason: 'text that is not read is not audited',
    advice: 'Simplify this part, or raise the limit under `limits` in claimlint.yaml; the rest is audited.',
  },
  zh: {
    severityReason: '未读取的文本未被审核',
    advice: '此处超过读取限度，未被审核：请简化，或在 claimlint.yaml 的 limits 中放宽；其余内容已审核。',
  },
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A total order: document, place, rule, message. */
function inReadingOrder(a: Judged, b: Judged): number {
  return (
    compare(a.document, b.document) ||
    a.range.start.offset - b.range.start.offset ||
    a.range.end.offset - b.range.end.offset ||
    compare(a.ruleId, b.ruleId) ||
    compare(a.message, b.message)
  )
}

/** Rule, document, words and their ordinal among equals: nothing that moves when lines do. */
function withFingerprints(judged: readonly Judged[], naming: NameRule): Finding[] {
  const seen = new Map<string, number>()
  return judged.map((finding) => {
    const words = plainWords(wordsAbout(finding)) || finding.message
    const document = documentName(finding.document, naming)
    const key = JSON.stringify([finding.ruleId, document, words])
    const ordinal = seen.get(key) ?? 0
    seen.set(key, ordinal + 1)
    return { fingerprint: fingerprintOf([finding.ruleId, document, words, String(ordinal)]), ...finding }
  })
}

/** The part of a report (with its ledger) that is about some findings and claims; `documents`: of how many it speaks. */
export function reportOf(report: Report, isKept: (finding: Finding) => boolean, documents: number): Report {
  const findings = report.findings.filter(isKept)
  const claims = (report.claims ?? []).filter(isKept)
  const { known } = report.summary
  const { findings: counts, decided } = summaryOf(findings, documents)
  const summary = { ...summaryOf(claims, documents), findings: counts, decided }
  return { ...report, summary: known === undefined ? summary : { ...summary, known }, findings, claims }
}

function summaryOf(all: readonly Finding[], documents: number): Report['summary'] {
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>
  let decided = 0
  for (const { severity, verdict, decision } of all) {
    if (severity !== null && decision === null) findings[severity] += 1
    if (severity !== null && decision !== null) decided += 1
    if (verdict !== null) counts[verdict] += 1
  }
  return {
    documents,
    claims: all.filter(({ verdict }) => verdict !== null).length,
    findings,
    decided,
    verdicts: counts,
  }
}
