import { beforeAll, describe, expect, test } from 'vitest'
import { readRuleFiles } from '../../scripts/read-rules.ts'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { judge } from '../../src/core/audit/judge.ts'
import { everyRule, openPack, type RulePack } from '../../src/core/audit/pack.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import { compilePack, emptyPack } from '../../src/core/rules/compile.ts'

let pack: RulePack
beforeAll(() => {
  pack = openPack(compilePack(readRuleFiles('rules'), emptyPack).source, everyRule)
})

const recordOf = (path: string, text: string) =>
  extractClaims(parseDocument(path, text, { fields: { ignore: [], audit: [] } }), pack)

/** The words of every finding, the last document read only for its facts. */
function found(path: string, text: string, facts: readonly [string, string] | null): string[] {
  const settings = { markets: [], channel: null, audience: null, asOf: '2026-11-21', selection: everyRule }
  const background = facts === null ? [] : [recordOf(...facts)]
  const group = { records: [recordOf(path, text)], background, pack, settings, company: facts?.[0] ?? null }
  const { findings } = judge([group], { language: 'en', toolVersion: '0', ledger: 'findings' })
  return findings.filter(({ verdict }) => verdict !== null).map((finding) => finding.text)
}

const bestPrice = ['company.yaml', '"@type": Organization\nlegalName: Best Price Ltd\n'] as const
const firstPharma = ['company.yaml', '公司名称: 第一制药有限公司\n商标: [匠心, 完美日记]\n'] as const

describe('words of a name on file are no claim, in any kind of document', () => {
  test.each<[string, string, string, readonly [string, string]]>([
    ['Markdown', 'page.md', 'Parcels of Best Price come from Leeds.', bestPrice],
    ['Markdown, the short form', 'page.md', 'Parcels from Best Price leave on Mondays.', bestPrice],
    ['Markdown heading', 'page.md', '# About Best Price\n\nWe sell lamps.', bestPrice],
    ['Markdown table', 'page.md', '| Shop | Best Price |\n| --- | --- |\n| Town | Leeds |', bestPrice],
    ['front matter', 'page.md', '---\ndescription: Sold by Best Price, Leeds.\n---\n\nLamps.', bestPrice],
    ['YAML', 'lamp.yaml', 'sku: L-1\ndescription: Sold by BEST PRICE, Leeds.\n', bestPrice],
    ['JSON', 'lamp.json', '{"sku": "L-1", "description": "Sold by Best Price, Leeds."}', bestPrice],
    ['HTML in YAML', 'lamp.yaml', 'sku: L-1\ndescription: <p>Sold by <b>Best Price</b>, Leeds.</p>\n', bestPrice],
    ['Chinese', 'page.md', '第一制药的门店在杭州，匠心是本公司商标。', firstPharma],
    ['Chinese in YAML', 'a.yaml', '货号: A-1\n描述: 匠心茶罐由第一制药有限公司贴标。\n', firstPharma],
  ])('%s', (_kind, path, text, facts) => {
    expect(found(path, text, null)).not.toEqual([])
    expect(found(path, text, facts)).toEqual([])
  })
})

describe('a name hides no claim', () => {
  test.each<[string, string, readonly [string, string] | null, string[]]>([
    ['in small letters', 'At Best Price Ltd you get the best price in Leeds.', bestPrice, ['best price in Leeds']],
    ['longer than the name', 'Best Price guaranteed.', bestPrice, ['Best Price guaranteed']],
    ['the same words as a claim beside it', 'Best Price in town at Best Price Ltd.', bestPrice, ['Best Price in town']],
    ['no name on file', 'Parcels from Best Price leave on Mondays.', null, ['Best Price']],
    ['another claim of the sentence', '第一制药销量全国第一。', firstPharma, ['销量全国第一']],
  ])('%s', (_why, text, facts, words) => expect(found('page.md', text, facts)).toEqual(words))

  test('of the goods in the key that names them, where it is copy too', () => {
    const product = 'sku: L-1\nname: Waterproof lamp\ndescription: The Waterproof lamp hangs on one screw.\n'
    expect(found('lamp.yaml', product, null)).toEqual(['Waterproof'])
  })
})
