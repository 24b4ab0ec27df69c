import type { LawEntry } from '../model/law.ts'
import type { Guard } from '../model/pack.ts'
import type { Audience, Channel, Language, Market, Rule, RuleExamples, Treatment, Wording } from '../model/rule.ts'
import { lawHead, lawLines } from './rule-law.ts'
import { type RuleWords, ruleWords } from './rule-words.ts'

/** For whom and for which day a page is asked; null: for all. */
export interface PageScope {
  readonly markets: readonly Market[] | null
  readonly channel: Channel | null
  readonly audience: Audience | null
  /** ISO date. */
  readonly asOf: string | null
}

/** A rule with everything there is to say about it. */
export interface RulePage {
  readonly rule: Rule
  readonly examples: RuleExamples
  /** As written in the rule file, by language. */
  readonly phrases: Readonly<Record<string, readonly string[]>>
  readonly scope: PageScope
  /** The provisions it names that hold in the scope. */
  readonly law: readonly LawEntry[]
  /** The day the law register was last looked over, ISO. */
  readonly lawCheckedOn: string | null
  readonly guards: readonly Pick<Guard, 'name' | 'title' | 'effect'>[]
}

/** One line of a section: words of claimlint's own, then words of a rule file that are quoted as they stand. */
export interface PageLine {
  readonly label: string
  readonly quoted: string
  readonly rest: string
}

/** A part of a rule page. */
export interface PageSection {
  readonly head: string
  readonly lines: readonly PageLine[]
}

const say = (label: string): PageLine => ({ label, quoted: '', rest: '' })
const quote = (label: string, quoted: string, rest = ''): PageLine => ({ label, quoted, rest })

/** The line below the title: family, kind, severity, confidence. */
export function pageSubtitle({ rule }: RulePage, language: Language): string {
  const words = ruleWords[language]
  return [rule.family, words.kind[rule.kind], words.severity[rule.severity], words.confidence[rule.confidence]].join(
    ' · ',
  )
}

/** What to say about a rule, in order; empty sections are left out. */
export function pageSections(page: RulePage, language: Language): PageSection[] {
  const words = ruleWords[language]
  const { rule } = page
  const sections: PageSection[] = [
    { head: words.heads.why, lines: wordingLines(rule.message, language) },
    { head: words.heads.advice, lines: [...wordingLines(rule.advice, language), ...rewriteLines(rule, words)] },
    { head: words.heads.proof, lines: proofLines(rule, words) },
    { head: lawHead(page, words), lines: lawLines(page, words).map(say) },
    { head: words.heads.markets, lines: treatmentLines(page, words) },
    { head: words.heads.phrases, lines: phraseLines(page) },
    { head: words.heads.guards, lines: guardLines(page, words) },
    { head: words.heads.examples, lines: exampleLines(page, words) },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}

function wordingLines(wording: Wording, language: Language): PageLine[] {
  const text = wording[language] ?? wording.en ?? wording.zh
  return text === undefined ? [] : [say(text.replaceAll('{match}', '…'))]
}

function rewriteLines({ rewrite }: Rule, { rewrite: label }: RuleWords): PageLine[] {
  return Object.values(rewrite).map((text) => quote(label, text))
}

function proofLines({ needs, cited }: Rule, words: RuleWords): PageLine[] {
  const fresh = needs.fresh === undefined ? '' : words.fresh(periodIn(needs.fresh, words))
  const onFile = needs.evidence.length === 0 ? [] : [say(words.evidence + needs.evidence.join(', ') + fresh)]
  const inCopy = cited.map((slots) => say(words.citedInCopy + slots.join(' + ')))
  return onFile.length + inCopy.length === 0 ? [say(words.noProof)] : [...onFile, ...inCopy]
}

function periodIn(duration: string, words: RuleWords): string {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(duration) ?? []
  if (unit === 'D' || unit === 'W' || unit === 'M' || unit === 'Y') return words.units[unit](Number(count))
  return duration
}

function treatmentLines({ rule: { markets, channels }, scope }: RulePage, words: RuleWords): PageLine[] {
  const treatments: (readonly [string, Treatment])[] = [
    ...Object.entries(markets).filter(
      ([name]) => scope.markets === null || scope.markets.some((each) => each === name),
    ),
    ...Object.entries(channels).filter(([name]) => scope.channel === null || scope.channel === name),
  ]
  return treatments.flatMap(([name, { severity, verdict }]) => {
    const parts = [...(severity ? [words.severity[severity]] : []), ...(verdict === 'banned' ? [words.banned] : [])]
    return parts.length === 0 ? [] : [say(`${name}: ${parts.join(', ')}`)]
  })
}

function phraseLines({ phrases }: RulePage): PageLine[] {
  return Object.entries(phrases).flatMap(([language, written]) =>
    written.map((phrase) => quote(`${language}: `, phrase)),
  )
}

function guardLines({ rule, guards }: RulePage, words: RuleWords): PageLine[] {
  return guards.map(({ name, title, effect }) => {
    const acts = effect === 'drop' ? words.drops : words.lowers
    return quote('', name, ` (${rule.ignores.includes(name) ? words.ignored : acts}): ${title}`)
  })
}

function exampleLines({ examples: { flagged, clean } }: RulePage, words: RuleWords): PageLine[] {
  return [
    ...flagged.map(({ text }) => quote(words.flagged, oneLine(text))),
    ...clean.map(({ text }) => quote(words.clean, oneLine(text))),
  ]
}

const oneLine = (text: string) => text.trim().replace(/\s*\n\s*/g, ' ⏎ ')
