import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { formats, plainStyle } from '../../src/core/formats/index.ts'
import type { Report } from '../../src/core/model/report.ts'
import { emptyReport, hostileCopy, manyFindings, reportWith, sampleReport } from '../../test/formats/sample.ts'

// Holds our SARIF against the official schema and Microsoft's validator, with GitHub's rules:
// node scripts/run.mjs scripts/full/sarif.ts FOLDER, where FOLDER holds node_modules/@microsoft/sarif-multitool-linux.

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: node scripts/run.mjs scripts/full/sarif.ts FOLDER')
const tool = resolve(folder, 'node_modules/@microsoft/sarif-multitool-linux')
chmodSync(join(tool, 'Sarif.Multitool'), 0o755) // its install script would do so, and is not run

const hostile = (): Report => {
  const findings = hostileCopy.flatMap((text) => reportWith(text).findings)
  return { ...sampleReport(), findings }
}

const written: Readonly<Record<string, () => string>> = {
  sample: () => formats.sarif(sampleReport(), plainStyle),
  empty: () => formats.sarif(emptyReport(), plainStyle),
  many: () => formats.sarif(manyFindings(5_001), plainStyle),
  hostile: () => formats.sarif(hostile(), plainStyle),
  demo: () => spawnSync(process.execPath, ['bin/claimlint.js', 'fixtures/demo', '-f', 'sarif'], utf8).stdout,
}
const utf8 = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const

/** The schema asks for tuples and formats that only ajv's strict mode minds. */
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const validate = ajv.compile(JSON.parse(readFileSync(join(tool, 'sarif-2.1.0.json'), 'utf8')))

/** One finding of the validator about our file, as it writes it into its own SARIF. */
interface Result {
  readonly ruleId: string
  readonly level?: string
  readonly message: { readonly text?: string; readonly arguments?: readonly string[] }
}

/** What the multitool says of a file; it exits with 0 whatever it finds, and writes nothing at all about a file it cannot read. */
function multitool(file: string): string[] {
  const output = `${file}.checked`
  writeFileSync(output, '')
  const args = ['validate', file, '--output', output, '--rule-kind', 'Sarif;Ghas', '--log', 'ForceOverwrite']
  const { stderr, stdout } = spawnSync(join(tool, 'Sarif.Multitool'), args, utf8)
  const text = readFileSync(output, 'utf8').replace(/^\ufeff/, '')
  if (text === '') return [`the multitool wrote nothing: ${stdout}${stderr}`]
  const { runs } = JSON.parse(text) as { runs: { results?: Result[] }[] }
  return runs.flatMap(({ results = [] }) => results).map(told)
}

const told = ({ ruleId, level = 'warning', message }: Result) =>
  `${level} ${ruleId} ${message.text ?? (message.arguments ?? []).join(' | ').slice(0, 200)}`

/** Advice we know of and do not follow, each with its reason. */
const declined: readonly RegExp[] = [/SARIF2005/] // there is no public page of claimlint to name

/** What either validator says of a text, but what we decline. */
function remarksOn(name: string, text: string): string[] {
  const file = join(folder ?? '', `${name}.sarif`)
  writeFileSync(file, text)
  validate(JSON.parse(text))
  const bySchema = (validate.errors ?? []).map(({ instancePath, message }) => `schema ${instancePath} ${message}`)
  return [...bySchema, ...multitool(file)].filter((line) => !declined.some((pattern) => pattern.test(line)))
}

let faults = 0
for (const [name, write] of Object.entries(written)) {
  const remarks = remarksOn(name, write())
  faults += remarks.length
  console.log(`sarif: ${name}: ${remarks.length} remarks`)
  for (const line of new Set(remarks.slice(0, 20))) console.log(`  ${line}`)
}
for (const [part, instead] of [
  ['"startColumn": ', '"startColumn": -'],
  ['"level": "error"', '"level": "info"'],
  ['"uri": "', '"uri": "a b/'],
] as const) {
  const isNoticed = remarksOn('broken', formats.sarif(sampleReport(), plainStyle).replace(part, instead)).length > 0
  if (!isNoticed) faults += 1
  console.log(`sarif: ${instead} is ${isNoticed ? 'noticed' : 'not noticed'}`)
}
process.exitCode = faults === 0 ? 0 : 1
