import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import type { Finding, Report } from '../../src/core/model/report.ts'
import type { Market } from '../../src/core/model/rule.ts'
import { auditTexts } from './catalog.ts'

interface Case {
  readonly copy?: string
  readonly company?: object
  readonly product?: object
  readonly markets?: readonly Market[]
  /** Entries of an evidence register. */
  readonly evidence?: readonly object[]
  readonly documents?: Readonly<Record<string, string>>
  /** Documents that must hold a contradicted claim. */
  readonly ends?: readonly string[]
}

interface Check extends Case {
  readonly check: number
  readonly title: string
  /** What the contradicted cases get: `contradicted`, another verdict, or the id of a finding without a claim. */
  readonly verdict?: string
  readonly contradicted: readonly Case[]
  readonly supported: readonly Case[]
  readonly trap: readonly Case[]
}

const folder = 'fixtures/proof/checks'
const checks = readdirSync(folder).flatMap((file) => parse(readFileSync(`${folder}/${file}`, 'utf8')) as Check[])

function reportOf(check: Check, written: Case): Report {
  const company = written.company ?? check.company
  const product = written.product ?? check.product
  const copy = written.copy ?? ''
  const documents = written.documents ?? {
    [product ? 'products/item.md' : 'pages/profile.md']: product
      ? `---\n${stringify(product)}---\n\n${copy}\n`
      : `${copy}\n`,
  }
  const background = company ? { 'company.yaml': stringify({ '@type': 'Organization', ...company }) } : {}
  const evidence = written.evidence ? stringify(written.evidence) : ''
  return auditTexts(documents, background, { markets: written.markets ?? check.markets ?? [], evidence })
}

const claimsOf = (check: Check, written: Case): readonly Finding[] => reportOf(check, written).claims ?? []

/** Claims with the verdict the check is about, or findings of its rule. */
function against(check: Check, written: Case): readonly Finding[] {
  const { verdict: wanted = 'contradicted' } = check
  const { claims, findings } = reportOf(check, written)
  return [
    ...(claims ?? []).filter(({ verdict }) => verdict === wanted),
    ...findings.filter(
      ({ ruleId, reasons }) => ruleId === wanted || reasons.some((reason) => reason.ruleId === wanted),
    ),
  ]
}

const told = (claims: readonly Finding[]) => claims.map(({ ruleId, verdict, text }) => `${verdict} ${ruleId} "${text}"`)

const rows = (kind: 'contradicted' | 'supported' | 'trap') =>
  checks.flatMap((check) =>
    (check[kind] ?? []).map(
      (written) => [check.check, written.copy ?? JSON.stringify(written.documents), check, written] as const,
    ),
  )

/** What is missing has no verdict: its id stands in the place of one. */
const isOmission = ({ verdict }: Check) => verdict?.includes('/') ?? false

describe('the fifty checks', () => {
  test('all have a contradicted, a supported and a trap case', () => {
    const complete = checks.filter(
      ({ contradicted, supported, trap }) => contradicted.length * supported.length * trap.length > 0,
    )
    const numbers = new Set(complete.map(({ check }) => check))
    expect(Array.from({ length: 50 }, (_, index) => index + 1).filter((number) => !numbers.has(number))).toEqual([])
  })

  describe('contradicted', () => {
    test.each(rows('contradicted'))('%i: %s', (_number, _name, check, written) => {
      const found = against(check, written)
      expect(found, told(claimsOf(check, written)).join('\n')).not.toEqual([])
      for (const end of written.ends ?? []) expect(found.map(({ document }) => document)).toContain(end)
      if (check.verdict === undefined && !/ends 30 June/.test(written.copy ?? '')) {
        expect(found.filter(({ related }) => related.length === 0)).toEqual([])
        expect(found.filter(({ severity }) => severity !== 'error')).toEqual([])
      }
    })
  })

  describe('supported', () => {
    test.each(rows('supported'))('%i: %s', (_number, _name, check, written) => {
      const claims = claimsOf(check, written)
      expect(told(claims).filter((line) => /^(?:contradicted|expired)/.test(line))).toEqual([])
      if (isOmission(check)) expect(against(check, written)).toEqual([])
      else expect(told(claims).join('\n')).toMatch(/^supported/m)
    })
  })

  describe('trap', () => {
    test.each(rows('trap'))('%i: %s', (_number, _name, check, written) => {
      expect(told(claimsOf(check, written)).filter((line) => /^(?:contradicted|expired)/.test(line))).toEqual([])
      if (isOmission(check)) expect(against(check, written)).toEqual([])
    })
  })
})
