import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { visibleLine } from '../../src/core/formats/escape.ts'
import { linked, markup } from '../../src/core/formats/html-markup.ts'
import { formats, plainStyle, type Style } from '../../src/core/formats/index.ts'
import type { Decision } from '../../src/core/model/decision.ts'
import type { Finding, Report } from '../../src/core/model/report.ts'
import { anyReport, forbidden, hostileTexts, reportWith, reviewed, sampleReport } from './sample.ts'

const chinese: Style = { ...plainStyle, language: 'zh' }

const hostile: readonly string[] = [
  ...hostileTexts,
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '--><svg onload=alert(1)>',
  '</style></title></textarea></bdi></details><iframe src="https://example.com">',
  'javascript:alert(1)',
  ' https://example.com/',
  'https://example.com/"><script>alert(1)</script>',
  'https://user:password@example.com/',
  'https://example.com\\@other.example/',
  'data:text/html,<script>alert(1)</script>',
  '&lt;b&gt; &#60;i&#62; &amp;amp;',
  '最低价</span><script>alert(1)</script>全网',
  '{n} of {all}',
  '$& $1 $`',
  '',
]

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
}

/** What a browser would see: every element with its attributes and the text inside it. */
function elementsOf(page: string): Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, text: '' }
      elements.push(element)
      open.push(element)
    },
    ontext(text) {
      for (const element of open) element.text += text
    },
    onclosetag: () => void open.pop(),
  })
  parser.end(page)
  return elements
}

const named = (elements: readonly Element[], name: string) => elements.filter((element) => element.name === name)
const withClass = (elements: readonly Element[], name: string) =>
  elements.filter(({ attributes }) => attributes['class']?.split(' ').includes(name))

/** Elements and attributes that the sample report, in which nothing is hostile, is made of. */
function vocabularyOf(page: string): { readonly names: Set<string>; readonly attributes: Set<string> } {
  const elements = elementsOf(page)
  return {
    names: new Set(elements.map(({ name }) => name)),
    attributes: new Set(elements.flatMap(({ attributes }) => Object.keys(attributes))),
  }
}

const own = vocabularyOf(formats.html(reportWith('https://example.com/'), plainStyle))
const usual = vocabularyOf(formats.html({ ...sampleReport(), claims: sampleReport().findings }, plainStyle))

/** Elements, attributes and addresses of a page that our own templates never make. */
function strangers(page: string): string[] {
  const elements = elementsOf(page)
  const isOurs = (address: string) => /^(?:#[a-z]+\d*|data:,|https:\/\/[a-z.-]+\/[!-~]*)$/.test(address)
  return elements.flatMap(({ name, attributes }) => [
    ...(own.names.has(name) || usual.names.has(name) ? [] : [`<${name}>`]),
    ...Object.keys(attributes).filter((key) => !own.attributes.has(key) && !usual.attributes.has(key)),
    ...Object.entries(attributes).flatMap(([key, value]) =>
      (key === 'href' && !isOurs(value)) || key === 'src' ? [`${key}=${value}`] : [],
    ),
  ])
}

describe('hostile copy', () => {
  test.each(hostile)('%j makes no element, attribute or address', (text) => {
    const page = formats.html(reportWith(text), plainStyle)
    const elements = elementsOf(page)
    expect(strangers(page)).toEqual([])
    expect(page).not.toMatch(forbidden)
    expect(named(elements, 'script')).toHaveLength(1)
    expect(named(elements, 'style')).toHaveLength(1)
    expect(named(elements, 'article')).toHaveLength(1)
    expect(named(elements, 'h4')[0]?.text).toContain(visibleLine(text))
  })

  test('in any report stays text, in both languages', () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom(plainStyle, chinese), (report, style) => {
        const page = formats.html(report, style)
        expect(strangers(page)).toEqual([])
        expect(page).not.toMatch(forbidden)
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['https://eur-lex.europa.eu/eli/dir/2005/29', true],
    ['https://example.com', true],
    ['https://example.com:8443/a?b=c&d=%20#e', true],
    ['HTTPS://Example.com/', true],
    ['http://example.com/', false],
    ['https://user@example.com/', false],
    ['https://example.com@other.example/', false],
    ['https://localhost/', false],
    ['https://example.com/a b', false],
    ['https://example.com/"onclick=', false],
    ["https://example.com/'", false],
    ['https://exämple.com/', false],
    ['javascript:alert(1)//https://example.com/', false],
    ['//example.com/', false],
    ['', false],
  ])('%j is a link: %s', (url, isLink) => {
    expect(linked(markup`law`, url).markup.startsWith('<a href=')).toBe(isLink)
  })

  test('addresses that are no links are still told', () => {
    const { markup: text } = linked(markup`law`, 'http://example.com/<b>')
    expect(text).toContain('http://example.com/&lt;b&gt;')
  })
})

describe('the page', () => {
  const withClaims = (report: Report): Report => ({ ...report, claims: report.findings })

  test('is the same bytes each time', () => {
    expect(formats.html(sampleReport(), plainStyle)).toBe(formats.html(sampleReport(), plainStyle))
  })

  test('names the hashes of its only style and its only script, and nothing else', () => {
    const page = formats.html(sampleReport(), plainStyle)
    const elements = elementsOf(page)
    const hash = (name: string) =>
      createHash('sha256')
        .update(named(elements, name)[0]?.text ?? '')
        .digest('base64')
    const policy = named(elements, 'meta').find(({ attributes }) => attributes['http-equiv'])?.attributes['content']
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${hash('script')}'; style-src 'sha256-${hash('style')}'; img-src data:; base-uri 'none'; form-action 'none'`,
    )
    expect(elements.filter(({ attributes }) => 'style' in attributes)).toEqual([])
    expect(page).not.toMatch(/url\(|@import/)
  })

  test('begins with the mark by which an audit knows its own reports', () => {
    expect(formats.html(sampleReport(), plainStyle)).toMatch(/^<!doctype html>\n<!-- claimlint report -->\n/)
  })

  const told = ({ message, advice, rewrite, severityReason, document, ruleId, fingerprint, text }: Finding) =>
    [message, advice, rewrite ?? '', severityReason, document, ruleId, fingerprint, text].filter(Boolean)

  test.each([plainStyle, chinese])('contains every finding with what it says', (style) => {
    const { findings } = sampleReport()
    const elements = elementsOf(formats.html(sampleReport(), style))
    const articles = named(elements, 'article')
    const documents = withClass(elements, 'document')
    expect(articles).toHaveLength(findings.length)
    for (const finding of findings) {
      const article = articles.find((each) => each.text.includes(finding.fingerprint))
      expect(article?.attributes).toMatchObject({
        'data-severity': finding.severity,
        'data-verdict': finding.verdict ?? 'none',
        'data-rule': finding.ruleId,
        'data-family': finding.family,
      })
      const group = documents.find((each) => each.text.includes(finding.fingerprint))?.text ?? ''
      expect(told(finding).filter((part) => !group.includes(visibleLine(part)))).toEqual([])
    }
  })

  test('links every law that has an https address', () => {
    const hrefs = named(elementsOf(formats.html(sampleReport(), plainStyle)), 'a').map(
      ({ attributes }) => attributes['href'],
    )
    const urls = sampleReport().findings.flatMap(({ law }) => law.flatMap(({ url }) => url ?? []))
    expect(urls.length).toBeGreaterThan(0)
    expect(urls.filter((url) => !hrefs.includes(url))).toEqual([])
  })

  test('marks the words of the claim in their line', () => {
    const [finding] = sampleReport().findings
    const [mark] = named(elementsOf(formats.html(sampleReport(), plainStyle)), 'mark')
    expect(mark?.text).toBe(finding?.excerpt.line.slice(finding.excerpt.start, finding.excerpt.end))
  })

  test('says which text is Chinese, and in which script', () => {
    const tags = (style: Style) => {
      const spans = named(elementsOf(formats.html(sampleReport(), style)), 'span')
      return new Set(spans.flatMap(({ attributes }) => attributes['lang'] ?? []))
    }
    expect([...tags(plainStyle)]).toEqual(expect.arrayContaining(['zh-Hans', 'zh-Hant']))
    expect([...tags(chinese)].sort()).toEqual(['en', 'zh-Hant'])
  })

  test('lists supported and cited claims when the report has a ledger, else says how to get it', () => {
    const [finding] = sampleReport().findings
    if (!finding) throw new Error('the sample has no finding')
    const claim = (verdict: Finding['verdict']): Finding => ({ ...finding, verdict, severity: null })
    const rows = (report: Report) => {
      const ledger = withClass(elementsOf(formats.html(report, plainStyle)), 'ledger')[0]
      return ledger?.text.match(/supported|cited|vague/g) ?? []
    }
    expect(
      rows({ ...sampleReport(), claims: ['supported', 'cited', 'vague'].map((v) => claim(v as 'cited')) }),
    ).toEqual(['supported', 'cited'])
    expect(formats.html({ ...sampleReport(), claims: null }, plainStyle)).toContain('--claims')
    expect(formats.html(withClaims(sampleReport()), plainStyle)).toContain('No claim is supported or cited.')
  })

  test('for a reviewer lists evidence that is weak, scores, claims with proof, and the files with their digests', () => {
    const report = reviewed({ ...sampleReport(), claims: null }, 'words of <b>somebody</b>')
    const page = formats.html(report, plainStyle)
    const text = (id: string) => {
      const sections = named(elementsOf(page), 'section').filter(
        ({ attributes }) => attributes['aria-labelledby'] === id,
      )
      return sections.map(({ text }) => text).join()
    }
    expect(text('proofs').match(/missing|changed|expired|expiring/g)).toEqual(
      expect.arrayContaining(['missing', 'changed', 'expired', 'expiring']),
    )
    expect(text('proofs')).toContain('1 proof on file is valid for more than 60 days.')
    expect(text('promises')).toMatch(/Credible.*0\.50.*0\.30/s)
    expect(text('ledger').match(/supported/g)).toHaveLength(3)
    expect(text('files')).toContain('ab'.repeat(32))
    expect(text('files')).toContain('not recorded')
    const list = `${'ab'.repeat(32)}  words of <b>somebody</b>\n`
    expect(text('sign-off')).toContain(createHash('sha256').update(list).digest('hex'))
    expect(page).not.toContain('--claims')
  })

  test('without a review has none of its sections', () => {
    expect(formats.html(sampleReport(), plainStyle)).not.toMatch(/id="(?:proofs|promises|files)"/)
  })

  test('shows a decision, whoever made it', () => {
    const [finding] = sampleReport().findings
    if (!finding) throw new Error('the sample has no finding')
    const decision: Decision = {
      kind: 'suppress',
      reason: 'known <b>',
      by: 'Ann',
      on: '2026-11-01',
      until: null,
      source: 'file',
    }
    const page = formats.html({ ...sampleReport(), findings: [{ ...finding, decision }] }, plainStyle)
    expect(page).toContain('known &lt;b&gt;')
    expect(page).toMatch(/Ann.*2026-11-01/)
    expect(page).toMatch(/Decided, not counted.*1<\/bdi>/)
    expect(page).toContain('<option value="suppress">suppressed (1)</option>')
    expect(page).not.toContain('Findings by family')
  })

  test('when quiet, leaves out info and says how many', () => {
    const page = formats.html(sampleReport(), { ...plainStyle, show: 'quiet' })
    expect(page).not.toContain('data-severity="info"')
    expect(page).toContain('1 finding of severity info is counted and not listed.')
  })

  test('without findings is calm: no filter, no empty chart', () => {
    const page = formats.html({ ...sampleReport(), findings: [] }, plainStyle)
    expect(page).not.toContain('<form')
    expect(page).toContain('Nothing to mend.')
  })

  test('ids are unique, and every link inside the page leads somewhere', () => {
    const { findings } = sampleReport()
    const twice = { ...sampleReport(), findings: [...findings, ...findings] }
    const elements = elementsOf(formats.html(twice, plainStyle))
    const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const anchors = named(elements, 'a').flatMap(({ attributes }) => attributes['href']?.match(/^#(.*)/)?.[1] ?? [])
    expect(anchors.filter((anchor) => !ids.includes(anchor))).toEqual([])
  })

  test('with more documents than a chart holds keeps the rest in a list that opens', () => {
    const [finding] = sampleReport().findings
    if (!finding) throw new Error('the sample has no finding')
    const findings = Array.from({ length: 20 }, (_, at) => ({ ...finding, document: `page-${at}.md` }))
    expect(formats.html({ ...sampleReport(), findings }, plainStyle)).toContain('8 more documents')
  })
})
