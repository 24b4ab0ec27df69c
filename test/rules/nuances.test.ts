import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readRuleFiles } from '../../scripts/read-rules.ts'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { judge } from '../../src/core/audit/judge.ts'
import { everyRule, openPack, type RulePack } from '../../src/core/audit/pack.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import type { Finding } from '../../src/core/model/report.ts'
import { compilePack, emptyPack } from '../../src/core/rules/compile.ts'

interface Passage {
  readonly text: string
  /** Flagged: the family or rule of a finding. */
  readonly family?: string
  readonly rule?: string
  /** Flagged: the gravest level. Clean: the gravest level allowed. */
  readonly level?: 'error' | 'warning' | 'info'
  /** Clean: the family or rule that must not fire; another may. */
  readonly but?: string
  /** Clean because the copy names its proof. */
  readonly cited?: true
}

/** fixtures/nuances.yml */
interface Nuance {
  readonly id: string
  readonly title: string
  /** Names on file in the facts of the company. */
  readonly names?: readonly string[]
  readonly flagged: readonly (string | Passage)[]
  readonly clean: readonly (string | Passage)[]
}

const nuances: readonly Nuance[] = parse(readFileSync('fixtures/nuances.yml', 'utf8'))
const passage = (entry: string | Passage): Passage => (typeof entry === 'string' ? { text: entry } : entry)

let pack: RulePack
beforeAll(() => {
  pack = openPack(compilePack(readRuleFiles('rules'), emptyPack).source, everyRule)
})

const recordOf = (path: string, text: string) =>
  extractClaims(parseDocument(path, text, { fields: { ignore: [], audit: [] } }), pack)

/** Every claim of a text with its verdict, the names on file. */
function claimsIn(text: string, names: readonly string[] = []): readonly Finding[] {
  const settings = { markets: [], channel: null, audience: null, asOf: '2026-11-21', selection: everyRule }
  const company = `"@type": Organization\nlegalName: ${names[0] ?? 'Haoyu'}\nalternateName: ${JSON.stringify(names)}\n`
  const background = names.length > 0 ? [recordOf('company.yaml', company)] : []
  const group = { records: [recordOf('page.md', text)], background, pack, settings }
  return judge([group], { language: 'en', toolVersion: '0', ledger: 'claims' }).claims ?? []
}

const levels = ['info', 'warning', 'error'] as const
const gravest = (findings: readonly Finding[]) =>
  levels.findLast((level) => findings.some(({ severity }) => severity === level)) ?? null
const shown = (claims: readonly Finding[]) =>
  claims.map(({ ruleId, severity, verdict, text }) => `${ruleId} ${severity} ${verdict} "${text}"`).join(', ')
const isOf = (finding: Finding, name: string) => finding.ruleId === name || finding.family === name

function fault({ text, family, rule, level }: Passage, names: readonly string[] | undefined): string[] {
  const claims = claimsIn(text, names)
  const findings = claims.filter(({ severity }) => severity !== null)
  const wanted = rule ?? family
  const isFound = findings.length > 0 && (wanted === undefined || findings.some((finding) => isOf(finding, wanted)))
  const isLevel = level === undefined || gravest(findings) === level
  return isFound && isLevel ? [] : [`${text} (${wanted ?? 'any'}, ${level ?? 'any level'}): ${shown(claims)}`]
}

function alarm({ text, but, cited, level }: Passage, names: readonly string[] | undefined): string[] {
  const claims = claimsIn(text, names)
  const findings = claims.filter(({ severity }) => severity !== null)
  const isCited = cited !== true || claims.some(({ verdict }) => verdict === 'cited')
  const wrong = but === undefined ? findings : findings.filter((finding) => isOf(finding, but))
  const allowed = level === 'info' ? wrong.every(({ severity }) => severity === 'info') : wrong.length === 0
  return allowed && isCited ? [] : [`${text}: ${shown(claims)}`]
}

describe.each(nuances)('$id $title', ({ names, flagged, clean }) => {
  test('flagged', () => expect(flagged.map(passage).flatMap((entry) => fault(entry, names))).toEqual([]))
  test('clean', () => expect(clean.map(passage).flatMap((entry) => alarm(entry, names))).toEqual([]))
})
