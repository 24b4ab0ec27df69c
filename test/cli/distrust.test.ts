import { describe, expect, test } from 'vitest'
import { claimlint, folderOf, lowestPrice, type Tree } from './workshop.ts'

const factory = 'We have our own factory in Ningbo.\n'
const silence = '<!-- claimlint ignore price, maker: the boss says so -->\n\n'

/** A folder whose owner tries everything to look good. */
const hostile: Tree = {
  'claimlint.yaml': `ignore: ["**"]
failOn: never
languages: [zh]
rules: {price: off, maker: off}
packs: [pack-that-is-not-there]
baseline: known.json
company: company.yaml
evidence: [ours/*.yaml]
overrides: [{files: ["**"], rules: {price: off}}]
`,
  'known.json': '{"findings": []}',
  'company.yaml':
    'businessType: manufacturer\nplants: [{name: Works, ownership: own}]\nfoundingDate: 2019\nlegalName: Best Co.\n',
  'evidence/all.yaml': '- {id: all, kind: price-survey, supports: [price, maker], issued: 2026-11-20}\n',
  'ours/all.yaml': '- {id: ours, kind: price-survey, supports: [price, maker], issued: 2026-11-20}\n',
  'p/price.md': silence + lowestPrice,
  'p/maker.md': `---\nevidence: all\n---\n\n${silence}${factory}`,
  'p/age.md': 'With over 20 years of experience in lighting.\n',
  'p/feed.yaml': `openapi: 3.0.0\ndescription: ${lowestPrice}`,
  'p/report.md': `<!-- claimlint report -->\n\n${lowestPrice}`,
  'p/.gitignore': 'hidden.md\n',
  'p/hidden.md': lowestPrice,
}
const distrust = ['--no-config', '--no-inline', '--no-decisions', '--evidence', 'mine/*.yaml']
const price = ['--only', 'price/lowest-price,maker/own-factory,scale/stated-years-of-experience,scale']

/** A folder with the hostile one in it, and the reviewer's own proof beside it. */
async function reviewed(register: string, argv: readonly string[] = distrust) {
  const tree = Object.entries(hostile).map(([path, text]) => [`theirs/${path}`, text] as const)
  const folder = folderOf({ ...Object.fromEntries(tree), 'mine/r.yaml': register })
  const first = await claimlint(folder, ['theirs', '--claims', '-f', 'json', ...price, '--no-config'])
  const { findings } = JSON.parse(first.out) as { findings: { fingerprint: string }[] } // our own report
  const suppress = findings.map(
    ({ fingerprint }) => `- {fingerprint: ${fingerprint}, kind: suppress, reason: no, by: them, on: 2026-01-01}\n`,
  )
  const { writeFileSync } = await import('node:fs')
  writeFileSync(`${folder}/theirs/claimlint.decisions.yaml`, suppress.join(''))
  await claimlint(folder, [
    'theirs',
    ...price,
    '--no-config',
    '--baseline',
    'theirs/claimlint-baseline.json',
    '--accept-new',
  ])
  const { code, out, err } = await claimlint(folder, ['theirs', '--claims', '-f', 'json', ...price, ...argv])
  const { claims } = JSON.parse(out || '{"claims": []}') as {
    claims: { document: string; verdict: string; decision: unknown }[]
  } // our own report
  return {
    code,
    err,
    claims: claims.map(({ document, verdict, decision }) => `${document} ${verdict}${decision ? ' decided' : ''}`),
  }
}

describe('--no-config --no-inline --no-decisions --evidence', () => {
  test('leave the audited party no say', async () => {
    const { code, err, claims } = await reviewed('[]\n')
    expect(claims).toEqual([
      'theirs/p/age.md contradicted',
      'theirs/p/maker.md unsupported',
      'theirs/p/price.md unsupported',
    ])
    expect(code).toBe(1)
    expect(err).toContain(
      'claimlint: 4 files were left out by .gitignore, as registers or as made for programs; name them to audit them\n  theirs/evidence/all.yaml\n  theirs/p/feed.yaml\n  theirs/p/hidden.md\n  theirs/p/report.md\n',
    )
  })

  test('leave the reviewer theirs', async () => {
    const { claims } = await reviewed('- {id: mine, kind: price-survey, supports: [price], issued: 2026-11-20}\n')
    expect(claims).toContain('theirs/p/price.md supported')
  })

  test('audit what is named, whatever it pretends to be', async () => {
    const { claims } = await reviewed('[]\n', [
      ...distrust,
      'theirs/p/feed.yaml',
      'theirs/p/hidden.md',
      'theirs/p/report.md',
    ])
    expect(claims).toEqual(
      expect.arrayContaining([
        'theirs/p/feed.yaml unsupported',
        'theirs/p/hidden.md unsupported',
        'theirs/p/report.md unsupported',
      ]),
    )
  })

  test.each([
    ['--no-config', /no folder of rules|no document/],
    ['--no-inline', /p\/price\.md unsupported decided|p\/maker\.md unsupported decided/],
    ['--evidence', /p\/price\.md supported/],
  ])('are all needed: without %s the folder has its way', async (option, way) => {
    const argv = option === '--evidence' ? distrust.slice(0, 3) : distrust.filter((word) => word !== option)
    const { claims, err } = await reviewed('[]\n', argv)
    expect([...claims, err].join('\n')).toMatch(way)
  })
})
