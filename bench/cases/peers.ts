import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  atLeast,
  type Bench,
  type Case,
  claimlint,
  counted,
  onPath,
  program,
  scaledCorpus,
  writeFiles,
} from '../bench.ts'
import { plainPhrases } from '../house-pack.ts'
import { type Contender, inTurn, ratio } from '../measure.ts'
import { ruleCount } from './rules.ts'

/** A tool that reads the same files for other faults. `limit`: how many times as long as claimlint it should take; null: no budget. */
interface Peer {
  readonly contender: Contender
  readonly limit: number | null
}

/** Other linters of prose on the same Markdown files. What is not installed is left out. */
export const peers: Case = async (bench) => {
  const folder = scaledCorpus(bench, 'md', 1000, 0.1)
  const present = [...nodePeers(bench, folder), ...valePeers(bench, folder)]
  const contenders = [claimlint(bench, '10 %', folder), ...present.map(({ contender }) => contender)]
  const [ours = [], ...theirs] = await inTurn(contenders, bench.rounds, 'bare')
  return present.map(({ contender, limit }, index) => ({
    what: `${contender.name}, ${counted(1000 * bench.scale)} Markdown files`,
    against: 'claimlint',
    quantity: 'wall',
    value: ratio(theirs[index] ?? [], ours, 'wall'),
    unit: 'times',
    budget: limit === null ? null : atLeast(limit),
  }))
}

function nodePeers(bench: Bench, folder: string): Peer[] {
  const installed = join(bench.root, 'bench/peers/node_modules')
  if (!existsSync(installed)) {
    console.error('bench: the peers are not installed (npm ci --prefix bench/peers); measuring without them')
    return []
  }
  const config = join(bench.root, 'bench/peers/textlintrc.json')
  const textlint = ['-c', config, '--rules-base-directory', installed, `${folder}/**/*.md`]
  return [
    { contender: program(bench, 'write-good', 'peers/write-good.mjs', folder), limit: 15 },
    {
      contender: program(bench, 'textlint with write-good', 'peers/node_modules/textlint/bin/textlint.js', ...textlint),
      limit: 25,
    },
    { contender: program(bench, 'alex', 'peers/node_modules/alex/cli.js', '--quiet', folder), limit: null },
  ]
}

function valePeers(bench: Bench, folder: string): Peer[] {
  const vale = onPath('vale')
  if (vale === null) {
    console.error('bench: there is no vale on the PATH; measuring without it')
    return []
  }
  const styled = (name: string, style: string): Contender => ({
    name,
    command: [vale, '--no-exit', '--output=line', '--config', valeConfig(bench, style), folder],
    cwd: bench.work,
  })
  return [
    { contender: styled('Vale with its own style', 'Vale'), limit: 4 },
    { contender: styled('Vale with as many rules', 'Claims'), limit: 40 },
  ]
}

/** The path of a configuration of Vale with one style: its own, or as many rules of eight phrases as claimlint has. */
function valeConfig(bench: Bench, style: string): string {
  const folder = join(bench.work, `vale-${style}`)
  const rules = plainPhrases(ruleCount(bench), 1).map((phrases, index) => ({
    path: `styles/Claims/Rule${index}.yml`,
    text: `extends: existence\nmessage: "a claim: '%s'"\nignorecase: true\nlevel: warning\ntokens:\n${phrases.map((phrase) => `  - ${phrase}\n`).join('')}`,
  }))
  writeFiles(folder, [
    { path: 'vale.ini', text: `StylesPath = styles\nMinAlertLevel = suggestion\n\n[*.md]\nBasedOnStyles = ${style}\n` },
    ...rules,
  ])
  return join(folder, 'vale.ini')
}
