import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isScalar, parseAllDocuments, visit } from 'yaml'
import { readYaml } from '../../src/core/documents/yaml.ts'
import type { MappedText } from '../../src/core/model/document.ts'
import { textsOf } from './value-texts.ts'

/** The library's own values of a source, keys left out, in source order. */
function libraryTexts(source: string): string[] {
  const texts: string[] = []
  for (const document of parseAllDocuments(source, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })) {
    if (!('contents' in document)) continue
    visit(document, {
      Scalar: (key, node) => {
        if (key !== 'key') texts.push(String(node.source ?? node.value))
      },
      Pair: (_, pair) => {
        if (pair.value === null) texts.push('')
        if (!isScalar(pair.key)) return visit.SKIP
        return undefined
      },
    })
  }
  return texts
}

/** Runs cover the text without a gap, their sources grow; a run of equal length is the same characters. */
function isSound(mapped: MappedText, source: string): boolean {
  let at = 0
  let from = 0
  for (const run of mapped.runs) {
    if (run.text.start !== at || run.text.end <= at || run.source.start < from || run.source.end > source.length)
      return false
    at = run.text.end
    from = run.source.end
  }
  return at === mapped.text.length
}

function differences(text: string, original: string): string[] {
  return text
    .split('')
    .map((unit, index) => `${unit} <- ${original[index]}`)
    .filter((pair) => pair[0] !== pair.at(-1) && !/^[ \n] <- [ \t\n]$/.test(pair))
}

/** Characters that stand for themselves and yet are others in the source; a line end may stand for a space. */
function strangers(mapped: MappedText, source: string): string[] {
  return mapped.runs
    .filter((run) => run.text.end - run.text.start === run.source.end - run.source.start)
    .flatMap((run) =>
      differences(mapped.text.slice(run.text.start, run.text.end), source.slice(run.source.start, run.source.end)),
    )
}

/** Runs that are not character for character though they are longer than an escape or a fold can be. */
function isIndivisible(mapped: MappedText): boolean {
  return mapped.runs.some((run) => {
    const length = run.text.end - run.text.start
    return (
      length !== run.source.end - run.source.start &&
      length > 2 &&
      /[^\n]/.test(mapped.text.slice(run.text.start, run.text.end))
    )
  })
}

const word = fc.constantFrom(
  'lowest',
  'price',
  '最低价',
  '😀',
  'a',
  "it''s",
  'x:y',
  'b#c',
  '\\',
  '\\\\',
  '\\n',
  '\\x41',
  '\\u6700',
  '\\U0001F600',
  '\\"',
  '\\\n',
  '\\\r\n',
  '\\ ',
  '\\/',
  '<b>',
  '&amp;',
  '\u00a0',
  '\u2028',
  '\u0085',
  '\\ud83d\\ude00',
  '-',
  '?',
)
const gap = fc.constantFrom(
  ' ',
  '  ',
  '\t',
  ' \t ',
  '\n',
  '\r\n',
  '\n\n',
  '\r\n\r\n',
  ' \n \n ',
  '\t\n\t',
  '\n  \n\n',
  '\r',
  '',
)
const text = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 9 }).map((parts) => parts.flat().join(''))

const indented = (lines: string, indent: string) => lines.replace(/\n(?=[^\r\n])/g, `\n${indent}`)
const bodyLine = fc.constantFrom(
  'text',
  '最低价 of all',
  ' more',
  '\tTab',
  '   ',
  '',
  '',
  'end  ',
  '- item',
  'k: v',
  '# no',
  '😀',
  '  deep',
)

const blockScalar = fc
  .tuple(
    fc.constantFrom('|', '>'),
    fc.constantFrom('', '-', '+', '2', '2-', '+2', '-2'),
    fc.constantFrom('', ' # comment'),
    fc.array(bodyLine, { maxLength: 9 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([mode, chomp, comment, lines, end]) =>
    [mode + chomp + comment, ...lines.map((line) => (line ? `  ${line}` : ''))].join(end),
  )

const flowScalar = fc.oneof(
  text.map((value) => indented(value, '  ')),
  text.map((value) => `'${indented(value, '  ')}'`),
  text.map((value) => `"${indented(value, '   ')}"`),
)
const scalar = fc.oneof(blockScalar, flowScalar)
const document = fc
  .array(fc.tuple(fc.constantFrom('', '!t ', '&a1 ', '!!str &a2 '), scalar), { minLength: 1, maxLength: 5 })
  .map((values) => values.map(([properties, value], index) => `k${index}: ${properties}${value}\n`).join(''))
const stream = fc
  .tuple(fc.constantFrom('', '\uFEFF'), fc.array(document, { minLength: 1, maxLength: 3 }))
  .map(([mark, documents]) => mark + documents.join('---\n'))

describe('the map of a YAML scalar', () => {
  test('gives the value of the library, of every document, from any offset', () => {
    fc.assert(
      fc.property(stream, fc.constantFrom(0, 7), (source, offset) => {
        const read = readYaml(source, offset).values.flatMap(textsOf)
        expect(read.map((mapped) => mapped.text)).toEqual(libraryTexts(source))
        const placed = ' '.repeat(offset) + source
        expect(read.filter((mapped) => !isSound(mapped, placed))).toEqual([])
        expect(read.flatMap((mapped) => strangers(mapped, placed))).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  test('never falls back to one indivisible run in valid documents', () => {
    let valid = 0
    fc.assert(
      fc.property(stream, (source) => {
        const read = readYaml(source, 0)
        if (read.faults.length > 0) return
        valid += 1
        expect(read.values.flatMap(textsOf).filter(isIndivisible)).toEqual([])
      }),
      { numRuns: 3000 },
    )
    expect(valid).toBeGreaterThan(300)
  })
})
