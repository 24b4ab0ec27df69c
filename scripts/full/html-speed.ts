import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { formats, plainStyle } from '../../src/core/formats/index.ts'
import { manyFindings, reviewed } from '../../test/formats/sample.ts'

// How long the HTML report of 5,000 findings takes to open and to narrow in Chromium: node scripts/run.mjs scripts/full/html-speed.ts
// The median of seven; fails over two seconds for both together.

const count = 5_000
const budgetMilliseconds = 2_000
const rounds = 7

// Found at run time: it cannot be bundled.
const library = pathToFileURL(resolve('node_modules/playwright-core/index.mjs')).href
const { chromium } = (await import(library)) as typeof import('playwright-core')

const folder = mkdtempSync(join(tmpdir(), 'claimlint-html-'))
const file = join(folder, 'report.html')
const page = formats.html(reviewed(manyFindings(count), 'proof'), plainStyle)
writeFileSync(file, page)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })

async function once(): Promise<readonly [opened: number, narrowed: number]> {
  const tab = await browser.newPage()
  const start = performance.now()
  await tab.goto(pathToFileURL(file).href)
  await tab.locator('output', { hasText: '5000 of' }).waitFor()
  const open = performance.now()
  await tab.evaluate(`new Promise((done) => {
    const search = document.querySelector('input[type=search]')
    search.value = 'nobody sells'
    search.dispatchEvent(new Event('input', { bubbles: true }))
    const look = () => (document.querySelector('output').textContent.startsWith('625 of') ? requestAnimationFrame(done) : setTimeout(look, 1))
    look()
  })`)
  const done = performance.now()
  await tab.close()
  return [open - start, done - open]
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

try {
  const runs: (readonly [number, number])[] = []
  for (let round = 0; round < rounds; round += 1) runs.push(await once())
  const opened = median(runs.map(([value]) => value))
  const narrowed = median(runs.map(([, value]) => value))
  const size = (page.length / 1e6).toFixed(1)
  console.log(
    `html: ${count} findings, ${size} MB: opened in ${opened.toFixed(0)} ms, narrowed in ${narrowed.toFixed(0)} ms`,
  )
  process.exitCode = opened + narrowed < budgetMilliseconds ? 0 : 1
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
