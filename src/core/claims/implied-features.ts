import type { Language } from '../model/rule.ts'
import type { Token } from '../text/tokens.ts'
import { type Passage, phrasesAt } from './matcher.ts'

/** A feature of a sentence and the token it starts at. */
export interface Feature {
  readonly name: string
  readonly at: number
}

/** Longest runs of tokens that are features: Han characters say less each than words do. */
const longestRun: Readonly<Record<Language, number>> = { en: 3, zh: 4 }
/** Word classes this far apart are read together. */
const reach = 4

const isHan = (token: Token) => token.kind === 'han'
/** A token as the model knows it: all numbers are one. */
export const named = (token: Token): string => (token.kind === 'number' ? '<n>' : token.text)

/** The language whose model reads these tokens: Chinese as soon as a fifth of them are Han characters. */
export const languageOf = (tokens: readonly Token[]): Language =>
  tokens.filter(isHan).length * 5 >= tokens.length ? 'zh' : 'en'

/** Names of the lexicons with a phrase that starts at a token of a sentence and ends in it. */
export type ClassesAt = (at: number) => readonly string[]

/** The word classes of a sentence of a passage, tokens `start` up to `end`; they are asked for by token of the sentence. */
export function classesIn(passage: Passage, start: number, end: number): ClassesAt {
  return (at) => {
    const phrases = phrasesAt(passage, start + at)
    const within = phrases.filter((_, index) => index % 2 === 0 && (phrases[index + 1] ?? 0) <= end)
    return [...new Set(within)].sort((a, b) => a - b).map((number) => passage.lexis.lexiconNames[number] ?? '')
  }
}

/** Features about word classes at each token of a sentence; those of the other language are none. */
function classFeaturesOf(tokens: readonly Token[], classesAt: ClassesAt): Feature[] {
  const language = languageOf(tokens)
  const names = tokens.map(named)
  const classes = tokens.map((_, at) => classesAt(at).filter((name) => name.startsWith(language)))
  return tokens.flatMap((_, at) => classFeaturesAt(names, classes, at))
}

/** What the model sees of a sentence: runs of tokens, the word classes at each token, pairs of classes and their neighbours. */
export function featuresOf(tokens: readonly Token[], classesAt: ClassesAt): Feature[] {
  const names = tokens.map(named)
  const runs = tokens.flatMap((_, at) => runsAt(names, at, longestRun[languageOf(tokens)]))
  return [
    ...new Map([...runs, ...classFeaturesOf(tokens, classesAt)].map((feature) => [feature.name, feature])).values(),
  ]
}

function runsAt(names: readonly string[], at: number, longest: number): Feature[] {
  const runs: Feature[] = []
  for (let length = 1; length <= longest && at + length <= names.length; length += 1) {
    runs.push({ name: names.slice(at, at + length).join(' '), at })
  }
  return runs
}

function classFeaturesAt(names: readonly string[], classes: readonly (readonly string[])[], at: number): Feature[] {
  return (classes[at] ?? []).flatMap((name) => {
    const neighbours = [at - 1, at + 1, at + 2]
      .filter((index) => names[index] !== undefined)
      .map((index) => `${name}${index < at ? '<' : '>'}${names[index]}`)
    const pairs = classes.slice(at + 1, at + 1 + reach).flatMap((others) => others.map((other) => `${name}+${other}`))
    return [name, ...neighbours, ...pairs].map((feature) => ({ name: `<${feature}>`, at }))
  })
}
