import type { Slots } from '../model/claim.ts'
import type { Span } from '../model/span.ts'
import type { SlotType, Template, TemplateNode } from '../model/template.ts'
import type { Token } from '../text/tokens.ts'
import { fillSlot } from './slots.ts'

/** A lexicon as a tree of tokens. */
export interface LexiconTree {
  readonly next: Map<string, LexiconTree>
  /** A phrase ends here. */
  last: boolean
}

/** The lexicons of a pack by `language:name`; a tree is built when it is first asked for. */
export interface WordLists {
  readonly tree: (name: string) => LexiconTree | undefined
  readonly firstWords: (name: string) => ReadonlySet<string>
  /** The first two tokens of each phrase as a key, one where it has no more. */
  readonly firstKeys: (name: string) => ReadonlySet<string>
  /** Names of the lexicons with a phrase that begins with the token. */
  readonly startingWith: (token: string) => readonly string[]
}

/** Runs a regular expression of a house rule over a text: half-open UTF-16 spans. */
export type RegexRunner = (text: string) => readonly Span[]

/** What templates are matched against: a block cut into tokens, and the word lists they name. */
export interface Passage {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Where each token, and each pair of neighbours, stands. */
  readonly vocabulary: ReadonlyMap<string, readonly number[]>
  /** Where numbers in digits stand. */
  readonly numbers: readonly number[]
  /** Tokens that can never be part of a match; the gaps of a template may pass over them. */
  readonly masked: ReadonlySet<number>
  readonly lexicons: WordLists
  readonly regexes: ReadonlyMap<string, RegexRunner>
  /** Whether the gaps of a template pass over commas: those of claims do, those of guards stay in their clause. */
  readonly commas: 'pass' | 'stop'
}

/** A way through a template so far: `end` is the index behind the last token used. */
export interface Match {
  readonly end: number
  readonly slots: Slots
}

const noSlots: Slots = {}
/** Templates are bounded, so this only stops one that is absurdly ambiguous. */
const maximumStates = 200

const isAlphanumeric = (token: Token | undefined) => token?.kind === 'word' || token?.kind === 'number'

/** Whether a match may start (or another end) right before token `at`: no Latin letter or digit is cut apart. */
function isEdge(tokens: readonly Token[], at: number): boolean {
  return !(tokens[at]?.gap === 'none' && isAlphanumeric(tokens[at]) && isAlphanumeric(tokens[at - 1]))
}

/** All ways to match a whole template from token `start`, the longest first; none when an edge cuts a word. */
export function matchesAt(template: Template, passage: Passage, start: number): readonly Match[] {
  if (!isEdge(passage.tokens, start)) return []
  return step(template, passage, { end: start, slots: noSlots })
    .filter((match) => match.end > start && isEdge(passage.tokens, match.end))
    .sort((a, b) => b.end - a.end)
}

/** All ways through a sequence of elements from one state; of several that end at the same token the first. */
function step(template: Template, passage: Passage, from: Match): Match[] {
  let states: Match[] = [from]
  for (const node of template) {
    const next = new Map<number, Match>()
    for (const state of states) {
      for (const match of stepNode(node, passage, state)) {
        if (!next.has(match.end) && next.size < maximumStates) next.set(match.end, match)
      }
    }
    if (next.size === 0) return []
    states = [...next.values()]
  }
  return states
}

function stepNode(node: TemplateNode, passage: Passage, state: Match): Match[] {
  if (typeof node === 'string') return stepWord(passage, state, (token) => token.text === node)
  if ('words' in node) return stepWord(passage, state, (token) => node.words.includes(token.text))
  if ('lexicon' in node) return stepLexicon(passage, state, node.lexicon)
  if ('optional' in node) return [...node.optional.flatMap((branch) => step(branch, passage, state)), state]
  if ('any' in node) return node.any.flatMap((branch) => step(branch, passage, state))
  if ('gap' in node) return stepGap(passage, state, node.gap)
  if ('slot' in node) return stepSlot(node, passage, state)
  if ('at' in node) return stepPlace(node.at, passage, state)
  return []
}

function stepWord(passage: Passage, state: Match, accepts: (token: Token) => boolean): Match[] {
  const token = passage.tokens[state.end]
  return token && !passage.masked.has(state.end) && accepts(token) ? [{ end: state.end + 1, slots: state.slots }] : []
}

function stepLexicon(passage: Passage, state: Match, name: string): Match[] {
  const found: Match[] = []
  let tree = passage.lexicons.tree(name)
  for (let at = state.end; tree && at < passage.tokens.length; at += 1) {
    if (passage.masked.has(at)) break
    tree = tree.next.get(passage.tokens[at]?.text ?? '')
    if (tree?.last) found.push({ end: at + 1, slots: state.slots })
  }
  return found.reverse()
}

const passedMarks = new Set(["'", '/', '%'])

/** Words a token adds to a gap: one, none for a mark that is passed over, more than any gap for one that ends it. */
function gapWords(token: Token, commas: Passage['commas']): number {
  if (token.kind !== 'mark') return 1
  return passedMarks.has(token.text) || (token.text === ',' && commas === 'pass') ? 0 : Number.POSITIVE_INFINITY
}

function stepGap({ tokens, commas }: Passage, state: Match, most: number): Match[] {
  const found: Match[] = [state]
  const segment = (tokens[state.end - 1] ?? tokens[state.end])?.segment
  let words = 0
  for (let at = state.end; tokens[at]?.segment === segment; at += 1) {
    const token = tokens[at]
    if (!token) break
    words += gapWords(token, commas)
    if (words > most) break
    found.push({ end: at + 1, slots: state.slots })
  }
  return found
}

function stepSlot(node: { readonly slot: SlotType; readonly name: string }, passage: Passage, state: Match): Match[] {
  if (passage.masked.has(state.end)) return []
  return fillSlot(node.slot, passage, { start: state.end, name: node.name }).map(({ end, slots }) => ({
    end,
    slots: { ...state.slots, ...slots },
  }))
}

const separatorMarks = new Set([':', '|', '=', '-'])

function stepPlace(at: 'start' | 'end' | 'separator' | 'word', passage: Passage, state: Match): Match[] {
  const { tokens } = passage
  const token = tokens[state.end]
  if (at === 'separator')
    return token && separatorMarks.has(token.text) ? [{ ...state, end: state.end + 1 }, state] : [state]
  if (at === 'word')
    return token && token.kind !== 'mark' && !passage.masked.has(state.end) ? [{ ...state, end: state.end + 1 }] : []
  if (at === 'start') return state.end === 0 || tokens[state.end - 1]?.segment !== token?.segment ? [state] : []
  const last = tokens[state.end - 1]
  return !token || token.segment !== last?.segment || (token.kind === 'mark' && /^[.!?;|•★]$/.test(token.text))
    ? [state]
    : []
}
