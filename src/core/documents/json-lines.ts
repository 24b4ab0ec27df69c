import type { Fault } from '../model/document.ts'
import { defaultLimits, type Limits } from '../model/limits.ts'
import { readJson } from './json.ts'
import type { ReadValues, Value } from './values.ts'
import { readYaml } from './yaml.ts'

/** Faults of one kind are much alike: the first few tell enough. */
const maxFaults = 20

/** Reads JSON Lines: one value a line, as one list; a line that cannot be read is a fault, and the other lines are there. */
export function readJsonLines(source: string, limits: Limits = defaultLimits): ReadValues {
  const items: Value[] = []
  const faults: Fault[] = []
  let start = source.startsWith('\ufeff') ? 1 : 0
  while (start < source.length) {
    const next = source.indexOf('\n', start)
    const end = next === -1 ? source.length : next
    const line = source.slice(start, source[end - 1] === '\r' ? end - 1 : end)
    if (/^\s*[[{]/.test(line)) {
      const value = readJson(line, start, limits)
      const read = value ? { values: [value], faults: [] } : readYaml(line, start, limits)
      items.push(...read.values)
      faults.push(...read.faults)
    } else if (line.trim() !== '') faults.push(noRecord(start, start + line.length))
    start = end + 1
  }
  const whole = { start: 0, end: source.length }
  return { values: [{ kind: 'list', items, source: whole }], faults: faults.slice(0, maxFaults), comments: [] }
}

const noRecord = (start: number, end: number): Fault => ({
  code: 'syntax',
  reason: 'the line holds no JSON object; write one {"title": "…"} a line',
  source: { start, end },
})
