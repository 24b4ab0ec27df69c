import { atMost, type Case, claimlint, counted, program, type Row, scaledCorpus } from '../bench.ts'
import { inTurn, ratio, type Sample, typical } from '../measure.ts'

/** Thousands of Markdown files, against parsing them and against reading them; what ten thousand take of memory. */
export const manyFiles: Case = async (bench) => {
  const few = 5000
  const many = 10_000
  const [tenth, most] = [scaledCorpus(bench, 'md', few, 0.1), scaledCorpus(bench, 'md', few, 0.6)]
  const [doubled, clean] = [scaledCorpus(bench, 'md', many, 0.1), scaledCorpus(bench, 'md', many, 0)]
  const samples = await inTurn(
    [
      claimlint(bench, '10 %', tenth),
      program(bench, 'remark', 'contenders/remark.mjs', tenth),
      claimlint(bench, '60 %', most),
      program(bench, 'remark', 'contenders/remark.mjs', most),
      claimlint(bench, 'doubled', doubled),
      claimlint(bench, 'clean', clean),
      program(bench, 'read', 'contenders/read.mjs', clean),
      program(bench, 'node', 'contenders/empty.mjs'),
    ],
    bench.rounds,
  )
  const [ours10 = [], parsed10 = [], ours60 = [], parsed60 = [], twice = [], cleaned = [], read = [], bare = []] =
    samples
  const files = `${counted(few * bench.scale)} Markdown files`
  const double = `${counted(many * bench.scale)} Markdown files`
  const parsing = 'unified, remark-parse, gfm and front matter alone'
  return [
    cpu(`${files}, 10 % with claims`, parsing, [ours10, parsed10], 0.1),
    cpu(`${files}, 60 % with claims`, parsing, [ours60, parsed60], 0.25),
    cpu(`${double}, none with claims`, 'reading them', [cleaned, read], 4),
    cpu(`${double}, 10 % with claims`, `half of them`, [twice, ours10], 2.1),
    {
      what: `${double}, 10 % with claims`,
      against: 'above Node on an empty file',
      quantity: 'memory',
      value: (typical(twice, 'peak') - typical(bare, 'peak')) / 1e6,
      unit: 'MB',
      budget: atMost(100),
    },
  ]
}

/** What a hundred thousand files take of memory against a tenth of them; none has claims, so that neither records nor report weigh much. */
export const hugeCatalogue: Case = async (bench) => {
  const [tenth, all] = [scaledCorpus(bench, 'md', 10_000, 0), scaledCorpus(bench, 'md', 100_000, 0)]
  const [less = [], more = []] = await inTurn([claimlint(bench, 'tenth', tenth), claimlint(bench, 'all', all)], 1)
  const what = `${counted(100_000 * bench.scale)} Markdown files, none with claims`
  const row = { what, against: 'a tenth of them', unit: 'times' } as const
  return [
    { ...row, quantity: 'memory', value: ratio(more, less, 'peak'), budget: atMost(1.3) },
    { ...row, quantity: 'CPU', value: ratio(more, less, 'cpu'), budget: null },
  ]
}

/** The same in YAML, which is parsed whole for its facts. */
export const yamlFiles: Case = async (bench) => {
  const folders = [scaledCorpus(bench, 'yaml', 5000, 0.1), scaledCorpus(bench, 'yaml', 5000, 0.6)] as const
  const samples = await inTurn(
    folders.flatMap((folder) => [
      claimlint(bench, 'YAML', folder),
      program(bench, 'yaml', 'contenders/yaml.mjs', folder),
    ]),
    bench.rounds,
  )
  const [ours10 = [], parsed10 = [], ours60 = [], parsed60 = []] = samples
  const files = `${counted(5000 * bench.scale)} YAML files`
  const parsing = '`yaml` alone'
  return [
    cpu(`${files}, 10 % with claims`, parsing, [ours10, parsed10], null),
    cpu(`${files}, 60 % with claims`, parsing, [ours60, parsed60], null),
  ]
}

const cpu = (
  what: string,
  against: string,
  [ours, theirs]: readonly [readonly Sample[], readonly Sample[]],
  limit: number | null,
): Row => ({
  what,
  against,
  quantity: 'CPU',
  value: ratio(ours, theirs, 'cpu'),
  unit: 'times',
  budget: limit === null ? null : atMost(limit),
})
