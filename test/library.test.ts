import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ruleFilesIn } from '../src/cli/files/rule-files.ts'
import { type AuditRequest, audit, ClaimlintError, compilePack, emptyPack, regexRunners } from '../src/core/index.ts'

const { source: rules } = compilePack(ruleFilesIn('rules'), emptyPack)
const listing = { path: 'page.md', text: 'The lowest price in Europe, from our own factory.\n' }
const request: AuditRequest = { documents: [listing], rules, asOf: '2026-03-31' }
const found = (more: Partial<AuditRequest>) =>
  audit({ ...request, ...more }).findings.map(({ ruleId, verdict, severity }) => `${ruleId} ${verdict} ${severity}`)
const about = (family: string, more: Partial<AuditRequest>) => found(more).filter((line) => line.startsWith(family))

describe('audit', () => {
  test('answers the same report for the same request', () => {
    expect(audit(request)).toEqual(audit(request))
    expect(found({})).toContain('price/lowest-price unsupported error')
  })

  test.each([
    { name: 'text', facts: 'businessType: trading company\n' },
    { name: 'object', facts: { businessType: 'trading company' } },
  ])('takes facts as $name', ({ facts }) => {
    expect(about('maker', { facts })).toEqual([expect.stringContaining('contradicted error')])
  })

  test('takes proof', () => {
    const entry = {
      id: 'survey',
      kind: 'price-survey',
      supports: ['price'],
      issued: '2026-03-20',
      expires: '2026-12-31',
    }
    expect(about('price', { evidence: [entry] })).toEqual([])
    expect(about('price', { evidence: [entry], asOf: '2027-01-01' })).toEqual(['price/lowest-price expired error'])
  })

  test('pages are compared when they are one company’s', () => {
    const documents = [
      { path: 'a.md', text: 'We were founded in 2004.' },
      { path: 'b.md', text: 'Founded in 2010, we make lamps.' },
    ]
    const contradicted = (more: Partial<AuditRequest>) =>
      found({ documents, ...more }).filter((line) => line.includes('contradicted')).length
    expect(contradicted({})).toBe(0)
    expect(contradicted({ config: {} })).toBe(2)
  })

  test('settings of the request go over those of the configuration', () => {
    const config = { markets: ['us'], rules: { 'price/lowest-price': 'info' } }
    expect(about('price', { config })).toEqual([expect.stringMatching(/ info$/)])
    expect(audit({ ...request, config, markets: ['cn'] }).markets).toEqual(['cn'])
    expect(about('price', { config: 'rules: {"*/implied": off, price: off}' })).toEqual([])
  })

  test('runs house rules with regular expressions', () => {
    const text = `title: Ours\nkind: opinion\nseverity: info\nconfidence: high\nmatch: {en: [/gr+eat/]}\nmessage: {en: Ours}\nadvice: {en: Ours}\nexamples: {flagged: [grrreat], clean: [fine]}\n`
    const { source } = compilePack([{ path: 'vague/ours.yml', text }], { ...emptyPack, source: rules })
    const documents = [{ path: 'page.md', text: 'A grrrreat lamp.' }]
    expect(about('vague/ours', { documents, rules: source, regexes: regexRunners(source) })).toHaveLength(1)
  })

  test.each<readonly [name: string, more: Partial<AuditRequest>, message: string]>([
    ['a day', { asOf: '2026-02-30' }, 'asOf: "2026-02-30" is no day; write it as 2026-03-31'],
    ['a word', { config: { markets: ['mars'] } }, 'markets: "mars" is none of us, eu, uk, cn, hk, tw'],
    ['no list', { config: 'markets: eu' }, 'markets: needs a list of us, eu, uk, cn, hk, tw'],
    ['a key', { config: 'market: [eu]' }, 'there is no key "market"; did you mean "markets"?'],
    ['a rule', { config: 'rules: {price/lowest: off}' }, 'rules: there is no rule or family "price/lowest"'],
    ['packs', { config: 'packs: [ours]' }, '"packs" means other files, which audit does not read'],
    ['no map', { config: '- a' }, 'the configuration is no map of keys'],
    ['syntax', { config: 'markets: [eu' }, 'not valid: Flow sequence'],
  ])('%s that is wrong is told', (_name, more, message) => {
    const run = () => audit({ ...request, ...more })
    expect(run).toThrow(ClaimlintError)
    expect(run).toThrow(message)
  })
})

describe.skipIf(!existsSync('dist/claimlint-rules.js'))(
  'the example (skipped when dist/ is not built: npm run build)',
  () => {
    const example = 'examples/library/check-listing.mjs'

    test('prints what its page says', { timeout: 60_000 }, () => {
      const page = readFileSync('docs/library.md', 'utf8')
      const printed = execFileSync(process.execPath, [example], { encoding: 'utf8' })
      expect(page).toContain(`\`\`\`js\n${readFileSync(example, 'utf8')}\`\`\``)
      expect(page).toContain(`\`\`\`console\n$ node ${example}\n${printed}\`\`\``)
    })

    test.each(['claimlint-core.js', 'claimlint-rules.js'])('%s asks for nothing of Node', (file) => {
      const code = readFileSync(`dist/${file}`, 'utf8')
      expect(code.match(/^(?:import|export)\b.*["']|(?<!\{)\bimport\(|\brequire\(/gm) ?? []).toEqual([])
    })
  },
)
