import { type Language, languages, type Wording } from '../model/rule.ts'
import type { Template, TemplateNode } from '../model/template.ts'
import { didYouMean } from '../text/suggest.ts'
import { compileRegex, regexOf } from './regex.ts'
import { type FileNode, type PlacedText, readItems, readMap, readPlaced, readText } from './rule-file.ts'
import { parseGuardTemplate, parseTemplate, TemplateFault } from './template.ts'

/** A phrase as written and as compiled. */
export interface ReadPhrase {
  readonly language: Language
  readonly written: string
  readonly template: Template
}

type Parser = (source: string, language: Language) => Template

/** Reads `{en: [phrases], zh: [phrases]}`. */
export function readPhrases(file: FileNode | undefined, parse: Parser = parseTemplate): ReadPhrase[] {
  if (!file) return []
  return [...readMap(file, languages)].flatMap(([key, list]) => {
    const language = key as Language
    return readItems(list).map((item) => {
      const placed = readPlaced(item)
      return { language, written: placed.text, template: compilePhrase(placed, language, parse) }
    })
  })
}

/** Compiles one phrase; a fault is reported at the phrase with the column inside it. */
export function compilePhrase(phrase: PlacedText, language: Language, parse: Parser = parseTemplate): Template {
  try {
    const template = parse(phrase.text, language)
    const regex = regexOf(template)
    const compiled = regex === null ? null : compileRegex(regex)
    return compiled && 'fault' in compiled ? phrase.fail(`phrase "${phrase.text}": ${compiled.fault}`) : template
  } catch (fault) {
    if (fault instanceof TemplateFault)
      return phrase.fail(`phrase "${phrase.text}": ${fault.message} (at its character ${fault.at + 1})`)
    throw fault
  }
}

/** Phrases of a guard: they may begin or end with a gap. */
export const readGuardPhrases = (file: FileNode | undefined): Template[] =>
  readPhrases(file, parseGuardTemplate).map(({ template }) => template)

/** Reads `{en: text, zh: text}`. */
export function readWording(file: FileNode | undefined): Wording {
  if (!file) return {}
  return Object.fromEntries([...readMap(file, languages)].map(([language, text]) => [language, readText(text)]))
}

/** Every lexicon a template names, as `language:name`. */
export function lexiconsNamed(template: Template): string[] {
  return template.flatMap((node: TemplateNode): string[] => {
    if (typeof node === 'string') return []
    if ('lexicon' in node) return [node.lexicon]
    if ('any' in node) return node.any.flatMap(lexiconsNamed)
    return 'optional' in node ? node.optional.flatMap(lexiconsNamed) : []
  })
}

/** Fails at the phrase when it names a lexicon that is not there. */
export function checkLexicons(template: Template, known: ReadonlySet<string>, fail: (message: string) => never): void {
  for (const name of lexiconsNamed(template)) {
    if (known.has(name)) continue
    const [language, bare] = name.split(':')
    const others = [...known].filter((other) => other.startsWith(`${language}:`)).map((other) => other.slice(3))
    fail(`unknown lexicon or slot <${bare}> in a phrase of language ${language}${didYouMean(bare ?? '', others)}`)
  }
}
