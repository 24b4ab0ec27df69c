import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readRuleFiles } from '../scripts/read-rules.ts'
import { applicableLaw } from '../src/core/audit/law.ts'
import { audiences, channels, type Market, markets, type Rule } from '../src/core/model/rule.ts'
import { compilePack, emptyPack } from '../src/core/rules/compile.ts'

const files = readRuleFiles('rules')
const { source } = compilePack(files, emptyPack)
const entries = Object.values(source.law)
const rules = source.rules.map(({ rule }) => rule)

const treatmentsOf = (rule: Rule) => [...Object.values(rule.markets), ...Object.values(rule.channels)]
const citedBy = (rule: Rule) => [...rule.law, ...treatmentsOf(rule).flatMap(({ law }) => law ?? [])]
const isDate = (date: string) => {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}
/** The day on which the register was last looked over. */
const today = source.lawCheckedOn ?? ''
const errorScopes = markets.flatMap((market) => audiences.map((audience) => ({ market, audience })))
/** Whether a rule asks for something to be done in a market; rules of severity info may cite nothing. */
const asksIn = (rule: Rule, market: Market) =>
  rule.markets[market]?.verdict === 'banned' || (rule.markets[market]?.severity ?? rule.severity) !== 'info'
const idsOf = (wrong: readonly { readonly id: string }[]) => wrong.map(({ id }) => id)

describe('the law register', () => {
  test('has provisions for every market and channel', () => {
    expect([...new Set(entries.map(({ market }) => market))].sort()).toEqual([...markets, ...channels].sort())
  })

  test('names every provision once', () => {
    const written = files
      .filter(({ path }) => path.startsWith('law/'))
      .flatMap(({ text }) => [...text.matchAll(/^- id: (.+)$/gm)].map((match) => match[1]))
    expect(written.filter((id, at) => written.indexOf(id) !== at)).toEqual([])
    expect(written.length).toBe(entries.length)
  })

  test('is counted in docs/law.md', () => {
    const levels = ['verified', 'knowledge', 'unconfirmed'] as const
    const rows = [...markets, ...channels].map((place) => {
      const here = entries.filter(({ market }) => market === place)
      const counts = levels.map((level) => here.filter(({ confidence }) => confidence === level).length)
      return `| ${[`\`${place}\``, ...counts].join(' | ')} |`
    })
    expect(readFileSync('docs/law.md', 'utf8')).toContain(
      ['| | verified | knowledge | unconfirmed |', '| --- | --- | --- | --- |', ...rows, ''].join('\n'),
    )
  })

  test('gives real dates', () => {
    const dates = entries.flatMap(({ inForceFrom, inForceTo, checkedOn }) =>
      [inForceFrom, inForceTo, checkedOn].filter((date) => date !== null),
    )
    expect(dates.filter((date) => !isDate(date))).toEqual([])
  })

  test('dates what is upcoming and what is superseded', () => {
    const undated = entries.filter(
      ({ status, inForceFrom, inForceTo }) =>
        (status === 'upcoming' && inForceFrom === null) || (status === 'superseded' && inForceTo === null),
    )
    expect(idsOf(undated)).toEqual([])
  })

  test('links over https only', () => {
    expect(idsOf(entries.filter(({ url }) => url !== null && !url.startsWith('https://')))).toEqual([])
  })

  test('keeps consumer law off trade copy', () => {
    const consumer = /^(EU-UCPD|EU-A1|UK-DMCC|UK-CPUT)-/
    expect(idsOf(entries.filter(({ id, audience }) => consumer.test(id) && audience !== 'b2c'))).toEqual([])
  })

  test('has the green transition bans from 27 September 2026', () => {
    const bans = ['2a', '4a', '4b', '4c', '10a', '23d', '23e', '23f', '23g', '23h', '23i', '23j']
    expect(bans.filter((ban) => source.law[`EU-A1-${ban}`]?.inForceFrom !== '2026-09-27')).toEqual([])
  })
})

describe('the rules', () => {
  test('name only provisions of the register', () => {
    const unknown = rules.flatMap((rule) =>
      citedBy(rule)
        .filter((id) => !source.law[id])
        .map((id) => `${rule.id} ${id}`),
    )
    expect(unknown).toEqual([])
  })

  test.each(errorScopes)(
    'that are errors or warnings in $market cite a provision in force for $audience',
    ({ market, audience }) => {
      const bare = rules
        .filter((rule) => asksIn(rule, market))
        .filter(
          (rule) => applicableLaw(citedBy(rule), { places: [market], audience, asOf: today }, source.law).length === 0,
        )
      expect(idsOf(bare)).toEqual([])
    },
  )

  test('rest on something that is printed', () => {
    const silent = rules.filter((rule) => {
      const cited = citedBy(rule).flatMap((id) => source.law[id] ?? [])
      return cited.length > 0 && cited.every(({ confidence }) => confidence === 'unconfirmed')
    })
    expect(idsOf(silent)).toEqual([])
  })
})

describe('the day of the audit', () => {
  const printed = (ids: readonly string[], asOf: string) =>
    applicableLaw(ids, { places: null, audience: null, asOf }, source.law).map(({ id }) => id)

  test.each<{ change: string; ids: string[]; day: string; before: string[]; after: string[] }>([
    {
      change: 'Directive (EU) 2024/825 applies',
      ids: ['EU-A1-4a', 'EU-A1-4c', 'EU-A1-23g', 'EU-A1-2a', 'EU-UCPD-12'],
      day: '2026-09-27',
      before: ['EU-UCPD-12'],
      after: ['EU-A1-4a', 'EU-A1-4c', 'EU-A1-23g', 'EU-A1-2a', 'EU-UCPD-12'],
    },
    {
      change: 'the DMCC Act takes the place of the Regulations of 2008',
      ids: ['UK-DMCC-226', 'UK-DMCC-S20-7', 'UK-DMCC-S20-13', 'UK-BPR-3'],
      day: '2025-04-06',
      before: ['UK-CPUT-5', 'UK-CPUT-S1-7', 'UK-BPR-3'],
      after: ['UK-DMCC-226', 'UK-DMCC-S20-7', 'UK-DMCC-S20-13', 'UK-BPR-3'],
    },
    {
      change: 'section 3 of the CAP Code is numbered anew',
      ids: ['UK-CAP-3.7', 'UK-CAP-3.30', 'UK-CAP-3.44', 'UK-CAP-3.47', 'UK-CAP-3.55'],
      day: '2025-04-07',
      before: ['UK-CAP-3.7', 'UK-CAP-2010-3.31', 'UK-CAP-2010-3.45', 'UK-CAP-2010-3.53'],
      after: ['UK-CAP-3.7', 'UK-CAP-3.30', 'UK-CAP-3.44', 'UK-CAP-3.47', 'UK-CAP-3.55'],
    },
    {
      change: 'the FTC rule on reviews takes effect',
      ids: ['US-465-2', 'US-465-4', 'US-255'],
      day: '2024-10-21',
      before: ['US-255'],
      after: ['US-465-2', 'US-465-4', 'US-255'],
    },
    {
      change: 'the Made in USA labelling rule takes effect',
      ids: ['US-323', 'US-FTCA-5'],
      day: '2021-08-13',
      before: ['US-FTCA-5'],
      after: ['US-323', 'US-FTCA-5'],
    },
    {
      change: 'the PRC Anti-Unfair Competition Law is revised',
      ids: ['CN-AUCL-9', 'CN-AUCL-12', 'CN-AD-28'],
      day: '2025-10-15',
      before: ['CN-AUCL-8', 'CN-AUCL-11', 'CN-AD-28'],
      after: ['CN-AUCL-9', 'CN-AUCL-12', 'CN-AD-28'],
    },
    {
      change: 'the PRC Trademark Law is revised, its new number open',
      ids: ['CN-TM-2026', 'CN-AD-28'],
      day: '2027-01-01',
      before: ['CN-TM-14', 'CN-AD-28'],
      after: ['CN-AD-28'],
    },
    {
      change: 'GB 7718-2025 takes effect',
      ids: ['CN-GB7718', 'CN-AD-28'],
      day: '2027-03-16',
      before: ['CN-AD-28'],
      after: ['CN-GB7718', 'CN-AD-28'],
    },
  ])('$change from $day', ({ ids, day, before, after }) => {
    const eve = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    expect(printed(ids, eve)).toEqual(before)
    expect(printed(ids, day)).toEqual(after)
  })

  test('prints at most one of two provisions that took each other’s place', () => {
    const days = entries.flatMap(({ inForceFrom, inForceTo }) => [inForceFrom, inForceTo]).filter((day) => day !== null)
    const clashes = entries.flatMap(({ id, replaces }) =>
      replaces === null
        ? []
        : days.filter((day) => printed([id, replaces], day).length > 1).map((day) => `${id} ${day}`),
    )
    expect(clashes).toEqual([])
  })

  test('prints no number that is not confirmed, whatever the day and the reader', () => {
    const open = entries.filter(({ confidence }) => confidence === 'unconfirmed').map(({ id }) => id)
    expect(open.length).toBeGreaterThan(0)
    const days = [null, '2020-01-01', today, '2030-01-01']
    const shown = days.flatMap((asOf) => applicableLaw(open, { places: null, audience: null, asOf }, source.law))
    expect(idsOf(shown.filter(({ confidence }) => confidence === 'unconfirmed'))).toEqual([])
  })
})
