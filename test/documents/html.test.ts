import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlBlocks } from '../../src/core/documents/html.ts'
import type { Block } from '../../src/core/model/document.ts'
import { identityText, toSource } from '../../src/core/text/mapped-text.ts'

const blocksOf = (source: string): readonly Block[] =>
  htmlBlocks(identityText(source, 0), { field: 'description', trail: ['Top'], indentedCode: 'text' }).blocks
const brief = (block: Block) => `${block.kind}: ${block.text}`

describe('what HTML is read as', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'paragraphs',
      '<p>One\n <b>two</b></p>three<p>four',
      ['paragraph: One two', 'paragraph: three', 'paragraph: four'],
    ],
    ['line breaks', 'a<br>b<br/><br>c', ['paragraph: a\nb\nc']],
    ['references', 'A&amp;B&nbsp;&#x4e2d;&copy x &NotEqualTilde;', ['paragraph: A&B\u00a0中© x ≂̸']],
    ['white space in Chinese', '<p>全网\n最低 价</p>', ['paragraph: 全网最低 价']],
    ['lists without end tags', '<ul><li>a<li>b<ul><li>c</ul></ul>d', ['item: a', 'item: b', 'item: c', 'paragraph: d']],
    ['a quote', '<blockquote><p>a</p><ul><li>b</ul></blockquote>', ['quote: a', 'quote: b']],
    ['a table', '<table><tr><th>P<th>Q<tr><td><p>5</p><td>a<br>b</table>', ['row: P | Q', 'row: 5 | a\nb']],
    ['a list in a cell', '<tr><td>a<ul><li>b</ul></td></tr>', ['row: a', 'item: b']],
    ['code', 'a <code>b</code> <pre>best</pre>c', ['paragraph: a b', 'paragraph: c']],
    ['scripts', '<script>best < "</p>"</script><style>best</style><!-- best -->a', ['paragraph: a']],
    ['a page', '<!doctype html><head><title>best</title><body><h1>A</h1>b', ['heading: A', 'paragraph: b']],
    [
      'attributes',
      '<img alt="a &amp;&lt; b" title=t><a title=\'u\' href="best">c</a>',
      ['paragraph: c', 'alt: a &< b', 'alt: t', 'alt: u'],
    ],
    ['what is no tag', 'a < b and 3 <5 & c', ['paragraph: a < b and 3 <5 & c']],
    ['nothing', ' \n<p> </p><!-- -->', []],
  ]
  it.each(cases)('%s', (_name, source, expected) => {
    expect(blocksOf(source).map(brief)).toEqual(expected)
  })
})

it('lists the headings and the header cells above a block', () => {
  const source = '<h1>A</h1><h2>B</h2>x<h1>C</h1><table><tr><th>P</th></tr><tr><td>5</td></tr></table>y'
  expect(blocksOf(source).map(({ text, trail }) => `${text}: ${trail.join('/')}`)).toEqual([
    'A: Top',
    'B: Top/A',
    'x: Top/A/B',
    'C: Top',
    'P: Top/C',
    '5: Top/C/P',
    'y: Top/C',
  ])
})

it('masks code and addresses', () => {
  const [block] = blocksOf('a <code>b <i>c</i></code> www.d.e, f@g.hi')
  expect(block?.masked.map(({ start, end }) => block.text.slice(start, end))).toEqual(['b c', 'www.d.e', 'f@g.hi'])
})

const fragments = fc.constantFrom(
  'best',
  ' ',
  '\n',
  '  ',
  '最',
  '低',
  '😀',
  '𠮷',
  '&amp;',
  '&lt',
  '&#x1f600;',
  '&NotEqualTilde;',
  '&bogus;',
  '&',
  '<',
  '>',
  '<p>',
  '</p>',
  '<br>',
  '<b>',
  '</b>',
  '<li>',
  '<ul>',
  '</ul>',
  '<table>',
  '<tr>',
  '<td>',
  '<th>',
  '</tr>',
  '</table>',
  '<code>',
  '</code>',
  '<pre>',
  '</pre>',
  '<h2>',
  '</h2>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<img alt="a&amp;&lt;b&copy">',
  "<a title='x y'>",
  '<img alt=&amp;a&NotEqualTilde;&gt;>',
  '"',
  '=',
  '/',
  '<![CDATA[',
  ']]>',
  '\r\n',
  '\r',
)

/** What a browser makes of a short piece of source with at most some references. */
const named: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt': '<',
  '&gt;': '>',
  '&copy': '©',
  '&#x1f600;': '😀',
  '&NotEqualTilde;': '≂̸',
}
const decoded = (source: string) =>
  source.replace(/&(?:amp;|lt|gt;|copy|#x1f600;|NotEqualTilde;)/g, (reference) => named[reference] ?? reference)

function checkPlaces(block: Block, source: string): void {
  expect(block.runs.map(({ text }) => block.text.slice(text.start, text.end)).join('')).toBe(block.text)
  const edges = block.runs.flatMap((run) => [run.source.start, run.source.end])
  expect(edges).toEqual(edges.toSorted((a, b) => a - b))
  for (let at = 0; at < block.text.length; at += 1) {
    const character = block.text[at] ?? ''
    const place = toSource(block, { start: at, end: at + 1 })
    if (/[\s|]/.test(character)) expect(place.end).toBeGreaterThan(place.start)
    else expect(decoded(source.slice(place.start, place.end))).toContain(character)
  }
}

it('gives every character of HTML its place', () => {
  fc.assert(
    fc.property(fc.array(fragments, { maxLength: 25 }), (parts) => {
      const source = parts.join('')
      for (const block of blocksOf(source)) checkPlaces(block, source)
    }),
    { numRuns: 1000 },
  )
})
