import { readRuleFiles } from '../../scripts/read-rules.ts'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { judge } from '../../src/core/audit/judge.ts'
import { nothingOnFile, readEvidenceRegister } from '../../src/core/audit/on-file.ts'
import { everyRule, openPack, type RulePack } from '../../src/core/audit/pack.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import type { Report } from '../../src/core/model/report.ts'
import type { Market } from '../../src/core/model/rule.ts'
import { compilePack, emptyPack } from '../../src/core/rules/compile.ts'

let shared: RulePack | null = null

/** The shipped rules, compiled once. */
export function shippedPack(): RulePack {
  shared ??= openPack(compilePack(readRuleFiles('rules'), emptyPack).source, everyRule)
  return shared
}

/** Day of all audits in these tests. */
export const asOf = '2026-11-21'

/** How documents are audited: markets, the text of an evidence register, the day; absent: none, none, `asOf`. */
export interface Circumstances {
  readonly markets?: readonly Market[]
  readonly evidence?: string
  readonly asOf?: string
}

/** Audits documents under one configuration; `background` is read for facts only. */
export function auditTexts(
  documents: Readonly<Record<string, string>>,
  background: Readonly<Record<string, string>> = {},
  circumstances: Circumstances = {},
): Report {
  const pack = shippedPack()
  const recordsOf = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([path, text]) =>
      extractClaims(parseDocument(path, text, { fields: { ignore: [], audit: [] } }), pack),
    )
  const { markets = [], evidence = '', asOf: day = asOf } = circumstances
  const settings = { markets, channel: null, audience: null, asOf: day, selection: everyRule }
  const group = {
    records: recordsOf(documents),
    background: recordsOf(background),
    section: 'claimlint.yaml',
    company: null,
    pack,
    settings,
    onFile: { ...nothingOnFile, ...readEvidenceRegister('evidence/register.yaml', evidence) },
  }
  return judge([group], { language: 'en', toolVersion: '0', ledger: 'claims' })
}
