import { marked, paragraph, prefixed } from './markup.ts'
import type { Random } from './random.ts'
import { filled, type Vocabulary } from './vocabulary.ts'

/** What one document is made of. `claims`: sentences that it claims with, in this order. */
export interface Copy {
  readonly words: Vocabulary
  readonly random: Random
  readonly claims: readonly string[]
}

/** A product page of about 3 kB in Markdown. */
export function markdownDocument(copy: Copy): string {
  const { words, random, claims } = copy
  const title = filled('{goods} {code}', words, random)
  const sections = Array.from({ length: Math.max(7, claims.length) }, (_none, index) => section(copy, claims[index]))
  return [
    ...(random.chance(0.5) ? [frontMatter(title, copy)] : []),
    `# ${title}`,
    prose(copy, 3),
    ...sections,
    '',
  ].join('\n\n')
}

const frontMatter = (title: string, { words, random }: Copy) =>
  ['---', `title: ${title}`, `sku: ${filled('{code}', words, random)}`, 'layout: product', '---'].join('\n')

/** The claim, if any, stands where a clean sentence would. */
function section(copy: Copy, claim?: string): string {
  const { words, random } = copy
  const heading = `${random.chance(0.25) ? '###' : '##'} ${random.pick(words.headings)}`
  const form = random.pick(forms)
  return [heading, form(copy, claim), prose(copy, 2 + random.below(3))].join('\n\n')
}

type Form = (copy: Copy, claim?: string) => string

const forms: readonly Form[] = [
  (copy, claim) => prose(copy, 4, claim),
  (copy, claim) => prose(copy, 5, claim),
  (copy, claim) => list(copy, '- ', claim),
  (copy, claim) => list(copy, '* ', claim),
  (copy, claim) => [prose(copy, 1, claim), list(copy, '1. ')].join('\n\n'),
  (copy, claim) => table(copy, claim),
  (copy, claim) => prefixed('> ', prose(copy, 2, claim)),
  (copy, claim) => [prose(copy, 1, claim), code(copy)].join('\n\n'),
  (copy, claim) => [image(copy), prose(copy, 2, claim)].join('\n\n'),
  (copy, claim) =>
    [`<!-- ${filled('{code}', copy.words, copy.random)}: checked by the office -->`, prose(copy, 2, claim)].join(
      '\n\n',
    ),
]

function prose({ words, random }: Copy, sentences: number, claim?: string): string {
  const all = Array.from({ length: sentences }, () =>
    marked(filled(random.pick(words.sentences), words, random), random),
  )
  if (claim !== undefined) all.splice(random.below(all.length + 1), 0, marked(filled(claim, words, random), random))
  return paragraph(all, words.language)
}

function list({ words, random }: Copy, mark: string, claim?: string): string {
  const items = Array.from({ length: 4 + random.below(4) }, () => filled(random.pick(words.bullets), words, random))
  if (claim !== undefined) items.splice(random.below(items.length), 0, marked(filled(claim, words, random), random))
  return items.map((item) => `${mark}${item}`).join('\n')
}

function table({ words, random }: Copy, claim?: string): string {
  const rows = Array.from({ length: 3 + random.below(4) }, () =>
    random.pick(words.rows).map((cell) => filled(cell, words, random)),
  )
  if (claim !== undefined) rows.push([filled('{code}', words, random), marked(filled(claim, words, random), random)])
  const lines = [['', ''], ['---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return lines.join('\n')
}

const code = ({ words, random }: Copy) =>
  [
    '```text',
    ...Array.from({ length: 3 }, () => filled('{code}; {1-90}; {colour}; {10-400}', words, random)),
    '```',
  ].join('\n')

const image = ({ words, random }: Copy) =>
  filled('![{goods}, {colour}](images/{code}-{1-9}.jpg "{part}")', words, random)
