import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import { openSmallPack } from './small-pack.ts'

const pack = openSmallPack()

/** Source of every claim found in a document, and the words as a reader sees them. */
function claimsIn(path: string, source: string) {
  const { claims } = extractClaims(parseDocument(path, source, { fields: { ignore: [], audit: [] } }), pack)
  return claims.map(({ range, text }) => ({ source: source.slice(range.start.offset, range.end.offset), text }))
}

/** Written forms of one claim: how it stands in the source (the part between « and » is what must be underlined). */
const markdownForms: readonly string[] = [
  'the «lowest price» here',
  'the **«lowest** price» here',
  'the **«lowest price»** here',
  'the *«low*est price» here',
  'the [«lowest](https://example.com/a) price» here',
  'the [«lowest price»](https://example.com "title") here',
  'the «lowest&nbsp;price» here',
  'the «low&#101;st price» here',
  'the «low&shy;est price» here',
  'the «low\u200best price» here',
  'the «lowest\nprice» here',
  'the «lowest   \tprice» here',
  'the «LOWEST Price» here',
  'the «ｌｏｗｅｓｔ ｐｒｉｃｅ» here',
  'the «lowest-price» here',
  'the <b>«lowest</b> price» here',
  'the «lowest<!-- note --> price» here',
  'the ~~«lowest~~ price» here',
  '> the «lowest\n> price» here',
  '- the «lowest\n  price» here',
  '1. one\n\n   the «lowest\n   price» here',
  '# the «lowest price» here',
  '| a | b |\n| - | - |\n| the «lowest price» | c |',
  '![the «lowest price»](a.png)',
  '我们«全网最低价»出售',
  '我们**«全网**最低价»出售',
  '我们«全网\n最低价»出售',
  '我们«全網最低價»出售',
  '我们«全 网 蕞 低 价»出售',
  '我们«全网🌟最低价»出售',
  '😀 the «lowest price» 𠮷',
  '\ufeffthe «lowest price» here',
  'é the «lowest price» e\u0301',
]

const yamlForms: readonly string[] = [
  'text: the «lowest price» here',
  'text: "the «lowest price» here"',
  String.raw`text: "the «lowest\u0020price» here"`,
  String.raw`text: "the «low\x65st price» here"`,
  "text: 'it''s the «lowest price» here'",
  'text: |\n  the «lowest\n  price» here\n',
  'text: >-\n  the «lowest\n  price» here\n',
  'text: the «lowest\n  price» here',
  'list:\n  - the «lowest price» here\n  - [the «lowest price», other]',
  'text: {a: the «lowest price» here}',
  'text: "<p>the <b>«lowest</b> price» here</p>"',
  'text: the **«lowest** price» here',
  'a: &x the «lowest price» here\nb: *x\n',
  'text: 我们«全网最低价»出售',
  '--- \ntext: the «lowest price» here\n---\ntext: the «lowest price» again\n',
]

const expectedIn = (form: string) => Array.from(form.matchAll(/«([\s\S]*?)»/g), (match) => match[1])
const plain = (form: string) => form.replaceAll(/[«»]/g, '')

describe('every written form of a claim is underlined exactly', () => {
  test.each(markdownForms)('Markdown: %j', (form) => {
    expect(claimsIn('a.md', plain(form)).map(({ source }) => source)).toEqual(expectedIn(form))
  })

  test.each(markdownForms)('with CRLF: %j', (form) => {
    const crlf = form.replaceAll('\n', '\r\n')
    expect(claimsIn('a.md', plain(crlf)).map(({ source }) => source)).toEqual(expectedIn(crlf))
  })

  test.each(yamlForms)('YAML: %j', (form) => {
    expect(claimsIn('a.yaml', plain(form)).map(({ source }) => source)).toEqual(expectedIn(form))
  })

  test.each(yamlForms.filter((form) => !form.startsWith('---')))('front matter: %j', (form) => {
    const page = `---\n${form}\n---\n\nthe «lowest price» in the body\n`
    expect(claimsIn('a.md', plain(page)).map(({ source }) => source)).toEqual(expectedIn(page))
  })

  test('any documents made of these forms', () => {
    const pages = fc.array(
      fc.tuple(
        fc.constantFrom(...markdownForms.filter((form) => !form.startsWith('\ufeff'))),
        fc.constantFrom('\n\n', '\n\n---\n\n', '\n\nOther copy.\n\n'),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(pages, (parts) => {
        const page = parts.map(([form, gap]) => form + gap).join('')
        expect(claimsIn('a.md', plain(page)).map(({ source }) => source)).toEqual(expectedIn(page))
      }),
      { numRuns: 300 },
    )
  })
})

test('the text of a claim is what a reader sees', () => {
  expect(claimsIn('a.md', 'the **lowest**\nprice here')).toEqual([{ source: 'lowest**\nprice', text: 'lowest price' }])
})
