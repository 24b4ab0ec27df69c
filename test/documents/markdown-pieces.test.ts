import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newFlow } from '../../src/core/documents/flow.ts'
import { parseMarkdown } from '../../src/core/documents/markdown-parse.ts'
import { type PlainReading, piecesOf, readPiece, usualReading } from '../../src/core/documents/markdown-pieces.ts'
import { writePlain } from '../../src/core/documents/markdown-plain.ts'
import { walkMarkdown } from '../../src/core/documents/markdown-walk.ts'
import { markdownDocuments, markdownNoise, plainDocuments, simpleDocuments } from './markdown-arbitrary.ts'

type IndentedCode = 'code' | 'text'
const flowOf = (indentedCode: IndentedCode) => newFlow({ field: null, trail: [], indentedCode })

function wholeBlocks(text: string, indentedCode: IndentedCode) {
  const flow = flowOf(indentedCode)
  walkMarkdown({ flow, parsed: parseMarkdown(text, indentedCode), text, shift: 0 }, 0)
  return flow.blocks
}

function pieceBlocks(text: string, indentedCode: IndentedCode, reading: PlainReading = 'plain') {
  const flow = flowOf(indentedCode)
  const { pieces, labels } = piecesOf(text, indentedCode, { ...usualReading, plain: reading }, 1)
  for (const piece of pieces) {
    if ('type' in piece) {
      writePlain(flow, piece, text, 0)
      continue
    }
    for (const read of readPiece(piece, labels, indentedCode))
      if ('parsed' in read) walkMarkdown({ flow, ...read }, read.from)
  }
  return flow.blocks
}

/**
 * micromark 4 forgets, after a container that ended with a code or HTML block, that no paragraph is open: an empty
 * item, or one that does not begin with 1, is a paragraph then. In pieces it is the item that CommonMark says it is.
 */
const doubtful = /(?:^|[\s>*+-])(?:(?:\d+[.)]|[-+*])[ \t]*$|(?:[02-9]|1\d)\d*[.)])/m

describe('Markdown in pieces', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a fence in an item behind a lazy line', '- a\nlazy\n  ```\n\nfoo\n\n```\nbar', ['a lazy', 'foo']],
    ['a fence that an item does not reach', '- # a\nb\n ```\n\nfoo\n\n ```\nbar', ['a', 'b', 'bar']],
    ['fence marks in an HTML block', '<div>\n```\n\nfoo\n\n```\nbar', ['```', 'foo']],
    ['fence marks in a comment', '<!--\n```\n\n-->\n\nfoo', ['foo']],
    ['a comment in code', '```\n<!--\n```\n\nfoo\n\n-->', ['foo', '-->']],
    ['an item that begins with a blank line', '-\n\n  ```\n\nfoo\n\n  ```\nbar', ['bar']],
    ['paragraphs of one item', '- a\n\n  b\n\nc', ['a', 'b', 'c']],
    ['a footnote that goes on', '[^1]: a\n\n    b\n\nc[^1]', ['a', 'b', 'c']],
    ['a call before an indented line', '    code [^1]\n\na[^1]\n\n[^1]: b', ['a', 'b']],
  ]
  it.each(cases)('reads %s', (_name, text, expected) => {
    expect(pieceBlocks(text, 'code').map((block) => block.text)).toEqual(expected)
    expect(wholeBlocks(text, 'code').map((block) => block.text)).toEqual(expected)
  })

  it.each(['code', 'text'] as const)('gives the same blocks as in one (%s)', (indentedCode) => {
    fc.assert(
      fc.property(fc.oneof(markdownDocuments, markdownNoise), (source) => {
        const text = source.replace(/^\ufeff+/, '')
        fc.pre(!doubtful.test(text))
        expect(pieceBlocks(text, indentedCode)).toEqual(wholeBlocks(text, indentedCode))
      }),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
  })

  it.each(['code', 'text'] as const)('reads plain blocks as the parser does (%s)', (indentedCode) => {
    let plain = 0
    fc.assert(
      fc.property(
        fc.oneof(plainDocuments, simpleDocuments, simpleDocuments, markdownDocuments, markdownNoise),
        (source) => {
          const text = source.replace(/^\ufeff+/, '')
          plain += piecesOf(text, indentedCode).pieces.filter((piece) => 'type' in piece).length
          expect(pieceBlocks(text, indentedCode)).toEqual(pieceBlocks(text, indentedCode, 'never'))
          fc.pre(!doubtful.test(text))
          expect(pieceBlocks(text, indentedCode)).toEqual(wholeBlocks(text, indentedCode))
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 300) },
    )
    expect(plain).toBeGreaterThan(100) // or the property says nothing
  })

  const plain: readonly (readonly [string, string])[] = [
    ['a paragraph', 'Oak table, 120 cm.\nTwo leaves.\n'],
    ['a heading', '## Oak table\n'],
    ['an item', '- Height: 40 cm\n'],
    ['a rule', '---\n'],
    ['emphasis', 'An *oak* table, **120 cm.**\n'],
    ['code', 'Order `OT-120`.\n'],
    ['a link', '[Oak](https://shop.example/oak "Oak table") tables\n'],
    ['an image', '![oak table](oak.jpg "Oak")\n'],
    ['a table', '|  |  |\n| --- | --- |\n| Height | *40* cm |\n'],
    ['a quotation', '> Oak table, 120 cm.\n> Two leaves.\n'],
    ['a comment', '<!-- checked by the office -->\n'],
  ]
  it.each(plain)('%s takes no parser', (_name, text) => {
    expect(piecesOf(text, 'code').pieces.every((piece) => 'type' in piece)).toBe(true)
  })
  const marked: readonly (readonly [string, string])[] = [
    ['an underlined heading', 'Oak\n---\n'],
    ['a table of one column', 'Oak\n:-\n'],
    ['a hard break', 'Oak  \ntable\n'],
    ['an item that goes on', '- Oak\n\n  table\n'],
    ['an address', 'See www.example.com\n'],
    ['an entity', 'Oak &amp; ash\n'],
    ['a closed heading', '# Oak #\n'],
    ['a row without its pipe', '| a | b |\n| --- | --- |\n| Height | 40 cm\n'],
    ['a line of pipes', '| a | b |\n'],
    ['emphasis that is not closed', 'An *oak table\n'],
    ['a definition', '[oak]: https://shop.example\n'],
  ]
  it.each(marked)('%s is left to the parser', (_name, text) => {
    expect(piecesOf(text, 'code').pieces.some((piece) => 'type' in piece)).toBe(false)
  })
})
