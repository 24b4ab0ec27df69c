import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ruleJsonSchema } from '../scripts/rule-schema.ts'
import { verdicts } from '../src/core/model/report.ts'
import { claimlint, folderOf, lowestPrice } from './cli/workshop.ts'

const root = join(import.meta.dirname, '..')
const names = ['config', 'rules', 'facts', 'evidence', 'decisions', 'baseline', 'report'] as const
type Name = (typeof names)[number]

const schemaOf = (name: Name) => JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8')) as object // our own
const options = { allowUnionTypes: true, allErrors: true, strictTypes: false, strictRequired: false } as const
const validators = Object.fromEntries(
  names.map((name) => [name, (name === 'report' ? new Ajv2020(options) : new Ajv(options)).compile(schemaOf(name))]),
) as Record<Name, ReturnType<Ajv['compile']>>

/** What a schema has to say against a value. */
function objections(name: Name, value: unknown): string[] {
  const validate = validators[name]
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** Files below a folder of the repository whose path fits. */
const filesIn = (folder: string, path: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter(
      (file) => path.test(file) && !/held-back|^fixtures\/proof\//.test(file) && statSync(join(root, file)).isFile(),
    )
    .sort()

const ownFiles: readonly (readonly [name: Name, files: readonly string[], atLeast: number])[] = [
  ['config', filesIn('fixtures', /claimlint\.ya?ml$/), 1],
  ['rules', filesIn('rules', /^rules\/(?!guards|implied|law|lexicons|look-alikes|proof)[a-z]+\/[^/]+\.yml$/), 100],
  ['facts', filesIn('fixtures', /\/company\.ya?ml$|\/products\/[^/]+\.ya?ml$/), 10],
  ['evidence', filesIn('fixtures', /\/evidence\/[^/]+\.ya?ml$/), 2],
]

describe('every file of ours fits its schema', () => {
  test.each(ownFiles)('%s', (name, files, atLeast) => {
    expect(files.length).toBeGreaterThanOrEqual(atLeast)
    const wrong = files.flatMap((file) =>
      objections(name, parse(readFileSync(join(root, file), 'utf8'))).map((why) => `${file}: ${why}`),
    )
    expect(wrong).toEqual([])
  })

  test('what the program writes', async () => {
    const folder = folderOf({ 'a.md': lowestPrice })
    await claimlint(folder, ['init'])
    const read = (path: string) => parse(readFileSync(join(folder, path), 'utf8'))
    expect(objections('config', read('claimlint.yaml'))).toEqual([])
    expect(readFileSync(join(folder, 'claimlint.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=node_modules\/claimlint\/schemas\/config\.schema\.json\n/,
    )
    const { out } = await claimlint(folder, ['-f', 'json', '--claims'])
    expect(objections('report', JSON.parse(out))).toEqual([])
    const { findings } = JSON.parse(out) as { findings: { fingerprint: string }[] } // our own report
    await claimlint(folder, ['accept', findings[0]?.fingerprint ?? '', '--reason', 'r', '--by', 'me'])
    expect(objections('decisions', read('claimlint.decisions.yaml'))).toEqual([])
    await claimlint(folder, ['--no-decisions', '--accept-new'])
    expect(objections('baseline', read('claimlint-baseline.json'))).toEqual([])
  })
})

const rule = {
  title: 't',
  kind: 'absolute',
  severity: 'error',
  confidence: 'high',
  match: { en: ['a'] },
  message: { en: 'm' },
  advice: { en: 'a' },
  examples: { flagged: ['x'], clean: ['y'] },
}
const statement = {
  title: 't',
  family: 'guarantee',
  asserts: { property: 'warranty' },
  match: { en: 'a' },
  examples: { states: ['x'], silent: ['y'] },
}
const { match: _match, ...without } = rule
const entry = { rule: 'price/x', document: 'a.md', text: 't', verdict: 'vague', fingerprint: 'f' }

const broken: readonly (readonly [name: Name, what: string, value: unknown, why: RegExp])[] = [
  ['config', 'an unknown key', { fils: [] }, /additional properties/],
  ['config', 'a market of another name', { markets: ['USA'] }, /\/markets\/0 must be equal to one of/],
  ['config', 'a text for a list', { files: '*.md' }, /\/files must be array/],
  [
    'config',
    'an override without files',
    { overrides: [{ markets: ['eu'] }] },
    /\/overrides\/0 must have required .*files/,
  ],
  ['config', 'a level of another name', { rules: { vague: 'of' } }, /\/rules\/vague/],
  ['config', 'half a warning', { maxWarnings: 0.5 }, /\/maxWarnings must be integer/],
  ['rules', 'an unknown key', { ...rule, severty: 'error' }, /additional properties/],
  ['rules', 'no phrases', without, /must have required property 'match'/],
  ['rules', 'another severity', { ...rule, severity: 'fatal' }, /\/severity must be equal/],
  ['rules', 'a language that is none', { ...rule, match: { de: ['a'] } }, /\/match must NOT have additional/],
  ['rules', 'a period in words', { ...rule, needs: { fresh: '30 days' } }, /\/needs\/fresh must match pattern/],
  ['rules', 'a market of another name', { ...rule, markets: { usa: {} } }, /\/markets must NOT have additional/],
  ['rules', 'examples without look-alikes', { ...rule, examples: { flagged: ['x'] } }, /required property 'clean'/],
  [
    'rules',
    'a property that is none',
    { ...rule, asserts: { property: 'colour' } },
    /\/asserts\/property must be equal/,
  ],
  ['rules', 'a statement without a property', { ...statement, asserts: {} }, /\/asserts must have required/],
  ['rules', 'a statement of a family that is none', { ...statement, family: 'prices' }, /\/family must be equal/],
  ['facts', 'a list for a name', { legalName: ['a', { b: 1 }] }, /\/legalName/],
  ['evidence', 'an entry without an id', [{ kind: 'photo' }], /required property 'id'/],
  ['evidence', 'a market of another name', [{ id: 'a', markets: ['mars'] }], /\/0\/markets/],
  ['decisions', 'an entry without a reason', [{ fingerprint: '0123456789abcdef', kind: 'suppress' }], /'reason'/],
  ['decisions', 'a kind of another name', [{ fingerprint: '0123456789abcdef', kind: 'ignore' }], /\/0\/kind/],
  ['baseline', 'a later version', { baselineVersion: 2 }, /\/baselineVersion must be equal to constant/],
  ['baseline', 'an entry without a verdict', { findings: [{ ...entry, verdict: undefined }] }, /'verdict'/],
  ['baseline', 'a rule that is none', { findings: [{ ...entry, rule: '::error::' }] }, /\/rule must match pattern/],
  ['report', 'no summary', { schemaVersion: 1 }, /'summary'/],
]

describe('what is broken does not', () => {
  test.each(broken)('%s: %s', (name, _what, value, why) => {
    expect(objections(name, value).join('\n')).toMatch(why)
  })

  test('and these would, were they not broken', () => {
    expect(objections('rules', rule)).toEqual([])
    expect(objections('rules', statement)).toEqual([])
    expect(
      objections('rules', { extends: 'price/lowest-price', 'match+': { en: 'a' }, examples: rule.examples }),
    ).toEqual([])
    expect(objections('baseline', { findings: [entry] })).toEqual([])
  })
})

test('the schema of rules is written from the vocabulary (node scripts/run.mjs scripts/schemas.ts)', () => {
  expect(schemaOf('rules')).toEqual(ruleJsonSchema())
})

test('the schema of baselines knows every verdict', () => {
  expect(JSON.stringify(schemaOf('baseline'))).toContain(JSON.stringify([...verdicts, null]))
})

test('every schema is published', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    files: string[]
    exports: Record<string, unknown>
  } // our own manifest
  expect(manifest.files).toContain('schemas')
  expect(manifest.exports['./schemas/*']).toBe('./schemas/*')
  expect(readdirSync(join(root, 'schemas')).sort()).toEqual(names.map((name) => `${name}.schema.json`).sort())
})
