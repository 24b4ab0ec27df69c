import { beforeAll, describe, expect, test } from 'vitest'
import { readRuleFiles } from '../../scripts/read-rules.ts'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { everyRule, openPack, type RulePack } from '../../src/core/audit/pack.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import { type CompiledPack, compilePack, emptyPack } from '../../src/core/rules/compile.ts'

let compiled: CompiledPack
let pack: RulePack
beforeAll(() => {
  // Rules are left out: statements must be found by their own phrases.
  const files = readRuleFiles('rules').filter(({ path }) => /^(?:statements|lexicons|look-alikes|guards)\//.test(path))
  compiled = compilePack(files, emptyPack)
  pack = openPack(compiled.source, everyRule)
})

const stated = (text: string) =>
  extractClaims(parseDocument('example.md', text, { fields: { ignore: [], audit: [] } }), pack).statements.map(
    ({ ruleId }) => ruleId,
  )

describe('examples of statements', () => {
  test('each sentence that states a property is found', () => {
    const missed = Object.entries(compiled.examples.statements).flatMap(([id, { states }]) =>
      states.filter(({ text }) => !stated(text).includes(id)).map(({ text }) => `${id}: ${text}`),
    )
    expect(missed).toEqual([])
  })

  test('each look-alike states nothing', () => {
    const wrong = Object.entries(compiled.examples.statements).flatMap(([id, { silent }]) =>
      silent.filter((text) => stated(text).includes(id)).map((text) => `${id}: ${text}`),
    )
    expect(wrong).toEqual([])
  })
})
