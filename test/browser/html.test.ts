import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { formats, plainStyle } from '../../src/core/formats/index.ts'
import type { Report } from '../../src/core/model/report.ts'
import type { Language } from '../../src/core/model/rule.ts'
import { manyFindings, reportWith, reviewed, sampleReport } from '../formats/sample.ts'

const executablePath = '/usr/bin/chromium'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

const folder = mkdtempSync(join(tmpdir(), 'claimlint-browser-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The sample with all that a reviewer signs for. */
const sample = (): Report => reviewed(sampleReport(), 'DL-40 RoHS 铅 not detected')

interface Wishes {
  readonly language?: Language
  readonly scheme?: 'light' | 'dark'
  readonly script?: 'on' | 'off'
  readonly width?: number
  readonly hash?: string
}

describe.skipIf(!existsSync(executablePath))(`in Chromium (skipped where ${executablePath} is not installed)`, () => {
  let browser: Browser
  let page: Page
  const told: string[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args })
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    await page.context().close()
    expect(told.splice(0)).toEqual([])
  })

  /** Opens a report from a file; every request but that for the file, and every word on the console, is `told`. */
  async function open(report: Report, wishes: Wishes = {}): Promise<Page> {
    const { language = 'en', scheme = 'light', script = 'on', width = 1100, hash = '' } = wishes
    const file = join(folder, 'report.html')
    writeFileSync(file, formats.html(report, { ...plainStyle, language }))
    const viewport = { width, height: 900 }
    const context = await browser.newContext({ colorScheme: scheme, javaScriptEnabled: script === 'on', viewport })
    page = await context.newPage()
    const url = pathToFileURL(file).href
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== url) told.push(`request ${request.url()}`)
    })
    page.on('console', (message) => told.push(`${message.type()} ${message.text()}`))
    page.on('pageerror', (error) => told.push(String(error)))
    await page.goto(url + hash)
    return page
  }

  const articles = () => page.locator('article:visible')
  const shown = () => page.locator('output').innerText()

  test.each([
    { language: 'en', scheme: 'light' },
    { language: 'en', scheme: 'dark' },
    { language: 'zh', scheme: 'light' },
    { language: 'en', scheme: 'dark', width: 390 },
    { language: 'zh', scheme: 'light', width: 390 },
  ] as const)('$language, $scheme: axe finds nothing, nothing is requested', async (wishes) => {
    await open(sample(), wishes)
    await page.setViewportSize({ width: 1100, height: 9000, ...(wishes.width ? { width: wishes.width } : {}) })
    await page.evaluate(axe.source)
    const run = `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`
    expect(await page.evaluate<string[]>(run)).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(wishes.width ?? 1100)
  })

  test('shows every finding without its script, and no control that would do nothing', async () => {
    await open(sample(), { script: 'off' })
    expect(await articles().count()).toBe(sample().findings.length)
    expect(await page.locator('form:visible, output:visible').count()).toBe(0)
  })

  test('narrows by severity, verdict, family, document and rule, and counts', async () => {
    const { findings } = sample()
    await open(sample())
    expect(await shown()).toBe(`${findings.length} of ${findings.length} findings shown`)
    const [first] = findings
    if (!first) throw new Error('the sample has no finding')
    for (const name of ['severity', 'verdict', 'family'] as const) {
      const like = findings.filter((finding) => finding[name] === first[name]).length
      await page.locator(`select[name=${name}]`).selectOption(String(first[name]))
      await expect.poll(shown).toBe(`${like} of ${findings.length} findings shown`)
      expect(await articles().count()).toBe(like)
      await page.getByRole('button').click()
      await expect.poll(() => articles().count()).toBe(findings.length)
    }
    await page.getByRole('combobox', { name: 'Rule' }).selectOption(first.ruleId)
    await page.getByRole('combobox', { name: 'Document' }).selectOption('1')
    const both = findings.filter(({ ruleId, document }) => ruleId === first.ruleId && document === first.document)
    await expect.poll(() => articles().count()).toBe(both.length)
  })

  test('searches in all that a finding says, whatever the case, Chinese too', async () => {
    await open(sample())
    const search = page.getByRole('searchbox')
    await search.fill('LOWEST  price sells')
    await expect.poll(() => articles().count()).toBe(1)
    await search.fill('最')
    await expect.poll(() => articles().count()).toBeGreaterThan(0)
    await search.fill('no such words anywhere')
    await expect.poll(() => articles().count()).toBe(0)
    expect(await page.locator('#none').isVisible()).toBe(true)
    await search.press('Enter')
    await search.press('Escape')
    await expect.poll(() => articles().count()).toBe(sample().findings.length)
  })

  test('keeps the filter in its address, and obeys one', async () => {
    const errors = sample().findings.filter(({ severity }) => severity === 'error').length
    await open(sample())
    await page.getByRole('combobox', { name: 'Severity' }).selectOption('error')
    await expect.poll(() => page.url()).toMatch(/#severity=error$/)
    await page.getByRole('button').click()
    await expect.poll(() => page.url()).not.toContain('#')
    await page.context().close()
    await open(sample(), { hash: '#severity=error&family=nonsense' })
    expect(await articles().count()).toBe(errors)
  })

  test('a link to a finding the filter hides takes the filter away', async () => {
    await open(sample(), { hash: '#text=no+such+words' })
    expect(await articles().count()).toBe(0)
    await page.evaluate("location.hash = '#f2'")
    await expect.poll(() => page.locator('#f2').isVisible()).toBe(true)
  })

  test('hostile copy runs nothing and loads nothing', async () => {
    const text =
      '</script><script>document.title="owned"</script><img src="https://example.com/x.png" onerror="document.title=1"><style>*{display:none}</style>'
    await open(reportWith(text))
    expect(await page.title()).toMatch(/^Audit of sales claims/)
    expect(await page.evaluate<number>('document.images.length + document.scripts.length')).toBe(1)
    expect(await articles().count()).toBe(1)
  })

  test('the policy stops a script that is not ours', async () => {
    await open(sample())
    const injected = `{const s = document.createElement('script'); s.textContent = 'document.title = "owned"'; document.body.append(s)}`
    await page.evaluate(injected)
    expect(await page.title()).not.toBe('owned')
    expect(told.splice(0).join()).toContain('Content Security Policy')
  })

  test('prints on A4 with every detail open', async () => {
    await open(sample())
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.controls, .screen').first().isVisible()).toBe(false)
    expect(await page.locator('.files code').isVisible()).toBe(true)
    const heights = `[...document.querySelectorAll('article details p')].filter((text) => text.getBoundingClientRect().height === 0).length`
    expect(await page.evaluate<number>(heights)).toBe(0)
  })

  test('5,000 findings open and can be narrowed', async () => {
    await open(manyFindings(5_000))
    expect(await shown()).toBe('5000 of 5000 findings shown')
    await page.getByRole('searchbox').fill('nobody sells')
    await expect.poll(shown, { timeout: 20_000 }).toBe('625 of 5000 findings shown')
  })
})
