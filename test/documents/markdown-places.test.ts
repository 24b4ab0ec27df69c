import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { markdownBlocks } from '../../src/core/documents/markdown.ts'
import type { Block } from '../../src/core/model/document.ts'
import { identityText, toSource } from '../../src/core/text/mapped-text.ts'
import { markdownDocuments, markdownNoise } from './markdown-arbitrary.ts'

const runs = Number(process.env['RUNS'] ?? 300)

const blocksOf = (source: string): readonly Block[] =>
  markdownBlocks(identityText(source, 0), { field: null, trail: [], indentedCode: 'code' }).blocks

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', '#x4e2d': '中', NotEqualTilde: '≂̸' }
const decoded = (source: string) =>
  source
    .replace(/&(amp|lt|gt|#x4e2d|NotEqualTilde);/g, (_, name: string) => characters[name] ?? '')
    .replaceAll('\0', '\ufffd')

/** Whether a piece of source reads as something that starts (ends) with this character. */
const starts = (source: string, character: string) =>
  source.startsWith(character) || decoded(source).startsWith(character)
const ends = (source: string, character: string) => source.endsWith(character) || decoded(source).endsWith(character)
/** Folded white space, breaks and the bars between cells stand for something else. */
const isJoint = (character: string) => /[\s|]/.test(character)

function checkRuns(block: Block, source: string): void {
  let text = 0
  let place = 0
  for (const run of block.runs) {
    expect(run.text.start).toBe(text)
    expect(run.text.end).toBeGreaterThan(run.text.start)
    expect(run.source.start).toBeGreaterThanOrEqual(place)
    expect(run.source.end).toBeGreaterThan(run.source.start)
    text = run.text.end
    place = run.source.end
  }
  expect(text).toBe(block.text.length)
  expect(place).toBeLessThanOrEqual(source.length)
}

function checkSpan(block: Block, source: string, start: number, end: number): void {
  const { start: from, end: to } = toSource(block, { start, end })
  const slice = source.slice(from, to)
  const first = block.text[start] ?? ''
  const last = block.text[end - 1] ?? ''
  // A character of an indivisible run may be any part of it.
  if (!isJoint(first)) expect(starts(slice, first) || decoded(slice).slice(0, 2).includes(first), slice).toBe(true)
  if (!isJoint(last)) expect(ends(slice, last) || decoded(slice).slice(-2).includes(last), slice).toBe(true)
}

describe('places in Markdown', () => {
  it('hold for every character and every span', () => {
    fc.assert(
      fc.property(fc.oneof(markdownDocuments, markdownNoise), fc.infiniteStream(fc.nat()), (source, numbers) => {
        const next = (below: number) => (numbers.next().value ?? 0) % below
        for (const block of blocksOf(source)) {
          checkRuns(block, source)
          for (let at = 0; at < block.text.length; at += 1) checkSpan(block, source, at, at + 1)
          for (let count = 0; count < 5; count += 1) {
            const start = next(block.text.length)
            checkSpan(block, source, start, start + 1 + next(block.text.length - start))
          }
        }
      }),
      { numRuns: runs },
    )
  })

  it('are moved along with the text', () => {
    fc.assert(
      fc.property(markdownDocuments, fc.nat(100), (source, offset) => {
        const place = { field: null, trail: [], indentedCode: 'code' } as const
        const moved = markdownBlocks(identityText(source, offset), place).blocks
        const back = moved.map((block) => ({
          ...block,
          runs: block.runs.map(({ text, source: { start, end } }) => ({
            text,
            source: { start: start - offset, end: end - offset },
          })),
        }))
        expect(back).toEqual(blocksOf(source))
      }),
      { numRuns: runs / 5 },
    )
  })
})

const reference = unified().use(remarkParse).use(remarkGfm)

/** The text of each paragraph, heading and table row, without white space. */
function textsOf(node: Nodes): string[] {
  const text = (part: Nodes) => textOf(part, { includeImageAlt: false }).replace(/\s/g, '')
  if (node.type === 'paragraph' || node.type === 'heading') return [text(node)]
  if (node.type === 'tableRow') return [node.children.map(text).join('|')]
  return 'children' in node ? node.children.flatMap(textsOf) : []
}

describe('the text of the blocks', () => {
  it('is what remark reads', () => {
    fc.assert(
      fc.property(fc.oneof(markdownDocuments, markdownNoise), (document) => {
        // HTML, formulas and footnotes are read further than remark does.
        const source = document.replace(/<|\$|\[\^/g, 'x')
        const ours = blocksOf(source).filter(({ kind }) => kind !== 'alt')
        const theirs = textsOf(reference.parse(source))
        const isText = (text: string) => !/^\|*$/.test(text)
        expect(ours.map(({ text }) => text.replace(/\s/g, '')).filter(isText)).toEqual(theirs.filter(isText))
      }),
      { numRuns: runs },
    )
  })
})

describe('a line without markup', () => {
  it('is read like any other Markdown', () => {
    const line = fc.array(fc.constantFrom(...'ab 1.)-+=#:%最😀!?,;"/(){}$^\u00a0\u2028'), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(line, (characters) => {
        const source = characters.join('')
        expect(blocksOf(source)).toEqual(blocksOf(`${source}\n\n`))
      }),
      { numRuns: runs * 5 },
    )
  })
})
