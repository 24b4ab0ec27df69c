// Word lists as short texts: neighbours share their beginnings, regular inflections are one line.
import { inflections } from '../../core/rules/inflect.ts'
import { readTemplate, writeTemplate } from './template-text.ts'

type Phrase = readonly string[]

/** How many words a phrase shares with the one before it: a letter from A. */
const firstLetter = 65
const mostShared = 25

/** Writes the phrases of a word list, one a line or fewer. */
export function writeLexicon(phrases: readonly Phrase[]): string {
  const lines: string[] = []
  let before: Phrase = []
  for (let at = 0; at < phrases.length; ) {
    const phrase = phrases[at] ?? []
    const run = inflectionsFrom(phrases, at)
    const shared = Math.min(sharedWords(before, phrase), phrase.length - 1, mostShared)
    const rest = phrase.slice(shared)
    const last = rest.at(-1) ?? ''
    const text = run > 1 ? writeTemplate([...rest.slice(0, -1), { words: inflections(last) }]) : writeTemplate(rest)
    lines.push(String.fromCharCode(firstLetter + shared) + text)
    at += run
    before = phrase
  }
  return lines.join('\n')
}

/** How many phrases from `at` on are the inflections of its last word; 1: they are not. */
function inflectionsFrom(phrases: readonly Phrase[], at: number): number {
  const phrase = phrases[at] ?? []
  const forms = inflections(phrase.at(-1) ?? '')
  const isRun = forms.every((form, index) => {
    const other = phrases[at + index] ?? []
    return other.length === phrase.length && other.at(-1) === form && sharedWords(phrase, other) >= phrase.length - 1
  })
  return isRun ? forms.length : 1
}

function sharedWords(one: Phrase, other: Phrase): number {
  let shared = 0
  while (shared < one.length && shared < other.length && one[shared] === other[shared]) shared += 1
  return shared
}

/** Reads what `writeLexicon` wrote. */
export function readLexicon(text: string): Phrase[] {
  const phrases: Phrase[] = []
  let before: Phrase = []
  for (const line of text === '' ? [] : text.split('\n')) {
    const start = before.slice(0, line.charCodeAt(0) - firstLetter)
    const nodes = readTemplate(line.slice(1))
    const words = nodes.filter((node) => typeof node === 'string')
    const last = nodes.at(-1)
    const forms = typeof last === 'object' && 'words' in last ? last.words : []
    const own = forms.length > 0 ? forms.map((form) => [...start, ...words, form]) : [[...start, ...words]]
    phrases.push(...own)
    before = own[0] ?? []
  }
  return phrases
}
