import { describe, expect, test } from 'vitest'
import { openLexis } from '../../src/core/claims/lexis.ts'
import { matchesAt } from '../../src/core/claims/matcher.ts'
import { passageOf } from '../../src/core/claims/passage.ts'
import { preparePack } from '../../src/core/claims/prepare.ts'
import { emptyPack } from '../../src/core/rules/compile.ts'
import { parseTemplate } from '../../src/core/rules/template.ts'

const lexicons = {
  'en:price': [['price'], ['prices'], ['selling', 'price']],
  'zh:price': [['价'], ['价', '格']],
}

/** The words a template matches in copy, longest from the first place that matches; null when nowhere. */
function found(template: string, copy: string, language: 'en' | 'zh' = 'en'): string | null {
  const lookAlikes = [parseTemplate(template, language)]
  const lexis = openLexis(preparePack({ ...emptyPack.source, lexicons, lookAlikes }))
  const passage = { ...passageOf(copy, { lexis, regexes: new Map() }), commas: 'pass' as const }
  for (let start = 0; start < passage.tokens.length; start += 1) {
    const match = matchesAt(0, passage, start)[0]
    if (match) return copy.slice(passage.tokens[start]?.span.start, passage.tokens[match.end - 1]?.span.end)
  }
  return null
}

describe('templates match', () => {
  test.each<[string, string, string | null]>([
    ['factory price', 'our Factory-Price list', 'Factory-Price'],
    ['factory price', 'factory, price', null],
    ['free', 'freedom', null],
    ['free', 'a FREE sample', 'FREE'],
    ['(lowest | cheapest) [possible] <price>', 'the lowest possible selling price', 'lowest possible selling price'],
    ['(lowest | cheapest) [possible] <price>', 'cheapest prices', 'cheapest prices'],
    ['nobody ..2 undercut~ us', 'nobody ever really undercuts us', 'nobody ever really undercuts us'],
    ['nobody ..2 undercut~ us', 'nobody in this town undercuts us', null],
    ['nobody ..3 cheaper', 'Nobody. We are cheaper', null],
    ['nobody ..3 cheaper', 'nobody, I say, cheaper', 'nobody, I say, cheaper'],
    ['warranty <sep> lifetime', '| Warranty | Lifetime |', 'Warranty | Lifetime'],
    ['warranty <sep> lifetime', 'Warranty: lifetime', 'Warranty: lifetime'],
    ['^ premium $', 'CE · Premium · RoHS', 'Premium'],
    ['^ premium $', 'CE · Premium lamps', null],
    ['over <number> countries', 'over 1,200+ countries', 'over 1,200+ countries'],
    ['<duration> warranty', '20-year warranty', '20-year warranty'],
    ['<duration> warranty', 'two years’ warranty', 'two years’ warranty'],
    ['100 % waterproof', '100% waterproof', '100% waterproof'],
    ['100 % waterproof', '１００％ Waterproof', '１００％ Waterproof'],
    ['best and cheapest', 'best & cheapest', 'best & cheapest'],
    ['100 % <word> cotton', '100% organic cotton', '100% organic cotton'],
    ['say \\(so\\)', 'say (so)', 'say (so'],
    ['fade~', 'never fading', 'fading'],
    ['ever ( . | ! )', 'ever again', null],
    ['ever ( . | ! )', 'the best ever.', 'ever.'],
    ['no . 1', 'No.1', 'No.1'],
    ['<name> award', 'the Red Dot Design Award 2024', 'Red Dot Design Award'],
    ['superb - <name>', '“Superb” – John', 'Superb” – John'],
  ])('%s in: %s', (template, copy, expected) => expect(found(template, copy)).toBe(expected))

  test.each<[string, string, string | null]>([
    ['(全网 | 行业) [内] 最低 <price>', '全網最低價', '全網最低價'],
    ['(全网 | 行业) [内] 最低 <price>', '全 网 蕞 低 价格', '全 网 蕞 低 价格'],
    ['(全網 | 行業) 最低 (價 | 价)', '行业最低价', '行业最低价'],
    ['自有 ..2 工厂', '自有专业工厂', '自有专业工厂'],
    ['<number> 年 经验', '拥有二十多年经验', '二十多年经验'],
    ['<duration> [内] 发货', '48小时内发货', '48小时内发货'],
    ['fda 认证', '通过FDA认证', 'FDA认证'],
    ['最低', '最，低', null],
  ])('%s in: %s', (template, copy, expected) => expect(found(template, copy, 'zh')).toBe(expected))
})

describe('a faulty template says what is wrong', () => {
  test.each([
    ['(lowest | cheapest', '"(" is not closed by ")"'],
    ['lowest)', '")" has no partner'],
    ['lowest | cheapest', '"|" has no partner'],
    ['( | cheapest)', 'an alternative is empty'],
    ['..3 cheaper', 'must begin and end with words'],
    ['cheaper ..3', 'must begin and end with words'],
    ['a .. b', '".." takes a number'],
    ['> 5', '">" closes nothing'],
    ['<Price>', '"<" opens a lexicon or slot'],
    ['<price:low>', 'is a lexicon and takes no name'],
    ['', 'the phrase is empty'],
  ])('%s', (template, message) => expect(() => parseTemplate(template, 'en')).toThrow(message))
})
