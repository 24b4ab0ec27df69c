import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atMost, type Bench, type Case, claimlint, program, type Row } from '../bench.ts'
import { corpus } from '../corpus/corpus.ts'
import { inTurn, ratio } from '../measure.ts'

/** How long until claimlint has looked at one file, against Node that starts and does nothing. */
export const startUp: Case = async (bench) => {
  const contenders = [
    program(bench, 'node', 'contenders/empty.mjs'),
    claimlint(bench, 'version', '--version'),
    claimlint(bench, 'clean', pageWith(bench, 0)),
    claimlint(bench, 'claim', pageWith(bench, 1)),
  ]
  const [bare = [], version = [], clean = [], claim = []] = await inTurn(contenders, bench.rounds * 5, 'bare')
  const row = (what: string, ours: typeof bare, limit: number): Row => ({
    what,
    against: 'Node on an empty file',
    quantity: 'wall',
    value: ratio(ours, bare, 'wall'),
    unit: 'times',
    budget: atMost(limit),
  })
  return [
    row('`claimlint --version`', version, 1.2),
    row('one file without a claim', clean, 1.3),
    row('one file with a claim', claim, 1.6),
  ]
}

/** A Markdown page of 3 kB: the first of the corpus without claims, or with them. */
export function pageWith({ work }: Bench, claiming: 0 | 1): string {
  const file = join(work, claiming === 0 ? 'clean.md' : 'claim.md')
  for (const { text } of corpus({ format: 'md', files: 1, claiming, seed: 5 })) writeFileSync(file, text)
  return file
}
