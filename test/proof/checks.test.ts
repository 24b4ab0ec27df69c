import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import type { Finding } from '../../src/core/model/report.ts'
import type { Market } from '../../src/core/model/rule.ts'
import { auditTexts } from './catalog.ts'

interface Case {
  readonly copy?: string
  readonly company?: object
  readonly product?: object
  readonly markets?: readonly Market[]
  readonly documents?: Readonly<Record<string, string>>
  /** Documents that must hold a contradicted claim. */
  readonly ends?: readonly string[]
}

interface Check extends Case {
  readonly check: number
  readonly title: string
  readonly verdict?: string
  readonly contradicted: readonly Case[]
  readonly supported?: readonly Case[]
  readonly trap: readonly Case[]
}

const folder = 'fixtures/proof/checks'
const checks = readdirSync(folder).flatMap((file) => parse(readFileSync(`${folder}/${file}`, 'utf8')) as Check[])

function claimsOf(check: Check, written: Case): readonly Finding[] {
  const company = written.company ?? check.company
  const product = written.product ?? check.product
  const copy = written.copy ?? ''
  const documents = written.documents ?? {
    [product ? 'products/item.md' : 'pages/profile.md']: product
      ? `---\n${stringify(product)}---\n\n${copy}\n`
      : `${copy}\n`,
  }
  const background = company ? { 'company.yaml': stringify({ '@type': 'Organization', ...company }) } : {}
  return auditTexts(documents, background, written.markets ?? check.markets ?? []).claims ?? []
}

const told = (claims: readonly Finding[]) => claims.map(({ ruleId, verdict, text }) => `${verdict} ${ruleId} "${text}"`)

const rows = (kind: 'contradicted' | 'supported' | 'trap') =>
  checks.flatMap((check) =>
    (check[kind] ?? []).map(
      (written) => [check.check, written.copy ?? JSON.stringify(written.documents), check, written] as const,
    ),
  )

describe('the fifty checks', () => {
  test('are all there but those of the documents themselves', () => {
    const numbers = new Set(checks.map(({ check }) => check))
    expect(Array.from({ length: 50 }, (_, index) => index + 1).filter((number) => !numbers.has(number))).toEqual([])
  })

  describe('contradicted', () => {
    test.each(rows('contradicted'))('%i: %s', (_number, _name, check, written) => {
      const claims = claimsOf(check, written)
      const against = claims.filter(({ verdict }) => verdict === (check.verdict ?? 'contradicted'))
      expect(against, told(claims).join('\n')).not.toEqual([])
      for (const end of written.ends ?? []) expect(against.map(({ document }) => document)).toContain(end)
      if (check.verdict === undefined && !/ends 30 June/.test(written.copy ?? '')) {
        expect(against.filter(({ related }) => related.length === 0)).toEqual([])
        expect(against.filter(({ severity }) => severity !== 'error')).toEqual([])
      }
    })
  })

  describe('supported', () => {
    test.each(rows('supported'))('%i: %s', (_number, _name, check, written) => {
      const claims = claimsOf(check, written)
      expect(told(claims).filter((line) => /^(?:contradicted|expired)/.test(line))).toEqual([])
      expect(told(claims).join('\n')).toMatch(/^supported/m)
    })
  })

  describe('trap', () => {
    test.each(rows('trap'))('%i: %s', (_number, _name, check, written) => {
      expect(told(claimsOf(check, written)).filter((line) => /^(?:contradicted|expired)/.test(line))).toEqual([])
    })
  })
})
