import type { Reason } from '../model/claim.ts'
import type { Decision } from '../model/decision.ts'
import type { Finding, LawReference, Related, Report } from '../model/report.ts'
import type { Place, Range } from '../model/span.ts'
import { visibleJson, wellFormed } from './escape.ts'
import type { Format } from './format.ts'

// Everything is picked by hand: the order of the keys is part of the format, and nothing else of a finding may leak in.
const toPlace = ({ line, column, offset }: Place) => ({ line, column, offset })
const toRange = ({ start, end }: Range) => ({ start: toPlace(start), end: toPlace(end) })
const toReason = ({ ruleId, message }: Reason) => ({ ruleId, message })
const toLaw = ({ id, market, citation, url }: LawReference) => ({ id, market, citation, url })
const toRelated = ({ document, range, message }: Related) => ({ document, range: range && toRange(range), message })

/** A finding as programs get it, keys in the order of the schema. */
const toDecision = ({ kind, reason, by, on, until, source }: Decision) => ({
  kind,
  reason,
  by,
  on,
  until,
  source,
})

export const toFinding = (finding: Finding) => ({
  fingerprint: finding.fingerprint,
  ruleId: finding.ruleId,
  family: finding.family,
  severity: finding.severity,
  severityReason: finding.severityReason,
  confidence: finding.confidence,
  verdict: finding.verdict,
  message: finding.message,
  advice: finding.advice,
  rewrite: finding.rewrite,
  document: finding.document,
  field: finding.field,
  range: toRange(finding.range),
  text: finding.text,
  slots: Object.fromEntries(Object.entries(finding.slots).map(([name, value]) => [wellFormed(name), value])),
  reasons: finding.reasons.map(toReason),
  law: finding.law.map(toLaw),
  related: finding.related.map(toRelated),
  evidence: finding.evidence,
  decision: finding.decision && toDecision(finding.decision),
})

const toSummary = ({ documents, claims, findings, decided, known, verdicts }: Report['summary']) => ({
  documents,
  claims,
  findings: { error: findings.error, warning: findings.warning, info: findings.info },
  decided,
  ...(known !== undefined && { known }),
  verdicts: {
    contradicted: verdicts.contradicted,
    expired: verdicts.expired,
    banned: verdicts.banned,
    unsupported: verdicts.unsupported,
    vague: verdicts.vague,
    cited: verdicts.cited,
    supported: verdicts.supported,
  },
})

const toJsonReport = (report: Report) => ({
  schemaVersion: report.schemaVersion,
  tool: { name: report.tool.name, version: report.tool.version, rulesVersion: report.tool.rulesVersion },
  asOf: report.asOf,
  markets: report.markets,
  audience: report.audience,
  lawCheckedOn: report.lawCheckedOn,
  summary: toSummary(report.summary),
  findings: report.findings.map(toFinding),
  ...(report.claims && { claims: report.claims.map(toFinding) }),
  ...(report.shard && { shard: report.shard }),
})

/** The whole report for programs, as `schemas/report.schema.json` says, whatever the style. */
export const json: Format = (report) => {
  const text = JSON.stringify(
    toJsonReport(report),
    (_key, value) => (typeof value === 'string' ? wellFormed(value) : value),
    2,
  )
  return `${visibleJson(text)}\n`
}
