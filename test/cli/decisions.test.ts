import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { claimlint, folderOf, type Tree } from './workshop.ts'

interface Shown {
  readonly fingerprint: string
  readonly ruleId: string
  readonly severity: string
  readonly message: string
  readonly document: string
  readonly decision: {
    readonly kind: string
    readonly reason: string
    readonly by: string | null
    readonly source: string
  } | null
  readonly range: { readonly start: { readonly line: number } }
}

interface Printed {
  readonly findings: readonly Shown[]
  readonly summary: { readonly findings: object; readonly decided: number }
}

async function audited(folder: string, argv: readonly string[] = []): Promise<{ code: number } & Printed> {
  const { code, out, err } = await claimlint(folder, ['-f', 'json', ...argv])
  if (out === '') throw new Error(err)
  return { code, ...(JSON.parse(out) as Printed) } // our own report
}

/** `3 price/lowest-price error suppress` for every finding. */
const lines = ({ findings }: Printed) =>
  findings.map(({ range, ruleId, severity, decision }) =>
    [range.start.line, ruleId, severity, decision?.kind ?? '-'].join(' '),
  )

const lowest = 'We offer the lowest price in Europe.'
const rule = 'price/lowest-price'
const ignore = `<!-- claimlint ignore ${rule}: agreed with legal -->`
const found = (line: number, decision = '-') => `${line} ${rule} error ${decision}`

interface Case {
  readonly name: string
  readonly copy: string
  readonly file?: string
  readonly lines: readonly string[]
}

const cases: readonly Case[] = [
  { name: 'covers the next paragraph', copy: `${ignore}\n${lowest}\n`, lines: [found(2, 'suppress')] },
  { name: 'covers it also over empty lines', copy: `${ignore}\n\n\n${lowest}\n`, lines: [found(4, 'suppress')] },
  {
    name: 'covers no more than that',
    copy: `${ignore}\n${lowest}\n\n${lowest}\n`,
    lines: [found(2, 'suppress'), found(4)],
  },
  {
    name: 'covers the paragraph it stands in',
    copy: `${lowest} ${ignore}\n\n${lowest}\n`,
    lines: [found(1, 'suppress'), found(3)],
  },
  {
    name: 'covers the item it stands in',
    copy: `- ${lowest} ${ignore}\n- ${lowest}\n`,
    lines: [found(1, 'suppress'), found(2)],
  },
  {
    name: 'covers a whole tight list',
    copy: `${ignore}\n- ${lowest}\n- ${lowest}\n\n${lowest}\n`,
    lines: [found(2, 'suppress'), found(3, 'suppress'), found(5)],
  },
  {
    name: 'covers a whole table',
    copy: `${ignore}\n\n| a |\n| --- |\n| ${lowest} |\n| ${lowest} |\n`,
    lines: [found(5, 'suppress'), found(6, 'suppress')],
  },
  {
    name: 'covers a heading',
    copy: `${ignore}\n\n## ${lowest}\n\n${lowest}\n`,
    lines: [found(3, 'suppress'), found(5)],
  },
  {
    name: 'names a family',
    copy: `<!-- claimlint ignore price: agreed -->\n${lowest}\n`,
    lines: [found(2, 'suppress')],
  },
  { name: 'is an example in code', copy: `\`\`\`\n${ignore}\n\`\`\`\n\n${lowest}\n`, lines: [found(5)] },
  { name: 'is an example in a code span', copy: `Write \`${ignore}\` here.\n\n${lowest}\n`, lines: [found(3)] },
  {
    name: 'holds until its day',
    copy: `<!-- claimlint ignore price: agreed until=2026-11-21 -->\n${lowest}\n`,
    lines: [found(2, 'suppress')],
  },
  {
    name: 'is over on the day after',
    copy: `<!-- claimlint ignore price: agreed until=2026-11-20 -->\n${lowest}\n`,
    lines: ['1 directive/expired warning -', found(2)],
  },
  {
    name: 'covers nothing',
    copy: `${ignore}\nTwelve drivers.\n\n${lowest}\n`,
    lines: ['1 directive/unused warning -', found(4)],
  },
  {
    name: 'covers nothing at the end',
    copy: `${lowest}\n\n${ignore}\n`,
    lines: [found(1), '3 directive/unused warning -'],
  },
  {
    name: 'names a rule too much',
    copy: `<!-- claimlint ignore price, health: agreed -->\n${lowest}\n`,
    lines: ['1 directive/unused warning -', found(2, 'suppress')],
  },
  {
    name: 'gives no reason',
    copy: `<!-- claimlint ignore price -->\n${lowest}\n`,
    lines: ['1 directive/no-reason error -', found(2)],
  },
  {
    name: 'names a rule that is not there',
    copy: `<!-- claimlint ignore prise: agreed -->\n${lowest}\n`,
    lines: ['1 directive/unknown-rule error -', found(2)],
  },
  {
    name: 'names one that is and one that is not',
    copy: `<!-- claimlint ignore price, prise: agreed -->\n${lowest}\n`,
    lines: ['1 directive/unknown-rule error -', found(2)],
  },
  {
    name: 'is misspelt',
    copy: `<!-- claimlint ingore price: agreed -->\n${lowest}\n`,
    lines: ['1 directive/malformed error -', found(2)],
  },
  {
    name: 'in a YAML comment covers the key below',
    file: 'a.yaml',
    copy: `# claimlint ignore price: agreed\nlead: ${lowest}\nend: ${lowest}\n`,
    lines: [found(2, 'suppress'), found(3)],
  },
  {
    name: 'in a YAML comment covers the key on its line',
    file: 'a.yaml',
    copy: `lead: ${lowest} # claimlint ignore price: agreed\nend: ${lowest}\n`,
    lines: [found(1, 'suppress'), found(2)],
  },
  {
    name: 'in a YAML comment covers a whole list',
    file: 'a.yaml',
    copy: `points: # claimlint ignore price: agreed\n  - ${lowest}\n  - ${lowest}\nend: ${lowest}\n`,
    lines: [found(2, 'suppress'), found(3, 'suppress'), found(4)],
  },
  {
    name: 'in a YAML comment covers one item',
    file: 'a.yaml',
    copy: `points:\n  # claimlint ignore price: agreed\n  - ${lowest}\n  - ${lowest}\n`,
    lines: [found(3, 'suppress'), found(4)],
  },
  {
    name: 'in a YAML comment covers a block scalar',
    file: 'a.yaml',
    copy: `text: | # claimlint ignore price: agreed\n  One.\n\n  ${lowest}\nend: ${lowest}\n`,
    lines: [found(4, 'suppress'), found(5)],
  },
  {
    name: 'in a YAML text is an HTML comment',
    file: 'a.yaml',
    copy: `text: |\n  ${ignore}\n  ${lowest}\n\n  ${lowest}\nend: ${lowest}\n`,
    lines: [found(3, 'suppress'), found(5), found(6)],
  },
  {
    name: 'in HTML covers the next block',
    file: 'a.yaml',
    copy: `html: "<p>${ignore}${lowest}</p><p>${lowest}</p>"\n`,
    lines: [found(1, 'suppress'), found(1)],
  },
  {
    name: 'at the end of a text does not reach the next key',
    file: 'a.yaml',
    copy: `text: |\n  One.\n\n  ${ignore}\nend: ${lowest}\n`,
    lines: ['4 directive/unused warning -', found(5)],
  },
  {
    name: 'in front matter',
    copy: `---\nlead: ${lowest} # claimlint ignore price: agreed\n---\n\n${lowest}\n`,
    lines: [found(2, 'suppress'), found(5)],
  },
  {
    name: 'in TOML front matter',
    copy: `+++\n# claimlint ignore price: agreed\nlead = "${lowest}"\n+++\n\n${lowest}\n`,
    lines: [found(3, 'suppress'), found(6)],
  },
  { name: 'with CRLF', copy: `${ignore}\r\n${lowest}\r\n\r\n${lowest}\r\n`, lines: [found(2, 'suppress'), found(4)] },
]

describe('a directive', () => {
  test.each(cases)('$name', async ({ copy, file = 'a.md', lines: expected }) => {
    expect(lines(await audited(folderOf({ [file]: copy }), ['--only', 'price,health,directive']))).toEqual(expected)
  })

  test('does not count, and can be disobeyed', async () => {
    const folder = folderOf({ 'a.md': `${ignore}\n${lowest}\n` })
    const obeyed = await audited(folder)
    expect(obeyed).toMatchObject({ code: 0, summary: { findings: { error: 0 }, decided: 1 } })
    expect(obeyed.findings[0]?.decision).toEqual({
      kind: 'suppress',
      reason: 'agreed with legal',
      by: null,
      on: null,
      until: null,
      source: 'inline',
    })
    const disobeyed = await audited(folder, ['--no-inline'])
    expect(disobeyed).toMatchObject({ code: 1, summary: { findings: { error: 1 }, decided: 0 } })
    expect(lines(disobeyed)).toEqual([found(2)])
  })

  test('about a rule that is switched off is not idle', async () => {
    const folder = folderOf({ 'a.md': `${ignore}\n${lowest}\n` })
    expect(lines(await audited(folder, ['--only', 'directive']))).toEqual([])
    expect(lines(await audited(folder, ['--rule', `${rule}=off`, '--only', 'price,directive']))).toEqual([])
  })

  test('that is wrong is an error even where only other rules are selected', async () => {
    const { code, findings } = await audited(folderOf({ 'a.md': '<!-- claimlint ignore price -->\nx\n' }), [
      '--only',
      'health',
    ])
    expect(code).toBe(1)
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['directive/no-reason'])
  })

  test('is marked in what people read', async () => {
    const folder = folderOf({ 'a.md': `${ignore}\n${lowest}\n` })
    const { out } = await claimlint(folder, [])
    expect(out).toContain('(unsupported, suppressed)')
    expect(out).toContain('Decided: agreed with legal; in the copy')
    expect(out).toContain('nothing to mend; 1 decided (marked, not counted)')
    expect((await claimlint(folder, ['-f', 'compact'])).out).toContain('[suppress: agreed with legal]')
  })
})

const shop: Tree = {
  'shop/claimlint.yaml': 'files: ["**/*.md"]\n',
  'shop/products/a.md': `${lowest}\n`,
  'shop/pages/b.md': `Twelve drivers.\n\n${lowest}\n`,
}

const fingerprints = async (folder: string, argv: readonly string[] = []) =>
  (await audited(folder, argv)).findings.map(({ fingerprint }) => fingerprint)

describe('a fingerprint', () => {
  test('does not move with lines, case, markup or the working directory', async () => {
    const folder = folderOf(shop)
    const known = await fingerprints(folder)
    expect(new Set(known).size).toBe(2)
    expect(await fingerprints(join(folder, 'shop'))).toEqual(known)
    expect(await fingerprints(join(folder, 'shop/products'), ['..'])).toEqual(known)
    expect(await fingerprints(join(folder, 'shop/products'))).toEqual(known.slice(1))
    const moved = folderOf({ ...shop, 'shop/pages/b.md': `# Hello\n\n\n\nWe offer the **LOWEST price** in Europe.\n` })
    expect(await fingerprints(moved)).toEqual(known)
  })
})

describe('claimlint accept', () => {
  const accept = (folder: string, fingerprint: string, ...more: readonly string[]) =>
    claimlint(folder, ['accept', fingerprint, '--reason', 'agreed with legal', '--by', 'Li Wei', ...more])
  const decisionsOf = (folder: string) => readFileSync(join(folder, 'shop/claimlint.decisions.yaml'), 'utf8')

  test('writes a decision, which every audit then shows', async () => {
    const folder = folderOf(shop)
    const [first = ''] = await fingerprints(folder)
    const { code, out } = await accept(folder, first, '--kind', 'attest', '--until', '2027-03-01')
    expect(code).toBe(0)
    expect(out).toMatch(
      /^shop\/claimlint\.decisions\.yaml: attest price\/lowest-price "lowest price.*" shop\/pages\/b\.md:3\n$/,
    )
    expect(decisionsOf(folder)).toMatch(
      /^ {2}kind: attest\n {2}reason: agreed with legal\n {2}by: Li Wei\n {2}on: 2026-11-21\n {2}until: 2027-03-01\n {2}rule: price\/lowest-price\n {2}document: pages\/b\.md\n {2}text: lowest price.*\n$/m,
    )
    const report = await audited(join(folder, 'shop/pages'), ['..'])
    expect(report.summary).toMatchObject({ findings: { error: 1 }, decided: 1 })
    expect(report.findings.find(({ decision }) => decision)?.decision).toEqual({
      kind: 'attest',
      reason: 'agreed with legal',
      by: 'Li Wei',
      on: '2026-11-21',
      until: '2027-03-01',
      source: 'file',
    })
    expect((await audited(folder, ['--no-decisions'])).summary).toMatchObject({ findings: { error: 2 }, decided: 0 })
    expect(lines(await audited(folder, ['--as-of', '2027-03-02']))).toContainEqual(
      expect.stringMatching(/^\d decision\/expired warning -$/),
    )
  })

  test('keeps comments and order, and replaces in place', async () => {
    const folder = folderOf(shop)
    const [first = '', second = ''] = await fingerprints(folder)
    await accept(folder, second)
    const before = decisionsOf(folder)
    const commented = folderOf({
      ...shop,
      'shop/claimlint.decisions.yaml': `# top\n\n- fingerprint: ${second} # this one\n  # why\n  kind: dispute\n  reason: "old"\n  by: Ana\n  until: 2026-12-31\n  ticket: 42\n# end\n`,
    })
    await accept(commented, first)
    await accept(commented, second, '--kind', 'suppress')
    const after = decisionsOf(commented)
    for (const comment of ['# top', '# this one', '# why', '# end', 'ticket: 42']) expect(after).toContain(comment)
    expect(after.indexOf(second)).toBeLessThan(after.indexOf(first))
    expect(after).not.toContain('old')
    expect(after).not.toContain('2026-12-31')
    expect(before.startsWith('# Decisions about findings')).toBe(true)
    expect((await audited(commented)).summary).toMatchObject({ findings: { error: 0, warning: 0 }, decided: 2 })
  })

  test('says what is missing', async () => {
    const folder = folderOf(shop)
    const [first = ''] = await fingerprints(folder)
    const errors = [
      [['accept', first], '--reason is missing'],
      [['accept', first, '--reason', ' '], '--reason is missing'],
      [['accept', first, '--reason', 'r'], '--by is missing'],
      [['accept', first, '--reason', 'r', '--by', 'b', '--kind', 'hide'], '--kind: "hide" is none of attest'],
      [['accept', first, '--reason', 'r', '--by', 'b', '--until', '2026-11-20'], 'has passed'],
      [['accept', '0123456789abcdef', '--reason', 'r', '--by', 'b'], 'no finding here has the fingerprint'],
    ] as const
    for (const [argv, message] of errors) {
      const { code, err } = await claimlint(folder, argv)
      expect({ code, told: err.includes(message), err }).toMatchObject({ code: 2, told: true })
    }
  })

  test('never decides about decisions', async () => {
    const folder = folderOf({ 'a.md': '<!-- claimlint ignore price -->\nx\n' })
    const [wrong = ''] = await fingerprints(folder)
    expect(await accept(folder, wrong)).toMatchObject({ code: 2 })
  })
})

describe('a file of decisions', () => {
  const entry = (fingerprint: string, rest = '') =>
    `- {fingerprint: ${fingerprint}, kind: suppress, reason: r, by: b${rest}}\n`

  test.each([
    ['no finding has it', entry('0123456789abcdef'), '1 decision/unused warning -'],
    ['cannot be read', '- {fingerprint: 0123456789abcdef, kind: suppress}\n', '1 decision/unreadable error -'],
    [
      'has a key that is nearly known',
      entry('0123456789abcdef', ', untill: 2027-01-01'),
      '1 decision/unknown-key info -',
    ],
    ['is no YAML', '- [\n', '1 decision/unreadable error -'],
  ])('whose entry %s', async (_name, decisions, line) => {
    const folder = folderOf({ 'a.md': 'Twelve drivers.\n', 'claimlint.decisions.yaml': decisions })
    expect(lines(await audited(folder))).toContain(line)
  })

  test('is only called idle where its document was audited', async () => {
    const folder = folderOf({
      ...shop,
      'shop/claimlint.decisions.yaml': entry('0123456789abcdef', ', document: pages/b.md'),
    })
    const idle = async (argv: readonly string[]) =>
      lines(await audited(folder, argv)).includes('1 decision/unused warning -')
    expect(await idle([])).toBe(true)
    expect(await idle(['shop/pages'])).toBe(true)
    expect(await idle(['shop/products'])).toBe(false)
    expect(await idle(['shop', '--only', 'health'])).toBe(false)
  })

  test('counts towards the exit code when it is wrong', async () => {
    const folder = folderOf({ 'a.md': 'Twelve drivers.\n', 'claimlint.decisions.yaml': '- {kind: suppress}\n' })
    expect((await audited(folder)).code).toBe(1)
  })
})
