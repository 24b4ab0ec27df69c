import { describe, expect, test } from 'vitest'
import { claimlint, folderOf, lowestPrice, type Tree } from './workshop.ts'

interface Found {
  readonly document: string
  readonly severity: string | null
  readonly verdict: string
  readonly ruleId: string
}

/** `document: severity verdict` of every claim. */
async function verdicts(tree: Tree, argv: readonly string[]): Promise<string[]> {
  const { out, err, code } = await claimlint(folderOf(tree), ['-f', 'json', '--claims', ...argv])
  expect({ err, crashed: code > 1 }).toEqual({ err: '', crashed: false })
  const { findings, claims } = JSON.parse(out) as { findings: Found[]; claims: Found[] } // our own report
  const structural = findings.filter(({ verdict }) => verdict === null)
  return [...claims, ...structural].map(({ document, severity, verdict, ruleId }) =>
    verdict === null ? `${document}: ${ruleId}` : `${document}: ${severity} ${verdict}`,
  )
}

const factory = 'We have our own factory in Ningbo.\n'
const trader = 'businessType: trading company\n'
const maker = 'businessType: manufacturer\nplants: [{name: Works, ownership: own}]\n'
const price = ['--only', 'price/lowest-price,document,decision']
const green = 'An eco-friendly desk lamp.\n'
const greenOnly = ['--only', 'environment/generic-green']
const best = 'We only ship goods of the highest possible quality.\n'
const bestOnly = ['--only', 'quality/highest-quality']
const mine = ['--only', 'maker/own-factory']

const cases: readonly {
  readonly name: string
  readonly tree: Tree
  readonly argv: readonly string[]
  readonly verdicts: readonly string[]
}[] = [
  {
    name: 'rules, the last override over the first, an untouched rule as in the configuration',
    tree: {
      'claimlint.yaml':
        'rules: {price: info}\noverrides:\n  - {files: ["shop/**"], rules: {price: warning}}\n  - {files: [shop/b.md], rules: {price/lowest-price: off}}\n  - {files: [shop/c.md], rules: {vague: off}}\n',
      'a.md': lowestPrice,
      'shop/a.md': lowestPrice,
      'shop/b.md': lowestPrice,
      'shop/c.md': lowestPrice,
    },
    argv: price,
    verdicts: ['a.md: info unsupported', 'shop/a.md: warning unsupported', 'shop/c.md: warning unsupported'],
  },
  {
    name: 'the command line over an override',
    tree: {
      'claimlint.yaml': 'overrides: [{files: [a.md], markets: [us], rules: {quality: info}}]\n',
      'a.md': best,
    },
    argv: [...bestOnly, '--market', 'cn', '--rule', 'quality=error'],
    verdicts: ['a.md: error banned'],
  },
  {
    name: 'markets',
    tree: {
      'claimlint.yaml': 'markets: [us]\noverrides: [{files: [cn], markets: [cn]}]\n',
      'cn/a.md': best,
      'us/a.md': best,
    },
    argv: bestOnly,
    verdicts: ['cn/a.md: error banned', 'us/a.md: error unsupported'],
  },
  {
    name: 'a channel',
    tree: {
      'claimlint.yaml': 'overrides: [{files: [listings], channel: amazon}]\n',
      'listings/a.md': green,
      'us/a.md': green,
    },
    argv: [...greenOnly, '--market', 'uk'],
    verdicts: ['listings/a.md: error banned', 'us/a.md: error unsupported'],
  },
  {
    name: 'languages, of the configuration and of an override',
    tree: {
      'claimlint.yaml': 'languages: [en]\noverrides: [{files: [zh], languages: [zh]}]\n',
      'a.md': `${lowestPrice}\n全网最低价，欢迎比价。\n`,
      'zh/a.md': `${lowestPrice}\n全网最低价，欢迎比价。\n`,
    },
    argv: [...price, '--market', 'us'],
    verdicts: ['a.md: error unsupported', 'zh/a.md: error unsupported'],
  },
  {
    name: 'a company of its own',
    tree: {
      'claimlint.yaml':
        'company: x.yaml\noverrides: [{files: ["works/*.md"], company: works/y.yaml}]\nfiles: ["**/*.md"]\n',
      'x.yaml': trader,
      'works/y.yaml': maker,
      'a.md': factory,
      'works/a.md': factory,
    },
    argv: mine,
    verdicts: ['a.md: error contradicted', 'works/a.md: null supported'],
  },
  {
    name: 'facts about the goods of that company',
    tree: {
      'claimlint.yaml':
        'files: ["**/*.md"]\ncompany: x.yaml\noverrides: [{files: ["works/*.md"], company: y.yaml, facts: [works/*.yaml]}]\n',
      'x.yaml': 'warranty: 24 months\n',
      'y.yaml': 'legalName: Y\n',
      'works/f.yaml': 'sku: HY-1\nwarranty: 12 months\n',
      'a.md': '---\nsku: HY-1\n---\n\n2-year warranty.\n',
      'works/a.md': '---\nsku: HY-1\n---\n\n2-year warranty.\n',
    },
    argv: ['--only', 'guarantee'],
    verdicts: ['a.md: null supported', 'works/a.md: error contradicted'],
  },
  {
    name: 'evidence, which holds for those documents only, and a register that both name once',
    tree: {
      'claimlint.yaml':
        'evidence: [all.yaml]\nfiles: ["**/*.md"]\noverrides: [{files: [eu], evidence: [all.yaml, eu/*.yaml]}]\n',
      'all.yaml': '- {id: c, kind: certificate, supports: [quality], expires: 2030-01-01}\n',
      'eu/p.yaml': '- {id: s, kind: price-survey, supports: [price/lowest-price], issued: 2026-11-20}\n',
      'a.md': lowestPrice,
      'eu/a.md': lowestPrice,
    },
    argv: price,
    verdicts: ['a.md: error unsupported', 'eu/a.md: null supported'],
  },
  {
    name: 'fields',
    tree: {
      'claimlint.yaml': 'overrides: [{files: [b.yaml], fields: {ignore: [note]}}]\n',
      'a.yaml': `note: ${lowestPrice}`,
      'b.yaml': `note: ${lowestPrice}`,
    },
    argv: price,
    verdicts: ['a.yaml: error unsupported'],
  },
  {
    name: 'an override of a configuration that is extended keeps its own folder',
    tree: {
      'house/base.yaml': 'overrides: [{files: ["**/loud/**"], rules: {price: info}}]\n',
      'house/loud/a.md': lowestPrice,
      'shop/claimlint.yaml': 'extends: ../house/base.yaml\n',
      'shop/loud/a.md': lowestPrice,
    },
    argv: [...price, '--config', 'house/base.yaml'],
    verdicts: ['house/loud/a.md: info unsupported', 'shop/loud/a.md: error unsupported'],
  },
]

describe('overrides:', () => {
  test.each(cases)('$name', async ({ tree, argv, verdicts: wanted }) => {
    expect(await verdicts(tree, argv)).toEqual(wanted)
  })

  test('of the audience change the law that is printed', async () => {
    const folder = folderOf({
      'claimlint.yaml': 'markets: [eu]\naudience: b2b\noverrides: [{files: [b.md], audience: b2c}]\n',
      'a.md': green,
      'b.md': green,
    })
    const { out } = await claimlint(folder, ['-f', 'json', ...greenOnly])
    const { findings } = JSON.parse(out) as { findings: { law: { id: string }[] }[] } // our own report
    const [business = [], consumers = []] = findings.map(({ law }) => law.map(({ id }) => id))
    expect([business.includes('EU-A1-4a'), consumers.includes('EU-A1-4a')]).toEqual([false, true])
  })

  test('keep documents of one configuration comparable with each other', async () => {
    const tree = {
      'claimlint.yaml': 'files: ["*.md"]\noverrides: [{files: [b.md], rules: {vague: off}}]\n',
      'a.md': '---\nsku: HY-1\n---\n\nThe lamp comes with a 2-year warranty.\n',
      'b.md': '---\nsku: HY-1\n---\n\nThe lamp comes with a 12-month warranty.\n',
    }
    const found = await verdicts(tree, ['--only', 'guarantee'])
    expect(found.filter((line) => line.endsWith('contradicted'))).toEqual([
      'a.md: error contradicted',
      'b.md: error contradicted',
    ])
    const alone = await verdicts(tree, ['--only', 'guarantee', 'a.md'])
    expect(alone).toContain('a.md: error contradicted')
  })

  test('keep decisions and faults of registers from being told twice', async () => {
    const tree = {
      'claimlint.yaml': 'overrides: [{files: [b.md], rules: {vague: off}, evidence: ["evidence/*.yaml"]}]\n',
      'evidence/r.yaml': '- {id: s, kind: photo, supports: [price], expires: soon}\n',
      'claimlint.decisions.yaml':
        '- {fingerprint: 0123456789abcdef, kind: suppress, reason: old, by: me, on: 2026-01-01}\n',
      'a.md': lowestPrice,
      'b.md': lowestPrice,
    }
    const found = await verdicts(tree, [])
    expect(found.filter((line) => !/ (?:unsupported|vague)$/.test(line)).toSorted()).toEqual([
      'claimlint.decisions.yaml: decision/unused',
      'evidence/r.yaml: document/unreadable-evidence',
    ])
  })

  test('leave the entries of a baseline alone where they switch a rule off', async () => {
    const folder = folderOf({
      'claimlint.yaml': 'overrides: [{files: [b.md], rules: {price: off}}]\n',
      'b.md': lowestPrice,
    })
    await claimlint(folder, [...price, '--no-config', '--baseline', 'claimlint-baseline.json', '--accept-new'])
    expect(await claimlint(folder, price, { env: { CI: '1' } })).toMatchObject({ code: 0, err: '' })
  })
})
