import { describe, expect, test } from 'vitest'
import { documentExtensions, parseDocument } from '../../src/core/documents/index.ts'
import { toSource } from '../../src/core/text/mapped-text.ts'

const options = { fields: { ignore: [], audit: [] } }

const summary = (path: string, source: string) =>
  parseDocument(path, source, options).blocks.map(({ kind, field, trail, text }) => [
    kind,
    field,
    trail.join(' > '),
    text,
  ])

test('YAML: texts of copy with their keys, tags read as HTML, lists as Markdown', () => {
  const source = [
    'sku: QL-330',
    'name: Steel lunch box',
    'description: |',
    '  # Flat',
    '  The *very*',
    '  best.',
    '',
    '      Not code.',
    '',
    'faq:',
    '  - q: Is it leak-proof?',
    '    a: "Yes.<br>Always."',
    'badges: [Premium, https://example.com]',
    'warranty: 12 months',
  ].join('\n')
  expect(summary('a/lunch-box.yaml', source)).toEqual([
    ['field', 'name', 'name', 'Steel lunch box'],
    ['heading', 'description', 'description', 'Flat'],
    ['field', 'description', 'description > Flat', 'The very best.'],
    ['field', 'description', 'description > Flat', 'Not code.'],
    ['field', 'faq[0].q', 'faq > q', 'Is it leak-proof?'],
    ['field', 'faq[0].a', 'faq > a', 'Yes.\nAlways.'],
    ['field', 'badges[0]', 'badges', 'Premium'],
  ])
})

test('JSON and several YAML documents', () => {
  expect(summary('x.JSON', '[{"title": "The best"}]')).toEqual([['field', '[0].title', 'title', 'The best']])
  expect(summary('x.yml', 'a: one\n---\na: two\n').map(([, field, , text]) => [field, text])).toEqual([
    ['a', 'one'],
    ['a', 'two'],
  ])
})

test.each([
  ['YAML', '---\ntitle: The best\nseo: {description: Cheap}\n---\n# Body\n'],
  ['TOML', '+++\ntitle = "The best"\n[seo]\ndescription = \'Cheap\'\n+++\n# Body\n'],
  [
    'YAML behind a byte-order mark',
    '\uFEFF---\r\ntitle: The best\r\nseo:\r\n  description: Cheap\r\n---\r\n# Body\r\n',
  ],
])('Markdown with front matter in %s', (_, source) => {
  const { blocks, faults } = parseDocument('x.md', source, options)
  expect(faults).toEqual([])
  expect(blocks.map(({ field, text }) => [field, text])).toEqual([
    ['title', 'The best'],
    ['seo.description', 'Cheap'],
    [null, 'Body'],
  ])
  for (const block of blocks) {
    const span = toSource(block, { start: 0, end: block.text.length })
    expect(source.slice(span.start, span.end)).toBe(block.text)
  }
})

describe('faults leave the rest readable', () => {
  test.each([
    ['x.md', '---\ntitle: "open\n---\nThe best body.\n', 'syntax', 'The best body.'],
    ['x.md', '+++\ntitle = "open\n+++\nThe best body.\n', 'syntax', 'The best body.'],
    ['x.yaml', 'a: The best\nb: [c\n', 'syntax', 'The best'],
    ['x.json', '{"a": "The best", "b": ', 'syntax', 'The best'],
  ])('%s %j', (...[path, source, code, text]) => {
    const document = parseDocument(path, source, options)
    expect(document.faults.map((fault) => fault.code)).toEqual([code])
    expect(document.blocks.map((block) => block.text)).toContain(text)
    const at = document.faults[0]?.source.start ?? 0
    expect(at).toBeGreaterThan(3)
    expect(at).toBeLessThanOrEqual(source.length)
  })

  test('a document beyond the size limit is not read', () => {
    const { blocks, faults } = parseDocument('x.md', 'best '.repeat(4_000_001), options)
    expect([blocks.length, faults.map((fault) => fault.code)]).toEqual([0, ['too-costly']])
  })
})

test('one reader for each extension; anything else is read as Markdown', () => {
  expect(documentExtensions).toEqual([
    'md', 'markdown', 'mdx', 'yaml', 'yml', 'json', 'jsonl', 'ndjson', 'csv', 'tsv', 'xml',
  ]) // biome-ignore format: a list
  expect(summary('notes.txt', 'The **best**.')).toEqual([['paragraph', null, '', 'The best.']])
  expect(summary('README', 'The **best**.')).toEqual([['paragraph', null, '', 'The best.']])
})
