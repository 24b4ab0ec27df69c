import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding, Report } from '../../src/core/model/report.ts'
import { claimlint } from '../cli/workshop.ts'

interface Stated {
  readonly document: string
  readonly contains: string
  readonly line: number
  readonly verdict: string
  readonly accept?: readonly string[]
  readonly related?: string
}

interface Expected {
  readonly asOf: string
  readonly expect: readonly Stated[]
  readonly forbid: readonly (Pick<Stated, 'document' | 'contains'> & { readonly verdicts: readonly string[] })[]
}

const roots = ['fixtures/catalogs', 'fixtures/catalogs-dev']
const catalogs = roots.flatMap((root) =>
  readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(root, entry.name)] : [])),
)

async function auditFolder(folder: string, asOf: string): Promise<Report> {
  const { out, err } = await claimlint(folder, ['--as-of', asOf, '--claims', '--format', 'json', '--language', 'en'])
  expect(err).toBe('')
  return JSON.parse(out) as Report // written by claimlint itself
}

/** Claims that touch the words an expectation quotes from the source. */
function touching(
  claims: readonly Finding[],
  folder: string,
  { document, contains }: { document: string; contains: string },
) {
  const start = readFileSync(join(folder, document), 'utf8').indexOf(contains)
  expect(start, `${document} holds ${contains}`).toBeGreaterThanOrEqual(0)
  return claims.filter(
    (claim) =>
      claim.document === document &&
      claim.range.start.offset < start + contains.length &&
      start < claim.range.end.offset,
  )
}

describe.each(catalogs)('%s', (path) => {
  const folder = resolve(path)
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected
  const report = auditFolder(folder, expected.asOf)

  test('states the verdicts that were written down before', async () => {
    const { claims } = await report
    const missed = expected.expect.filter((stated) => {
      const found = touching(claims ?? [], folder, stated)
      return !found.some(({ verdict }) => verdict !== null && (stated.accept ?? [stated.verdict]).includes(verdict))
    })
    expect(missed.map(({ document, contains, verdict }) => `${document}: "${contains}" is not ${verdict}`)).toEqual([])
  })

  test('names the other place of each contradiction', async () => {
    const { claims } = await report
    const contradicted = (claims ?? []).filter(({ verdict }) => verdict === 'contradicted')
    expect(contradicted.filter(({ related }) => related.length === 0)).toEqual([])
  })

  test('springs no trap', async () => {
    const { claims } = await report
    const sprung = expected.forbid.flatMap((trap) =>
      touching(claims ?? [], folder, trap)
        .filter(({ verdict }) => verdict !== null && trap.verdicts.includes(verdict))
        .map(({ ruleId, verdict }) => `${trap.document}: "${trap.contains}" is ${verdict} (${ruleId})`),
    )
    expect(sprung).toEqual([])
  })
})
