import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { claimlint, folderOf, lowestPrice, plainCopy, type Tree } from '../cli/workshop.ts'
import { type Editor, startEditor } from './client.ts'

const worker = new URL('../../dist/lsp-worker.js', import.meta.url)

/** The findings of the command line for one document of a folder, as an editor would show them. */
async function freshFindings(folder: string, path: string): Promise<string[]> {
  const { out } = await claimlint(folder, ['.', '-f', 'json', '--as-of', new Date().toISOString().slice(0, 10)])
  const report = JSON.parse(out) as {
    findings: { ruleId: string; document: string; range: { start: { line: number; column: number } } }[]
  }
  return report.findings
    .filter(({ document }) => document === path)
    .map(({ ruleId, range: { start } }) => `${start.line}:${start.column} ${ruleId}`)
}

const shownFindings = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, range: { start } }) => `${start.line + 1}:${start.character + 1} ${code}`)

const tree: Tree = {
  'claimlint.yaml': 'markets: [us]\n',
  'company.yaml': 'legalName: Otter Ltd\nbusinessType: trading company\n',
  'evidence/register.yaml': '- id: survey-9\n  kind: price-survey\n  supports: [origin]\n  file: survey.txt\n',
  'evidence/survey.txt': 'Survey.\n',
  'lamp.md': '---\nsku: OT-1\n---\n\nThe lamp OT-1 comes with a 5-year warranty.\n',
  'faq.md': '---\nsku: OT-1\n---\n\nThe lamp OT-1 comes with a 2-year warranty.\n',
  'page.md': plainCopy,
  'goods.yaml': 'sku: OT-2\ntitle: Otter mug\nclaims:\n  - Straight from our own factory.\n',
}

// Without a build there is nothing to start: npm run build.
describe.skipIf(!existsSync(worker))('the language server (skipped without a build)', { timeout: 120_000 }, () => {
  let folder = ''
  let editor: Editor
  beforeAll(async () => {
    folder = folderOf(tree)
    editor = await startEditor(folder)
  }, 60_000)
  afterAll(async () => {
    expect(await editor.quit()).toBe(0)
  })
  const text = (path: string) => readFileSync(join(folder, path), 'utf8')

  test('a claim is underlined while it is typed, and no longer when it is gone', async () => {
    expect((await editor.open('page.md', plainCopy)).diagnostics).toEqual([])
    editor.edit('page.md', null, `Grüße 😀. ${lowestPrice}`)
    const [finding] = (await editor.shown('page.md')).diagnostics
    expect(finding).toMatchObject({ code: 'price/lowest-price', severity: 1, source: 'claimlint' })
    expect(finding?.range.start).toEqual({ line: 0, character: `Grüße 😀. Our LED drivers come at the `.length })
    editor.edit('page.md', null, plainCopy)
    expect((await editor.shown('page.md')).diagnostics).toEqual([])
  })

  test('a document that is not open contradicts one that is, with both places', async () => {
    const { diagnostics } = await editor.open('lamp.md', text('lamp.md'))
    const finding = diagnostics.find(({ message }) => String(message).includes('contradicted'))
    expect(finding?.relatedInformation?.[0]?.location.uri).toMatch(/\/faq\.md$/)
  })

  test('facts, evidence and decisions that change are heeded', async () => {
    const before = (await editor.open('goods.yaml', text('goods.yaml'))).diagnostics
    expect(before.map(({ message }) => message).join()).toContain('trading company')
    writeFileSync(join(folder, 'company.yaml'), 'legalName: Otter Ltd\n')
    const after = (await editor.save('goods.yaml')).diagnostics
    expect(after.map(({ message }) => message).join()).not.toContain('trading company')
    writeFileSync(join(folder, 'company.yaml'), tree['company.yaml'] ?? '')
    expect((await editor.save('goods.yaml')).diagnostics).toEqual(before)
  })

  test('hover says why, what would do and which law', async () => {
    editor.edit('page.md', null, lowestPrice)
    const [finding] = (await editor.shown('page.md')).diagnostics
    const hover = await editor.hover('page.md', finding?.range.start ?? { line: 0, character: 0 })
    const { value } = (hover?.contents ?? { value: '' }) as { value: string }
    expect(value).toContain('price/lowest-price')
    expect(value).toContain('What would do:')
    expect(value).toMatch(/Law: \[FTC Act.*\]\(https:/)
    expect(await editor.hover('page.md', { line: 0, character: 0 })).toBeNull()
  })

  test('actions: ignore behind the words, link evidence, accept into the decisions, each asking for its reason', async () => {
    editor.edit('page.md', null, lowestPrice)
    const [finding] = (await editor.shown('page.md')).diagnostics
    if (!finding) throw new Error('no finding')
    const actions = await editor.actions('page.md', finding.range)
    const edits = actions.flatMap(({ edit }) => Object.values(edit?.changes ?? {}).flat())
    expect(edits.map(({ newText }) => newText)).toEqual([
      ' <!-- claimlint evidence survey-9 -->',
      ' <!-- claimlint ignore price/lowest-price:  -->',
    ])
    const accept = actions.at(-1)?.edit?.documentChanges ?? []
    expect(JSON.stringify(accept)).toContain('claimlint.decisions.yaml')
    const [ignore] = edits.slice(-1)
    if (!ignore) throw new Error('no edit')
    const ignored = TextDocument.applyEdits(TextDocument.create('x', 'markdown', 1, lowestPrice), [
      { ...ignore, newText: ignore.newText.replace(':  ', ': agreed with legal ') },
    ])
    editor.edit('page.md', null, ignored)
    expect((await editor.shown('page.md')).diagnostics.map(({ severity }) => severity)).toEqual([4])
  })

  test('in YAML the comment stands above its key or item', async () => {
    const { diagnostics } = await editor.shown('goods.yaml')
    const own = diagnostics.find(({ message }) => String(message).includes('trading company'))
    if (!own) throw new Error('no finding')
    const actions = await editor.actions('goods.yaml', own.range)
    const ignore = actions.flatMap(({ edit }) => Object.values(edit?.changes ?? {}).flat()).at(-1)
    expect(ignore).toMatchObject({ range: { start: { line: 3, character: 0 } } })
    expect(ignore?.newText).toMatch(/^ {2}# claimlint ignore maker\/[a-z-]+: \n$/)
  })

  test('evidence that the copy names links to its file', async () => {
    editor.edit('page.md', null, `<!-- claimlint evidence survey-9 -->\n${lowestPrice}`)
    await editor.shown('page.md')
    const [link] = await editor.links('page.md')
    expect(link?.target).toMatch(/\/evidence\/survey\.txt$/)
    expect(link?.range.start).toEqual({ line: 0, character: 24 })
  })

  test('the labelled passages give the findings of the command line', async () => {
    const rows = ['en.dev.jsonl', 'zh.dev.jsonl'].flatMap((name) =>
      readFileSync(new URL(`../../fixtures/labelled/${name}`, import.meta.url), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): string => JSON.parse(line).text),
    )
    const page = rows.join('\n\n***\n\n')
    writeFileSync(join(folder, 'page.md'), page)
    editor.edit('page.md', null, page)
    const { diagnostics } = await editor.shown('page.md')
    const fresh = await freshFindings(folder, 'page.md')
    expect(fresh.length).toBeGreaterThan(150)
    expect(shownFindings(diagnostics)).toEqual(fresh)
  })

  test('200 random edits give the findings of a fresh audit', async () => {
    const pieces = [
      lowestPrice,
      '# Best\n',
      '\n\n',
      '**own factory** ',
      '全网最低价。',
      '😀',
      '- ',
      'x',
      '|',
      '---\n',
      '5-year warranty. ',
      '<b>',
    ]
    const step = fc.record({ at: fc.nat(10_000), length: fc.nat(30), piece: fc.constantFrom(...pieces) })
    const [steps = []] = fc.sample(fc.array(step, { minLength: 200, maxLength: 200 }), { numRuns: 1, seed: 7 })
    let document = TextDocument.create(
      'file:///page.md',
      'markdown',
      1,
      `${plainCopy}\n${lowestPrice}\nOur own factory.\n`,
    )
    editor.edit('page.md', null, document.getText())
    for (const [index, { at, length, piece }] of steps.entries()) {
      const size = document.getText().length
      const start = document.positionAt(at % (size + 1))
      const end = document.positionAt(Math.min((at % (size + 1)) + length, size))
      const change = { range: { start, end }, text: index % 3 === 2 ? '' : piece }
      document = TextDocument.update(document, [change], index + 2)
      editor.edit('page.md', change.range, change.text)
      if (index % 20 !== 19) continue
      writeFileSync(join(folder, 'page.md'), document.getText())
      const { diagnostics } = await editor.shown('page.md')
      expect(shownFindings(diagnostics)).toEqual(await freshFindings(folder, 'page.md'))
    }
  })
})
