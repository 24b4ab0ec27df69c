import { beforeAll, describe, expect, test } from 'vitest'
import { labelledSets, type RuleRecord, readRows, ruleRecords, tooLoud } from '../../scripts/accuracy-rules.ts'
import { readRuleFiles } from '../../scripts/read-rules.ts'
import { everyRule, openPack, type RulePack } from '../../src/core/audit/pack.ts'
import { compilePack, emptyPack } from '../../src/core/rules/compile.ts'

let pack: RulePack
beforeAll(() => {
  pack = openPack(compilePack(readRuleFiles('rules'), emptyPack).source, everyRule)
})

test('a rule that is wrong more often than one time in five ships at info', () => {
  const records = ruleRecords(labelledSets().flatMap(readRows), pack)
  expect(records.filter(({ fires }) => fires > 0).length).toBeGreaterThan(150)
  expect(tooLoud(records)).toEqual([])
})

test('held-back passages are not read', () => {
  expect(labelledSets().filter((path) => path.includes('held-back'))).toEqual([])
})

describe('a rule is too loud', () => {
  const record = (changes: Partial<RuleRecord>): RuleRecord => ({
    ruleId: 'price/lowest-price',
    isLoud: true,
    fires: 10,
    right: 7,
    wrong: 3,
    ...changes,
  })
  test.each<[string, Partial<RuleRecord>, boolean]>([
    ['below four in five', {}, true],
    ['at four in five', { right: 8, wrong: 2 }, false],
    ['not at info', { isLoud: false }, false],
    ['not where too little is known', { right: 2, wrong: 2 }, false],
  ])('%s', (_why, changes, expected) => expect(tooLoud([record(changes)]).length === 1).toBe(expected))
})
