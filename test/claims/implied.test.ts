import { describe, expect, test } from 'vitest'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { everyRule, openPack, type RuleSelection } from '../../src/core/audit/pack.ts'
import { classesIn, featuresOf } from '../../src/core/claims/implied-features.ts'
import { openLexis } from '../../src/core/claims/lexis.ts'
import { passageOf } from '../../src/core/claims/passage.ts'
import { preparePack } from '../../src/core/claims/prepare.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import { emptyPack } from '../../src/core/rules/compile.ts'
import { ruleText, smallPack } from '../audit/small-pack.ts'

const wording = 'title: implied\nmessage: {en: "weighs most: {words}"}\nadvice: {en: look}\n'
const model =
  'bias: -1\nthreshold: 0.5\nfamilies: price service\nweights: |2-\n  neighbours\t9\t1\n  envy\t9\t1\n  bolt\t-20\t0\n  the <n>\t1\t0\n'
const compiled = smallPack({
  'price/lowest-price.yml': ruleText(),
  'implied/wording.yml': wording,
  'implied/en.yml': model,
  'guards/negated.yml':
    'title: denied\neffect: drop\nbefore: {en: ["not [the]"]}\nexamples: {acts: [a], leaves: [b]}\n',
})

function implied(text: string, selection: RuleSelection = everyRule): string[] {
  const pack = openPack(compiled.source, selection)
  return extractClaims(parseDocument('a.md', text, { fields: { ignore: [], audit: [] } }), pack).claims.map(
    ({ ruleId, text: words }) => `${ruleId}: ${words}`,
  )
}

describe('a sentence that reads like a claim', () => {
  test.each<[string, string, string[]]>([
    ['is found by its words', 'Your neighbours will envy it.', ['service/implied: Your neighbours will envy it']],
    [
      'is underlined by its weightiest clause when it is long',
      'It comes in a box with a drawing and two keys, your neighbours will envy it, and the colour is grey or blue.',
      ['service/implied: your neighbours will envy it'],
    ],
    ['gives way to a rule', 'Your neighbours envy our lowest price.', ['price/lowest-price: lowest price']],
    ['is silent where a rule was dismissed', 'Your neighbours envy it, but it is not the lowest price.', []],
    ['is silent as a question', 'Do your neighbours envy it?', []],
    ['is silent in a heading', '# Your neighbours will envy it', []],
    ['is silent in a quotation', '> Your neighbours will envy it.', []],
    ['is silent with code in it', 'Your neighbours will envy `it` now.', []],
    ['is silent when other words speak against it', 'The neighbours envy each bolt of ours.', []],
    ['is silent when too short', 'Neighbours will envy it.', []],
  ])('%s', (_name, text, expected) => expect(implied(text)).toEqual(expected))

  test.each<[string, RuleSelection]>([
    ['of all families', { ...everyRule, levels: { '*/implied': 'off' } }],
    ['of its family', { ...everyRule, levels: { service: 'off' } }],
    ['by name', { ...everyRule, skip: ['service/implied'] }],
  ])('can be switched off: %s', (_name, selection) =>
    expect(implied('Your neighbours will envy it.', selection)).toEqual([]),
  )
})

test('features are runs of tokens, word classes, their neighbours and pairs', () => {
  const lexicons = { 'en:we': [['we'], ['our', 'firm']], 'en:goods': [['lamps']] }
  const lexis = openLexis(preparePack({ ...emptyPack.source, lexicons }))
  const passage = passageOf('Our firm sells 20 lamps', { lexis, regexes: new Map() })
  const names = featuresOf(passage.tokens, classesIn(passage, 0, 5)).map(({ name }) => name)
  expect(names.filter((name) => !name.startsWith('<en'))).toEqual([
    'our',
    'our firm',
    'our firm sells',
    'firm',
    'firm sells',
    'firm sells <n>',
    'sells',
    'sells <n>',
    'sells <n> lamps',
    '<n>',
    '<n> lamps',
    'lamps',
  ])
  expect(names.filter((name) => name.startsWith('<en'))).toEqual([
    '<en:we>',
    '<en:we>firm>',
    '<en:we>sells>',
    '<en:we+en:goods>',
    '<en:goods>',
    '<en:goods<<n>>',
  ])
})
