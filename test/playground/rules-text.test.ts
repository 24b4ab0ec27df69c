import { describe, expect, test } from 'vitest'
import { ruleFilesIn } from '../../src/cli/files/rule-files.ts'
import { compilePack, emptyPack } from '../../src/core/index.ts'
import type { PackSource } from '../../src/core/model/pack.ts'
import type { Template } from '../../src/core/model/template.ts'
import { readLexicon, writeLexicon } from '../../src/playground/rules/lexicon-text.ts'
import { rankBytes, textOfRanks } from '../../src/playground/rules/rank-bytes.ts'
import { readRules, writeRules } from '../../src/playground/rules/rules-text.ts'
import { readTemplate, writeTemplate } from '../../src/playground/rules/template-text.ts'

describe('templates as texts', () => {
  test.each<readonly [written: string, template: Template]>([
    ['lowest price', ['lowest', 'price']],
    ['全网最低价', ['全', '网', '最', '低', '价']],
    ['(a|b c)[d]', [{ any: [['a'], ['b', 'c']] }, { optional: [['d']] }]],
    [
      'offer~.3<price>',
      [
        { words: ['offer', "offer's", 'offers', "offers'", 'offered', 'offerd', 'offering'] },
        { gap: 3 },
        { lexicon: 'en:price' },
      ],
    ],
    ['{is|was}<:price>', [{ words: ['is', 'was'] }, { lexicon: 'zh:price' }]],
    [
      '<number><number:years>',
      [
        { slot: 'number', name: 'number' },
        { slot: 'number', name: 'years' },
      ],
    ],
    ['^=_$', [{ at: 'start' }, { at: 'separator' }, { at: 'word' }, { at: 'end' }]],
    ['\\( \\.5 3', ['(', '.5', '3']],
    ['no .12 1', ['no', { gap: 12 }, '1']],
    ['a\\~b .', ['a~b', '.']],
    ['\u0001a|b(c)', [{ regex: 'a|b(c)' }]],
  ])('%s', (written, template) => {
    expect(readTemplate(writeTemplate(template))).toEqual(template)
    expect(readTemplate(written)).toEqual(template)
  })
})

test('word lists share beginnings and inflections', () => {
  const phrases = [
    ['price', 'list'],
    ['price', 'tag'],
    ['firm'],
    ["firm's"],
    ['firms'],
    ["firms'"],
    ['firmed'],
    ['firmd'],
    ['firming'],
    ['价', '格'],
    ['价', '钱'],
  ]
  const text = writeLexicon(phrases)
  expect(text).toBe('Aprice list\nBtag\nAfirm~\nA价格\nB钱')
  expect(readLexicon(text)).toEqual(phrases)
  expect(readLexicon(writeLexicon([]))).toEqual([])
})

test.each([
  '',
  'plain',
  '最低价 最低',
  '𠮷 naïve – 价',
  Array.from({ length: 700 }, (_, at) => String.fromCharCode(0x4e00 + at)).join(''),
])('characters by rank: %j', (text) => {
  const { ranks, bytes } = rankBytes(text)
  expect(textOfRanks({ ranks, bytes })).toBe(text)
  expect(bytes.length).toBeLessThanOrEqual(new TextEncoder().encode(text).length)
})

/** As JSON with the keys of its maps sorted, but for the features of models, whose order counts. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) =>
    key !== 'weights' && typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )

describe('all built-in rules come back as they were', () => {
  const { source } = compilePack(ruleFilesIn('rules'), emptyPack)
  const read = readRules(textOfRanks(rankBytes(writeRules(source))))
  test.each(Object.keys(source) as (keyof PackSource)[])('%s', (part) => {
    expect(canonical(read[part]) === canonical(source[part])).toBe(true)
  })
  test('word lists keep their numbers', () => {
    expect(Object.keys(read.lexicons)).toEqual(Object.keys(source.lexicons))
  })
})
