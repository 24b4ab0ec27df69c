import type { SubjectKind } from '../model/property.ts'
import type { TokenSpan } from './guards.ts'
import { type Passage, phrasesAt } from './matcher.ts'

/** End of the longest phrase of a lexicon, of either language, that starts at a token; -1: none does. */
function phraseEnd(passage: Passage, lexicons: readonly number[], start: number): number {
  const phrases = phrasesAt(passage, start)
  for (let at = phrases.length - 2; at >= 0; at -= 2) {
    if (lexicons.includes(phrases[at] ?? -1)) return phrases[at + 1] ?? -1
  }
  return -1
}

/** The numbers of a lexicon in both languages. */
const numbersOf = ({ lexis }: Passage, name: string) => [
  lexis.lexiconNumber(`en:${name}`),
  lexis.lexiconNumber(`zh:${name}`),
]

/** Index of the first token in `[from, until)` where a phrase of the lexicon starts; -1: nowhere. */
function firstOf(passage: Passage, name: string, { start, end }: TokenSpan): number {
  const lexicons = numbersOf(passage, name)
  for (let at = Math.max(start, 0); at < end; at += 1) if (phraseEnd(passage, lexicons, at) !== -1) return at
  return -1
}

const possessives = ['our', 'my', '的']

/** Whether the party at `other` belongs to the seller named at `first`: "our customers", "one of our long-term suppliers", 我们的客户. */
function isPossessed(passage: Passage, first: number, other: number): boolean {
  const between = passage.tokens
    .slice(phraseEnd(passage, numbersOf(passage, 'first-person'), first) - 1, other)
    .map(({ text }) => text)
  return between.length <= 1 || (between.length <= 3 && between.some((text) => possessives.includes(text)))
}

/**
 * Of whom a sentence says what stands in `span`: whoever it names first, the seller where it names nobody. Words of another
 * product right at the span, or of a time that has passed, make it nobody's present statement.
 */
export function partyOf(passage: Passage, span: TokenSpan, subject: SubjectKind): 'own' | 'other' {
  const { tokens } = passage
  const sentence = tokens[span.start]?.sentence
  let start = span.start
  while (start > 0 && tokens[start - 1]?.sentence === sentence) start -= 1
  let end = span.end
  while (tokens[end]?.sentence === sentence) end += 1
  const clause = { start: clauseStart(tokens, start, span.start), end: clauseEnd(tokens, span.end, end) }
  const opening = clauseEnd(tokens, start, span.start) - start < longestOpening ? start : clause.start
  if (firstOf(passage, 'past-words', { start: opening, end: clause.end }) !== -1) return 'other'
  const named = subject === 'product' ? 'other-goods' : 'third-party'
  const near = partyIn(passage, named, { start: clause.start, end: span.end })
  const party = near ?? partyIn(passage, named, { start, end: span.end })
  const own = firstOf(passage, 'first-person', { start: span.start - 1, end: span.start + 1 })
  if (party === 'other' && own === -1) return 'other'
  return behind(passage, named, span) ? 'other' : 'own'
}

/** "Until 2018, we …": words before the first comma that belong to all that follows. */
const longestOpening = 5

function clauseStart(tokens: Passage['tokens'], start: number, at: number): number {
  for (let index = at - 1; index >= start; index -= 1) if (tokens[index]?.text === ',') return index + 1
  return start
}

function clauseEnd(tokens: Passage['tokens'], at: number, end: number): number {
  for (let index = at; index < end; index += 1) if (tokens[index]?.text === ',') return index
  return end
}

/** Whom a stretch of a sentence names first; null: nobody. */
function partyIn(passage: Passage, named: string, stretch: TokenSpan): 'own' | 'other' | null {
  const other = firstOf(passage, named, stretch)
  const first = firstOf(passage, 'first-person', stretch)
  if (other === -1) return first === -1 ? null : 'own'
  return first === -1 || other < first || isPossessed(passage, first, other) ? 'other' : 'own'
}

/** "Three moulding lines at our partner plant": the party may follow within a few words. */
function behind(passage: Passage, named: string, span: TokenSpan): boolean {
  const segment = passage.tokens[span.end - 1]?.segment
  let end = span.end
  while (end < span.end + 5 && passage.tokens[end]?.segment === segment && passage.tokens[end]?.text !== ',') end += 1
  const prepositions = ['at', 'of', 'in', 'by', 'from']
  return (
    prepositions.includes(passage.tokens[span.end]?.text ?? '') &&
    firstOf(passage, named, { start: span.end, end }) !== -1
  )
}
