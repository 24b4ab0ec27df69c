import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { configJsonSchema } from '../../src/cli/config/shape.ts'
import { starterConfig } from '../../src/cli/init-text.ts'
import { claimlint, documentsIn, folderOf, lowestPrice, type Tree } from './workshop.ts'

const json = ['-f', 'json']
const md = lowestPrice

/** Rule, severity and document of every finding. */
function levelsIn(out: string): string[] {
  const { findings } = JSON.parse(out) as { findings: { ruleId: string; severity: string; document: string }[] } // our own report
  return findings.map(({ document, severity, ruleId }) => `${document}: ${severity} ${ruleId}`)
}

const only = [...json, '--only', 'price/lowest-price']

interface Case {
  readonly name: string
  readonly tree: Tree
  readonly argv?: readonly string[]
  readonly levels: readonly string[]
}

const cases: readonly Case[] = [
  { name: 'no configuration: the level of the rule', tree: { 'a.md': md }, levels: ['a.md: error price/lowest-price'] },
  {
    name: 'a level by rule',
    tree: { 'claimlint.yaml': 'rules: {price/lowest-price: info}\n', 'a.md': md },
    levels: ['a.md: info price/lowest-price'],
  },
  {
    name: 'a level by family',
    tree: { 'claimlint.yml': 'rules: {price: warning}\n', 'a.md': md },
    levels: ['a.md: warning price/lowest-price'],
  },
  {
    name: 'a rule before its family',
    tree: { 'claimlint.json': '{"rules": {"price": "off", "price/lowest-price": "info"}}', 'a.md': md },
    levels: ['a.md: info price/lowest-price'],
  },
  { name: 'off', tree: { 'claimlint.yaml': 'rules: {price: off}\n', 'a.md': md }, levels: [] },
  {
    name: 'the command line over the file',
    tree: { 'claimlint.yaml': 'rules: {price/lowest-price: off}\n', 'a.md': md },
    argv: ['--rule', 'price=warning'],
    levels: ['a.md: warning price/lowest-price'],
  },
  {
    name: 'each document under the nearest configuration upwards',
    tree: {
      'claimlint.yaml': 'rules: {price: warning}\n',
      'a.md': md,
      'x/y/b.md': md,
      'z/claimlint.yaml': '',
      'z/w/c.md': md,
    },
    levels: [
      'a.md: warning price/lowest-price',
      'x/y/b.md: warning price/lowest-price',
      'z/w/c.md: error price/lowest-price',
    ],
  },
  {
    name: 'extends: keys go over keys, rules add to rules, paths stay with their file',
    tree: {
      'house/base.yaml': 'rules: {price: warning, vague: off}\nignore: ["*.tmp.md"]\n',
      'house/x.tmp.md': md,
      'shop/claimlint.yaml': 'extends: ../house/base.yaml\nrules: {vague: info}\n',
      'shop/a.md': md,
      'shop/b.tmp.md': md,
    },
    levels: [
      'house/x.tmp.md: error price/lowest-price',
      'shop/a.md: warning price/lowest-price',
      'shop/b.tmp.md: warning price/lowest-price',
    ],
  },
  {
    name: '--config for all documents',
    tree: { 'claimlint.yaml': 'rules: {price: off}\n', 'other/strict.yaml': 'rules: {price: warning}\n', 'a.md': md },
    argv: ['--config', 'other/strict.yaml', 'a.md'],
    levels: ['a.md: warning price/lowest-price'],
  },
  {
    name: '--no-config',
    tree: { 'claimlint.yaml': 'rules: {price: off}\n', 'a.md': md },
    argv: ['--no-config'],
    levels: ['a.md: error price/lowest-price'],
  },
  {
    name: 'keys that decide nothing here',
    tree: {
      'claimlint.yaml':
        'company: company.yaml\nfacts: [f/*.yaml]\nevidence: []\ndecisions: d.yaml\nbaseline: b.json\nlanguages: [en]\noverrides: [{files: [a.md], markets: [eu], rules: {vague: off}}]\n$schema: ./s.json\n',
      'a.md': md,
    },
    levels: ['a.md: error price/lowest-price'],
  },
  {
    name: 'fields:',
    tree: { 'claimlint.yaml': 'fields: {ignore: [note]}\n', 'a.yaml': `description: ${md}note: ${md}` },
    levels: ['a.yaml: error price/lowest-price'],
  },
  {
    name: 'an empty configuration',
    tree: { 'claimlint.yaml': '# nothing yet\n', 'a.md': md },
    levels: ['a.md: error price/lowest-price'],
  },
  {
    name: 'a configuration with a byte-order mark',
    tree: { 'claimlint.yaml': '\ufeffrules: {price: off}\n', 'a.md': md },
    levels: [],
  },
]

describe('configurations', () => {
  test.each(cases)('$name', async ({ tree, argv = [], levels }) => {
    const { out, err } = await claimlint(folderOf(tree), [...only, ...argv])
    expect(err).toBe('')
    expect(levelsIn(out)).toEqual(levels)
  })

  test('settings reach the report', async () => {
    const folder = folderOf({ 'claimlint.yaml': 'markets: [uk, eu]\naudience: b2b\n', 'a.md': md })
    const settings = (out: string) => {
      const { markets, audience, asOf } = JSON.parse(out) as { markets: string[]; audience: string; asOf: string } // our own report
      return { markets, audience, asOf }
    }
    expect(settings((await claimlint(folder, json)).out)).toEqual({
      markets: ['uk', 'eu'],
      audience: 'b2b',
      asOf: '2026-11-21',
    })
    const given = [...json, '--market', 'cn,us', '--audience', 'b2c', '--as-of', '2027-02-28']
    expect(settings((await claimlint(folder, given)).out)).toEqual({
      markets: ['us', 'cn'],
      audience: 'b2c',
      asOf: '2027-02-28',
    })
  })

  test('each configuration decides for its own documents when an audit fails', async () => {
    const folder = folderOf({
      'lax/claimlint.yaml': 'failOn: never\n',
      'lax/a.md': md,
      'strict/claimlint.yaml': '',
      'strict/b.md': md,
    })
    expect((await claimlint(folder, ['lax'])).code).toBe(0)
    expect((await claimlint(folder, ['lax', 'strict'])).code).toBe(1)
    expect((await claimlint(folder, ['--fail-on', 'error', 'lax'])).code).toBe(1)
  })
})

const houseRule = (title: string) => `title: ${title}
kind: objective
severity: warning
confidence: high
match: {en: [forged in Solingen]}
needs: {evidence: [photo]}
message: {en: '"{match}" names a place of making.'}
advice: {en: Put a photo of the forge on file.}
examples:
  flagged: [Our knives are forged in Solingen.]
  clean: [Our knives lie in a box of beech.]
`
const solingen = 'Each knife is forged in Solingen.\n'

describe('house rules', () => {
  test('are rules like the built-in ones', async () => {
    const tree = {
      'claimlint.yaml': 'packs: [./our-rules]\n',
      'our-rules/maker/forged.yml': houseRule('Forged here'),
      'a.md': solingen,
    }
    const { out, err } = await claimlint(folderOf(tree), [...json, '--only', 'maker/forged'])
    expect(err).toBe('')
    expect(levelsIn(out)).toEqual(['a.md: warning maker/forged'])
  })

  test('hold only under their configuration', async () => {
    const tree = {
      'x/claimlint.yaml': 'packs: [rules]\n',
      'x/rules/maker/forged.yml': houseRule('Forged here'),
      'x/a.md': solingen,
      'b.md': solingen,
    }
    expect(levelsIn((await claimlint(folderOf(tree), [...json, '--only', 'maker/forged'])).out)).toEqual([
      'x/a.md: warning maker/forged',
    ])
  })
})

const faults: readonly { name: string; tree: Tree; argv?: readonly string[]; message: string }[] = [
  {
    name: 'an unknown key',
    tree: { 'claimlint.yaml': 'markets: [eu]\nfils: [a]\n' },
    message: 'claimlint.yaml:2:1: E_CONFIG unknown key "fils"; did you mean "files"?',
  },
  {
    name: 'a key nothing is like',
    tree: { 'claimlint.yaml': 'plugins: [a]\n' },
    message: 'claimlint.yaml:1:1: E_CONFIG unknown key "plugins"; known keys: ',
  },
  {
    name: 'an unknown key inside',
    tree: { 'claimlint.yaml': 'fields: {ignor: []}\n' },
    message: 'claimlint.yaml:1:10: E_CONFIG unknown key "ignor" in fields; did you mean "ignore"?',
  },
  {
    name: 'an unknown key in an override',
    tree: { 'claimlint.yaml': 'overrides:\n  - files: [a]\n    market: [eu]\n' },
    message: 'claimlint.yaml:3:5: E_CONFIG unknown key "market" in overrides[0]; did you mean "markets"?',
  },
  {
    name: 'a missing key',
    tree: { 'claimlint.yaml': 'overrides:\n  - rules: {}\n' },
    message: 'overrides[0].files is missing',
  },
  {
    name: 'an unknown market',
    tree: { 'claimlint.yaml': 'markets: [eu, USA]\n' },
    message: 'claimlint.yaml:1:15: E_CONFIG markets[1] is "USA"; use us, eu, uk, cn, hk, tw; did you mean "us"?',
  },
  {
    name: 'an unknown level',
    tree: { 'claimlint.yaml': 'rules:\n  vague: eror\n' },
    message:
      'claimlint.yaml:2:10: E_CONFIG rules.vague is "eror"; use error, warning, info, off; did you mean "error"?',
  },
  {
    name: 'an unknown rule',
    tree: { 'claimlint.yaml': 'rules:\n  price/lowest-prices: off\n' },
    message:
      'claimlint.yaml:2:24: E_CONFIG there is no rule or family "price/lowest-prices"; did you mean "price/lowest-price"?',
  },
  {
    name: 'an unknown rule in an override',
    tree: { 'claimlint.yaml': 'overrides: [{files: [a], rules: {vaque: off}}]\n' },
    message: 'there is no rule or family "vaque"; did you mean "vague"?',
  },
  {
    name: 'a text where a list is meant',
    tree: { 'claimlint.yaml': 'files: "*.md"\n' },
    message: 'claimlint.yaml:1:8: E_CONFIG files is "*.md"; use a list',
  },
  {
    name: 'a fraction of a warning',
    tree: { 'claimlint.yaml': 'maxWarnings: 1.5\n' },
    message: 'maxWarnings is 1.5; use a whole number',
  },
  {
    name: 'fewer than no warnings',
    tree: { 'claimlint.yaml': 'maxWarnings: -1\n' },
    message: 'maxWarnings is -1; use 0 or more',
  },
  {
    name: 'a list for a configuration',
    tree: { 'claimlint.yaml': '- files\n' },
    message: 'claimlint.yaml:1:1: E_CONFIG the configuration is a list; use keys with values',
  },
  {
    name: 'broken YAML',
    tree: { 'claimlint.yaml': 'files: [a\n' },
    message: 'claimlint.yaml:2:1: E_CONFIG not readable as YAML',
  },
  {
    name: 'a key that stands twice',
    tree: { 'claimlint.yaml': 'files: [a]\nfiles: [b]\n' },
    message: 'claimlint.yaml:2:1: E_CONFIG not readable as YAML: Map keys must be unique',
  },
  {
    name: 'two configurations in one folder',
    tree: { 'claimlint.yaml': '', 'claimlint.json': '{}' },
    message: 'there are two configurations in one folder: claimlint.yaml and claimlint.json',
  },
  {
    name: 'extends of a file that is not there',
    tree: { 'claimlint.yaml': 'extends: ./base.yaml\n' },
    message: 'claimlint.yaml:1:10: E_CONFIG cannot read the configuration base.yaml: there is no such file',
  },
  {
    name: 'extends in a circle',
    tree: {
      'claimlint.yaml': 'extends: ./b.yaml\n',
      'b.yaml': 'extends: ./c.yaml\n',
      'c.yaml': 'markets: []\nextends: claimlint.yaml\n',
    },
    message: 'c.yaml:2:10: E_CONFIG extends goes round in a circle: claimlint.yaml',
  },
  {
    name: 'a fault in the file extended',
    tree: { 'claimlint.yaml': 'extends: base/b.yaml\n', 'base/b.yaml': 'ignor: []\n' },
    message: 'base/b.yaml:1:1: E_CONFIG unknown key "ignor"; did you mean "ignore"?',
  },
  {
    name: '--config of a file that is not there',
    tree: {},
    argv: ['-c', 'x.yaml'],
    message: 'cannot read the configuration x.yaml: there is no such file',
  },
  {
    name: 'a pack that is not there',
    tree: { 'claimlint.yaml': 'packs: [./rules-of-ours]\n' },
    message: 'claimlint.yaml:1:9: E_CONFIG there is no folder of rules rules-of-ours',
  },
  {
    name: 'a pack without rules',
    tree: { 'claimlint.yaml': 'packs: [img]\n', 'img/x.png': '' },
    message: 'claimlint.yaml:1:9: E_CONFIG img holds no rule file',
  },
  {
    name: 'a house rule with a fault',
    tree: {
      'claimlint.yaml': 'packs: [our]\n',
      'our/maker/forged.yml': houseRule('x').replace('severity: warning', 'severity: warnin'),
    },
    message: 'our/maker/forged.yml:3:11: E_RULE severity is "warnin"; did you mean "warning"?',
  },
]

describe('faults in configurations end with exit code 2 and their place', () => {
  test.each(faults)('$name', async ({ tree, argv = [], message }) => {
    const { code, out, err } = await claimlint(folderOf({ 'a.md': md, ...tree }), [...argv, 'a.md'])
    expect(err).toContain(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

describe('the JSON Schema', () => {
  test('says what the reader reads', () => {
    const shipped = readFileSync(join(import.meta.dirname, '../../schemas/config.schema.json'), 'utf8')
    expect(JSON.parse(shipped)).toEqual(configJsonSchema())
  })

  test.each(Object.entries(starterConfig))('takes what init writes (%s)', (_language, text) => {
    expect(new Ajv().validate(configJsonSchema(), parse(text))).toBe(true)
  })
})

test('documents in a folder above the configuration are not its own', async () => {
  const folder = folderOf({ 'shop/claimlint.yaml': 'rules: {price: off}\n', 'shop/a.md': md, 'b.md': md })
  expect(documentsIn((await claimlint(folder, only)).out)).toEqual(['b.md'])
})
