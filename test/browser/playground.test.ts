import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Finding, Report } from '../../src/core/model/report.ts'

const executablePath = '/usr/bin/chromium'
const built = 'dist/playground.html'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]
const isHere = existsSync(executablePath) && existsSync(built)

const folder = mkdtempSync(join(tmpdir(), 'claimlint-playground-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Wishes {
  readonly locale?: string
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
}

/** What the command line finds in the same text. */
function foundByProgram(path: string, options: readonly string[]): readonly Finding[] {
  const program = resolve('bin/claimlint.js')
  const { stdout } = spawnSync(process.execPath, [program, path, '--format', 'json', '--no-config', ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return (JSON.parse(stdout) as Report).findings // our own output
}

/** Findings as lists that can be compared. */
const told = (findings: readonly Finding[]) =>
  findings.map(({ ruleId, severity, verdict, message, advice, rewrite, law, range }) => {
    return [
      ruleId,
      severity,
      verdict,
      range.start.offset,
      range.end.offset,
      message,
      advice,
      rewrite,
      law.map(({ id }) => id),
    ]
  })

describe.skipIf(!isHere)(`the playground (skipped without ${executablePath} or ${built}: npm run build)`, () => {
  let browser: Browser
  let page: Page
  const heard: string[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args })
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    await page.context().close()
    expect(heard.splice(0)).toEqual([])
  })

  /** Opens the page and waits for its rules; requests to anywhere and words on the console are `heard`. */
  async function open({ locale = 'en-GB', scheme = 'light', width = 1200 }: Wishes = {}): Promise<void> {
    const context = await browser.newContext({ locale, colorScheme: scheme, viewport: { width, height: 900 } })
    page = await context.newPage()
    const address = pathToFileURL(resolve(built)).href
    page.on('request', (request) => {
      if (request.url() !== address && !request.url().startsWith('blob:null/')) heard.push(`request ${request.url()}`)
    })
    page.on('console', (message) => heard.push(`${message.type()} ${message.text()}`))
    page.on('pageerror', (error) => heard.push(String(error)))
    await page.goto(address)
    await page.waitForSelector('#status[data-state=ready]', { timeout: 60_000 })
  }

  const copy = () => page.locator('#copy')
  const cards = () => page.locator('#findings > li')
  const status = () => page.locator('#status').innerText()

  /** The findings of the report that the page shows, as the page received them. */
  const reported = () => page.evaluate<readonly Finding[]>('document.getElementById("findings").report.findings')

  describe.each([
    { language: 'en', locale: 'en-GB' },
    { language: 'zh', locale: 'zh-CN' },
  ])('$language passages of the labelled set', ({ language, locale }) => {
    const rows = readFileSync(`fixtures/labelled/${language}.dev.jsonl`, 'utf8').trim().split('\n')
    const text = rows.map((row) => (JSON.parse(row) as { text: string }).text).join('\n\n')

    test.each([
      { name: 'as they are', markets: [], channel: 'none', audience: 'both' },
      { name: 'for a market and a marketplace', markets: ['cn', 'eu'], channel: 'amazon', audience: 'b2c' },
    ])('$name: the findings of the command line', { timeout: 120_000 }, async ({ markets, channel, audience }) => {
      writeFileSync(join(folder, 'page.md'), text)
      const program = foundByProgram('page.md', [
        ...['--as-of', '2026-03-31', '--language', language],
        ...(markets.length > 0 ? ['--market', markets.join(',')] : []),
        ...(channel === 'none' ? [] : ['--channel', channel]),
        ...(audience === 'both' ? [] : ['--audience', audience]),
      ])
      expect(program.length).toBeGreaterThan(50)
      await open({ locale })
      await page.locator('#as-of').fill('2026-03-31')
      for (const market of markets) await page.locator(`#markets [value=${market}]`).check({ force: true })
      await page.locator('#channel').selectOption(channel)
      await page.locator('#audience').selectOption(audience)
      await page.locator('#format').selectOption('text')
      await copy().fill(text)
      await expect.poll(() => cards().count(), { timeout: 60_000 }).toBe(program.length)
      expect(told(await reported())).toEqual(told(program))
    })
  })

  test.each([
    { locale: 'en-GB', scheme: 'light' },
    { locale: 'zh-CN', scheme: 'dark' },
    { locale: 'en-GB', scheme: 'dark', width: 390 },
  ] as const)('$locale, $scheme: axe finds nothing, nothing is wider than the window', async (wishes) => {
    await open(wishes)
    await page.locator('#example').click()
    await expect.poll(() => cards().count(), { timeout: 20_000 }).toBeGreaterThan(5)
    await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height: 9000 })
    await page.evaluate(axe.source)
    const run = `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`
    expect(await page.evaluate<string[]>(run)).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(page.viewportSize()?.width)
  })

  test('underlines stand under the words, and move with them while somebody types', async () => {
    await open()
    await copy().fill('We offer the lowest price in Europe.')
    const marks = page.locator('.ink mark')
    await expect.poll(() => marks.allInnerTexts()).toEqual(['lowest price in Europe'])
    await copy().press('Home')
    await page.keyboard.type('Look! ')
    expect(await marks.allInnerTexts()).toEqual(['lowest price in Europe'])
    expect(await page.locator('.ink').textContent()).toBe('Look! We offer the lowest price in Europe.')
    const size = (id: string) => page.locator(id).evaluate((box) => box.getBoundingClientRect().toJSON() as object)
    expect(await size('.ink')).toEqual(await size('#copy'))
  })

  test('facts speak against a claim, and bear one out', async () => {
    await open()
    await copy().fill('Every lamp comes from our own factory.')
    await page.locator('summary').click()
    const verdicts = async () => (await reported()).map(({ verdict }) => verdict)
    await page.locator('#facts').fill('businessType: trading company\nplants: []\n')
    await expect.poll(verdicts, { timeout: 20_000 }).toContain('contradicted')
    const plants = 'plants: [{name: Hillcrest works, ownership: own}]'
    await page.locator('#facts').fill(`businessType: manufacturer\n${plants}\n`)
    await expect.poll(verdicts, { timeout: 20_000 }).toEqual([])
  })

  test('the keyboard reaches a finding, its words and its rewording', async () => {
    await open()
    await copy().fill('<b>48小时</b>内发货。\n\nOur lamp is the cheapest in the world.')
    await expect.poll(() => cards().count(), { timeout: 20_000 }).toBeGreaterThan(0)
    const place = page.locator('button.place', { hasText: 'cheapest' }).first()
    await place.focus()
    await page.keyboard.press('Enter')
    const selected =
      'document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)'
    expect(await page.evaluate<string>(selected)).toBe(await place.innerText())
    expect(await page.locator('li.current').count()).toBeGreaterThan(0)
  })

  test('speaks Chinese and English, findings included', async () => {
    await open()
    await copy().fill('We offer the lowest price in Europe.')
    await expect.poll(status).toMatch(/error/)
    await page.getByRole('button', { name: '中文' }).click()
    await expect.poll(status).toMatch(/错误 1 条/)
    expect(await page.locator('h3').first().innerText()).toMatch(/等于说|价/)
    expect(await page.evaluate<string>('document.documentElement.lang')).toBe('zh-Hans')
  })

  test('a rewording is taken with one press, and taken back with Ctrl+Z', async () => {
    await open()
    const text = 'These shoes are 100% genuine Italian leather.'
    await copy().fill(text)
    await expect.poll(() => page.locator('dd button').count(), { timeout: 20_000 }).toBe(1)
    const [finding] = (await reported()).filter(({ rewrite }) => rewrite !== null)
    await page.locator('dd button').click()
    expect(await copy().inputValue()).toBe(text.replace(finding?.text ?? '', finding?.rewrite ?? ''))
    await page.keyboard.press('Control+Z')
    expect(await copy().inputValue()).toBe(text)
  })

  test('what is copied from a page keeps headings, items and tables, and nothing of it runs', async () => {
    await open()
    const html =
      '<style>p{}</style><h2>Desk <b>lamp</b></h2><p>Our\n lowest price.<br>Today.</p><ul><li>Bright</li><li>Light</li></ul><table><tr><td>Power</td><td>6 W</td></tr></table><img src=x onerror="document.title=1" alt="A lamp"><script>document.title=2</script>'
    const paste = `{
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', ${JSON.stringify(html).replaceAll('</', '<\\/')})
      const box = document.getElementById('copy')
      box.focus()
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }`
    await page.evaluate(paste)
    expect(await copy().inputValue()).toBe(
      '## Desk lamp\n\nOur lowest price.\nToday.\n\n- Bright\n- Light\n\n| Power | 6 W |\n\nA lamp',
    )
    expect(await page.title()).toMatch(/^claimlint/)
    // The policy also holds for what is only read, and says what it stopped.
    expect(heard.splice(0).filter((line) => !/violates the following Content Security Policy/.test(line))).toEqual([])
  })

  test('hostile copy stays text', async () => {
    await open()
    await copy().fill('The lowest price <img src=x onerror="document.title=1"><script>document.title=2</script>')
    await expect.poll(() => cards().count(), { timeout: 20_000 }).toBeGreaterThan(0)
    expect(await page.evaluate<number>('document.images.length')).toBe(0)
    expect(await page.title()).toMatch(/^claimlint/)
  })

  test('the policy lets nothing out and nothing in', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    await open()
    const tries = `Promise.all([
      fetch('http://127.0.0.1:${port}/fetch', { mode: 'no-cors' }).then(() => 'fetched', () => 'stopped'),
      new Promise((done) => { const image = new Image(); image.onload = image.onerror = () => done('tried'); image.src = 'http://127.0.0.1:${port}/image' }),
      new Promise((done) => { const script = document.createElement('script'); script.textContent = 'document.title = "owned"'; document.body.append(script); done(document.title) }),
    ])`
    const [fetched, , title] = await page.evaluate<string[]>(tries)
    server.close()
    expect(asked).toEqual([])
    expect([fetched, title]).toEqual(['stopped', 'claimlint: Check your sales copy'])
    expect(heard.splice(0).join()).toContain('Content Security Policy')
  })
})
