import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { configJsonSchema } from '../../src/cli/config/shape.ts'
import { claimlint, folderOf, plainCopy } from './workshop.ts'

const tree = {
  'house/base.yaml':
    'markets: [eu]\nrules: {price: warning, vague: off}\nfields: {ignore: [note]}\nlimits: {markers: 9, nesting: 9}\nevidence: ["proofs/*.yaml", "!proofs/old.yaml"]\n',
  'shop/claimlint.yaml':
    'extends: ../house/base.yaml\nfiles: ["**/*.md"]\nmaxWarnings: 3\nrules:\n  vague: info\noverrides:\n  - files: [listings]\n    channel: amazon\n    company: c.yaml\n    rules: {price/lowest-price: error}\n    fields: {audit: [x]}\n    limits: {nesting: 50}\n',
  'shop/listings/a.md': plainCopy,
  'shop/b.md': plainCopy,
}

/** `key = value (origin)` of every line. */
const settings = (out: string) =>
  out
    .split('\n')
    .slice(2)
    .filter((line) => /#/.test(line))
    .map((line) => line.replace(/ +# (?=[^#]*$)/, ' | ').trim())

describe('--print-config', () => {
  test('says of every setting where it comes from', async () => {
    const folder = folderOf(tree)
    const { code, out, err } = await claimlint(folder, [
      ...['--print-config', 'shop/listings/a.md', '--market', 'us,cn', '--rule', 'quality=off', '--no-decisions'],
    ])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('# Configuration: shop/claimlint.yaml, which extends house/base.yaml\n')
    expect(settings(out)).toEqual([
      'files: [shop/**/*.md] | shop/claimlint.yaml:2:8',
      'ignore: [] | default',
      'markets: [us, cn] | --market',
      'channel: amazon | shop/claimlint.yaml:8:14',
      '# audience: businesses and consumers | default',
      '# languages: all | default',
      'company: shop/c.yaml | shop/claimlint.yaml:9:14',
      '# facts: none | default',
      'evidence: [house/proofs/*.yaml, "!house/proofs/old.yaml"] | house/base.yaml:5:11',
      '# decisions: none | --no-decisions',
      'baseline: shop/claimlint-baseline.json | default',
      'packs: [] | default',
      'price: warning | house/base.yaml:2:16',
      'vague: info | shop/claimlint.yaml:5:10',
      'price/lowest-price: error | shop/claimlint.yaml:10:33',
      'quality: off | --rule',
      'ignore: [note] | house/base.yaml:3:18',
      'audit: [x] | shop/claimlint.yaml:11:21',
      'nesting: 50 | shop/claimlint.yaml:12:23',
      'blockSize: 262144 | default',
      'markerRun: 200 | default',
      'markers: 9 | house/base.yaml:4:19',
      'underlines: 500 | default',
      'mapKeys: 100000 | default',
      'values: 1000000 | default',
      'documentSize: 20000000 | default',
      'failOn: error | default',
      'maxWarnings: 3 | shop/claimlint.yaml:3:14',
    ])
  })

  test('leaves out the overrides that do not fit, and everything with --no-config', async () => {
    const folder = folderOf(tree)
    const other = await claimlint(folder, ['--print-config', 'shop/b.md'])
    expect(settings(other.out)).toContain('# channel: none | default')
    const none = await claimlint(folder, ['--print-config', 'shop/b.md', '--no-config'])
    expect(none.out).toContain('# Configuration: none\n')
    expect(settings(none.out).filter((line) => !line.endsWith('| default'))).toEqual([])
  })

  test('prints a configuration', async () => {
    const { out } = await claimlint(folderOf(tree), ['--print-config', 'shop/listings/a.md'])
    const validate = new Ajv().compile(configJsonSchema())
    expect(validate(parse(out)), JSON.stringify(validate.errors)).toBe(true)
  })

  test('of no file is wrong usage, and of a broken configuration too', async () => {
    const folder = folderOf({ 'claimlint.yaml': 'rules: {vaque: off}\n', 'a.md': plainCopy })
    expect(await claimlint(folder, ['--print-config', 'b.md'])).toMatchObject({
      code: 2,
      err: 'claimlint: --print-config: "b.md" is no file\n',
    })
    expect(await claimlint(folder, ['--print-config', 'a.md'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('claimlint.yaml:1:16: E_CONFIG there is no rule or family "vaque"'),
    })
  })
})
