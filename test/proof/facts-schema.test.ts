import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { articleKeys, factAt, nameKeys, plainKey } from '../../src/core/proof/fact-keys.ts'

const schema = JSON.parse(readFileSync('schemas/facts.schema.json', 'utf8')) as {
  readonly properties: Readonly<Record<string, object>>
}
const validate = new Ajv({ allowUnionTypes: true, strict: false }).compile(schema)

test.each([
  'fixtures/demo/company.yaml',
  'fixtures/catalogs/ningbo-housewares/company.yaml',
  'fixtures/catalogs/ningbo-housewares/products/whisk-set.yaml',
])('the schema accepts %s', (path) => {
  expect(validate(parse(readFileSync(path, 'utf8'))), JSON.stringify(validate.errors)).toBe(true)
})

test('every key of the schema is one that claimlint reads', () => {
  const beside = new Set(['@type', 'address', 'priceCurrency', 'shippingDetails'])
  const unread = Object.keys(schema.properties).filter((key) => {
    const plain = plainKey(key)
    return !beside.has(key) && !factAt.has(plain) && !articleKeys.has(plain) && !nameKeys.has(plain)
  })
  expect(unread).toEqual([])
})
