import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { auditTexts } from './catalog.ts'

interface Form {
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  readonly background?: Readonly<Record<string, string>>
  readonly evidence?: string
  readonly expect: Readonly<Record<string, string>>
  /** Words of which nothing is said. */
  readonly silent?: readonly string[]
}

const forms = parse(readFileSync('fixtures/proof/forms.yaml', 'utf8')) as readonly Form[]

test.each(forms.map((form) => [form.name, form] as const))('%s', (_name, form) => {
  const { claims } = auditTexts(form.files, form.background ?? {}, { evidence: form.evidence ?? '' })
  /** Claims that touch words of any file. */
  const verdictsOf = (words: string) =>
    Object.entries(form.files).flatMap(([path, text]) => {
      const start = text.indexOf(words)
      if (start === -1) return []
      return (claims ?? [])
        .filter(
          ({ document, range }) =>
            document === path && range.start.offset < start + words.length && start < range.end.offset,
        )
        .map(({ verdict }) => verdict)
    })
  for (const [words, verdict] of Object.entries(form.expect)) expect(verdictsOf(words), words).toContain(verdict)
  for (const words of form.silent ?? []) expect(verdictsOf(words), words).toEqual([])
})

test.each([
  ['buisnessType: trading company', 'buisnessType', 'businessType'],
  ['estabished: 2016', 'estabished', 'established'],
  ['numberOfEmployes: 38', 'numberOfEmployes', 'numberOfEmployees'],
])('%s is told of, with the key that was meant', (line, key, meant) => {
  const { findings } = auditTexts({ 'profile.yaml': `"@type": Organization\n${line}\n` })
  const [note] = findings.filter(({ ruleId }) => ruleId === 'document/unknown-key')
  expect(note?.severity).toBe('info')
  expect(note?.message).toContain(`"${key}"`)
  expect(note?.message).toContain(meant)
  expect(note?.range.start.line).toBe(2)
})

test.each(['founder: Anna', 'review: []', 'logo: a.png', 'materials: steel', 'internalNote: x', 'weights: 12'])(
  '%s is left alone',
  (line) => {
    const { findings } = auditTexts({ 'profile.yaml': `"@type": Organization\n${line}\n` })
    expect(findings.filter(({ ruleId }) => ruleId === 'document/unknown-key')).toEqual([])
  },
)

test.each([
  ['2027-01-20', ['document/expiring-evidence']],
  ['2027-01-21', []],
  ['2026-11-20', []],
])('proof that runs out on %s', (expires, notes) => {
  const { findings } = auditTexts(
    { 'a.md': 'Text.' },
    {},
    { evidence: `- {id: a, kind: certificate, expires: ${expires}}` },
  )
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(notes)
  expect(findings.every(({ severity }) => severity === 'info')).toBe(true)
})
