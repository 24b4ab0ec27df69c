import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { traditional } from '../../src/core/text/han-variants.ts'
import { tokenise } from '../../src/core/text/tokens.ts'

const words = (text: string) => tokenise(text).map((token) => token.text)

describe('copy is folded into tokens', () => {
  test.each<[string, string, string[]]>([
    ['case and typographic apostrophes', 'We’re the BEST', ["we're", 'the', 'best']],
    ['hyphens join words', 'Eco-friendly', ['eco', 'friendly']],
    ['an abbreviation does not end a sentence', 'No.1 brand', ['no', '1', 'brand']],
    ['thousands separators', '1,200 pcs and 1.200.000 €', ['1200', 'pcs', 'and', '1200000', '€']],
    ['a full-width comma parts numbers', '456.7，2020年', ['456.7', ',', '2020', '年']],
    ['decimal commas', '3,5 kg', ['3.5', 'kg']],
    ['ampersand is and', 'Best & cheapest', ['best', 'and', 'cheapest']],
    ['full width', 'ＣＥ １００％', ['ce', '100', '%']],
    ['circled numbers', '第①', ['第', '1']],
    ['square metres', '10,000㎡', ['10000', 'm2']],
    ['zero-width and soft hyphens', 'low​est pri­ce', ['lowest', 'price']],
    ['spaced Han', '最 低 价', ['最', '低', '价']],
    ['a picture inside Han is a disguise', '最🌟低价', ['最', '低', '价']],
    ['a picture between words parts badges', 'CE✅RoHS', ['ce', '•', 'rohs']],
    ['stars are no other separator', '5 ★★ → ⭐', ['5', '★', '★', '•', '★']],
    ['disguised Han', '蕞好', ['最', '好']],
    ['Traditional Han', '全網最低價', ['全', '网', '最', '低', '价']],
    ['Cantonese characters', '唔滿意包退', ['不', '满', '意', '包', '退']],
    ['Cyrillic letters drawn like Latin ones', 'lоwеst', ['lowest']],
    ['quotation marks and brackets are transparent', '“Best” (quality) 「保证」', ['best', 'quality', '保', '证']],
    ['registered marks vanish', 'OEKO-TEX® tested', ['oeko', 'tex', 'tested']],
    ['nothing', '', []],
    ['marks only', '...!?', ['!', '?']],
  ])('%s', (_name, text, expected) => expect(words(text)).toEqual(expected))

  test('sentences and segments are counted', () => {
    const tokens = tokenise('Best price. Fast · free | 12 m')
    expect(tokens.map((token) => [token.text, token.sentence, token.segment])).toEqual([
      ['best', 0, 0],
      ['price', 0, 0],
      ['.', 0, 0],
      ['fast', 1, 1],
      ['•', 1, 1],
      ['free', 1, 2],
      ['|', 1, 2],
      ['12', 1, 3],
      ['m', 1, 3],
    ])
  })

  test('spans are in order, inside the text and fold to their token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0
        for (const token of tokenise(text)) {
          expect(token.span.start).toBeGreaterThanOrEqual(last)
          expect(token.span.end).toBeGreaterThan(token.span.start)
          last = token.span.end
          if (token.kind === 'word' || token.kind === 'han')
            expect(words(text.slice(token.span.start, token.span.end)).join('')).toBe(token.text)
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
  })
})

test('folding Han characters twice is folding them once: 什麼 and 什么 are the same', () => {
  for (const character of traditional) expect(words(words(character).join(''))).toEqual(words(character))
  expect(words('什麼')).toEqual(words('什么'))
})
