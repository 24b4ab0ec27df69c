import { expect, test } from 'vitest'
import { packFile, readPackFile } from '../../src/cli/pack-file.ts'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { everyRule, openPrepared } from '../../src/core/audit/pack.ts'
import { preparePack } from '../../src/core/claims/prepare.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import { type PreparedPack, tableNames, textNames } from '../../src/core/model/prepared.ts'
import { ruleText, smallPack } from '../audit/small-pack.ts'

const prepared = preparePack(
  smallPack({
    'price/lowest-price.yml': ruleText({
      match: '{en: [lowest <price>], zh: [全网最低价]}',
      except: '{en: [lowest price list]}',
    }),
    'lexicons/en/price.yml': 'price: [price, selling price]\n',
    'implied/wording.yml': 'title: implied\nmessage: {en: "{words}"}\nadvice: {en: look}\n',
    'implied/en.yml':
      'bias: -1\nthreshold: 0.5\nfamilies: price service\nweights: |2-\n  neighbours\t9.25\t1\n  <en:price>\t0.1\t1\n',
  }).source,
)
const file = packFile(prepared, { tables: tableNames, texts: textNames })
const copy = 'Our lowest selling price. The lowest price list. 全網最低價。 Your neighbours will see its price.'
const claimsBy = (pack: PreparedPack) =>
  extractClaims(parseDocument('a.md', copy, { fields: { ignore: [], audit: [] } }), openPrepared(pack, everyRule))
    .claims

test('rules read from a file find what the rules found that were written', () => {
  const read = readPackFile(file)
  expect(read && claimsBy(read)).toEqual(claimsBy(prepared))
  expect(claimsBy(prepared).map(({ text }) => text)).toEqual([
    'lowest selling price',
    '全網最低價',
    'Your neighbours will see its price',
  ])
})

test('a file may stand anywhere in memory', () => {
  const shifted = Buffer.alloc(file.length + 3)
    .fill(file, 3)
    .subarray(3)
  const read = readPackFile(shifted)
  expect(read && claimsBy(read)).toEqual(claimsBy(prepared))
})

test('a file of a machine that writes numbers the other way round is not read', () => {
  const swapped = Buffer.from(file)
  swapped.subarray(0, 4).reverse()
  expect(readPackFile(swapped)).toBe(null)
})
