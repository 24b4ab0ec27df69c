import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { claimlint, folderOf, type Tree } from './workshop.ts'

interface Shown {
  readonly ruleId: string
  readonly family: string
  readonly severity: string | null
  readonly verdict: string | null
  readonly message: string
  readonly document: string
  readonly text: string
  readonly evidence: readonly string[]
  readonly related: readonly { readonly document: string; readonly message: string }[]
  readonly range: { readonly start: { readonly line: number } }
}

/** Every claim and finding of an audit. */
async function audited(tree: Tree, argv: readonly string[] = []): Promise<{ code: number; all: Shown[]; err: string }> {
  const { code, out, err } = await claimlint(folderOf(tree), ['-f', 'json', '--claims', ...argv])
  const { findings, claims } = JSON.parse(out || '{"findings":[],"claims":[]}') as {
    findings: Shown[]
    claims: Shown[]
  } // our own report
  return { code, err, all: [...claims, ...findings.filter(({ verdict }) => verdict === null)] }
}

const config = 'files: ["*.md", "*.yaml"]\nmarkets: [eu]\n'
const lowest = 'Our LED drivers come at the lowest price in Europe.\n'
const survey = (rest: string) => `- {id: s1, kind: price-survey, supports: [price/lowest-price], ${rest}}\n`

interface Case {
  readonly name: string
  readonly register: string
  readonly copy?: string
  readonly argv?: readonly string[]
  readonly verdict: string
  readonly says?: string
}

const cases: readonly Case[] = [
  { name: 'a rule and fresh proof', register: survey('issued: 2026-11-01'), verdict: 'supported' },
  {
    name: 'a family',
    register: '- {id: s1, kind: price-survey, supports: price, issued: 2026-11-01}',
    verdict: 'supported',
  },
  {
    name: 'another family',
    register: '- {id: s1, kind: price-survey, supports: quality, issued: 2026-11-01}',
    verdict: 'unsupported',
  },
  { name: 'on the last day', register: survey('issued: 2026-11-01, expires: 2026-11-21'), verdict: 'supported' },
  {
    name: 'on the day after',
    register: survey('issued: 2026-11-01, expires: 2026-11-20'),
    verdict: 'expired',
    says: 'it ran out on 2026-11-20',
  },
  { name: 'thirty days old', register: survey('issued: 2026-10-22'), verdict: 'supported' },
  {
    name: 'thirty-one days old',
    register: survey('issued: 2026-10-21'),
    verdict: 'unsupported',
    says: 'it is of 2026-10-21, older than 30 days',
  },
  { name: 'without a date', register: survey('owner: me'), verdict: 'unsupported', says: 'it has no date' },
  {
    name: 'dated after the audit',
    register: survey('issued: 2026-12-01'),
    verdict: 'unsupported',
    says: 'after the day of this audit',
  },
  {
    name: 'for another market',
    register: survey('issued: 2026-11-01, markets: [us]'),
    verdict: 'unsupported',
    says: 'for another market: us',
  },
  {
    name: 'for one of two markets',
    register: survey('issued: 2026-11-01, markets: [us]'),
    argv: ['--market', 'us,eu'],
    verdict: 'unsupported',
    says: 'for another market',
  },
  { name: 'for this market', register: survey('issued: 2026-11-01, markets: [us, eu]'), verdict: 'supported' },
  {
    name: 'for another product',
    register: survey('issued: 2026-11-01, products: [XY-9]'),
    verdict: 'unsupported',
    says: 'for another product: XY-9',
  },
  {
    name: 'for a product the sentence names',
    register: survey('issued: 2026-11-01, products: [LED drivers]'),
    verdict: 'supported',
  },
  { name: 'for this document', register: survey('issued: 2026-11-01, documents: ["a.*"]'), verdict: 'supported' },
  {
    name: 'for another document',
    register: survey('issued: 2026-11-01, documents: ["b.md"]'),
    verdict: 'unsupported',
    says: 'for another document',
  },
  {
    name: 'of the wrong kind',
    register: '- {id: s1, kind: photo, supports: price, issued: 2026-11-01}',
    verdict: 'unsupported',
    says: 'a photo does not prove',
  },
  {
    name: 'without its file',
    register: survey('issued: 2026-11-01, file: none.pdf'),
    verdict: 'unsupported',
    says: 'none.pdf is missing',
  },
  {
    name: 'with a file out of the repository',
    register: survey('issued: 2026-11-01, file: ../../../../etc/hosts'),
    verdict: 'unsupported',
    says: 'lies outside',
  },
  {
    name: 'with words the claim holds',
    register: '- {id: s1, kind: price-survey, issued: 2026-11-01, supports: [{rule: price, text: Lowest  PRICE}]}',
    verdict: 'supported',
  },
  {
    name: 'with words it does not hold',
    register: '- {id: s1, kind: price-survey, issued: 2026-11-01, supports: [{rule: price, text: cheapest}]}',
    verdict: 'unsupported',
  },
  {
    name: 'its number in the sentence, whatever the family',
    register: '- {id: s1, kind: price-survey, number: PS-26-0041, issued: 2026-11-01}',
    copy: 'The lowest price in Europe (survey PS 26-0041).\n',
    verdict: 'supported',
  },
  {
    name: 'its number in another sentence',
    register: '- {id: s1, kind: price-survey, number: PS-26-0041, issued: 2026-11-01}',
    copy: 'The lowest price in Europe. Order PS-26-0041 today or never, says nobody at all.\n\nSee PS-26-0041.\n',
    verdict: 'unsupported',
  },
  {
    name: 'a footnote',
    register: '- {id: s1, kind: price-survey, issued: 2026-11-01}',
    copy: 'We offer the lowest price in Europe.[^ev:s1]\n',
    verdict: 'supported',
  },
  {
    name: 'a footnote that is defined',
    register: '- {id: s1, kind: price-survey, issued: 2026-11-01}',
    copy: 'We offer the lowest price in Europe[^ev:s1] today.\n\n[^ev:s1]: Register, first entry.\n',
    verdict: 'supported',
  },
  {
    name: 'a footnote of the sentence before',
    register: '- {id: s1, kind: price-survey, issued: 2026-11-01}',
    copy: 'Here is one.[^ev:s1] We offer the lowest price in Europe.\n',
    verdict: 'unsupported',
  },
  {
    name: 'a footnote in code',
    register: '- {id: s1, kind: price-survey, issued: 2026-11-01}',
    copy: 'We offer the lowest price in Europe.\n\n```\n[^ev:s1]\n```\n',
    verdict: 'unsupported',
  },
  {
    name: 'an HTML comment',
    register: '- {id: s1, kind: price-survey, issued: 2026-11-01}',
    copy: '<!-- claimlint evidence s1 -->\nWe offer the lowest price in Europe.\n',
    verdict: 'supported',
  },
  {
    name: 'an HTML comment about the paragraph before',
    register: '- {id: s1, kind: price-survey, issued: 2026-11-01}',
    copy: '<!-- claimlint evidence s1 -->\nOne.\n\nWe offer the lowest price in Europe.\n',
    verdict: 'unsupported',
  },
  {
    name: 'expired, by a footnote',
    register: '- {id: s1, kind: price-survey, issued: 2026-11-01, expires: 2026-11-02}',
    copy: 'We offer the lowest price in Europe.[^ev:s1]\n',
    verdict: 'expired',
  },
  {
    name: 'one expired and one valid',
    register: `${survey('issued: 2026-11-01, expires: 2026-11-02')}- {id: s2, kind: price-survey, supports: price, issued: 2026-11-03}\n`,
    verdict: 'supported',
  },
]

describe('a claim with evidence', () => {
  test.each(cases)('$name: $verdict', async ({ register, copy = lowest, argv = [], verdict, says }) => {
    const { all } = await audited({ 'claimlint.yaml': config, 'a.md': copy, 'evidence/register.yaml': register }, argv)
    const claim = all.find(({ family }) => family === 'price')
    expect(claim?.verdict).toBe(verdict)
    if (says !== undefined) {
      expect(claim?.message).toContain(says)
      expect(claim?.related[0]?.document).toBe('evidence/register.yaml')
    }
    if (verdict === 'supported') expect(claim).toMatchObject({ severity: null })
    if (verdict === 'expired') expect(claim).toMatchObject({ severity: 'error', evidence: ['s1'] })
  })

  test('turns red on the day after, though no document changes', async () => {
    const folder = folderOf({
      'claimlint.yaml': config,
      'a.md': 'We are a BSCI audited supplier.\n',
      'evidence/register.yaml':
        '- {id: bsci, kind: audit-report, supports: [{rule: certification, text: BSCI}], expires: 2026-11-21}\n',
    })
    const codes = []
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22']) {
      codes.push((await claimlint(folder, ['--as-of', day, '--fail-on', 'error'])).code)
    }
    expect(codes).toEqual([0, 0, 1])
  })

  test('in YAML: a comment on the key, and a key beside the words', async () => {
    const { all } = await audited({
      'claimlint.yaml': config,
      'a.yaml': [
        'sku: A-1',
        '# evidence: s1',
        'lead: We offer the lowest price in Europe.',
        'faq:',
        '  - a: We offer the lowest price in Asia.',
        '    evidence: s1',
        '  - a: We offer the lowest price in Africa.',
        'note: We offer the lowest price in America. # claimlint evidence s1',
        'end: We offer the lowest price in Australia.',
        '',
      ].join('\n'),
      'evidence/register.yaml': '- {id: s1, kind: price-survey, issued: 2026-11-01}\n',
    })
    const prices = all.filter(({ family }) => family === 'price')
    expect(prices.map(({ verdict, range }) => [range.start.line, verdict])).toEqual([
      [3, 'supported'],
      [5, 'supported'],
      [7, 'unsupported'],
      [8, 'supported'],
      [9, 'unsupported'],
    ])
  })

  test('each product of a catalog has its own', async () => {
    const { all } = await audited({
      'claimlint.yaml': config,
      'list.yaml':
        'products:\n  - {sku: A-1, description: BPA-free silicone.}\n  - {sku: B-2, description: BPA-free silicone.}\n',
      'evidence/r.yaml':
        '- {id: bpa, kind: test-report, supports: [composition], products: [B-2], issued: 2026-03-01}\n',
    })
    const claims = all.filter(({ family }) => family === 'composition')
    expect(claims.map(({ verdict }) => verdict)).toEqual(['unsupported', 'supported'])
    expect(claims[0]?.message).toContain('for another product: B-2')
  })

  test('proof of another holder is none', async () => {
    const { all } = await audited({
      'claimlint.yaml': 'files: ["*.md"]\ncompany: company.yaml\n',
      'company.yaml': '"@type": Organization\nlegalName: Own Firm Ltd.\n',
      'a.md': 'We are a BSCI audited supplier.\n',
      'evidence/r.yaml': '- {id: bsci, kind: audit-report, supports: [certification], holder: Other Firm}\n',
    })
    expect(all[0]).toMatchObject({ verdict: 'unsupported' })
    expect(all[0]?.message).toContain('for another holder: Other Firm')
  })

  test('a registration is no approval, a managed firm no product', async () => {
    const { all } = await audited({
      'claimlint.yaml': config,
      'a.md': '---\nsku: A-1\n---\n\nThe mat is FDA approved.\n\nISO 9001 certified lunch box.\n',
      'evidence/r.yaml':
        '- {id: fda, kind: registration, statement: FDA facility registration, supports: [{rule: certification, text: FDA}]}\n' +
        '- {id: iso, kind: certificate, statement: "ISO 9001:2015", supports: [{rule: certification, text: ISO 9001}]}\n',
    })
    const messages = all.filter(({ family }) => family === 'certification').map(({ message }) => message)
    expect(messages[0]).toContain('no approval')
    expect(messages[1]).toContain('not a product')
  })

  test('a rule that is not there is read as words of its family', async () => {
    const { all } = await audited({
      'claimlint.yaml': config,
      'a.md': 'We are a BSCI audited supplier.\n',
      'evidence/r.yaml': '- {id: bsci, kind: audit-report, supports: [certification/bsci]}\n',
    })
    expect(all.map(({ verdict }) => verdict)).toEqual(['supported'])
  })
})

describe('a register', () => {
  test('says what is wrong with it, at its place', async () => {
    const { all, code } = await audited({
      'claimlint.yaml': config,
      'a.md': 'Twelve drivers.\n',
      'evidence/r.yaml': '- id: a\n  isued: 2026-01-01\n  expires: soon\n  supports: [prise]\n- id: a\n',
    })
    expect(code).toBe(0)
    expect(all.map(({ ruleId, severity, document, range }) => [ruleId, severity, document, range.start.line])).toEqual([
      ['document/unknown-support', 'warning', 'evidence/r.yaml', 1],
      ['document/unknown-key', 'info', 'evidence/r.yaml', 2],
      ['document/unreadable-evidence', 'warning', 'evidence/r.yaml', 3],
      ['document/repeated-evidence', 'warning', 'evidence/r.yaml', 5],
    ])
  })

  test('that is no YAML is exit code 2 with the place', async () => {
    const { code, err } = await audited({ 'claimlint.yaml': config, 'a.md': lowest, 'evidence/r.yaml': '- id: [a\n' })
    expect(code).toBe(2)
    expect(err).toMatch(/^evidence\/r\.yaml:\d+:\d+: E_EVIDENCE /)
  })

  test('of the reviewer goes over that of the folder', async () => {
    const tree = {
      'shop/claimlint.yaml': config,
      'shop/a.md': lowest,
      'shop/evidence/r.yaml': survey('issued: 2026-11-01'),
      'mine/r.yaml': '[]\n',
    }
    expect((await audited(tree, ['shop'])).all[0]?.verdict).toBe('supported')
    expect((await audited(tree, ['shop', '--evidence', 'mine/*.yaml'])).all[0]?.verdict).toBe('unsupported')
    expect((await audited(tree, ['shop', '--evidence', 'nothing/*.yaml'])).code).toBe(2)
  })

  test('without a configuration holds for the documents beside and below its folder', async () => {
    const { all } = await audited({
      'one/pages/a.md': lowest,
      'one/evidence/r.yaml': survey('issued: 2026-11-01'),
      'two/a.md': lowest,
    })
    expect(all.map(({ document, verdict }) => [document, verdict])).toEqual([
      ['one/pages/a.md', 'supported'],
      ['two/a.md', 'unsupported'],
    ])
  })

  test('whose id the copy names but nobody registered', async () => {
    const { all } = await audited({
      'claimlint.yaml': config,
      'a.md': 'We offer the lowest price in Europe.[^ev:s2]\n',
      'evidence/r.yaml': survey('issued: 2026-11-01'),
    })
    expect(all.find(({ ruleId }) => ruleId === 'directive/unknown-evidence')?.message).toContain('did you mean "s1"')
  })
})

describe('claimlint evidence', () => {
  const proof = 'the report\n'
  const hash = createHash('sha256').update(proof).digest('hex')
  const tree: Tree = {
    'claimlint.yaml': config,
    'a.md': lowest,
    'evidence/proofs/a.txt': proof,
    'evidence/r.yaml':
      survey('issued: 2026-11-01, owner: pricing') +
      '- {id: gone, file: proofs/none.txt}\n' +
      `- {id: same, file: proofs/a.txt, sha256: ${hash}}\n` +
      `- {id: other, file: proofs/a.txt, sha256: ${'0'.repeat(64)}}\n` +
      '- {id: soon, expires: 2027-01-20}\n' +
      '- {id: later, expires: 2027-01-21}\n' +
      '- {id: over, expires: 2026-11-20}\n',
  }

  test('sorts the proofs by what needs doing', async () => {
    const { code, out } = await claimlint(folderOf(tree), ['evidence', '-f', 'json'])
    const { evidence, summary } = JSON.parse(out) as {
      evidence: { id: string; state: string; claims: number }[]
      summary: object
    } // our own report
    expect(evidence.map(({ id, state, claims }) => [id, state, claims])).toEqual([
      ['s1', 'valid', 1],
      ['gone', 'missing', 0],
      ['same', 'valid', 0],
      ['other', 'changed', 0],
      ['soon', 'expiring', 0],
      ['later', 'valid', 0],
      ['over', 'expired', 0],
    ])
    expect(summary).toEqual({ missing: 1, changed: 1, expired: 1, expiring: 1, valid: 3, unused: 6 })
    expect(code).toBe(1)
  })

  test('as a table', async () => {
    const { out } = await claimlint(folderOf(tree), ['evidence', '--within', '1y'])
    expect(out).toMatch(/^missing +gone .*none\.txt is not there; no claim leans on it$/m)
    expect(out).toMatch(/^expired +over .*ran out 1 day ago/m)
    expect(out).toMatch(/^expiring +later .*runs out in 61 days/m)
    expect(out).toMatch(/^valid +s1 .*pricing$/m)
  })

  test('is content when all is well', async () => {
    const good = folderOf({ 'claimlint.yaml': config, 'a.md': lowest, 'evidence/r.yaml': survey('issued: 2026-11-01') })
    expect(await claimlint(good, ['evidence'])).toMatchObject({ code: 0 })
    expect(await claimlint(good, ['evidence', '--within', 'soon'])).toMatchObject({ code: 2 })
  })
})
