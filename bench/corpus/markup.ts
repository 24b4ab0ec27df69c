import type { Random } from './random.ts'

const lineWidth = 88

/** A claim, or one sentence in eight, with some of its words set in markup, as real copy has it. */
export function marked(sentence: string, random: Random): string {
  if (sentence.includes('[['))
    return sentence.replace(/\[\[(.+?)\]\]/, (_whole, words: string) => dressed(words, random))
  if (!random.chance(1 / 8)) return sentence
  const words = sentence.split(' ')
  const at = random.below(words.length)
  return words
    .map((word, index) => (index === at && /^[\p{L}\d-]+$/u.test(word) ? dressed(word, random) : word))
    .join(' ')
}

/** The same sentence without any markup. */
export const plain = (sentence: string): string => sentence.replace(/\[\[|\]\]/g, '')

function dressed(words: string, random: Random): string {
  const [first = '', ...rest] = words.split(' ')
  return random.pick([
    words,
    words,
    `**${words}**`,
    `*${words}*`,
    `[${words}](https://shop.example/${random.below(9000)})`,
    [`**${first}**`, ...rest].join(' '),
    [`_${first}_`, ...rest].join('&nbsp;'),
  ])
}

/** Sentences as lines of a paragraph: English breaks at spaces, Chinese runs on. */
export function paragraph(sentences: readonly string[], language: 'en' | 'zh'): string {
  if (language === 'zh') return sentences.join('')
  const lines: string[] = ['']
  for (const word of sentences.join(' ').split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length > 0 && line.length + word.length >= lineWidth) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}

/** Every line of a text with something before it. */
export const prefixed = (prefix: string, text: string): string =>
  text
    .split('\n')
    .map((line) => `${prefix}${line}`)
    .join('\n')
