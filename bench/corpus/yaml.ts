import type { Copy } from './markdown.ts'
import { marked, paragraph, plain, prefixed } from './markup.ts'
import { filled } from './vocabulary.ts'

/** The same product as a record of about 3 kB in YAML: facts and copy in one file. */
export function yamlDocument(copy: Copy): string {
  const { words, random, claims } = copy
  const [first, second, ...others] = claims
  return [
    '# exported from the catalogue',
    `sku: ${filled('{code}', words, random)}`,
    `name: ${filled('{goods} {colour}', words, random)}`,
    `material: ${filled('{material}', words, random)}`,
    `price: ${filled('{3-90}.{10-95}', words, random)}`,
    'priceCurrency: USD',
    `moq: ${filled('{100-900}', words, random)}`,
    'images:',
    ...Array.from({ length: 2 }, () => filled('  - images/{code}-{1-9}.jpg', words, random)),
    'description: |',
    ...[first, undefined, undefined].map((claim) => `${prefixed('  ', prose(copy, 5, claim))}\n`),
    'highlights:',
    ...highlights(copy, second),
    'care: >-',
    prefixed('  ', prose(copy, 6)),
    'faq:',
    ...Array.from({ length: 3 + others.length }, (_none, index) => question(copy, others[index])),
    'specifications:',
    ...words.rows.map(([name, value]) => filled(`  ${name}: ${value}`, words, random)),
    '',
  ].join('\n')
}

function prose({ words, random }: Copy, sentences: number, claim?: string): string {
  const all = Array.from({ length: sentences }, () =>
    marked(filled(random.pick(words.sentences), words, random), random),
  )
  if (claim !== undefined) all.splice(random.below(all.length), 0, marked(filled(claim, words, random), random))
  return paragraph(all, words.language)
}

function highlights({ words, random }: Copy, claim?: string): string[] {
  const items = Array.from({ length: 5 }, () => filled(random.pick(words.bullets), words, random))
  if (claim !== undefined) items.push(plain(filled(claim, words, random)))
  return items.map((item) => `  - ${JSON.stringify(item)}`)
}

function question({ words, random }: Copy, claim?: string): string {
  const sentences = Array.from({ length: 2 }, () => filled(random.pick(words.sentences), words, random))
  if (claim !== undefined) sentences.push(plain(filled(claim, words, random)))
  const answer = sentences.join(words.language === 'zh' ? '' : ' ')
  return [`  - question: ${random.pick(words.headings)}`, `    answer: ${JSON.stringify(answer)}`].join('\n')
}
