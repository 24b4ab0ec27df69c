import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../src/core/documents/index.ts'

/*
 * 64 KB of what parsers choke on, one table. Work that grows with the square of the text, or worse, runs into the limit of time below;
 * what is refused must be said, and what stands before it is read in any case.
 */

const size = 65_536
const fill = (unit: string) => unit.repeat(Math.ceil(size / unit.length))
const grow = (step: (index: number) => string) => {
  let text = ''
  for (let index = 0; text.length < size; index += 1) text += step(index)
  return text
}
const nested = (open: string, inner: string, close: string) => {
  const levels = Math.floor(size / (open.length + close.length))
  return open.repeat(levels) + inner + close.repeat(levels)
}
const around = (bad: string) => `Oak table before.\n\n${bad}\n\nOak table after.\n`

const markdown: Readonly<Record<string, string>> = {
  'quotes without blanks': fill('>'),
  'quotes with blanks': fill('> '),
  'lists on one line': fill('- '),
  'ordered lists on one line': fill('1. '),
  'lists by indent': grow((index) => `${'  '.repeat(index)}- a\n`),
  'one run of emphasis': nested('*', 'a', '*'),
  'underlined headings': fill('a\n-\n'),
  'emphasis that never fits': `a${fill('**b')}${fill('c* ')}`,
  'links in links': nested('[', 'a', '](b)'),
  'opening brackets': fill('['),
  'open tags': fill('<a '),
  'opening emphasis': fill('*a '),
  'open footnote calls': fill('[^'),
  'footnotes with their calls': grow((index) => `[^${index}]: a\n\nb[^${index}]\n\n`),
  'footnote calls in one paragraph': fill('[^a] '),
  'addresses without a name': fill('www.'),
  addresses: fill('https://example.com/a '),
  'addresses in brackets': fill('<https://e.example>'),
  'a table of many columns': `${'|a'.repeat(8000)}|\n${'|-'.repeat(8000)}|\n${'|b'.repeat(8000)}|`,
  'a table of many rows': `|a|b|\n|-|-|\n${fill('|c|d|\n')}`,
  definitions: grow((index) => `[a${index}]: b\n`),
  'definitions that are used': `[a]: b\n\n${fill('[a] ')}`,
  entities: fill('&amp;'),
  'entities that are none': fill('&a'),
  'backticks of growing length': grow((index) => `${'`'.repeat(index + 1)}a `),
  'open comments': fill('a <!-- '),
  'tags that are never closed': fill('<div>'),
  'inline tags that are never closed': `a ${fill('<b>')}`,
  'a line without blanks': fill('x'),
  underscores: fill('_a__b'),
  'open strikes': fill('~~a '),
  'hard breaks': fill('a  \n'),
  backslashes: fill('\\'),
  'Han without punctuation': fill('橡木桌面结实耐用'),
  'zero-width characters': `a${fill('\u200b')}b`,
  'combining marks': `a${fill('\u0301')}`,
  'marks of direction': fill('\u202ea\u202c'),
  'task boxes': fill('- [ ] a\n'),
  'nul characters': fill('\0'),
  'blank lines': fill('\n'),
}

const flat = (bad: string) => `before: Oak table before.\nbad: ${bad}\nafter: Oak table after.\n`

const yaml: Readonly<Record<string, string>> = {
  'an alias bomb': `a0: &a0 [Oak, Oak]\n${grow((index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`)}`,
  'open brackets': flat(fill('[')),
  'open braces': flat(fill('{a: ')),
  'lists on one line': flat(`\n  ${fill('- ')}`),
  '16,000 keys': flat(`\n${Array.from({ length: 16_000 }, (_, index) => `  k${index}: v`).join('\n')}`),
  'merge keys': `base: &base {a: b}\n${fill('x: {<<: *base}\n')}`,
  tags: flat(fill('!!str ')),
  anchors: flat(fill('&a ')),
  'a block text': flat(`|\n${fill('  a\n')}`),
  'a folded text': flat(`>\n${fill('  a\n\n')}`),
  tabs: flat(fill('\t')),
  'quoted escapes': flat(`"${fill('\\u0041')}"`),
  'an open quote': flat(`"${fill('a ')}`),
  documents: fill('---\n'),
}

const json = (bad: string) => `{"before": "Oak table before.", "bad": ${bad}, "after": "Oak table after."}`
const others: readonly (readonly [name: string, path: string, text: string])[] = [
  ['deep JSON lists', 'a.json', json(nested('[', '1', ']'))],
  ['deep JSON maps', 'a.json', json(nested('{"a":', '1', '}'))],
  ['JSON escapes', 'a.json', json(`"${fill('\\u0041')}"`)],
  ['one quoted cell', 'a.csv', `title,description\nOak table before.,"${fill('""a,\n')}"\nOak table after.,b\n`],
  ['a quote that is never closed', 'a.csv', `title,description\nOak table before.,"${fill('a,b\n')}`],
  ['deep XML', 'a.xml', `<rss><item><title>Oak table before.</title>${nested('<a>', 'b', '</a>')}</item></rss>`],
  ['deep HTML in a field', 'a.yaml', flat(`"${nested('<div>', 'b', '</div>')}"`)],
  ['deep TOML', 'a.md', `+++\ntitle = "Oak"\nbad = ${nested('[', '1', ']')}\n+++\n\nOak table before.\n`],
]

const read = (path: string, text: string) => {
  const { blocks, faults } = parseDocument(path, text, { fields: { ignore: [], audit: [] } })
  return { words: blocks.map((block) => block.text).join('\n'), faults }
}

/** What would not be read without being said. */
function lost(path: string, text: string): string[] {
  const { words, faults } = read(path, text)
  const missing = ['Oak table before.', 'Oak table after.'].filter(
    (each) => text.includes(each) && !words.includes(each),
  )
  return faults.length > 0 ? missing.filter((each) => each !== 'Oak table after.') : missing
}

const limit = { timeout: 20_000 }

describe('64 KB that are hard to read', () => {
  test.each(Object.entries(markdown))('Markdown: %s: both neighbours are read', limit, (_name, bad) => {
    const { words, faults } = read('a.md', around(bad))
    expect(words).toContain('Oak table before.')
    expect(words).toContain('Oak table after.')
    expect(faults.filter(({ code }) => code !== 'too-costly')).toEqual([])
  })

  test.each(Object.entries(yaml))('YAML: %s: read, or said what is not', limit, (_name, text) => {
    expect(lost('a.yaml', text)).toEqual([])
  })

  test.each(others)('%s: read, or said what is not', limit, (_name, path, text) => {
    expect(lost(path, text)).toEqual([])
  })
})
