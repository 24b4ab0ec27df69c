import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const isBuilt = existsSync('dist/claimlint.js')
const folder = mkdtempSync(join(tmpdir(), 'claimlint-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a program; answers what it printed and its exit code. */
function run(program: string, args: readonly string[], cwd: string): { out: string; code: number } {
  try {
    return { out: execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }), code: 0 }
  } catch (error) {
    const { stdout, status } = error as { stdout: string; status: number }
    return { out: stdout, code: status }
  }
}

describe.skipIf(!isBuilt)('the package (skipped when dist/ is not built: npm run build)', () => {
  const home = join(folder, 'empty')
  beforeAll(() => {
    mkdirSync(home)
    const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], '.')
    const [{ filename }] = JSON.parse(packed.out) as [{ filename: string }] // npm's own output
    writeFileSync(join(home, 'package.json'), '{"private": true}')
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, filename)], home)
  })

  test('installs into an empty folder and says its version', () => {
    expect(run('npx', ['--no-install', 'claimlint', '--version'], home)).toEqual({ out: '0.1.0\n', code: 0 })
  })

  test('audits, and exits with 1 on an error', () => {
    writeFileSync(join(home, 'page.md'), 'We offer the lowest price in Europe.\n')
    const { out, code } = run('npx', ['--no-install', 'claimlint', 'page.md', '--format', 'compact'], home)
    expect(code).toBe(1)
    expect(out).toContain('page.md:1:14: error price/lowest-price')
  })

  test('can be imported as a library', () => {
    const program =
      "import { parseDocument } from 'claimlint'; process.stdout.write(parseDocument('a.md', 'Copy', {fields: {ignore: [], audit: []}}).blocks[0].text)"
    expect(run('node', ['--input-type=module', '-e', program], home).out).toBe('Copy')
  })

  test('holds the versions of the parser that package.json pins, with their licences', () => {
    const { overrides } = JSON.parse(readFileSync('package.json', 'utf8')) as { overrides: Record<string, string> }
    const bundled = readFileSync('dist/THIRD-PARTY-LICENCES.txt', 'utf8')
    const missing = Object.entries(overrides).filter(([name, version]) => !bundled.includes(`${name} ${version}\n`))
    expect(missing).toEqual([])
    expect(Object.keys(overrides)).toContain('micromark')
  })

  test('has nothing that publint minds', async () => {
    const { messages } = await publint({ pkgDir: join(home, 'node_modules', 'claimlint'), pack: false, strict: true })
    expect(messages).toEqual([])
  })

  test('holds nothing that nothing reads: no tests, no sources, and of the rules what they were compiled into', () => {
    const inside = join(home, 'node_modules', 'claimlint')
    const files = readdirSync(inside, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(inside, join(parentPath, name)))
    expect(files.filter((path) => !/^(?:bin|dist|schemas)\/|^rules\/README\.md$|^[^/]+$/.test(path))).toEqual([])
    expect(files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))).toEqual([])
    const megabytes = files.reduce((sum, path) => sum + statSync(join(inside, path)).size, 0) / 1e6
    expect(megabytes).toBeLessThan(25) // what claimlint knows: the compiled rules alone are half of it
  })

  test('brings its schemas and the licences of what is bundled', () => {
    const inside = join(home, 'node_modules', 'claimlint')
    expect(
      ['schemas/report.schema.json', 'schemas/config.schema.json', 'dist/THIRD-PARTY-LICENCES.txt', 'LICENSE'].filter(
        (path) => !existsSync(join(inside, path)),
      ),
    ).toEqual([])
  })
})
