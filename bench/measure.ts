import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A process to measure. */
export interface Contender {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  readonly cwd?: string
  /** What its environment has besides that of the bench. */
  readonly env?: Readonly<Record<string, string>>
  /** Runs before every measured run, unmeasured. */
  readonly before?: () => void
}

/** What one run took. `cpu`: user and system of all threads; `peak`: resident bytes; both null for what is not Node. */
export interface Sample {
  readonly wall: number
  readonly cpu: number | null
  readonly peak: number | null
}

/** What is looked at: seconds of wall, seconds of CPU, bytes of peak memory. */
export type Quantity = keyof Sample

const meter = resolve('bench/contenders/meter.cjs')
let runs = 0

/** Runs a process to its end, its output thrown away. Throws Error when it fails in another way than by having found something. */
export async function measure(contender: Contender, metered: 'metered' | 'bare'): Promise<Sample> {
  const { name, command, cwd, before, env: own } = contender
  before?.()
  runs += 1
  const report = join(tmpdir(), `claimlint-bench-${process.pid}-${runs}.json`)
  const meters = { NODE_OPTIONS: `--require=${meter}`, BENCH_METER: report }
  const env = { ...process.env, ...own, ...(metered === 'metered' && meters) }
  const [program, ...args] = command
  const start = performance.now()
  const { code, complaint } = await ended(spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] }))
  const wall = (performance.now() - start) / 1000
  if ((code !== 0 && code !== 1) || /^ +at .+:\d+:\d+\)?$/m.test(complaint))
    throw new Error(`${name} ended with ${code}: ${complaint.slice(-2000)}`)
  if (metered === 'bare') return { wall, cpu: null, peak: null }
  return { wall, ...metersRead(report) }
}

function ended(child: ReturnType<typeof spawn>): Promise<{ code: number | null; complaint: string }> {
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4000)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, complaint }))
  })
}

function metersRead(report: string): Pick<Sample, 'cpu' | 'peak'> {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Pick<Sample, 'cpu' | 'peak'> // written by meter.cjs
  } catch {
    return { cpu: null, peak: null }
  } finally {
    rmSync(report, { force: true })
  }
}

/** Runs every contender once a round, in turn, so that a slow minute of the machine is everybody's. One list of samples a contender. */
export async function inTurn(
  contenders: readonly Contender[],
  rounds: number,
  metered: 'metered' | 'bare' = 'metered',
): Promise<Sample[][]> {
  const samples: Sample[][] = contenders.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) samples[index]?.push(await measure(contender, metered))
  }
  return samples
}

/** The median of the ratios of paired runs. Throws Error when the quantity was not measured. */
export function ratio(ours: readonly Sample[], theirs: readonly Sample[], quantity: Quantity): number {
  return median(ours.map((sample, round) => amount(sample, quantity) / amount(theirs[round], quantity)))
}

/** The median of a quantity over runs. */
export const typical = (samples: readonly Sample[], quantity: Quantity): number =>
  median(samples.map((sample) => amount(sample, quantity)))

function amount(sample: Sample | undefined, quantity: Quantity): number {
  const value = sample?.[quantity]
  if (value === null || value === undefined) throw new Error(`${quantity} was not measured`)
  return value
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (upper + lower) / 2
}
