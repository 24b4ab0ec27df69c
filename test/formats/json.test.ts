import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formats, plainStyle } from '../../src/core/formats/index.ts'
import { verdicts } from '../../src/core/model/report.ts'
import { audiences, confidences, families, markets, severities, structuralFamilies } from '../../src/core/model/rule.ts'
import { anyReport, hostileTexts, reportWith, sampleReport } from './sample.ts'

const schema = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
const written = (report: Parameters<typeof formats.json>[0]) => JSON.parse(formats.json(report, plainStyle))

test('the sample report is as the schema says', () => {
  validate(written({ ...sampleReport(), claims: sampleReport().findings }))
  expect(validate.errors ?? []).toEqual([])
})

test.each(hostileTexts)('a report with %j everywhere is as the schema says', (text) => {
  validate(written(reportWith(text)))
  expect(validate.errors ?? []).toEqual([])
})

test('the schema refuses what it does not know', () => {
  expect(validate({ ...written(sampleReport()), took: 12 })).toBe(false)
})

test.each([
  ['families', schema.$defs.finding.properties.family.enum, [...families, ...structuralFamilies]],
  ['verdicts', schema.$defs.finding.properties.verdict.enum, [...verdicts, null]],
  ['counted verdicts', Object.keys(schema.$defs.summary.properties.verdicts.properties), verdicts],
  ['severities', schema.$defs.finding.properties.severity.enum, [...severities, null]],
  ['confidences', schema.$defs.finding.properties.confidence.enum, confidences],
  ['markets', schema.properties.markets.items.enum, markets],
  ['audiences', schema.properties.audience.enum, [...audiences, null]],
])('the schema knows the %s of the model', (_what, listed, model) => {
  expect(listed).toEqual(model)
})

test('keys stand in the order of the schema, the excerpt is left out', () => {
  const report = written({ ...sampleReport(), claims: [], shard: {} })
  expect(Object.keys(report)).toEqual(Object.keys(schema.properties))
  expect(Object.keys(report.findings[0])).toEqual(Object.keys(schema.$defs.finding.properties))
  expect(Object.keys(written(sampleReport()))).not.toContain('claims')
})

const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

test('reads back as the same findings, lone surrogates apart', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const read = written(report).findings
      expect(read.map((finding: { message: string }) => finding.message)).toEqual(
        report.findings.map((finding) => wellFormed(finding.message)),
      )
      const same = report.findings.map(({ excerpt: _, ...finding }) => finding)
      const expected = JSON.parse(JSON.stringify(same), (_key, value) =>
        typeof value === 'string' ? wellFormed(value) : value,
      )
      const withoutSlots = (findings: readonly object[]) => findings.map((finding) => ({ ...finding, slots: {} }))
      expect(withoutSlots(read)).toEqual(withoutSlots(expected))
    }),
  )
})
