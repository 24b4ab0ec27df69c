import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldGroups } from '../../src/core/documents/fields.ts'
import { fitsPattern, formatPath, parsePattern, type Step } from '../../src/core/documents/fields-path.ts'
import { isProse } from '../../src/core/documents/fields-prose.ts'
import { groupOf, selectFields } from '../../src/core/documents/fields-select.ts'

const builtIn = selectFields({ ignore: [], audit: [] })
const prose = 'The best lamp in Europe'

describe('keys of copy', () => {
  test.each([
    [['description']],
    [['title']],
    [['name']],
    [['slogan']],
    [['about']],
    [['highlights', 0]],
    [['bullets', 3]],
    [['features', 0, 'text']],
    [['seo', 'description']],
    [['meta_title']],
    [['body_html']],
    [['Body (HTML)']],
    [['faq', 1, 'a']],
    [['faq', 1, 'question']],
    [['image', 'alt']],
    [['link', 'text']],
    [['keyFeatures', 0]],
    [['specs', 'Life']],
    [['badges', 0]],
    [['certifications', 0]],
    [['returns']],
    [['卖点', 0]],
    [['产品描述']],
    [['offers', 'description']],
    [['@graph', 0, 'description']],
    [['tags', 0]],
    [['summary']],
    [[0, 'tagline']],
    [[]],
    [['materialsAndCare']],
    [['dateNight', 'text']],
    [['reviews', 0, 'text']],
  ] as [Step[]][])('%j is audited', (path) => {
    expect(builtIn(path, prose)).toBe(true)
  })

  test.each([
    [['sku']],
    [['productId']],
    [['product_id']],
    [['Product ID']],
    [['@id']],
    [['@type']],
    [['@context', 'x']],
    [['image']],
    [['images', 0]],
    [['logoUrl']],
    [['permalink']],
    [['published_at']],
    [['publishDate']],
    [['priceCurrency']],
    [['unitCode']],
    [['contact_email']],
    [['telephone']],
    [['layout']],
    [['slug']],
    [['lang']],
    [['legalName']],
    [['businessType']],
    [['foundingDate']],
    [['plants', 0, 'name']],
    [['warranty']],
    [['warranty', 'scope']],
    [['countryOfOrigin']],
    [['material']],
    [['hasCertification', 0, 'name']],
    [['contactPoint', 0, 'description']],
    [['address', 'note']],
    [['evidence']],
    [['evidence', 0, 'statement']],
    [['certifications', 0, 'name']],
    [['aggregateRating', 'description']],
    [['additionalProperty', 2, 'name']],
    [['产地']],
    [['型号']],
    [['brand']],
    [['availability']],
  ] as [Step[]][])('%j is not', (path) => {
    expect(builtIn(path, prose)).toBe(false)
  })

  test('every group says why, and no key is in two groups', () => {
    for (const group of fieldGroups) expect(group.reason).not.toBe('')
    const keys = fieldGroups.flatMap((group) => group.keys.map((key) => [key, group] as const))
    for (const [key, group] of keys) expect([key, groupOf(key)?.reason]).toEqual([key, group.reason])
    expect(new Set(keys.map(([key]) => key)).size).toBe(keys.length)
  })
})

describe('values', () => {
  test.each([
    'Premium',
    'Waterproof',
    'Made in Germany.',
    '最低价',
    '全网最低',
    'IP68',
    'ISO9001',
    'ISO9001:2015',
    '24h',
    '24/7',
    '2-in-1',
    '3-year',
    '100%',
    '#1 choice',
    'CO2-neutral',
    'waterproof/dustproof',
    'No.1',
    'Best!',
    'See https://example.com for the best',
    'Größe2',
    'BPA-free',
    '5G',
    'price: low',
    'best,cheapest',
    'x'.repeat(500),
  ])('%j is prose', (value) => {
    expect(isProse(value)).toBe(true)
  })

  test.each([
    '',
    '  \n',
    'https://example.com/best-price',
    'www.example.com',
    'mailto:a@example.com',
    'sales@example.com',
    './img/best.png',
    '/images/best',
    'best.png',
    'catalog/best.pdf',
    '#fff',
    '#A0B1C2',
    'rgb(1, 2, 3)',
    '550e8400-e29b-41d4-a716-446655440000',
    '2026-04-01',
    '2026-04',
    '2026-04-01T10:00:00Z',
    '42',
    '-1.5',
    '1,200.00',
    'QL-118',
    'hero_image',
    'PT24H',
    'true',
    'null',
    `https://example.com/${'x'.repeat(500)}`,
  ])('%j is not', (value) => {
    expect(isProse(value)).toBe(false)
  })
})

describe('patterns of the user', () => {
  test.each([
    ['sku', ['sku'], 'whole'],
    ['SKU', ['variants', 2, 'Sku'], 'whole'],
    ['tags', ['tags', 0], 'whole'],
    ['specs', ['specs', 'note'], 'above'],
    ['*.url', ['a', 'url'], 'whole'],
    ['*.url', ['a', 0, 'b', 'url'], 'whole'],
    ['*.url', ['url'], 'no'],
    ['specs.**', ['specs', 'a', 'b'], 'whole'],
    ['specs.**', ['other', 'specs'], 'no'],
    ['**.note', ['note'], 'whole'],
    ['**.note', ['a', 'b', 'note'], 'whole'],
    ['faq[*].id', ['faq', 3, 'id'], 'whole'],
    ['faq[3].id', ['faq', 3, 'id'], 'whole'],
    ['faq[2].id', ['faq', 3, 'id'], 'no'],
    ['faq.id', ['faq', 3, 'id'], 'whole'],
    ['faq[*]', ['faq'], 'no'],
    ['*_code', ['internal_code'], 'whole'],
    ['a.b', ['a', 'b', 'c'], 'above'],
    ['a.b', ['b'], 'no'],
    ['a*c*e', ['abcde'], 'whole'],
    ['a*b', ['ab', 'x'], 'above'],
    ['ab*ba', ['aba'], 'no'],
  ] as [string, Step[], string][])('%s on %j: %s', (pattern, path, expected) => {
    expect(fitsPattern(parsePattern(pattern), path)).toBe(expected)
  })

  test('audit wins over ignore and over the built-in groups, for that very key', () => {
    const selection = selectFields({ ignore: ['internal', 'specs.**'], audit: ['warranty', 'specs.note'] })
    expect(selection(['internal', 'text'], prose)).toBe(false)
    expect(selection(['specs', 'note'], prose)).toBe(true)
    expect(selection(['specs', 'other'], prose)).toBe(false)
    expect(selection(['warranty'], prose)).toBe(true)
    expect(selection(['warranty', 'scope'], prose)).toBe(false)
    expect(selection(['warranty'], ' ')).toBe(false)
  })

  test('a path fits the pattern that is its own spelling, whatever stands in it', () => {
    const step = fc.oneof(fc.stringMatching(/^[a-z_]{1,5}$/), fc.nat({ max: 20 }))
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,4}$/), fc.array(step, { maxLength: 6 }), (first, rest) => {
        expect(fitsPattern(parsePattern(formatPath([first, ...rest])), [first, ...rest])).toBe('whole')
        expect(fitsPattern(parsePattern('**'), [first, ...rest])).toBe('whole')
      }),
    )
  })
})
