import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInShard, shardOf } from '../../src/cli/scale/shard.ts'
import { linesOf, maxLineBytes } from '../../src/cli/stream/lines.ts'
import { claimlint, folderOf, lowestPrice } from './workshop.ts'

interface Answer {
  readonly id: string | number | null
  readonly claims?: number
  readonly error?: { readonly code: string; readonly line: number; readonly message: string }
  readonly findings?: readonly {
    readonly ruleId: string
    readonly verdict: string
    readonly field: string
    readonly start: number
    readonly end: number
    readonly text: string
  }[]
}

const answersOf = (out: string): Answer[] =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))

const stream = async (lines: readonly string[], argv: readonly string[] = []) => {
  const run = await claimlint(folderOf({}), ['stream', ...argv], { stdin: lines.join('\n') })
  return { ...run, answers: answersOf(run.out) }
}

describe('one answer a line, in their order', () => {
  test('records with text, with fields, with keys of their own; findings are no failure', async () => {
    const { code, answers } = await stream([
      JSON.stringify({ id: 'a', text: `Plain.\n\n${lowestPrice}` }),
      JSON.stringify({
        id: 7,
        fields: { title: 'Otter "lamp"', body: '<p>At the <b>lowest\u00a0price</b> in Europe</p>' },
      }),
      JSON.stringify({ id: 'c', title: 'Plain mug', note: lowestPrice }),
    ])
    expect(code).toBe(0)
    expect(answers.map(({ id, findings }) => [id, findings?.map(({ ruleId, field }) => [ruleId, field])])).toEqual([
      ['a', [['price/lowest-price', 'text']]],
      [7, [['price/lowest-price', 'fields.body']]],
      ['c', [['price/lowest-price', 'note']]],
    ])
  })

  test.each([
    ['no JSON', 'nothing'],
    ['a list', '[1]'],
    ['no id', '{"text": "x"}'],
    ['an empty id', '{"id": " ", "text": "x"}'],
    ['an empty line', ''],
    ['a line that is cut off', '{"id": "a", "text": "x'],
    ['a key that stands twice', '{"id": "a", "id": "b"}'],
  ])('%s is answered with an error and stops nothing', async (_, line) => {
    const { code, answers } = await stream([line, '{"id": "z", "text": "Plain."}'])
    expect(code).toBe(0)
    expect(answers.map(({ id, error }) => [id, error?.code, error?.line])).toEqual([
      [null, 'E_RECORD', 1],
      ['z', undefined, undefined],
    ])
  })

  test('nothing in, nothing out; the last line needs no end; Windows line ends', async () => {
    expect((await stream([''])).out).toBe('')
    const { answers } = await stream(['{"id": "a", "text": "Plain."}\r', '{"id": "b", "text": "Plain."}\r'])
    expect(answers.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('text that would break a line stays in one', async () => {
    const { out, answers } = await stream([
      JSON.stringify({ id: 'a\u2028\u001b[31m', text: 'The lowest\u2028price in Europe. \u001b[2J ::error::' }),
    ])
    for (const mark of ['\u2028', '\u001b', '\n']) expect(out.trimEnd()).not.toContain(mark)
    expect(answers[0]?.id).toBe('a\u2028\u001b[31m')
  })
})

test('start and end count in the string of the field, whatever escapes the line has', async () => {
  const text = 'Gr\u00fc\u00dfe "😀"\n\nOur lamps: the **lowest** price in Europe.'
  const escaped = JSON.stringify({ id: 'a', text }).replace(/[^\x20-\x7e]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  for (const line of [JSON.stringify({ id: 'a', text }), escaped]) {
    const finding = (await stream([line])).answers[0]?.findings?.[0]
    expect(text.slice(finding?.start, finding?.end)).toBe('lowest** price in Europe')
  }
})

test('facts of the record, of the company and evidence decide', async () => {
  const folder = folderOf({
    'company.yaml': 'legalName: Otter Ltd\nbusinessType: trading company\n',
    'claimlint.yaml': 'markets: [us]\n',
  })
  const lines = [
    { id: 'OT-1', text: 'Comes with a 5-year warranty.', facts: { warranty: '2 years' } },
    { id: 'shipping-box', text: 'Straight from our own factory.' },
    { id: 'OT-2', text: 'Comes with a 2-year warranty.', facts: { warranty: '24 months' } },
  ]
  const { out } = await claimlint(folder, ['stream'], { stdin: lines.map((line) => JSON.stringify(line)).join('\n') })
  expect(answersOf(out).map(({ findings }) => findings?.flatMap(({ verdict }) => verdict ?? []))).toEqual([
    ['contradicted'],
    ['contradicted'],
    [],
  ])
})

describe('shards', () => {
  const records = Array.from({ length: 60 }, (_, index) => JSON.stringify({ id: `r${index}`, text: 'Plain.' }))

  test('together they answer every line once, lines that are no records included', async () => {
    const lines = [...records, 'nothing']
    const whole = (await stream(lines)).out.split('\n').slice(0, -1)
    const parts = await Promise.all([1, 2, 3].map((index) => stream(lines, ['--shard', `${index}/3`])))
    const joined = parts.flatMap(({ out }) => out.split('\n').slice(0, -1))
    expect(joined.toSorted()).toEqual(whole.toSorted())
    for (const { answers } of parts) expect(answers.length).toBeGreaterThan(10)
  })

  test.each([
    ['2/5', {}, { index: 2, count: 5 }],
    ['auto', { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '4' }, { index: 1, count: 4 }],
    ['auto', { AWS_BATCH_JOB_ARRAY_INDEX: '3', AWS_BATCH_JOB_ARRAY_SIZE: '4' }, { index: 4, count: 4 }],
    [
      'auto',
      { SLURM_ARRAY_TASK_ID: '7', SLURM_ARRAY_TASK_MIN: '6', SLURM_ARRAY_TASK_COUNT: '2' },
      { index: 2, count: 2 },
    ],
    ['auto', { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '2' }, { index: 1, count: 2 }],
  ])('%s with %o', (text, env, shard) => {
    expect(shardOf(text, env)).toEqual(shard)
  })

  test.each(['0/3', '4/3', '1', 'x/y', '1/0', '-1/2', 'auto', '1/999999'])('%s is a usage error', async (text) => {
    const { code, err } = await stream(records.slice(0, 1), ['--shard', text])
    expect([code, err]).toEqual([2, expect.stringContaining('2/5')])
  })

  test('every name belongs to exactly one shard', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (name, count) => {
        const homes = Array.from({ length: count }, (_, at) => isInShard(name, { index: at + 1, count }))
        expect(homes.filter(Boolean)).toHaveLength(1)
      }),
    )
  })
})

describe('lines', () => {
  const read = async (chunks: readonly Buffer[]) => {
    const lines: (string | null)[] = []
    for await (const line of linesOf(Readable.from(chunks))) lines.push(line?.toString('utf8') ?? null)
    return lines
  }

  test('wherever the chunks are cut', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('a', '最', ' ', '\u2028') }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 5 }),
      async (lines, cuts) => {
        const bytes = Buffer.from(`${lines.join('\n')}\n`)
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end))
        expect(await read(chunks)).toEqual(lines)
      },
    )
    await fc.assert(property)
  })

  test('a line without end is skipped, not gathered', async () => {
    const much = Buffer.alloc(1024 * 1024, 'a')
    const chunks = [...Array.from({ length: maxLineBytes / much.length + 1 }, () => much), Buffer.from('\nb')]
    expect(await read(chunks)).toEqual([null, 'b'])
  })

  test('bytes that are no UTF-8 are an error of their line', async () => {
    const { out } = await claimlint(folderOf({}), ['stream'], {
      stdin: Buffer.from([0x7b, 0xff, 0x0a, ...Buffer.from('{"id":1,"text":"x"}')]) as never, // the workshop takes bytes as well
    })
    expect(answersOf(out).map(({ id, error }) => [id, error?.message])).toEqual([
      [null, 'the line is not UTF-8'],
      [1, undefined],
    ])
  })
})
