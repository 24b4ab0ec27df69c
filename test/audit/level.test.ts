import { beforeAll, describe, expect, test } from 'vitest'
import { readRuleFiles } from '../../scripts/read-rules.ts'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { judge } from '../../src/core/audit/judge.ts'
import { everyRule, openPack, type RulePack } from '../../src/core/audit/pack.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import type { Language, Market } from '../../src/core/model/rule.ts'
import { compilePack, emptyPack } from '../../src/core/rules/compile.ts'

let pack: RulePack
beforeAll(() => {
  pack = openPack(compilePack(readRuleFiles('rules'), emptyPack).source, everyRule)
})

/** Level and reason of the first finding that is about a claim. */
function whyOf(text: string, markets: readonly Market[], language: Language): string | undefined {
  const record = extractClaims(parseDocument('page.md', text, { fields: { ignore: [], audit: [] } }), pack)
  const settings = { markets, channel: null, audience: null, asOf: '2026-11-21', selection: everyRule }
  const { findings } = judge([{ records: [record], pack, settings }], {
    language,
    toolVersion: '0',
    ledger: 'findings',
  })
  const finding = findings.find(({ verdict }) => verdict !== null)
  return finding && `${finding.severity}: ${finding.severityReason}`
}

describe('every finding says why it is at its level', () => {
  test.each<[string, string, readonly Market[], Language, string | RegExp]>([
    ['banned in a market, with the provision', '本品销量全国第一。', [], 'en', /^error: banned as worded in cn by .*9/],
    ['the same in Chinese', '本品销量全国第一。', [], 'zh', /^error: 此说法被禁止：cn（.*9/],
    ['stricter in a market', '研究表明，本品吸收更快。', [], 'en', /^error: stricter in cn by .*11/],
    ['not stricter elsewhere', '研究表明，本品吸收更快。', ['us'], 'en', 'warning: provable, proof is missing'],
    ['no proof is possible', 'We have the lowest prices anywhere.', [], 'en', 'error: cannot be proved as worded'],
    ['a fact', 'We have our own factory.', [], 'en', 'error: buyers rely on it, and no proof is on file'],
    ['proof is missing', 'The jacket is waterproof.', [], 'en', 'warning: provable, proof is missing'],
    [
      'terms are missing',
      'All lamps come with a 2-year warranty.',
      [],
      'en',
      'warning: can be kept, its terms are missing',
    ],
    ['empty praise', 'Premium quality.', [], 'en', 'info: vague, nothing checkable is said'],
    [
      'a guard',
      'We are one of the best lamp makers in the world.',
      [],
      'en',
      /^(?:warning|info): .*, one step lower: hedged$/,
    ],
  ])('%s', (...[, text, markets, language, reason]) => expect(whyOf(text, markets, language)).toMatch(reason))
})
