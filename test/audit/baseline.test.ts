import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BaselineEntry, baselineEntry, compareWithBaseline, withoutKnown } from '../../src/core/audit/baseline.ts'
import { extractClaims } from '../../src/core/audit/extract.ts'
import { judge } from '../../src/core/audit/judge.ts'
import { everyRule } from '../../src/core/audit/pack.ts'
import { parseDocument } from '../../src/core/documents/index.ts'
import type { Finding, Report } from '../../src/core/model/report.ts'
import { openSmallPack, ruleText } from './small-pack.ts'

const pack = openSmallPack({
  'price/lowest-price.yml': ruleText({ match: '{en: [lowest price, best offer of all], zh: [全网最低价]}' }),
  'vague/praise.yml': ruleText({ match: '{en: [finest goods, superb service]}' }),
})
const selection = everyRule
const settings = { markets: [], channel: null, audience: null, asOf: '2026-11-21', selection }

function audit(pages: Readonly<Record<string, string>>): Report {
  const records = Object.entries(pages).map(([path, text]) =>
    extractClaims(parseDocument(path, text, { fields: { ignore: [], audit: [] } }), pack),
  )
  return judge([{ records, pack, settings }], { language: 'en', toolVersion: '0', ledger: 'claims' })
}

const nameOf = (document: string) => document
const baselineOf = ({ findings }: Report) => findings.map((finding) => baselineEntry(finding, nameOf))

/** A whole run: what is not among the pages is gone. */
function compare(entries: readonly BaselineEntry[], pages: Readonly<Record<string, string>>) {
  const { findings } = audit(pages)
  return compareWithBaseline(entries, findings, {
    nameOf,
    isGone: (document) => !(document in pages),
    isSeen: () => true,
  })
}

const brief = (findings: readonly Finding[]) => findings.map(({ document, text }) => `${document}: ${text}`)

const before = { 'a.md': 'Our lowest price.\n\nThe finest goods.\n', 'b.md': '全网最低价，欢迎比价。\n' }

const cases: readonly {
  name: string
  pages: Readonly<Record<string, string>>
  fresh: readonly string[]
  stale: readonly string[]
}[] = [
  { name: 'nothing changed', pages: before, fresh: [], stale: [] },
  {
    name: 'lines above, case and markup',
    pages: { ...before, 'a.md': '# News\n\n- The FINEST\n  goods.\n\nOur **lowest** price.\n' },
    fresh: [],
    stale: [],
  },
  {
    name: 'one mended and another one new do not cancel out',
    pages: { ...before, 'a.md': 'Our best offer of all.\n\nThe finest goods.\n' },
    fresh: ['a.md: best offer of all'],
    stale: ['lowest price'],
  },
  {
    name: 'the same words once more',
    pages: { ...before, 'a.md': `${before['a.md']}\nAlways the lowest price.\n` },
    fresh: ['a.md: lowest price'],
    stale: [],
  },
  {
    name: 'the same words in another document',
    pages: { ...before, 'c.md': 'The finest goods.\n' },
    fresh: ['c.md: finest goods'],
    stale: [],
  },
  {
    name: 'words that moved between documents that are both there are new',
    pages: { 'a.md': 'Our lowest price.\n', 'b.md': `${before['b.md']}\nThe finest goods.\n` },
    fresh: ['b.md: finest goods'],
    stale: ['finest goods'],
  },
  {
    name: 'a renamed document',
    pages: { 'catalog/a.md': before['a.md'], 'b.md': before['b.md'] },
    fresh: [],
    stale: [],
  },
  {
    name: 'a renamed document with something more in it',
    pages: { 'catalog/a.md': `${before['a.md']}\nSuperb service.\n`, 'b.md': before['b.md'] },
    fresh: ['catalog/a.md: Superb service'],
    stale: [],
  },
  {
    name: 'words of a document that is gone are new in one that was known',
    pages: { 'b.md': `${before['b.md']}\nOur lowest price.\n` },
    fresh: ['b.md: lowest price'],
    stale: ['finest goods', 'lowest price'],
  },
]

describe('a baseline', () => {
  test.each(cases)('$name', ({ pages, fresh, stale }) => {
    const compared = compare(baselineOf(audit(before)), pages)
    expect(brief(compared.fresh)).toEqual(fresh)
    expect(compared.stale.map(({ text }) => text).toSorted()).toEqual(stale)
  })

  test('covers only the words it shows to people, whatever its fingerprint', () => {
    const [entry] = baselineOf(audit(before))
    const forged = { ...entry, text: 'finest soap' } as BaselineEntry
    expect(compare([forged], before).known).toEqual([])
  })

  test('counts an entry that two branches added as one', () => {
    const entries = baselineOf(audit({ 'a.md': before['a.md'] }))
    const { kept } = compare([...entries, ...entries].slice(0, 4), { 'a.md': before['a.md'] })
    expect(kept).toHaveLength(2)
  })

  test('keeps entries that the run could not see', () => {
    const entries = baselineOf(audit(before))
    const view = { nameOf, isGone: () => false, isSeen: ({ document }: BaselineEntry) => document === 'a.md' }
    const { stale, kept } = compareWithBaseline(entries, audit({ 'a.md': 'Plain.\n' }).findings, view)
    expect(stale.map(({ document }) => document)).toEqual(['a.md', 'a.md'])
    expect(kept.map(({ document }) => document)).toEqual(['b.md'])
  })

  test('leaves alone what somebody decided about', () => {
    const ignored = '<!-- claimlint ignore price: we checked -->\n\nOur lowest price.\n'
    const { known, fresh, stale } = compare(baselineOf(audit({ 'a.md': 'Our lowest price.\n' })), { 'a.md': ignored })
    expect([known, fresh, stale]).toEqual([[], [], []])
  })

  test('is taken out of the counts and the findings, not out of the ledger', () => {
    const report = audit(before)
    const known = report.findings.slice(0, 2)
    const { summary, findings, claims } = withoutKnown(report, known)
    expect(summary).toMatchObject({ known: 2, claims: 3, findings: { error: 1, warning: 0, info: 0 } })
    expect(findings).toEqual(report.findings.slice(2))
    expect(claims).toEqual(report.claims)
  })
})

describe('a verdict', () => {
  const grave = ['contradicted', 'banned', 'unsupported', 'vague'] as const
  const someVerdicts = fc.array(fc.constantFrom(...grave), { minLength: 1, maxLength: 6 })
  const reportOf = (given: readonly (typeof grave)[number][]) => {
    const { findings } = audit({ 'a.md': given.map(() => 'Our lowest price.\n').join('\n') })
    return findings.map((finding, n) => ({ ...finding, verdict: given[n] ?? 'vague' }))
  }

  test('that became graver is never hidden, and no more is shown than must be', () => {
    fc.assert(
      fc.property(someVerdicts, someVerdicts, (then, now) => {
        const findings = reportOf(now)
        const entries = reportOf(then).map((finding) => baselineEntry(finding, nameOf))
        const view = { nameOf, isGone: () => false, isSeen: () => true }
        const { known, fresh, worse, kept } = compareWithBaseline(entries, findings, view)
        const atLeast = (all: readonly (string | null)[], n: number) =>
          all.filter((one) => grave.slice(0, n).some((graver) => graver === one)).length
        const hidden = known.map(({ verdict }) => verdict)
        for (let n = 1; n <= grave.length; n++) expect(atLeast(hidden, n)).toBeLessThanOrEqual(atLeast(then, n))
        const surplus = grave.map((_, n) => atLeast(now, n + 1) - atLeast(then, n + 1))
        expect(fresh).toHaveLength(Math.max(0, ...surplus))
        expect(known.length + fresh.length).toBe(now.length)
        expect(worse.every(({ finding }) => fresh.includes(finding))).toBe(true)
        const again = compareWithBaseline(kept, findings, view)
        expect(again.fresh).toEqual(fresh)
        expect(again.stale).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

/** A paragraph of a page; `age` is what the test knows and claimlint must find out. */
interface Paragraph {
  readonly words: string
  readonly layout: number
}
interface Page {
  readonly name: string
  readonly paragraphs: readonly Paragraph[]
}

const phrases = ['lowest price', 'best offer of all', 'finest goods', 'superb service', '全网最低价'] as const
const layouts: readonly ((words: string) => string)[] = [
  (words) => `We have the ${words} here.`,
  (words) => `We have the ${words.replaceAll(' ', '\n')}\nhere.`,
  (words) => `- Since long: **${words.replace(' ', '\n  ')}** for you.`,
  (words) => `> A ${words.toUpperCase()} for you.`,
]
const written = ({ paragraphs }: Page) =>
  paragraphs.map(({ words, layout }) => `${layouts[layout]?.(words)}\n`).join('\n<!-- -->\n\n')
const catalog = (pages: readonly Page[]) => Object.fromEntries(pages.map((page) => [page.name, written(page)]))

type Edit = (pages: readonly Page[]) => readonly Page[]
const onPage =
  (at: number, change: (page: Page) => Page): Edit =>
  (pages) =>
    pages.map((page, index) => (index === at % pages.length ? change(page) : page))
const paragraphs = (at: number, change: (all: readonly Paragraph[]) => readonly Paragraph[]) =>
  onPage(at, (page) => ({ ...page, paragraphs: change(page.paragraphs) }))

const place = fc.nat(11)
const phrase = fc.constantFrom(...phrases)
const layout = fc.nat(layouts.length - 1)
const paragraph = fc.record({ words: phrase, layout })
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, place).map(([at, by]) => paragraphs(at, (all) => [...all.slice(by), ...all.slice(0, by)])),
  fc
    .tuple(place, layout)
    .map(([at, next]) => paragraphs(at, (all) => all.map(({ words }) => ({ words, layout: next })))),
  fc.tuple(place, fc.nat(9999)).map(([at, n]) => onPage(at, (page) => ({ ...page, name: `renamed-${at}-${n}.md` }))),
  fc.tuple(place, place, paragraph).map(([at, where, more]) => paragraphs(at, (all) => all.toSpliced(where, 0, more))),
  fc.tuple(place, place).map(([at, where]) => paragraphs(at, (all) => all.toSpliced(where, 1))),
  fc
    .tuple(place, place, phrase)
    .map(([at, where, words]) =>
      paragraphs(at, (all) => all.map((each, n) => (n === where ? { ...each, words } : each))),
    ),
)

/** How often each phrase stands on a page. */
const countsOf = ({ paragraphs: all }: Page) =>
  phrases.map((words) => all.filter((each) => each.words === words).length)

describe('after any edits', () => {
  test('old claims do not come back as new and new claims are not hidden', () => {
    const pages = fc.array(fc.array(paragraph, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(pages, fc.array(edit, { maxLength: 8 }), (all, edits) => {
        const old = all.map((list, n): Page => ({ name: `page-${n}.md`, paragraphs: list }))
        const now = edits.reduce<readonly Page[]>((pagesNow, change) => change(pagesNow), old)
        fc.pre(new Set(now.map(({ name }) => name)).size === now.length)
        const { fresh, stale, kept } = compare(baselineOf(audit(catalog(old))), catalog(now))
        const more = now.map((page, n) => differences(countsOf(page), old[n]))
        expect(countsByPage(fresh, now)).toEqual(settledRenames(more, old, now))
        expect(kept.length + stale.length).toBe(old.flatMap(countsOf).reduce((sum, n) => sum + n, 0))
        const again = compareWithBaseline(kept, audit(catalog(now)).findings, {
          nameOf,
          isGone: () => false,
          isSeen: () => true,
        })
        expect(again.stale).toEqual([])
        expect(brief(again.fresh)).toEqual(brief(fresh))
      }),
      { numRuns: 200 },
    )
  })
})

const differences = (counts: readonly number[], old: Page | undefined) =>
  counts.map((count, n) => count - (old ? (countsOf(old)[n] ?? 0) : 0))

const countsByPage = (findings: readonly Finding[], pages: readonly Page[]) =>
  sums(
    pages.map(({ name }) =>
      phrases.map(
        (words) =>
          findings.filter(
            ({ document, text }) => document === name && text.toLowerCase().replace(/\s+/g, ' ') === words,
          ).length,
      ),
    ),
    pages.map(({ name }) => name),
  )

/** New claims by page; renamed pages are taken together, because which of two renamed pages an equal claim came from nobody can say. */
function settledRenames(more: readonly (readonly number[])[], old: readonly Page[], now: readonly Page[]) {
  const kept = more.map((counts, n) =>
    now[n]?.name === old[n]?.name ? counts.map((count) => Math.max(0, count)) : counts,
  )
  const names = now.map(({ name }) => name)
  return sums(kept, names).map(([name, counts]) => [name, counts.map((count) => Math.max(0, count))])
}

function sums(counts: readonly (readonly number[])[], names: readonly string[]): [string, number[]][] {
  const groups = new Map<string, number[]>()
  for (const [n, each] of counts.entries()) {
    const name = names[n]?.startsWith('renamed') ? 'renamed' : (names[n] ?? '')
    const sum = groups.get(name) ?? phrases.map(() => 0)
    groups.set(
      name,
      sum.map((count, at) => count + (each[at] ?? 0)),
    )
  }
  return [...groups]
}
