// Audits folders of real text and says what fires: node scripts/run.mjs scripts/field.ts FOLDER…
//   [--sample N] [--silent N] [--seed S] [--only RULE]
import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { type DocumentRecord, extractClaims } from '../src/core/audit/extract.ts'
import { judge } from '../src/core/audit/judge.ts'
import { everyRule, openPack } from '../src/core/audit/pack.ts'
import { parseDocument, type ReadDocument } from '../src/core/documents/index.ts'
import type { Finding } from '../src/core/model/report.ts'
import type { Severity } from '../src/core/model/rule.ts'
import { compilePack, emptyPack } from '../src/core/rules/compile.ts'
import { readRuleFiles } from './read-rules.ts'

/** A document read and audited, with what the counts need. */
interface AuditedDocument {
  readonly record: DocumentRecord
  readonly words: number
  readonly han: number
  readonly milliseconds: number
  readonly sentences: readonly Sentence[]
}

interface Sentence {
  readonly path: string
  readonly line: number
  readonly text: string
}

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '0' },
    silent: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})

const pack = openPack(compilePack(readRuleFiles('rules'), emptyPack).source, {
  ...everyRule,
  only: options.only === undefined ? [] : [options.only],
})
const settings = { markets: [], channel: null, audience: null, asOf: '2026-11-21', selection: everyRule }

const isDocument = (entry: Dirent) => entry.isFile() && /\.(?:md|ya?ml)$/i.test(entry.name)

/** Paths of every document under the folders, in one order on every machine. */
const pathsUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(isDocument)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Sentences, table rows and headings that hold no claim. */
function silentSentences(document: ReadDocument, record: DocumentRecord): Sentence[] {
  return document.blocks.flatMap((block) => {
    const start = block.runs[0]?.source.start ?? 0
    const end = block.runs.at(-1)?.source.end ?? start
    const claims = record.claims.filter(({ range }) => range.start.offset < end && start < range.end.offset)
    const line = count(document.source.slice(0, start), /\n/g) + 1
    return block.text
      .split(/(?<=[.!?]) +|(?<=[。！？；])|\n/)
      .map((text) => text.trim())
      .filter((text) => text.length > 12 && !claims.some((claim) => text.includes(claim.text)))
      .map((text) => ({ path: document.path, line, text }))
  })
}

function auditFile(path: string): AuditedDocument {
  const source = readFileSync(path, 'utf8')
  const started = performance.now()
  const document = parseDocument(relative('.', path).split(sep).join('/'), source, {
    fields: { ignore: [], audit: [] },
  })
  const record = extractClaims(document, pack)
  const milliseconds = performance.now() - started
  const text = document.blocks.map((block) => block.text).join('\n')
  return {
    record,
    words: count(text, /\p{Script=Latin}+(?:['’-]\p{Script=Latin}+)*/gu),
    han: count(text, /\p{Script=Han}/gu),
    milliseconds,
    sentences: options.silent === '0' ? [] : silentSentences(document, record),
  }
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function sampleOf<T>(all: readonly T[], size: number, seed: number): T[] {
  const random = randomFrom(seed)
  return all
    .map((item, index) => ({ item, index, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, size)
    .sort((a, b) => a.index - b.index)
    .map(({ item }) => item)
}

const rate = (findings: number, units: number) => (units === 0 ? '-' : (findings / units).toFixed(3))

const findingLine = ({ severity, ruleId, document, range, excerpt: { line, start, end } }: Finding) =>
  `${severity} ${ruleId} ${document}:${range.start.line}\n    ${line.slice(0, start)}[${line.slice(start, end)}]${line.slice(end)}`

const audited = folders.flatMap(pathsUnder).map(auditFile)
const { findings } = judge([{ records: audited.map(({ record }) => record), pack, settings }], {
  language: 'en',
  toolVersion: '0',
  ledger: 'findings',
})

const words = audited.reduce((sum, document) => sum + document.words, 0)
const han = audited.reduce((sum, document) => sum + document.han, 0)
const faults = findings.filter(({ verdict }) => verdict === null)
const claims = findings.filter(({ verdict }) => verdict !== null)
const bySeverity = (severity: Severity) => claims.filter((finding) => finding.severity === severity)
const serious = claims.filter(({ severity }) => severity !== 'info')
const units = words / 1000 + han / 1500

console.log(`${audited.length} documents, ${words} words, ${han} Han characters`)
console.log(
  `${claims.length} findings: ${(['error', 'warning', 'info'] as const).map((severity) => `${bySeverity(severity).length} ${severity}`).join(', ')}`,
)
console.log(
  `errors and warnings per 1,000 words or 1,500 Han characters: ${rate(serious.length, units)}; of all levels: ${rate(claims.length, units)}`,
)

const ruleCounts = new Map<string, { all: number; serious: number }>()
for (const { ruleId, severity } of claims) {
  const before = ruleCounts.get(ruleId) ?? { all: 0, serious: 0 }
  ruleCounts.set(ruleId, { all: before.all + 1, serious: before.serious + (severity === 'info' ? 0 : 1) })
}
for (const [ruleId, counts] of [...ruleCounts]
  .sort(([, a], [, b]) => b.serious - a.serious || b.all - a.all)
  .slice(0, 25))
  console.log(`  ${String(counts.serious).padStart(5)} of ${String(counts.all).padStart(5)}  ${ruleId}`)

console.log(`${faults.length} faults`)
for (const { document, range, message } of faults.slice(0, 20))
  console.log(`  ${document}:${range.start.line}:${range.start.column} ${message}`)

console.log('slowest documents')
for (const { record, milliseconds, words: latin, han: chinese } of [...audited]
  .sort((a, b) => b.milliseconds - a.milliseconds)
  .slice(0, 5))
  console.log(`  ${milliseconds.toFixed(0).padStart(6)} ms  ${latin} words, ${chinese} Han  ${record.path}`)

const seed = Number(options.seed)
for (const finding of sampleOf(claims, Number(options.sample), seed)) console.log(findingLine(finding))
for (const { path, line, text } of sampleOf(
  audited.flatMap(({ sentences }) => sentences),
  Number(options.silent),
  seed,
))
  console.log(`silent ${path}:${line}\n    ${text}`)
