import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Bench, Row } from './bench.ts'
import { cases, usualCases } from './cases/index.ts'
import { groundTruth } from './ground.ts'
import { keeps, tableOf } from './table.ts'

const usage = `usage: npm run bench -- [--quick] [--only ${Object.keys(cases).join(',')}] [--rounds N] [--scale SHARE] [--write] [--work FOLDER]`
const page = 'docs/performance.md'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: usualCases.join(',') },
    rounds: { type: 'string', default: '' },
    scale: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
    work: { type: 'string', default: join(tmpdir(), 'claimlint-bench') },
  },
})

const bench: Bench = {
  root: process.cwd(),
  work: resolve(values.work),
  rounds: Number(values.rounds) || (values.quick ? 1 : 3),
  scale: Number(values.scale) || (values.quick ? 0.05 : 1),
}

async function measured(): Promise<Row[]> {
  const rows: Row[] = []
  for (const name of values.only.split(',')) {
    const found = cases[name]
    if (found === undefined) throw new Error(`there is no case "${name}"\n${usage}`)
    const started = performance.now()
    rows.push(...(await found(bench)))
    console.error(`bench: ${name}, ${Math.round((performance.now() - started) / 1000)} s`)
  }
  return rows
}

/** Where and when, for the reader of the table. */
function circumstances(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown'
  const memory = Math.round(totalmem() / 2 ** 30)
  const runs = `${bench.rounds} paired ${bench.rounds === 1 ? 'run' : 'runs'}`
  const look =
    bench.scale < 1
      ? ` A quick look: the budgets are meant for ${Math.round(1 / bench.scale)} times as many files.`
      : ''
  const date = new Date().toISOString().slice(0, 10)
  return `Measured on ${date}: Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores (${model}), ${memory} GB; ${runs}.${look}`
}

/** Puts the table between the marks of the page. */
function write(text: string): void {
  const before = readFileSync(page, 'utf8')
  const after = before.replace(
    /(<!-- bench -->\n)[\s\S]*?(<!-- end -->)/,
    (_whole, open, close) => `${open}${text}\n${close}`,
  )
  if (after === before) throw new Error(`${page} has no marks <!-- bench --> and <!-- end -->`)
  writeFileSync(page, after)
}

mkdirSync(bench.work, { recursive: true })
const rows = await measured()
const text = `${tableOf(rows)}\n\n${circumstances()} ${groundTruth(bench)}`
console.log(text)
const missed = rows.filter((row) => !keeps(row)).length
if (missed > 0) console.error(`bench: ${missed} of ${rows.length} budgets are not met`)
if (values.write) write(text)
