import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../src/core/documents/index.ts'
import { toSource } from '../../src/core/text/mapped-text.ts'

const options = { fields: { ignore: [], audit: [] } }

/** Field, text, and the characters of the file that the first word was read from. */
const copyOf = (path: string, source: string) => {
  const { blocks, faults } = parseDocument(path, source, options)
  const texts = blocks.map((block) => {
    const end = block.text.search(/\s|$/)
    const first = toSource(block, { start: 0, end: Math.max(end, 1) })
    return [block.field, block.text, source.slice(first.start, first.end)]
  })
  return { texts, faults: faults.map(({ code, source: at }) => [code, source.slice(at.start, at.end)]) }
}

describe('sheets', () => {
  test('Shopify: HTML over several lines, doubled quotes, variant rows without copy', () => {
    const source = [
      'Handle,Title,Body (HTML),Vendor,Tags,Variant SKU,Variant Price,Image Alt Text',
      'brass-lamp,"The ""Otter"" lamp","<p>Our <b>finest',
      'lamp</b> &amp; shade.</p>",Otter & Son,"lamp, brass",OT-1,49.00,Lamp on a desk',
      'brass-lamp,,,,,OT-2,59.00,',
    ].join('\r\n')
    expect(copyOf('export.csv', source)).toEqual({
      texts: [
        ['[0].Title', 'The "Otter" lamp', 'The'],
        ['[0].Body (HTML)', 'Our finest lamp & shade.', 'Our'],
        ['[0].Tags', 'lamp, brass', 'lamp,'],
        ['[0].Image Alt Text', 'Lamp on a desk', 'Lamp'],
      ],
      faults: [],
    })
  })

  test('WooCommerce: line ends written as a backslash and an n', () => {
    const source =
      'ID,Name,Short description,Meta: _yoast_wpseo_metadesc\n7,Mug,"Holds 0.3 l.\\nHand wash","Mugs, daily"\n'
    expect(copyOf('wc.csv', source).texts).toEqual([
      ['[0].Name', 'Mug', 'Mug'],
      ['[0].Short description', 'Holds 0.3 l. Hand wash', 'Holds'],
      ['[0].Meta: _yoast_wpseo_metadesc', 'Mugs, daily', 'Mugs,'],
    ])
  })

  test('Amazon: tabs, lines about the template before the names of the columns', () => {
    const source =
      'TemplateType=fptcustom\tVersion=2026\nSeller SKU\tProduct title\nitem_sku\titem_name\tbullet_point1\tbullet_point#2.value\nA1\tSoap\tMade from olive oil\tMild\n'
    expect(copyOf('flat.tsv', source).texts).toEqual([
      ['[0].item_name', 'Soap', 'Soap'],
      ['[0].bullet_point1', 'Made from olive oil', 'Made'],
      ['[0].bullet_point#2.value', 'Mild', 'Mild'],
    ])
  })

  test('Chinese columns, semicolons, a byte-order mark', () => {
    const source = '\ufeff货号;商品标题;卖点;售价\nZ-8;陶瓷杯;手工上釉;39\n'
    expect(copyOf('goods.csv', source).texts).toEqual([
      ['[0].商品标题', '陶瓷杯', '陶瓷杯'],
      ['[0].卖点', '手工上釉', '手工上釉'],
    ])
  })

  test('columns nobody knows are no copy, and the sheet says so', () => {
    expect(copyOf('figures.csv', 'a,b\nbest price,2\n')).toEqual({ texts: [], faults: [['unreadable', '']] })
  })

  test('a column that the configuration names is copy', () => {
    const read = parseDocument('x.csv', 'a,b\nbest price,2\n', { fields: { ignore: [], audit: ['a'] } })
    expect([read.blocks.map(({ text }) => text), read.faults]).toEqual([['best price'], []])
  })

  test('cells behind the last column are a fault at their place', () => {
    expect(copyOf('x.csv', 'Title,Price\nLamp, brass,12\n').faults).toEqual([['syntax', '12']])
  })
})

describe('feeds', () => {
  const feed = (items: string) =>
    `<?xml version="1.0"?>\n<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Our shop</title>\n${items}\n</channel></rss>`

  test('RSS of Google Merchant Center: CDATA, escaped HTML, nested elements, nothing of the channel', () => {
    const items =
      '<item><g:id>A1</g:id><title><![CDATA[Otter <b>lamp</b>]]></title><g:description>Brass &lt;i&gt;base&lt;/i&gt; &amp; shade</g:description>' +
      '<g:shipping><g:country>US</g:country><g:price>0 USD</g:price></g:shipping><g:product_highlight>Dimmable</g:product_highlight><g:adult/></item>'
    expect(copyOf('feed.xml', feed(items))).toEqual({
      texts: [
        ['[0].title', 'Otter lamp', 'Otter'],
        ['[0].description', 'Brass base & shade', 'Brass'],
        ['[0].product_highlight', 'Dimmable', 'Dimmable'],
      ],
      faults: [],
    })
  })

  test('Atom', () => {
    const source =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Shop</title><entry><title>Soap</title><summary>Olive oil</summary></entry></feed>'
    expect(copyOf('feed.xml', source).texts.map(([, text]) => text)).toEqual(['Soap', 'Olive oil'])
  })

  test.each([
    ['other XML is no feed', '<urlset><url>a</url></urlset>', [['unreadable', '']], []],
    [
      'a feed that is cut off keeps what was whole',
      feed('<item><title>Soap</title></item><item><title>Mu'),
      [['syntax', '<']],
      ['Soap'],
    ],
    [
      'a tag left open closes with its article',
      feed('<item><title>Soap</item><item><title>Mug</title></item>'),
      [],
      ['Soap', 'Mug'],
    ],
    [
      'entities of its own mean nothing',
      '<!DOCTYPE rss [<!ENTITY a "best">]><rss><item><title>x &a; y</title></item></rss>',
      [],
      ['x &a; y'],
    ],
  ])('%s', (_, source, faults, texts) => {
    const read = copyOf('feed.xml', source)
    expect([read.faults, read.texts.map(([, text]) => text)]).toEqual([faults, texts])
  })
})

describe('JSON Lines', () => {
  test('one listing a line; a bad line loses only itself', () => {
    const source = '{"sku": "A1", "title": "Otter lamp"}\r\nnothing\n\n{"title": "Soap", "faq": [{"a": "Yes, always"}]}'
    expect(copyOf('goods.jsonl', source)).toEqual({
      texts: [
        ['[0].title', 'Otter lamp', 'Otter'],
        ['[1].title', 'Soap', 'Soap'],
        ['[1].faq[0].a', 'Yes, always', 'Yes,'],
      ],
      faults: [['syntax', 'nothing']],
    })
  })
})
