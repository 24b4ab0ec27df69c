import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { omissionRules } from '../../src/core/audit/omissions/omission-words.ts'
import type { Market } from '../../src/core/model/rule.ts'
import { auditTexts } from './catalog.ts'

interface Page {
  readonly copy: string
  readonly company?: object
  readonly product?: object
  /** Path of the page; of data the copy is its description. */
  readonly page?: string
  readonly others?: Readonly<Record<string, string>>
  readonly markets?: readonly Market[]
  /** What the message must hold. */
  readonly says?: readonly string[]
}

interface Kind {
  readonly id: string
  readonly company?: object
  readonly missing: readonly Page[]
  readonly said: readonly Page[]
}

const kinds = parse(readFileSync('fixtures/proof/omissions.yaml', 'utf8')) as readonly Kind[]

/** The messages of an omission on a page: findings of their own, and further reasons. */
function told(kind: Kind, { copy, company = kind.company, product, others = {}, markets = [], ...written }: Page) {
  const path = written.page ?? (product ? 'products/item.md' : 'pages/profile.md')
  const head = product ? `---\n${stringify(product)}---\n\n` : ''
  const page = path.endsWith('.yaml') ? stringify({ ...product, description: copy }) : `${head}${copy}\n`
  const background = company ? { 'company.yaml': stringify({ '@type': 'Organization', ...company }) } : {}
  const { findings } = auditTexts({ [path]: page, ...others }, background, { markets })
  return findings.flatMap(({ ruleId, message, reasons }) =>
    [{ ruleId, message }, ...reasons].filter((each) => each.ruleId === kind.id).map((each) => each.message),
  )
}

const rows = (list: 'missing' | 'said') =>
  kinds.flatMap((kind) => kind[list].map((page) => [kind.id, page.copy, kind, page] as const))

test('every kind of omission has pages both ways', () => {
  expect(kinds.map(({ id }) => id).sort()).toEqual([...omissionRules].sort())
  expect(kinds.filter(({ missing, said }) => missing.length < 2 || said.length < 2)).toEqual([])
})

describe('missing, and told once', () => {
  test.each(rows('missing'))('%s: %s', (_id, _copy, kind, page) => {
    const messages = told(kind, page)
    expect(messages).toHaveLength(1)
    for (const words of page.says ?? []) expect(messages[0]).toContain(words)
  })
})

describe('said, or not asked for', () => {
  test.each(rows('said'))('%s: %s', (_id, _copy, kind, page) => {
    expect(told(kind, page)).toEqual([])
  })
})
