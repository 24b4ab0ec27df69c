import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readRuleFiles } from '../../scripts/read-rules.ts'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { judge } from '../../src/core/audit/judge.ts'
import { everyRule, openPack, type RulePack } from '../../src/core/audit/pack.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import type { Finding } from '../../src/core/model/report.ts'
import { families } from '../../src/core/model/rule.ts'
import { compilePack, emptyPack } from '../../src/core/rules/compile.ts'

/** fixtures/lexicon/<family>.yml */
interface LexiconFixture {
  readonly phrasings: Readonly<Record<'en' | 'hans' | 'hant', readonly string[]>>
  /** Phrasings left alone on purpose. */
  readonly silent?: readonly { readonly text: string; readonly why: string }[]
  readonly lookAlikes: Readonly<Record<'en' | 'zh', readonly string[]>>
  /** Look-alikes of this family that are claims of another one. */
  readonly elsewhere?: readonly { readonly text: string; readonly family: string }[]
  /** Look-alikes that are names: silent once the name is on file. */
  readonly named?: readonly string[]
}

const folder = 'fixtures/lexicon'
const fixtures = readdirSync(folder)
  .sort()
  .map((file) => {
    const fixture: LexiconFixture = parse(readFileSync(`${folder}/${file}`, 'utf8'))
    return { family: file.replace('.yml', ''), ...fixture }
  })

let pack: RulePack
beforeAll(() => {
  pack = openPack(compilePack(readRuleFiles('rules'), emptyPack).source, everyRule)
})

const recordOf = (path: string, text: string) =>
  extractClaims(parseDocument(path, text, { fields: { ignore: [], audit: [] } }), pack)

/** Findings about the words of a text, with the names on file. */
function findingsIn(text: string, names: readonly string[] = []): readonly Finding[] {
  const settings = { markets: [], channel: null, audience: null, asOf: '2026-11-21', selection: everyRule }
  const background = names.map((name) => recordOf('company.yaml', `"@type": Organization\nlegalName: ${name}\n`))
  const group = { records: [recordOf('page.md', text)], background, pack, settings }
  const { findings } = judge([group], { language: 'en', toolVersion: '0', ledger: 'findings' })
  return findings.filter(({ verdict }) => verdict !== null)
}

const shown = (findings: readonly Finding[]) => findings.map(({ ruleId, text }) => `${ruleId} "${text}"`).join(', ')

test('every family has its lexicon', () => {
  expect(fixtures.map(({ family }) => family)).toEqual([...families].sort())
})

describe.each(fixtures)('$family', ({ family, phrasings, silent = [], lookAlikes, elsewhere = [], named = [] }) => {
  test('each phrasing is flagged, or left alone for a reason that is written down', () => {
    const alone = new Set(silent.map(({ text }) => text))
    const missed: string[] = []
    const cover = Object.entries(phrasings).map(([language, texts]) => {
      const found = texts.filter((text) => findingsIn(text).length > 0)
      missed.push(...texts.filter((text) => !found.includes(text)))
      return `${language} ${found.length}/${texts.length}`
    })
    // biome-ignore lint/suspicious/noConsole: the coverage is there to be read
    console.log(`${family}: ${cover.join(', ')}`)
    expect(missed.filter((text) => !alone.has(text))).toEqual([])
    expect([...alone].filter((text) => !missed.includes(text))).toEqual([])
  })

  test('no look-alike is flagged', () => {
    const others = new Map(elsewhere.map(({ text, family: other }) => [text, other]))
    const loud = Object.values(lookAlikes)
      .flat()
      .flatMap((text) => {
        const findings = findingsIn(text, named.includes(text) ? [text] : [])
        const wrong = findings.filter((finding) => finding.family !== others.get(text))
        return wrong.length > 0 ? [`${text}: ${shown(wrong)}`] : []
      })
    expect(loud).toEqual([])
  })

  test('what is listed as a claim of another family, or as a name, is one', () => {
    const listed = new Set(Object.values(lookAlikes).flat())
    const idle = [...elsewhere.map(({ text }) => text), ...named].filter(
      (text) => !listed.has(text) || findingsIn(text).length === 0,
    )
    expect(idle).toEqual([])
  })
})
