import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainBlock } from '../../src/core/documents/fields-plain.ts'
import { markdownBlocks } from '../../src/core/documents/markdown.ts'
import { identityText } from '../../src/core/text/mapped-text.ts'

const place = { field: 'name', trail: ['name'], indentedCode: 'text' } as const
const part = fc.constantFrom(
  ...[
    'The',
    'best',
    'lamp',
    '最低价',
    '全网',
    ' ',
    ' ',
    ' ',
    '-',
    '--',
    '+',
    '.',
    ',',
    ':',
    '!',
    '?',
    '"',
    "'",
    '(',
    ')',
    '/',
    '%',
    '12',
    '1.',
    '2)',
  ],
  ...[
    '。',
    '，',
    '™',
    '°',
    '×',
    '€',
    'é',
    'e\u0301',
    '\n',
    '=',
    '*',
    '_',
    '<',
    '&',
    '@',
    'www.',
    '://',
    'http',
    'a.com',
    '#',
    '|',
    '~',
    '`',
    '$',
    '\t',
    ':tada:',
    '%s',
  ],
)

test('a plain text is read as Markdown reads it', () => {
  let plain = 0
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 10 }), (parts) => {
      const mapped = identityText(parts.join(''), 5)
      const block = plainBlock(mapped, place)
      if (!block) return
      plain += 1
      expect([block]).toEqual(markdownBlocks(mapped, place).blocks)
    }),
    { numRuns: 5000 },
  )
  expect(plain).toBeGreaterThan(300)
})

test('the texts of a catalog are plain', () => {
  for (const text of [
    'Steel lunch box, 1.2 L',
    '12 months warranty',
    '100% leak-proof',
    '全网最低价，欢迎比价。',
    'Folded text.\n',
  ]) {
    expect(plainBlock(identityText(text, 0), place)).not.toBeNull()
  }
})
