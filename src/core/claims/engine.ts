import type { CompiledRule, Guard, Lexicons, PackSource, ProofPattern, StatementPattern } from '../model/pack.ts'
import type { Rule } from '../model/rule.ts'
import type { Template } from '../model/template.ts'
import { type ImpliedIndex, indexImplied } from './find-implied.ts'
import { pairKey } from './first-words.ts'
import type { LexiconTree, RegexRunner, WordLists } from './matcher.ts'
import { indexPhrases, type Phrase, type PhraseIndex } from './phrase-index.ts'

/** The phrases of a pack, ready to be looked up. */
export interface Engine {
  readonly lexicons: WordLists
  readonly regexes: ReadonlyMap<string, RegexRunner>
  readonly misspellings: ReadonlyMap<string, string>
  readonly match: PhraseIndex<CompiledRule>
  /** The phrases of one rule that decide about its matches; made when the rule first matches. */
  readonly contextOf: (rule: CompiledRule) => RuleContext
  readonly lookAlikes: PhraseIndex<null>
  readonly guards: readonly Guard[]
  readonly before: PhraseIndex<Guard>
  readonly after: PhraseIndex<Guard>
  readonly sentence: PhraseIndex<Guard>
  readonly block: PhraseIndex<Guard>
  readonly proofs: PhraseIndex<ProofPattern>
  readonly implied: ReadonlyMap<string, ImpliedIndex>
  /** The rule that stands for implied claims of each family, where it is selected. */
  readonly impliedRules: ReadonlyMap<string, Rule>
  readonly statements: PhraseIndex<StatementPattern>
  readonly asked: PhraseIndex<StatementPattern>
  readonly unlessOf: (statement: StatementPattern) => PhraseIndex<null>
}

/** A rule's own context, ready to be looked up. */
export type RuleContext = Readonly<Record<'except' | 'unless' | 'with', PhraseIndex<null>>>

/** A word list as a tree, so that all its phrases are tried in one walk. */
export function lexiconTree(phrases: readonly (readonly string[])[]): LexiconTree {
  const root: LexiconTree = { next: new Map(), last: false }
  for (const phrase of phrases) {
    let tree = root
    for (const token of phrase) {
      let next = tree.next.get(token)
      if (!next) {
        next = { next: new Map(), last: false }
        tree.next.set(token, next)
      }
      tree = next
    }
    tree.last = true
  }
  return root
}

const noWords: ReadonlySet<string> = new Set()

function firstKey([first = '', second]: readonly string[]): string {
  return second === undefined ? first : pairKey(first, second)
}

function lexiconsByFirst(names: readonly string[], firstWords: WordLists['firstWords']): Map<string, string[]> {
  const byFirst = new Map<string, string[]>()
  for (const name of names) for (const word of firstWords(name)) byFirst.set(word, [...(byFirst.get(word) ?? []), name])
  return byFirst
}

/** The word lists of a pack; each tree is built when first asked for. */
export function wordLists(lexicons: Lexicons): WordLists {
  const trees = new Map<string, LexiconTree>()
  const firsts = new Map<string, ReadonlySet<string>>()
  const keys = new Map<string, ReadonlySet<string>>()
  const remember = <Value>(
    known: Map<string, Value>,
    name: string,
    make: (phrases: Lexicons[string]) => Value,
  ): Value | undefined => {
    const phrases = lexicons[name]
    const value = known.get(name) ?? (phrases && make(phrases))
    if (value !== undefined) known.set(name, value)
    return value
  }
  const firstWords = (name: string) =>
    remember(firsts, name, (phrases) => new Set(phrases.map((phrase) => phrase[0] ?? ''))) ?? noWords
  let byFirst: Map<string, string[]> | null = null
  return {
    tree: (name) => remember(trees, name, lexiconTree),
    firstWords,
    firstKeys: (name) => remember(keys, name, (phrases) => new Set(phrases.map(firstKey))) ?? noWords,
    startingWith: (token) => {
      byFirst ??= lexiconsByFirst(Object.keys(lexicons), firstWords)
      return byFirst.get(token) ?? []
    },
  }
}

function phrasesOf<Owner>(owners: readonly Owner[], templates: (owner: Owner) => readonly Template[]): Phrase<Owner>[] {
  return owners.flatMap((owner) => templates(owner).map((template) => ({ template, owner })))
}

function ruleContexts(lexicons: WordLists): Engine['contextOf'] {
  const contexts = new Map<string, RuleContext>()
  return ({ rule, phrases }) => {
    const known = contexts.get(rule.id)
    if (known) return known
    const index = (templates: readonly Template[]) =>
      indexPhrases(
        templates.map((template) => ({ template, owner: null })),
        lexicons,
      )
    const context = { except: index(phrases.except), unless: index(phrases.unless), with: index(phrases.with) }
    contexts.set(rule.id, context)
    return context
  }
}

function unlessPhrases(lexicons: WordLists): Engine['unlessOf'] {
  const known = new Map<string, PhraseIndex<null>>()
  return ({ id, unless }) => {
    const index =
      known.get(id) ??
      indexPhrases(
        unless.map((template) => ({ template, owner: null })),
        lexicons,
      )
    known.set(id, index)
    return index
  }
}

/** Prepares a pack for matching; `regexes` runs the regular expressions of house rules. */
export function makeEngine(pack: PackSource, regexes: ReadonlyMap<string, RegexRunner>): Engine {
  const lexicons = wordLists(pack.lexicons)
  const ofGuards = (kind: 'before' | 'after' | 'sentence' | 'block') =>
    indexPhrases(
      phrasesOf(pack.guards, (guard) => guard[kind]),
      lexicons,
    )
  return {
    lexicons,
    regexes,
    misspellings: new Map(Object.entries(pack.misspellings)),
    match: indexPhrases(
      phrasesOf(pack.rules, (rule) => rule.phrases.match),
      lexicons,
    ),
    contextOf: ruleContexts(lexicons),
    lookAlikes: indexPhrases(
      pack.lookAlikes.map((template) => ({ template, owner: null })),
      lexicons,
    ),
    guards: pack.guards,
    before: ofGuards('before'),
    after: ofGuards('after'),
    sentence: ofGuards('sentence'),
    block: ofGuards('block'),
    implied: new Map(Object.entries(pack.implied).map(([language, model]) => [language, indexImplied(model)])),
    impliedRules: new Map(
      pack.rules.filter(({ rule }) => rule.id.endsWith('/implied')).map(({ rule }) => [rule.family, rule]),
    ),
    proofs: indexPhrases(
      phrasesOf(pack.proofs, (proof) => proof.match),
      lexicons,
    ),
    statements: indexPhrases(
      phrasesOf(pack.statements, (statement) => statement.match),
      lexicons,
    ),
    asked: indexPhrases(
      phrasesOf(pack.statements, (statement) => statement.asked),
      lexicons,
    ),
    unlessOf: unlessPhrases(lexicons),
  }
}
