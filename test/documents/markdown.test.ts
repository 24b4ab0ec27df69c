import { describe, expect, it } from 'vitest'
import { markdownBlocks } from '../../src/core/documents/markdown.ts'
import type { Block } from '../../src/core/model/document.ts'
import { identityText } from '../../src/core/text/mapped-text.ts'

const blocksOf = (source: string, indentedCode: 'code' | 'text' = 'code') =>
  markdownBlocks(identityText(source, 0), { field: null, trail: [], indentedCode }).blocks
const brief = (block: Block) => `${block.kind}: ${block.text}`
const maskedOf = (source: string) =>
  blocksOf(source).flatMap(({ text, masked }) => masked.map(({ start, end }) => text.slice(start, end)))

describe('what Markdown is read as', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a paragraph', 'One *two* **three** ~~four~~', ['paragraph: One two three four']],
    ['soft breaks', 'one\ntwo\r\nthree\rfour', ['paragraph: one two three four']],
    ['soft breaks in Chinese', '全网最低，\n欢迎\nABC', ['paragraph: 全网最低，欢迎 ABC']],
    ['hard breaks', 'one  \ntwo\\\nthree<br>four', ['paragraph: one\ntwo\nthree\nfour']],
    ['entities and escapes', 'A&amp;B \\*x\\* &#x4e2d;', ['paragraph: A&B *x* 中']],
    ['headings', '# A\n\nB\n===', ['heading: A', 'heading: B']],
    ['a tight list', '- a\n- b\n  - c', ['item: a', 'item: b', 'item: c']],
    ['a loose list with paragraphs', '1. a\n\n   b\n\n2. c', ['item: a', 'item: b', 'item: c']],
    ['tasks', '- [x] done\n- [ ] open', ['item: done', 'item: open']],
    ['a quote with a lazy line', '> a\nb\n>\n> - c', ['quote: a b', 'quote: c']],
    ['a table', '| a | b |\n|---|---|\n| c\\|d |  |', ['row: a | b', 'row: c|d | ']],
    ['code blocks', '```\nbest\n```\n\n    best\n\nend', ['paragraph: end']],
    ['a link with title', '[best](u "top &amp; more")', ['paragraph: best', 'alt: top & more']],
    ['an image', 'x ![our *best*](u "t") y', ['paragraph: x y', 'alt: our best', 'alt: t']],
    ['references', '[a][r] ![b][r] [c]\n\n[r]: /u "t"', ['paragraph: a [c]', 'alt: b', 'alt: t']],
    ['footnotes', 'a[^1] b[^ev:x]\n\n[^1]: note\n    more', ['paragraph: a b', 'footnote: note more']],
    ['inline HTML', 'the <b>low</b>est *price*<!-- c -->', ['paragraph: the lowest price']],
    [
      'an HTML block',
      '<div><p>a <b>b</b>\nc</p><p>d</p></div>\n\ne',
      ['paragraph: a b c', 'paragraph: d', 'paragraph: e'],
    ],
    ['a comment', '<!-- lowest price -->\n\na', ['paragraph: a']],
    ['TeX and prices', 'from $5 to $10, $x^2$ and $\\alpha$ off', ['paragraph: from $5 to $10, and off']],
    ['a byte-order mark', '\ufeff# A', ['heading: A']],
    ['U+2028', 'a\u2028b', ['paragraph: a\u2028b']],
  ]
  it.each(cases)('%s', (_name, source, expected) => {
    expect(blocksOf(source).map(brief)).toEqual(expected)
  })
})

it('knows where a line stands whose quote took a part of its tab', () => {
  const [block] = blocksOf('>\t<p>best</p>')
  expect(block?.runs).toEqual([{ text: { start: 0, end: 4 }, source: { start: 5, end: 9 } }])
})

describe('headings above a block', () => {
  it('are listed outermost first, and end with a heading of the same rank', () => {
    const blocks = blocksOf('# A\n\n## B\n\nx\n\n> ## Q\n>\n> y\n\nz\n\n## C\n\nw')
    expect(blocks.map(({ text, trail }) => [text, trail.join('/')])).toEqual([
      ['A', ''],
      ['B', 'A'],
      ['x', 'A/B'],
      ['Q', 'A'],
      ['y', 'A/Q'],
      ['z', 'A/B'],
      ['C', 'A'],
      ['w', 'A/C'],
    ])
  })
  it('include the header cells of a table in its other rows', () => {
    const rows = blocksOf('# A\n\n| Price | MOQ |\n|-|-|\n| 5 | 10 |').filter(({ kind }) => kind === 'row')
    expect(rows.map(({ trail }) => trail)).toEqual([['A'], ['A', 'Price', 'MOQ']])
  })
  it('include headings in HTML', () => {
    expect(blocksOf('<h2>Terms</h2>\n\nx').at(-1)?.trail).toEqual(['Terms'])
  })
})

describe('what can never be a claim', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['a `best price` b', ['best price']],
    [
      'see <https://a.b/best>, www.best.com. (https://x.y/z_(1)) me@best.com',
      ['https://a.b/best', 'www.best.com', 'https://x.y/z_(1)', 'me@best.com'],
    ],
    ['{{ best }} {% if best %} %s {name} {0}', ['{{ best }}', '{% if best %}', '%s', '{name}', '{0}']],
    ['<code>best *of*</code> all', ['best of']],
    ['100% safe, 20 % off', []],
  ]
  it.each(cases)('%s', (source, expected) => {
    expect(maskedOf(source)).toEqual(expected)
  })
})
