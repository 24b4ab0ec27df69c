import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atMost, type Bench, type Case, claimlint, program, type Row } from '../bench.ts'
import { largeDocument } from '../corpus/corpus.ts'
import { inTurn, ratio, type Sample } from '../measure.ts'
import { pageWith } from './start-up.ts'

/** Whether a large file costs more a byte than one a quarter of its size; start-up taken off. */
export const largeFile: Case = async (bench) => {
  const sizes = [2, 4, 8].map((megabytes) => megabytes * bench.scale)
  const files = sizes.map((size) => largeFileOf(bench, size))
  const contenders = [
    claimlint(bench, 'one page', pageWith(bench, 1)),
    ...files.map((file) => claimlint(bench, file, file)),
    program(bench, 'remark', 'contenders/remark.mjs', join(bench.work, 'large-2')),
  ]
  const [page = [], two = [], four = [], eight = [], parsed = []] = await inTurn(contenders, bench.rounds)
  const name = (index: number) => `one file of ${sizes[index]?.toFixed(1)} MB`
  const perByte = (at: 1 | 2, ours: readonly Sample[]): Row => ({
    what: name(at),
    against: name(0),
    quantity: 'CPU a byte',
    value: ratio(less(ours, page), less(two, page), 'cpu') / 2 ** at,
    unit: 'times',
    budget: atMost(1.25),
  })
  return [
    {
      what: name(0),
      against: 'unified, remark-parse, gfm and front matter alone',
      quantity: 'CPU',
      value: ratio(two, parsed, 'cpu'),
      unit: 'times',
      budget: null,
    },
    perByte(1, four),
    perByte(2, eight),
  ]
}

const less = (samples: readonly Sample[], start: readonly Sample[]): Sample[] =>
  samples.map((sample, round) => ({ ...sample, cpu: (sample.cpu ?? 0) - (start[round]?.cpu ?? 0) }))

function largeFileOf({ work, scale }: Bench, megabytes: number): string {
  const folder = join(work, `large-${megabytes / scale}`)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'catalogue.md')
  writeFileSync(file, largeDocument(megabytes * 1_000_000, 3))
  return file
}
