import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { type FormatName, formats, plainStyle } from '../../src/core/formats/index.ts'
import type { Report } from '../../src/core/model/report.ts'
import { claimlint } from '../cli/workshop.ts'
import { emptyReport, hostileCopy, manyFindings, reportWith, sampleReport } from './sample.ts'

const schemaOf = (name: string) => readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8')

/** A schema language's word on a text: what is wrong, or nothing. */
type Validator = (text: string) => string[] | Promise<string[]>

function jsonValidator(name: string, schema: string): readonly [FormatName, Validator] {
  const validate = new Ajv2020({ strictTypes: false, allErrors: true }).compile(JSON.parse(schema))
  const check = (text: string) => {
    validate(JSON.parse(text))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
  return [name as FormatName, check]
}

const xmlValidator = (name: FormatName): readonly [FormatName, Validator] => [
  name,
  async (xml) => {
    const schema = [{ fileName: `${name}.xsd`, contents: schemaOf(`${name}.xsd`) }]
    const files = [{ fileName: `${name}.xml`, contents: xml }]
    const { errors } = await validateXML({ xml: files, schema, initialMemoryPages: 1024, maxMemoryPages: 4096 })
    return errors.map(({ rawMessage }) => rawMessage)
  },
]

const validators: readonly (readonly [FormatName, Validator])[] = [
  ...['sarif', 'gitlab', 'rdjson', 'sonar'].map((name) => jsonValidator(name, schemaOf(`${name}.schema.json`))),
  jsonValidator('json', readFileSync('schemas/report.schema.json', 'utf8')),
  xmlValidator('junit'),
  xmlValidator('checkstyle'),
]

/** All hostile texts at once, each in a finding of its own, in English and in Chinese files. */
const hostileReport = (): Report => {
  const reports = hostileCopy.map((text) => reportWith(text))
  const findings = reports.flatMap(({ findings: some }, at) =>
    some.map((finding) => ({ ...finding, fingerprint: at.toString(16).padStart(16, '0') })),
  )
  return { ...sampleReport(), findings, claims: findings }
}

const reports: readonly (readonly [what: string, report: () => Report])[] = [
  ['the sample', sampleReport],
  ['an empty run', emptyReport],
  ['an empty run of nothing', () => ({ ...emptyReport(), summary: { ...emptyReport().summary, documents: 0 } })],
  ['5,001 findings, one more than GitHub keeps', () => manyFindings(5_001)],
  ['hostile copy', hostileReport],
]

describe.each(validators)('%s is valid', (name, validate) => {
  test.each(reports)('for %s', async (_what, report) => {
    expect(await validate(formats[name](report(), plainStyle))).toEqual([])
  })
})

describe('the demo, as the command line writes it,', () => {
  const written = new Map<FormatName, string>()
  beforeAll(async () => {
    for (const [name] of validators) written.set(name, (await claimlint('.', ['fixtures/demo', '-f', name])).out)
  })

  test.each(validators)('is valid %s', async (name, validate) => {
    expect(await validate(written.get(name) ?? '')).toEqual([])
  })
})

describe('the validators notice', () => {
  const sample = (name: FormatName) => formats[name](sampleReport(), plainStyle)
  const faults: readonly (readonly [FormatName, RegExp, string])[] = [
    ['sarif', /"level": "error"/, '"level": "info"'],
    ['sarif', /"startColumn": \d+/, '"startColumn": 0'],
    ['sarif', /"uri": "[^"]*"/, '"uri": "a b.md"'],
    ['gitlab', /"severity": "\w+"/, '"severity": "error"'],
    ['gitlab', /"path": "/, '"path": "./'],
    ['rdjson', /"severity": "\w+"/, '"severity": "error"'],
    ['rdjson', /"line": \d+/, '"line": 0'],
    ['sonar', /"MEDIUM"|"HIGH"/, '"MAJOR"'],
    ['sonar', /"startLine": \d+/, '"startLine": 0'],
    ['json', /"severity": "\w+"/, '"severity": "fatal"'],
    ['junit', / time="0"/, ''],
    ['junit', /T00:00:00/, 'T00:00:00Z'],
    ['junit', /<properties\/>/, ''],
    ['junit', /<testcase /, '<testcase lang="en" '],
    ['checkstyle', /severity="\w+"/, 'severity="note"'],
    ['checkstyle', / line="\d+"/, ' line="0"'],
  ]
  test.each(faults)('%s with %s made %j', async (name, part, instead) => {
    const text = sample(name)
    const broken = text.replace(part, instead)
    expect(broken).not.toBe(text)
    const [, validate] = validators.find(([each]) => each === name) ?? []
    expect((await validate?.(broken))?.length).toBeGreaterThan(0)
  })
})

describe('what no schema can say of SARIF', () => {
  test.each(reports)('holds for %s', (_what, report) => {
    const [run] = JSON.parse(formats.sarif(report(), plainStyle)).runs
    const { rules } = run.tool.driver
    for (const { ruleId, ruleIndex, locations } of run.results) {
      expect(rules[ruleIndex].id).toBe(ruleId)
      const { region } = locations[0].physicalLocation
      const ends = region.endLine > region.startLine || region.endColumn >= region.startColumn
      expect(ends).toBe(true)
    }
    const prints = run.results.map((result: { partialFingerprints: object }) => JSON.stringify(result))
    expect(new Set(prints).size).toBe(prints.length)
  })
})
