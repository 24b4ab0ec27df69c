import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDecisionFile, readEvidenceRegister } from '../../src/core/audit/on-file.ts'
import { readDirective, readEvidenceComment } from '../../src/core/proof/read-directive.ts'

const read = (source: string) => readEvidenceRegister('evidence/register.yaml', source)

describe('an evidence register', () => {
  const entry = '{id: a, kind: test-report, supports: [quality]}'

  test.each([
    ['a list', `- ${entry}\n`],
    ['under `evidence`', `evidence:\n  - ${entry}\n`],
    ['one entry', 'id: a\nkind: test-report\nsupports: quality\n'],
    ['JSON', `{"evidence": [{"id": "a", "kind": "test-report", "supports": ["quality"]}]}`],
    ['a list with an alias', `x: &x ${entry}\nevidence: [*x]\n`],
    ['several YAML documents', `---\n- ${entry}\n---\n`],
    ['CRLF and a byte-order mark', `\ufeff- id: a\r\n  kind: Test Report\r\n  supports: quality\r\n`],
  ])('%s', (_name, source) => {
    const { evidence, registerFaults } = read(source)
    expect(registerFaults).toEqual([])
    expect(evidence.map(({ id, kind, supports }) => ({ id, kind, supports }))).toEqual([
      { id: 'a', kind: 'test-report', supports: [{ rule: 'quality', text: null }] },
    ])
  })

  test('reads every key, and says where the entry stands', () => {
    const source = `# proofs of 2026
- id: iso
  kind: certificate
  statement: ISO 9001:2015
  supports: [{rule: certification, text: ISO 9001}, "price, quality"]
  products: QL-118
  markets: [EU]
  documents: ["pages/*.md"]
  holder: Some Firm
  issuer: TÜV
  number: CN-1
  issued: 2024-05
  expires: 2027年4月
  file: proofs/iso.pdf
  sha256: ${'Ab'.repeat(32)}
  url: https://example.org
  owner: quality team
  shelf: left alone
`
    const { evidence, registerFaults } = read(source)
    expect(registerFaults).toEqual([])
    const [iso] = evidence
    expect(iso).toMatchObject({
      supports: [
        { rule: 'certification', text: 'ISO 9001' },
        { rule: 'price', text: null },
        { rule: 'quality', text: null },
      ],
      products: ['QL-118'],
      markets: ['eu'],
      documents: ['pages/*.md'],
      holder: 'Some Firm',
      issued: '2024-05-01',
      expires: '2027-04-30',
      sha256: 'ab'.repeat(32),
      owner: 'quality team',
      range: { start: { line: 2, column: 3 } },
    })
  })

  test.each([
    ['a date', '- {id: a, issued: soon}', 'issued', 'soon'],
    ['an expiry date', '- {id: a, expires: 31/12/2026}', 'expires', '31/12/2026'],
    ['a market', '- {id: a, markets: [mars]}', 'markets', 'mars'],
    ['a hash', '- {id: a, sha256: abc}', 'sha256', 'abc'],
    ['no id', '- {kind: photo}', 'id', 'kind: photo'],
    ['a text for an entry', '- just words', 'evidence', 'just words'],
    ['a text for a list', 'evidence: none yet', 'evidence', 'none yet'],
    ['a support without rule', '- {id: a, supports: [{text: x}]}', 'supports', 'text: x'],
    ['a list for a text', '- {id: a, kind: [b]}', 'kind', '[b]'],
  ])('%s that cannot be read is a fault at its place', (_name, source, key, text) => {
    const { registerFaults } = read(`${source}\n`)
    expect(registerFaults).toHaveLength(1)
    const [fault] = registerFaults
    expect(fault).toMatchObject({ code: 'unreadable', key, text })
    expect(source.slice(fault?.range.start.offset, fault?.range.end.offset)).toBe(text)
  })

  test('an expiry date that cannot be read never lasts for ever', () => {
    expect(read('- {id: a, expires: never}').evidence[0]?.expires).toBe('0000-01-01')
  })

  test('an empty list limits, an empty value does not', () => {
    expect(read('- {id: a, products: []}').evidence[0]?.products).toEqual([])
    expect(read('- {id: a, products: }').evidence[0]?.products).toBeNull()
  })

  test.each([
    ['suports', 'supports'],
    ['isued', 'issued'],
    ['expiers', 'expires'],
    ['isuer', 'issuer'],
  ])('the key %s is nearly %s', (key, meant) => {
    const { registerFaults } = read(`- {id: a, ${key}: x}`)
    expect(registerFaults).toMatchObject([{ code: 'unknown-key', key, expected: meant }])
  })

  test('never throws, whatever it holds', () => {
    const words = fc.constantFrom(
      '- ',
      'id: ',
      'a',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      'expires: ',
      '2026-01-01',
      '&x ',
      '*x',
      '"',
      '|\n',
    )
    fc.assert(fc.property(fc.array(words, { maxLength: 30 }), (parts) => void read(parts.join(''))))
  })
})

describe('a file of decisions', () => {
  const whole = 'fingerprint: 0123456789abcdef\n  kind: attest\n  reason: seen\n  by: Li'
  const decisions = (source: string) => readDecisionFile('claimlint.decisions.yaml', source)

  test('reads entries', () => {
    const { decisions: entries, decisionFaults } = decisions(`# ours\n- ${whole}\n  on: 2026-01-02\n  until: 2026-12\n`)
    expect(decisionFaults).toEqual([])
    expect(entries).toMatchObject([
      {
        fingerprint: '0123456789abcdef',
        decision: { kind: 'attest', reason: 'seen', by: 'Li', on: '2026-01-02', until: '2026-12-31', source: 'file' },
      },
    ])
  })

  test.each([
    ['no kind', '- {fingerprint: 0123456789abcdef, reason: r, by: b}'],
    ['an unknown kind', '- {fingerprint: 0123456789abcdef, kind: hide, reason: r, by: b}'],
    ['no reason', '- {fingerprint: 0123456789abcdef, kind: attest, by: b}'],
    ['an empty reason', '- {fingerprint: 0123456789abcdef, kind: attest, reason: "", by: b}'],
    ['nobody', '- {fingerprint: 0123456789abcdef, kind: attest, reason: r}'],
    ['a fingerprint that is none', '- {fingerprint: 123, kind: attest, reason: r, by: b}'],
    ['a date that is none', '- {fingerprint: 0123456789abcdef, kind: attest, reason: r, by: b, until: later}'],
    ['a list for a map', '- [0123456789abcdef]'],
  ])('%s: the entry decides nothing and is a fault', (_name, source) => {
    const { decisions: entries, decisionFaults } = decisions(source)
    expect(entries).toEqual([])
    expect(decisionFaults.map(({ code }) => code)).toContain('unreadable')
  })

  test('of two entries about one finding the first counts', () => {
    const { decisions: entries, decisionFaults } = decisions(`- ${whole}\n- ${whole.replace('seen', 'again')}\n`)
    expect(entries.map(({ decision }) => decision.reason)).toEqual(['seen'])
    expect(decisionFaults.map(({ code }) => code)).toEqual(['repeated'])
  })
})

describe('a directive', () => {
  test.each([
    ['claimlint ignore price/lowest-price: agreed', { rules: ['price/lowest-price'], reason: 'agreed', until: null }],
    [
      '  claimlint   ignore price , vague :\n agreed  with legal ',
      { rules: ['price', 'vague'], reason: 'agreed with legal', until: null },
    ],
    ['claimlint ignore price: agreed until=2027-03-01', { rules: ['price'], reason: 'agreed', until: '2027-03-01' }],
    ['claimlint ignore price until=2027-03-01: agreed', { rules: ['price'], reason: 'agreed', until: '2027-03-01' }],
    ['claimlint ignore price：已与法务确认', { rules: ['price'], reason: '已与法务确认', until: null }],
    ['CLAIMLINT IGNORE price: a: b', { rules: ['price'], reason: 'a: b', until: null }],
  ])('%j', (text, expected) => {
    expect(readDirective(text)).toEqual({ verb: 'ignore', ...expected })
  })

  test.each([
    ['claimlint ignore price', 'no-reason'],
    ['claimlint ignore price:', 'no-reason'],
    ['claimlint ignore price: …', 'no-reason'],
    ['claimlint ignore price: until=2027-01-01', 'no-reason'],
    ['claimlint ignore', 'malformed'],
    ['claimlint ignore : because', 'malformed'],
    ['claimlint ignore *: because', 'malformed'],
    ['claimlint ignore price lowest!: because', 'malformed'],
    ['claimlint ignore price: r until=soon', 'malformed'],
    ['claimlint ignore price: r until=2027-02-30', 'malformed'],
    ['claimlint ignore price: r until=2027-01-01 until=2028-01-01', 'malformed'],
    ['claimlint ingore price: r', 'malformed'],
    ['claimlint-disable price: r', 'malformed'],
    ['claimlint disable-next-line price: r', 'malformed'],
    ['claimlint evidence', 'malformed'],
    ['claimlint evidence <x>', 'malformed'],
    ['claimlint', 'malformed'],
  ])('%j is understood by nobody and does nothing', (text, code) => {
    expect(readDirective(text)).toMatchObject({ verb: 'none', code })
  })

  test.each(['claimlinter ignore price: r', 'see claimlint ignore price: r', 'claimlint report', 'claimlint.yaml', ''])(
    '%j is none',
    (text) => {
      expect(readDirective(text)).toBeNull()
    },
  )

  test('names evidence', () => {
    expect(readDirective('claimlint evidence iso-2024, bpa_1')).toEqual({
      verb: 'evidence',
      ids: ['iso-2024', 'bpa_1'],
    })
    expect(readEvidenceComment(' evidence: iso-2024')).toEqual(['iso-2024'])
    expect(readEvidenceComment(' evidence: see (the) folder')).toBeNull()
    expect(readEvidenceComment(' the evidence: x')).toBeNull()
  })
})
