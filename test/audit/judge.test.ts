import { describe, expect, test } from 'vitest'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { judge } from '../../src/core/audit/judge.ts'
import { everyRule, type RulePack } from '../../src/core/audit/pack.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import type { Report } from '../../src/core/model/report.ts'
import type { Audience, Channel, Market, Severity } from '../../src/core/model/rule.ts'
import { openSmallPack, ruleText } from './small-pack.ts'

interface Setting {
  readonly markets?: readonly Market[]
  readonly channel?: Channel
  readonly audience?: Audience
  readonly asOf?: string
  readonly levels?: Readonly<Record<string, Severity | 'off'>>
}

function audit(pack: RulePack, text: string, setting: Setting = {}): Report {
  const record = extractClaims(parseDocument('page.md', text, { fields: { ignore: [], audit: [] } }), pack)
  const settings = {
    markets: setting.markets ?? [],
    channel: setting.channel ?? null,
    audience: setting.audience ?? null,
    asOf: setting.asOf ?? '2026-11-21',
    selection: { ...everyRule, levels: setting.levels ?? {} },
  }
  return judge([{ records: [record], pack, settings }], { language: 'en', toolVersion: '0', ledger: 'claims' })
}

const law = 'audience: both, status: in-force, confidence: verified, checked: 2026-11-21'
const register = {
  'law/us.yml':
    `- {id: US-1, instrument: 16 CFR, provision: "233.1", summary: s, ${law}}\n- {id: US-2, instrument: Act, provision: "2", summary: s, ${law}, confidence: unconfirmed}\n`.replace(
      'confidence: verified, checked: 2026-11-21, confidence: unconfirmed',
      'confidence: unconfirmed, checked: 2026-11-21',
    ),
  'law/eu.yml': `- {id: EU-1, instrument: Directive, provision: art 1, summary: s, ${law.replace('both', 'b2c')}, from: 2026-09-27}\n`,
  'law/cn.yml': `- {id: CN-1, instrument: 广告法, provision: 9(3), summary: s, ${law}}\n`,
}
const pack = openSmallPack({
  ...register,
  'price/lowest-price.yml': ruleText({
    severity: 'warning',
    law: '[US-1, US-2, EU-1]',
    markets: '{cn: {verdict: banned, law: [CN-1]}, uk: {severity: error}}',
    channels: '{amazon: {verdict: banned}}',
    cited: '[[number, date]]',
  }),
  'vague/praise.yml': ruleText({
    kind: 'opinion',
    severity: 'error',
    match: '{en: [premium, premium lowest price list]}',
  }),
  'guards/hedged.yml': 'title: hedged\neffect: lower\nbefore: {en: [one of the]}\nexamples: {acts: [a], leaves: [b]}\n',
  'guards/negated.yml':
    'title: denied\neffect: drop\nbefore: {en: ["not [the]"]}\nexamples: {acts: [a], leaves: [b]}\n',
  'proof/number.yml': 'title: number\nmatch: {en: [report <certificate-number>]}\nexamples: {names: [a], lacks: [b]}\n',
  'proof/date.yml': 'title: date\nmatch: {en: [<date>]}\nexamples: {names: [a], lacks: [b]}\n',
})

/** `verdict severity` of every claim. */
const outcome = (text: string, setting?: Setting) =>
  audit(pack, text, setting).claims?.map(({ verdict, severity }) => `${verdict} ${severity}`)

describe('verdict and severity', () => {
  test.each<[string, string, Setting, string[]]>([
    ['the strictest of the markets that English is aimed at', 'The lowest price.', {}, ['unsupported error']],
    ['one market', 'The lowest price.', { markets: ['us'] }, ['unsupported warning']],
    ['the strictest of two', 'The lowest price.', { markets: ['us', 'uk'] }, ['unsupported error']],
    ['banned in a market', 'The lowest price.', { markets: ['us', 'cn'] }, ['banned error']],
    ['Simplified copy is aimed at cn', '这是全网最低价。', {}, ['banned error']],
    ['Traditional copy is aimed at hk and tw', '這是全網最低價。', {}, ['unsupported warning']],
    ['banned on a marketplace', 'The lowest price.', { markets: ['us'], channel: 'amazon' }, ['banned error']],
    ['an opinion is vague and info, whatever its level', 'A premium lamp.', {}, ['vague info']],
    ['a hedge lowers one step', 'One of the lowest price lamps.', { markets: ['us'] }, ['unsupported info']],
    ['a hedge lowers a ban too', 'One of the lowest price lamps.', { markets: ['cn'] }, ['banned warning']],
    ['a denial is no claim', 'Not the lowest price.', {}, []],
    ['complete proof in the copy', 'The lowest price, report AB-12345, 2026-03-02.', {}, ['cited null']],
    [
      'the user goes before everything',
      'The lowest price.',
      { markets: ['cn'], levels: { 'price/lowest-price': 'info' } },
      ['banned info'],
    ],
    ['by family', 'The lowest price.', { markets: ['us'], levels: { price: 'error' } }, ['unsupported error']],
    [
      'the rule goes before its family',
      'The lowest price.',
      { levels: { price: 'error', 'price/lowest-price': 'info' } },
      ['unsupported info'],
    ],
    [
      'praise gives way to a claim, however long',
      'The premium lowest price list.',
      { markets: ['us'] },
      ['unsupported warning'],
    ],
  ])('%s', (_name, text, setting, expected) => expect(outcome(text, setting)).toEqual(expected))

  test('incomplete proof says what is missing', () => {
    expect(audit(pack, 'The lowest price, report AB-12345.').findings[0]?.message).toContain('still missing: the date')
  })

  test('praise that gave way is a further reason', () => {
    expect(audit(pack, 'The premium lowest price list.').findings[0]?.reasons.map(({ ruleId }) => ruleId)).toEqual([
      'vague/praise',
    ])
  })
})

describe('law', () => {
  const ids = (setting: Setting) => audit(pack, 'The lowest price.', setting).findings[0]?.law.map(({ id }) => id)

  test.each<[string, Setting, string[]]>([
    ['of the markets; no unconfirmed number', {}, ['US-1', 'EU-1']],
    ['of one market', { markets: ['us'] }, ['US-1']],
    ['consumer law is not printed under trade copy', { audience: 'b2b' }, ['US-1']],
    ['not before it is in force', { asOf: '2026-09-26' }, ['US-1']],
    ['from the day it is', { asOf: '2026-09-27' }, ['US-1', 'EU-1']],
    ['of a market that treats the claim otherwise', { markets: ['cn'] }, ['CN-1']],
  ])('%s', (_name, setting, expected) => expect(ids(setting)).toEqual(expected))
})

describe('fingerprints', () => {
  const prints = (text: string) => audit(pack, text).findings.map(({ fingerprint }) => fingerprint)

  test('do not move with lines, case or white space', () => {
    expect(prints('Intro.\n\nMore.\n\nThe **LOWEST**\nprice.')).toEqual(prints('The lowest price.'))
  })

  test('tell equal claims apart by their order', () => {
    const [first, second] = prints('The lowest price.\n\nThe lowest price.')
    expect(first).toEqual(prints('The lowest price.')[0])
    expect(second).not.toEqual(first)
  })
})

test('twenty audits and any order of records give the same bytes', () => {
  const texts = ['The lowest price.', '全网最低价', 'A premium lamp, the lowest price.', 'Nothing.']
  const records = texts.map((text, index) =>
    extractClaims(parseDocument(`${index}.md`, text, { fields: { ignore: [], audit: [] } }), pack),
  )
  const settings = { markets: [], channel: null, audience: null, asOf: '2026-11-21', selection: everyRule }
  const bytes = (order: typeof records) =>
    JSON.stringify(judge([{ records: order, pack, settings }], { language: 'en', toolVersion: '0', ledger: 'claims' }))
  const first = bytes(records)
  for (let run = 0; run < 20; run += 1)
    expect(bytes([...records.slice(run % 4), ...records.slice(0, run % 4)].reverse())).toBe(first)
})
