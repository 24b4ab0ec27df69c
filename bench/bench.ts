import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { type CorpusPlan, corpus } from './corpus/corpus.ts'
import type { Contender } from './measure.ts'

/** The conditions of a run of the bench. */
export interface Bench {
  /** Absolute folder of the repository. */
  readonly root: string
  /** Absolute folder for corpora, outside of any repository. */
  readonly work: string
  /** Paired runs a case. */
  readonly rounds: number
  /** 1, or less for a quick look: what file counts and sizes are multiplied with. */
  readonly scale: number
}

/** One line of the table: how many times as much as something else. */
export interface Row {
  readonly what: string
  readonly against: string
  readonly quantity: 'wall' | 'CPU' | 'CPU a byte' | 'memory'
  readonly value: number
  readonly unit: 'times' | 'MB'
  /** Null where issue and plan set none. */
  readonly budget: { readonly sense: 'at most' | 'at least'; readonly limit: number } | null
}

/** A part of the bench. */
export type Case = (bench: Bench) => Promise<readonly Row[]>

export const atMost = (limit: number): Row['budget'] => ({ sense: 'at most', limit })
export const atLeast = (limit: number): Row['budget'] => ({ sense: 'at least', limit })

/** claimlint as its user starts it, from the folder of the corpora. */
export const claimlint = (bench: Bench, name: string, ...args: string[]): Contender => ({
  name: `claimlint: ${name}`,
  command: [process.execPath, join(bench.root, 'bin/claimlint.js'), ...args],
  cwd: bench.work,
  env: { XDG_CACHE_HOME: join(bench.work, 'home') },
})

/** A program of bench/contenders or bench/peers. */
export const program = (bench: Bench, name: string, file: string, ...args: string[]): Contender => ({
  name,
  command: [process.execPath, join(bench.root, 'bench', file), ...args],
  cwd: bench.work,
})

/** The absolute path of a program of the PATH; null when it is not there. */
export function onPath(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null
}

/** Writes files (path below `folder`, text). */
export function writeFiles(folder: string, files: Iterable<{ readonly path: string; readonly text: string }>): void {
  for (const { path, text } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** The folder of a corpus, written unless an earlier run has written the same. */
export function corpusFolder(work: string, plan: CorpusPlan): string {
  const folder = join(work, `${plan.format}-${plan.files}-${Math.round(plan.claiming * 100)}`)
  const mark = `${folder}.plan`
  const wanted = JSON.stringify({ ...plan, words: digestOf(plan) })
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return folder
  rmSync(folder, { recursive: true, force: true })
  writeFiles(folder, corpus(plan))
  writeFileSync(mark, wanted)
  return folder
}

/** Of the first documents: all of them have the same words. */
function digestOf(plan: CorpusPlan): string {
  const digest = createHash('sha256')
  for (const { text } of corpus({ ...plan, files: Math.min(plan.files, 50) })) digest.update(text)
  return digest.digest('hex')
}

/** A corpus of this bench, its file count by the scale. */
export const scaledCorpus = (bench: Bench, format: 'md' | 'yaml', files: number, claiming: number): string =>
  corpusFolder(bench.work, { format, files: Math.ceil(files * bench.scale), claiming, seed: 1 })

/** A count as people write it. */
export const counted = (count: number): string => Math.ceil(count).toLocaleString('en-US')
