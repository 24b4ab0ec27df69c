import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { atMost, type Bench, type Case, claimlint, type Row, scaledCorpus, writeFiles } from '../bench.ts'
import { housePack } from '../house-pack.ts'
import { inTurn, ratio, type Sample } from '../measure.ts'
import { pageWith } from './start-up.ts'

/** The shipped rules against twice and ten times as many, the others in a house pack that is compiled in every run. */
export const moreRules: Case = async (bench) => {
  const folder = scaledCorpus(bench, 'md', 5000, 0.1)
  const [twice, tenfold] = [configWith(bench, 2), configWith(bench, 10)]
  const page = pageWith(bench, 0)
  const contenders = [
    claimlint(bench, 'own rules', folder),
    claimlint(bench, 'twice the rules', '-c', twice, folder),
    claimlint(bench, 'ten times the rules', '-c', tenfold, folder),
    claimlint(bench, 'own rules, one page', page),
    claimlint(bench, 'ten times the rules, one page', '-c', tenfold, page),
  ]
  const [own = [], two = [], ten = [], ownPage = [], tenPage = []] = await inTurn(contenders, bench.rounds)
  return [
    row('twice the rules', [two, own], 1.15),
    row('ten times the rules', [ten, own], 1.5),
    row('ten times the rules, one file', [tenPage, ownPage], null),
  ]
}

/** How many rules the build has compiled. */
export function ruleCount({ root }: Bench): number {
  const { rules } = JSON.parse(gunzipSync(readFileSync(join(root, 'dist/rules.json.gz'))).toString()) as {
    rules: readonly unknown[]
  } // our build
  return rules.length
}

/** The path of a configuration with so many times the shipped rules. */
function configWith(bench: Bench, times: number): string {
  const folder = join(bench.work, `rules-${times}`)
  rmSync(folder, { recursive: true, force: true })
  writeFiles(join(folder, 'pack'), housePack(ruleCount(bench) * (times - 1), times))
  writeFiles(folder, [{ path: 'claimlint.yaml', text: 'packs: [./pack]\n' }])
  return join(folder, 'claimlint.yaml')
}

const row = (
  what: string,
  [ours, theirs]: readonly [readonly Sample[], readonly Sample[]],
  limit: number | null,
): Row => ({
  what,
  against: 'the shipped rules',
  quantity: 'CPU',
  value: ratio(ours, theirs, 'cpu'),
  unit: 'times',
  budget: limit === null ? null : atMost(limit),
})
