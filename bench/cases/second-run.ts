import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { atMost, type Case, claimlint, counted, program, scaledCorpus } from '../bench.ts'
import { inTurn, ratio } from '../measure.ts'

/** An audit with `--cache` for the first time, and again with nothing changed. */
export const secondRun: Case = async (bench) => {
  const folder = scaledCorpus(bench, 'md', 10_000, 0.1)
  const place = join(bench.work, 'cache')
  mkdirSync(place, { recursive: true })
  const file = join(place, 'records')
  const args = [`--cache=${file}`, folder]
  const samples = await inTurn(
    [
      { ...claimlint(bench, 'first run', ...args), before: () => rmSync(file, { force: true }) },
      { ...claimlint(bench, 'second run', ...args), before: () => checkThere(file) },
      program(bench, 'read', 'contenders/read.mjs', folder),
    ],
    bench.rounds,
  )
  const [first = [], second = [], read = []] = samples
  const what = `\`--cache\`, ${counted(10_000 * bench.scale)} Markdown files, nothing changed`
  const row = { what, quantity: 'CPU', unit: 'times' } as const
  return [
    { ...row, against: 'the first run', value: ratio(second, first, 'cpu'), budget: atMost(0.2) },
    { ...row, against: 'reading them', value: ratio(second, read, 'cpu'), budget: null },
  ]
}

function checkThere(file: string): void {
  if (!existsSync(file)) throw new Error(`the first run has left no cache in ${file}`)
}
