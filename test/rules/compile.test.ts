import { describe, expect, test } from 'vitest'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { everyRule, openPack } from '../../src/core/audit/pack.ts'
import { testPack } from '../../src/core/audit/test-pack.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import { ClaimlintError } from '../../src/core/model/error.ts'
import { type CompiledPack, compilePack, emptyPack } from '../../src/core/rules/compile.ts'
import { regexRunners } from '../../src/core/rules/regex.ts'
import type { RuleFile } from '../../src/core/rules/rule-file.ts'

const rule = (changes: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    title: 'Claims to have the lowest price',
    kind: 'absolute',
    severity: 'error',
    confidence: 'high',
    match: '{en: [lowest price, cheapest lamp~]}',
    message: '{en: says so}',
    advice: '{en: prove it}',
    examples: '{flagged: [The lowest price.], clean: [A price.]}',
    ...changes,
  })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')

const compile = (text: string, base: CompiledPack = emptyPack, others: readonly RuleFile[] = []) =>
  compilePack([{ path: 'price/lowest-price.yml', text }, ...others], base)

function place(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof ClaimlintError)
      return `${error.code} ${error.place?.path}:${error.place?.line}:${error.place?.column}: ${error.message}`
    throw error
  }
  return 'no error'
}

describe('a broken rule file names file, line, column and what to write instead', () => {
  test.each<[string, string, string]>([
    [
      'unknown key',
      rule({ severty: 'error' }),
      'E_RULE price/lowest-price.yml:9:1: unknown key "severty"; did you mean "severity"?',
    ],
    [
      'unknown level',
      rule({ severity: 'hgih' }),
      'E_RULE price/lowest-price.yml:3:11: severity is "hgih"; use error, warning, info',
    ],
    [
      'level nearly right',
      rule({ severity: 'eror' }),
      'E_RULE price/lowest-price.yml:3:11: severity is "eror"; did you mean "error"?',
    ],
    ['missing message', rule({ message: '' }), '"message" is missing'],
    ['no phrases', rule({ match: '' }), 'a rule needs phrases'],
    [
      'unknown language',
      rule({ match: '{fr: [prix]}' }),
      'price/lowest-price.yml:5:9: unknown key "fr"; known keys: en, zh',
    ],
    [
      'unknown lexicon',
      rule({ match: '{en: [lowest <prise>]}' }),
      'unknown lexicon or slot <prise> in a phrase of language en',
    ],
    [
      'open bracket',
      rule({ match: '{en: ["(lowest price"]}' }),
      'price/lowest-price.yml:5:14: phrase "(lowest price": "(" is not closed by ")" (at its character 1)',
    ],
    ['broken YAML', 'title: "open', 'E_RULE price/lowest-price.yml:1:'],
    ['no examples', rule({ examples: '{flagged: [], clean: [x]}' }), 'examples.flagged is empty'],
    ['no clean example', rule({ examples: '{flagged: [x], clean: []}' }), 'examples.clean is empty'],
    ['unknown guard', rule({ ignores: '[hegded]' }), 'unknown guard "hegded"'],
    ['unknown proof', rule({ cited: '[[nummer]]' }), 'unknown proof slot "nummer"'],
    ['key twice', `${rule()}title: again\n`, 'E_RULE price/lowest-price.yml:9:1:'],
    ['freshness', rule({ needs: '{evidence: [survey], fresh: a month}' }), 'use an ISO 8601 duration such as P30D'],
    ['look-behind', rule({ match: '{en: ["/(?<=x)y/"]}' }), 'look-around and back-references are not allowed'],
    ['empty regex', rule({ match: '{en: ["/a*/"]}' }), 'matches nothing at all'],
    ['endless regex', rule({ match: `{en: ["/${'a?'.repeat(300)}b/"]}` }), '500 characters at most'],
    ['extends nothing', rule({ extends: 'price/lowst-price' }), 'no rule "price/lowst-price" to extend'],
    ['changes without a base', rule({ 'match+': '{en: [x]}' }), '"match+" needs "extends"'],
  ])('%s', (_name, text, message) => expect(place(() => compile(text))).toContain(message))

  test('unknown folder', () =>
    expect(place(() => compilePack([{ path: 'prices/low.yml', text: rule() }], emptyPack))).toContain(
      'a rule stands in <family>/',
    ))

  test('lexicons in a circle', () => {
    const circle = { path: 'lexicons/en/a.yml', text: 'one: [<two>]\ntwo: [<one>]\n' }
    expect(place(() => compile(rule(), emptyPack, [circle]))).toContain(
      'lexicons name each other in a circle: en:one > en:two > en:one',
    )
  })

  test('unknown law id, once there is a register', () => {
    const law = {
      path: 'law/us.yml',
      text: '- {id: US-233, instrument: 16 CFR, provision: "233.1", summary: s, audience: both, status: in-force, confidence: verified, checked: 2026-11-21}\n',
    }
    expect(place(() => compile(rule({ law: '[US-322]' }), emptyPack, [law]))).toContain(
      'unknown law id "US-322"; did you mean "US-233"?',
    )
  })
})

function claimsOf(pack: CompiledPack, text: string): string[] {
  const opened = openPack(pack.source, everyRule, regexRunners(pack.source))
  return extractClaims(parseDocument('copy.md', text, { fields: { ignore: [], audit: [] } }), opened).claims.map(
    (claim) => `${claim.ruleId} ${claim.text}`,
  )
}

describe('house rules', () => {
  const base = compile(rule())

  test('a house rule of the same id replaces the built-in', () => {
    expect(claimsOf(compile(rule({ match: '{en: [bargain]}' }), base), 'The lowest price, a bargain.')).toEqual([
      'price/lowest-price bargain',
    ])
  })

  test('extends takes over, adds and removes', () => {
    const text =
      'extends: price/lowest-price\nseverity: info\nmatch+: {en: [rock-bottom]}\nmatch-: {en: [lowest price]}\nexamples: {flagged: [rock-bottom], clean: [x]}\n'
    const pack = compilePack([{ path: 'price/house-price.yml', text }], base)
    expect(claimsOf(pack, 'The lowest price, rock-bottom, the cheapest lamps.')).toEqual([
      'price/lowest-price lowest price',
      'price/house-price rock-bottom',
      'price/lowest-price cheapest lamps',
    ])
    expect(pack.source.rules.find((compiled) => compiled.rule.id === 'price/house-price')?.rule.severity).toBe('info')
  })

  test('removing a phrase that is not there is an error', () => {
    const text = 'extends: price/lowest-price\nmatch-: {en: [lowst price]}\nexamples: {flagged: [x], clean: [y]}\n'
    expect(place(() => compilePack([{ path: 'price/house-price.yml', text }], base))).toContain(
      'names a phrase that price/lowest-price does not have',
    )
  })

  test('a regular expression runs in linear time and maps to words', () => {
    const pack = compile(rule({ match: '{en: ["/(?:lo+w)+ price/"]}' }))
    expect(claimsOf(pack, 'A **Looow price** today')).toEqual(['price/lowest-price Looow price'])
    expect(claimsOf(pack, `${'low'.repeat(3000)}x`)).toEqual([])
  })
})

describe('examples are run', () => {
  test('a flagged one that does not fire, a clean one that does, a span that is not underlined', () => {
    const pack = compile(
      rule({
        examples:
          '{flagged: [Nothing here., {text: The lowest price., span: The lowest price}], clean: [Our lowest price.]}',
      }),
    )
    expect(testPack(pack).map(({ reason }) => reason)).toEqual([
      'is not found by the rule',
      'underlines "lowest price", not "The lowest price"',
      'must be left alone, but price/lowest-price finds "lowest price"',
    ])
  })
})
