import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { ProofEntry } from '../../src/core/model/ledger.ts'
import { type Finding, type Report, verdicts } from '../../src/core/model/report.ts'
import type { Review } from '../../src/core/model/review.ts'
import { families, severities } from '../../src/core/model/rule.ts'
import { excerptOf } from '../../src/core/text/excerpt.ts'
import { lineIndex, placeAt } from '../../src/core/text/line-index.ts'

/** A file of fixtures/formats. */
export const fixture = (name: string): string => readFileSync(`fixtures/formats/${name}`, 'utf8')

/** A believable report in English, Simplified and Traditional Chinese. */
export const sampleReport = (): Report => JSON.parse(fixture('report.json')) as Report

/** Every way known to us in which copy can act on a terminal or a CI log. */
export const hostileTexts: readonly string[] = [
  '\u001b[2J\u001b]0;owned\u0007 cheapest',
  '\u009b31m best \u007f\u0000\b\r\nnext',
  '::error file=a.md,line=1::fake',
  '  ::add-mask::secret',
  ':\ufe0f:error::drawn as two colons',
  '##[error]fake',
  'price ##vso[task.setvariable variable=x]y',
  '##teamcity[buildStatus]',
  '###[group]',
  '#\u200b#[group]',
  '\u202ereversed\u202c \u2066isolated\u2069',
  'line\u2028and\u2029paragraph',
  'lone \ud800 and \udc00 surrogates',
  'zero\u200bwidth\u200d\ufeff\u00ad\u2060',
  '\u{e0041}\u{e0042} tags',
  `${'a '.repeat(38)}::error::wrapped to the start of a line`,
]

/** Those, and what means something to the readers of our files: spreadsheets, XML, JSON, Markdown. */
export const hostileCopy: readonly string[] = [
  ...hostileTexts,
  '=cmd()|calc',
  '+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  'quote " apostrophe \' and <tag attr="x"> & ]]> end',
  '50% off %0A::error::x%25',
  'a,b;c]d:e',
  '| pipe | `code` [link](https://example.com) @mention <b>bold</b>',
  'line one\nline two\r\nline three\rline four',
  '全网最低价 😀 𠮷',
  'c:\\windows\\..\\a b#c?d%20e.md',
]

/** What no text format may print, whatever the copy holds. */
export const forbidden =
  /[^\P{Cc}\n]|[\p{Zl}\p{Zp}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\u{e0000}-\u{e007f}]|^\s*::|##(?:\[|vso\[|teamcity\[)/mu

/** The sample report with `text` wherever copy or a user's words can stand. */
export function reportWith(text: string): Report {
  const report = sampleReport()
  const [finding] = report.findings
  if (!finding) throw new Error('the sample has no finding')
  const index = lineIndex(text)
  const range = { start: placeAt(index, 0), end: placeAt(index, text.length) }
  const hostile: Finding = {
    ...finding,
    ruleId: text,
    severityReason: text,
    message: text,
    advice: text,
    rewrite: text,
    document: text,
    field: text,
    range,
    text,
    slots: { value: text, [text]: 1 },
    reasons: [{ ruleId: text, message: text }],
    law: [{ id: text, market: text, citation: text, url: text }],
    related: [{ document: text, range, message: text }],
    evidence: [text],
    excerpt: excerptOf(text, index, { start: 0, end: text.length }),
  }
  return reviewed({ ...report, lawCheckedOn: text, findings: [hostile], claims: [hostile] }, text)
}

/** The sample without findings. */
export const emptyReport = (): Report => ({
  ...sampleReport(),
  findings: [],
  summary: {
    documents: 1,
    claims: 1,
    findings: { error: 0, warning: 0, info: 0 },
    decided: 0,
    verdicts: { contradicted: 0, expired: 0, banned: 0, unsupported: 0, vague: 0, cited: 0, supported: 1 },
  },
})

/** So many findings like those of the sample, twenty a document, each with a fingerprint of its own. */
export function manyFindings(count: number): Report {
  const { findings, ...rest } = sampleReport()
  const finding = (at: number): Finding[] => {
    const like = findings[at % findings.length]
    const fingerprint = at.toString(16).padStart(16, '0')
    return like ? [{ ...like, fingerprint, document: `catalog/page-${Math.floor(at / 20)}.md` }] : []
  }
  return { ...rest, findings: Array.from({ length: count }, (_, at) => finding(at)).flat() }
}

const states = ['missing', 'changed', 'expired', 'expiring', 'valid'] as const

/** A report with all that a reviewer signs for, `words` wherever words of somebody can stand. */
export function reviewed(report: Report, words: string): Report {
  const [finding] = report.findings
  if (!finding) throw new Error('the report has no finding')
  const { range, excerpt } = finding
  const evidence = { ...noEvidence, id: words, kind: words, statement: words, owner: words, range, excerpt }
  const proofs = states.map((state, at): ProofEntry => {
    const daysLeft = state === 'expired' ? -at : at
    return { evidence: { ...evidence, file: words }, state, daysLeft, claims: at }
  })
  const mark = { score: 0.25, reason: words }
  const marks = { realistic: mark, unique: mark, compelling: mark, explicit: mark, credible: mark }
  const scores = { realistic: 0.1, unique: 0.2, compelling: 0.3, explicit: 0.4, credible: 0.5 }
  const files: Review['files'] = [
    { path: words, role: 'audited', sha256: 'ab'.repeat(32) },
    { path: `${words}.yaml`, role: 'register', sha256: null },
  ]
  const promises = [{ document: words, promises: [{ finding, marks }], scores, overall: 0.3 }]
  const sound = report.findings.slice(0, 2).map((each): Finding => ({ ...each, verdict: 'supported', severity: null }))
  return { ...report, review: { files, proofs, within: 60, promises, claims: [...report.findings, ...sound] } }
}

const noEvidence = {
  supports: [],
  products: null,
  markets: null,
  documents: null,
  holder: null,
  issuer: null,
  number: null,
  issued: null,
  expires: '2027-01-10',
  sha256: null,
  url: null,
  fileState: 'present',
  register: 'evidence/register.yaml',
} as const

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('#', '[', ':', ' ', '\ufe0f', '\u001b', '最', 'vso', '\n', '\ud83d', '\udc00', '…'),
  }),
  fc.constantFrom(...hostileTexts),
)

const anyPlace = fc.record({
  line: fc.integer({ min: 1, max: 99999 }),
  column: fc.integer({ min: 1, max: 999 }),
  offset: fc.nat(),
})
const anyRange = fc.record({ start: anyPlace, end: anyPlace })
const anyExcerpt = fc.tuple(anyText, fc.nat(40), fc.nat(40)).map(([line, one, other]) => ({
  line,
  start: Math.min(one, other, line.length),
  end: Math.min(Math.max(one, other), line.length),
}))

const anyFinding: fc.Arbitrary<Finding> = fc.record({
  fingerprint: fc.constant('0123456789abcdef'),
  ruleId: anyText,
  family: fc.constantFrom(...families),
  severity: fc.constantFrom(...severities),
  confidence: fc.constantFrom('high', 'medium', 'low'),
  verdict: fc.constantFrom(null, ...verdicts),
  severityReason: anyText,
  message: anyText,
  advice: anyText,
  rewrite: fc.option(anyText),
  document: anyText,
  field: fc.option(anyText),
  range: anyRange,
  text: anyText,
  slots: fc.dictionary(anyText, fc.oneof(anyText, fc.integer())),
  reasons: fc.array(fc.record({ ruleId: anyText, message: anyText }), { maxLength: 2 }),
  law: fc.array(fc.record({ id: anyText, market: anyText, citation: anyText, url: fc.option(anyText) }), {
    maxLength: 2,
  }),
  related: fc.array(fc.record({ document: anyText, range: fc.option(anyRange), message: anyText }), { maxLength: 2 }),
  evidence: fc.array(anyText, { maxLength: 2 }),
  decision: fc.constant(null),
  excerpt: anyExcerpt,
})

/** Reports with arbitrary text in every place. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    findings: fc.array(anyFinding, { maxLength: 3 }),
    claims: fc.option(fc.array(anyFinding, { maxLength: 1 })),
    lawCheckedOn: fc.option(anyText),
    words: fc.option(anyText),
  })
  .map(({ words, ...parts }) => {
    const report = { ...sampleReport(), ...parts }
    return words === null || report.findings.length === 0 ? report : reviewed(report, words)
  })
