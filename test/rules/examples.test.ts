import { beforeAll, describe, expect, test } from 'vitest'
import { readRuleFiles } from '../../scripts/read-rules.ts'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { everyRule, openPack, type RulePack } from '../../src/core/audit/pack.ts'
import { testPack } from '../../src/core/audit/test-pack.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import { families } from '../../src/core/model/rule.ts'
import { type CompiledPack, compilePack, emptyPack } from '../../src/core/rules/compile.ts'

let compiled: CompiledPack
let pack: RulePack
beforeAll(() => {
  compiled = compilePack(readRuleFiles('rules'), emptyPack)
  pack = openPack(compiled.source, everyRule)
})

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

test('every example of every rule, guard and proof slot does what its file says', () => {
  expect(testPack(compiled, pack).map(({ owner, text, reason }) => `${owner}: ${text} ${reason}`)).toEqual([])
})

describe('the shipped pack', () => {
  test('has at least seventy rules and every family', () => {
    expect(compiled.source.rules.length).toBeGreaterThanOrEqual(70)
    expect(families.filter((family) => !compiled.source.rules.some(({ rule }) => rule.family === family))).toEqual([])
  })

  test('each rule has four flagged and four clean examples in each language it has phrases for', () => {
    const short = Object.entries(compiled.examples.rules).flatMap(([id, { flagged, clean }]) =>
      (['en', 'zh'] as const).flatMap((language) => {
        if ((compiled.examples.phrases[id]?.[language] ?? []).length === 0) return []
        const inLanguage = (text: string) => isChinese(text) === (language === 'zh')
        const counts = [flagged, clean].map((examples) => examples.filter(({ text }) => inLanguage(text)).length)
        return counts.every((count) => count >= 4) ? [] : [`${id} ${language}: ${counts.join(' flagged, ')} clean`]
      }),
    )
    expect(short).toEqual([])
  })

  test('each rule speaks both languages', () => {
    const silent = compiled.source.rules.flatMap(({ rule }) =>
      (['message', 'advice'] as const).flatMap((key) => (rule[key].en && rule[key].zh ? [] : [`${rule.id} ${key}`])),
    )
    expect(silent).toEqual([])
  })

  test('a rewording raises no finding and states no figure', () => {
    const loud = compiled.source.rules.flatMap(({ rule }) =>
      Object.values(rule.rewrite).flatMap((rewrite) => {
        const filled = rewrite.replaceAll(/\{[^{}]*\}/g, 'X')
        const document = parseDocument('rewrite.md', filled, { fields: { ignore: [], audit: [] } })
        const claims = extractClaims(document, pack).claims.map((claim) => `${claim.ruleId} finds "${claim.text}"`)
        const figures = /\d/.test(filled) ? ['it states a figure that is in no fact: use {…}'] : []
        return [...claims, ...figures].map((fault) => `${rule.id} "${rewrite}": ${fault}`)
      }),
    )
    expect(loud).toEqual([])
  })
})
