import { describe, expect, test } from 'vitest'
import { readRuleFiles } from '../scripts/read-rules.ts'
import type { Rule } from '../src/core/model/rule.ts'
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
const idsOf = (wrong: readonly { readonly id: string }[]) => wrong.map(({ id }) => id)

describe('the law register', () => {
  test('has provisions for every market and channel', () => {
    const markets = ['us', 'eu', 'uk', 'cn', 'hk', 'tw', 'amazon', 'ebay', 'google-merchant', 'walmart', 'alibaba']
    expect([...new Set(entries.map(({ market }) => market))].sort()).toEqual(markets.sort())
  })

  test('names every provision once', () => {
    const written = files
      .filter(({ path }) => path.startsWith('law/'))
      .flatMap(({ text }) => [...text.matchAll(/^- id: (.+)$/gm)].map((match) => match[1]))
    expect(written.filter((id, at) => written.indexOf(id) !== at)).toEqual([])
    expect(written.length).toBe(entries.length)
  })

  test('gives real dates, the first not after the last', () => {
    const dates = entries.flatMap(({ inForceFrom, inForceTo, checkedOn }) =>
      [inForceFrom, inForceTo, checkedOn].filter((date) => date !== null),
    )
    expect(dates.filter((date) => !isDate(date))).toEqual([])
    const reversed = entries.filter(({ inForceFrom, inForceTo }) => inForceFrom && inForceTo && inForceFrom > inForceTo)
    expect(idsOf(reversed)).toEqual([])
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
    const consumer = /^(EU-UCPD|EU-A1|UK-DMCC)-/
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

  test('say why when they are errors: a provision, or a market or channel of their own', () => {
    const bare = rules.filter(
      (rule) => rule.severity === 'error' && citedBy(rule).length === 0 && treatmentsOf(rule).length === 0,
    )
    expect(idsOf(bare)).toEqual([])
  })

  test('rest on something that is printed', () => {
    const silent = rules.filter((rule) => {
      const cited = citedBy(rule).flatMap((id) => source.law[id] ?? [])
      return cited.length > 0 && cited.every(({ confidence }) => confidence === 'unconfirmed')
    })
    expect(idsOf(silent)).toEqual([])
  })
})
