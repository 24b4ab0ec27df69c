import { spawnSync } from 'node:child_process'
import { relative } from 'node:path'
import { type Bench, claimlint, corpusFolder } from './bench.ts'
import { corpus } from './corpus/corpus.ts'

/** A report of claimlint, as far as the bench reads it. */
interface Report {
  readonly findings: readonly { readonly document: string; readonly text: string; readonly ruleId: string }[]
}

/** Whether the corpora are what they say, by claimlint itself: a sentence for people, and what is wrong on standard error. */
export function groundTruth(bench: Bench): string {
  const files = 500
  const counts = (['md', 'yaml'] as const).map((format) => {
    const clean = documentsWithFindings(bench, { format, files, claiming: 0, seed: 2 })
    for (const [document, found] of clean) console.error(`bench: ${document} should claim nothing: ${found.join(', ')}`)
    const plan = { format, files, claiming: 0.6, seed: 2 }
    const claiming = documentsWithFindings(bench, plan)
    const written = [...corpus(plan)].filter(({ claims }) => claims > 0)
    const missed = written.filter(({ path }) => !claiming.has(path))
    for (const { path } of missed) console.error(`bench: ${path} should claim something`)
    return { clean: clean.size, written: written.length, found: written.length - missed.length }
  })
  const sum = (key: keyof (typeof counts)[number]) => counts.reduce((total, count) => total + count[key], 0)
  return `Of ${files * 2} files without claims ${sum('clean')} raise a finding, of ${sum('written')} with claims ${sum('found')} do.`
}

/** What was found, by the path of the document within the corpus. */
function documentsWithFindings(bench: Bench, plan: Parameters<typeof corpus>[0]): Map<string, string[]> {
  const folder = corpusFolder(bench.work, plan)
  const [program, ...args] = claimlint(bench, 'check', '--format', 'json', folder).command
  const { stdout, stderr } = spawnSync(program, args, { cwd: bench.work, encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (stdout === '') throw new Error(stderr)
  const { findings } = JSON.parse(stdout) as Report
  const byDocument = new Map<string, string[]>()
  for (const { document, ruleId, text } of findings) {
    const path = relative(relative(bench.work, folder), document)
    byDocument.set(path, [...(byDocument.get(path) ?? []), `${ruleId} "${text}"`])
  }
  return byDocument
}
