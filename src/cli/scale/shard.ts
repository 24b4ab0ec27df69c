import { createHash } from 'node:crypto'
import { ClaimlintError } from '../../core/vocabulary.ts'

/** One of several equal parts of the work; `index` counts from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

const most = 100_000

/** What schedulers tell their tasks: the number of the task, what it counts from, and how many there are. */
const schedulers = [
  { index: 'JOB_COMPLETION_INDEX', first: 0, count: 'JOB_COMPLETIONS' },
  { index: 'AWS_BATCH_JOB_ARRAY_INDEX', first: 0, count: 'AWS_BATCH_JOB_ARRAY_SIZE' },
  { index: 'SLURM_ARRAY_TASK_ID', first: 'SLURM_ARRAY_TASK_MIN', count: 'SLURM_ARRAY_TASK_COUNT' },
  { index: 'CI_NODE_INDEX', first: 1, count: 'CI_NODE_TOTAL' },
] as const

/** Reads `2/5`, or `auto`: what Kubernetes, AWS Batch, Slurm or GitLab tell the task. Throws E_USAGE. */
export function shardOf(text: string, env: Readonly<Record<string, string | undefined>>): Shard {
  if (text === 'auto') return scheduledShard(env)
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []
  return checked({ index: Number(index), count: Number(count) }, `--shard: "${text}"`)
}

function scheduledShard(env: Readonly<Record<string, string | undefined>>): Shard {
  const scheduler = schedulers.find(({ index, count }) => env[index] !== undefined && env[count] !== undefined)
  if (!scheduler) {
    const names = schedulers.map(({ index, count }) => `${index} with ${count}`).join(', ')
    throw new ClaimlintError('E_USAGE', `--shard auto: none of ${names} is set; write it as 2/5`)
  }
  const { index, count, first } = scheduler
  const from = typeof first === 'number' ? first : Number(env[first] ?? '0')
  return checked(
    { index: Number(env[index]) - from + 1, count: Number(env[count]) },
    `--shard auto: ${index}=${env[index]} of ${count}=${env[count]}`,
  )
}

function checked(shard: Shard, what: string): Shard {
  const { index, count } = shard
  if (Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count && count <= most) return shard
  throw new ClaimlintError('E_USAGE', `${what} is no part of a whole; write the second of five as 2/5`)
}

/** Whether a path or id belongs to the shard: by the first 48 bits of its SHA-256, so that every machine agrees whatever the order. */
export function isInShard(name: string, { index, count }: Shard): boolean {
  return createHash('sha256').update(name).digest().readUIntBE(0, 6) % count === index - 1
}
