import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { claimlint, folderOf, lowestPrice, plainCopy, type Tree } from './workshop.ts'

const program = join(import.meta.dirname, '../../bin/claimlint.js')
const ready = 'watching for changes; Ctrl+C ends\n'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** A program that watches a folder, as a user starts it (`npm run build` makes it). */
function watching(folder: string, argv: readonly string[] = []) {
  const child = spawn(process.execPath, [program, '--watch', '-f', 'compact', ...argv], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '' },
  })
  children.push(child)
  let out = ''
  let err = ''
  let told = () => {}
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
    told()
  })
  child.stderr.on('data', (chunk) => {
    err += String(chunk)
    told()
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  /** What was printed until it watches again; then forgets it. */
  const next = async () => {
    while (!err.endsWith(ready)) {
      const over = await Promise.race([
        ended,
        new Promise<'told'>((resolve) => {
          told = () => resolve('told')
        }),
      ])
      if (over !== 'told') throw new Error(`it ended with ${over}: ${err}`)
    }
    const printed = { out, err: err.replace(`claimlint: ${ready}`, '') }
    out = ''
    err = ''
    return printed
  }
  const write = (tree: Tree) => {
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  }
  return { child, next, write, ended }
}

const found = (document: string) => expect.stringMatching(`^${document}:1:\\d+: \\w+ price/lowest-price `)
const price = ['--only', 'price/lowest-price']

describe.skipIf(!existsSync(join(import.meta.dirname, '../../dist/claimlint.js')))(
  '--watch (needs npm run build)',
  () => {
    test('audits again when anything changes that an audit reads', { timeout: 120_000 }, async () => {
      const folder = folderOf({ 'p/a.md': plainCopy, 'empty/x.txt': '' })
      const { next, write, child, ended } = watching(folder, price)
      expect(await next()).toEqual({ out: '', err: '' })
      write({ 'p/a.md': lowestPrice })
      expect(await next()).toEqual({ out: found('p/a.md'), err: 'claimlint: p/a.md changed\n' })
      write({ 'p/new/b.md': lowestPrice })
      expect((await next()).out.split('\n')).toHaveLength(3)
      rmSync(join(folder, 'p/new'), { recursive: true })
      expect(await next()).toMatchObject({ out: found('p/a.md') })
      write({ 'claimlint.yaml': 'rules: {price: info}\nevidence: [proofs/*.yaml]\n' })
      expect(await next()).toMatchObject({ out: expect.stringContaining(': info price/lowest-price') })
      write({ 'claimlint.yaml': 'rules: {prize: info}\n' })
      expect(await next()).toEqual({
        out: '',
        err: 'claimlint: claimlint.yaml changed\nclaimlint.yaml:1:16: E_CONFIG there is no rule or family "prize"; did you mean "price"?\n',
      })
      write({ 'claimlint.yaml': 'evidence: [proofs/*.yaml]\n' })
      expect(await next()).toMatchObject({ out: expect.stringContaining(': error price/lowest-price') })
      write({ 'proofs/s.yaml': '- {id: s, kind: price-survey, supports: [price], issued: 2020-01-01}\n' })
      expect(await next()).toMatchObject({ out: expect.stringContaining('On file: s (price-survey)') })
      write({ 'our/price/mine.yml': houseRule, 'claimlint.yaml': 'packs: [our]\n' })
      expect((await next()).out).toContain('price/lowest-price')
      child.kill('SIGINT')
      expect(await ended).toBe(130)
    })

    test('heeds facts, decisions and house rules in folders elsewhere', { timeout: 120_000 }, async () => {
      const folder = folderOf({
        'shop/claimlint.yaml': 'company: ../facts/company.yaml\ndecisions: ../d/decisions.yaml\npacks: [../our]\n',
        'shop/a.md': 'We have our own factory in Ningbo. Each knife is forged in Solingen.\n',
        'facts/company.yaml': 'businessType: manufacturer\n',
        'd/decisions.yaml': '[]\n',
        'our/maker/forged.yml': houseRule,
      })
      const { next, write, child, ended } = watching(join(folder, 'shop'), ['--only', 'maker'])
      expect((await next()).out).toContain('warning maker/forged')
      writeFileSync(join(folder, 'facts/company.yaml'), 'businessType: trading company\n')
      expect(await next()).toMatchObject({
        out: expect.stringContaining('is contradicted'),
        err: 'claimlint: ../facts/company.yaml changed\n',
      })
      writeFileSync(join(folder, 'our/maker/forged.yml'), houseRule.replace('severity: warning', 'severity: info'))
      expect((await next()).out).toContain('info maker/forged')
      writeFileSync(join(folder, 'd/decisions.yaml'), '- {kind: nonsense}\n')
      expect((await next()).out).toContain('decisions.yaml')
      write({ 'a.md': plainCopy })
      expect((await next()).out).not.toContain('maker/')
      child.kill('SIGTERM')
      expect(await ended).toBe(143)
    })

    test('clears nothing in a pipe, and its own report starts nothing', { timeout: 120_000 }, async () => {
      const folder = folderOf({ 'a.md': lowestPrice })
      const { next, write, child, ended } = watching(folder, [...price, '-f', 'json=report.json'])
      const { out } = await next()
      write({ 'a.md': `\n${lowestPrice}` })
      const again = await next()
      expect(again.err).toBe('claimlint: a.md changed\n')
      expect(out + again.out).not.toContain('\u001b')
      child.kill('SIGINT')
      expect(await ended).toBe(130)
    })

    test('ends when nobody reads any more', { timeout: 120_000 }, async () => {
      const folder = folderOf({ 'a.md': lowestPrice })
      const { next, write, child, ended } = watching(folder, price)
      await next()
      child.stdout?.destroy()
      write({ 'a.md': `\n${lowestPrice}` })
      expect(await ended).toBe(0)
    })

    test.each([
      ['--accept-new', '--accept-new changes a file; it goes without --watch'],
      ['--update-baseline', '--update-baseline changes a file; it goes without --watch'],
      ['-', '--watch: standard input is read once; name files or folders'],
      ['--since=-x', '--since: "-x" is an option; name a branch, a tag or a commit'],
    ])('goes not with %s', async (word, message) => {
      const folder = folderOf({ 'a.md': plainCopy })
      expect(await claimlint(folder, ['--watch', word])).toEqual({ code: 2, out: '', err: `claimlint: ${message}\n` })
    })
  },
)

const houseRule = `title: Forged here
kind: objective
severity: warning
confidence: high
match: {en: [forged in Solingen]}
needs: {evidence: [photo]}
message: {en: '"{match}" names a place of making.'}
advice: {en: Put a photo of the forge on file.}
examples:
  flagged: [Our knives are forged in Solingen.]
  clean: [Our knives lie in a box of beech.]
`
