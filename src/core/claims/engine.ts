import type { CompiledRule, Guard, Lexicons, PackSource, ProofPattern } from '../model/pack.ts'
import type { Template } from '../model/template.ts'
import type { LexiconTree, RegexRunner, WordLists } from './matcher.ts'
import { indexPhrases, type Phrase, type PhraseIndex } from './phrase-index.ts'

/** The phrases of a pack, ready to be looked up. */
export interface Engine {
  readonly lexicons: WordLists
  readonly regexes: ReadonlyMap<string, RegexRunner>
  readonly misspellings: ReadonlyMap<string, string>
  readonly match: PhraseIndex<CompiledRule>
  readonly except: PhraseIndex<CompiledRule>
  readonly unless: PhraseIndex<CompiledRule>
  readonly with: PhraseIndex<CompiledRule>
  readonly lookAlikes: PhraseIndex<null>
  readonly guards: readonly Guard[]
  readonly before: PhraseIndex<Guard>
  readonly after: PhraseIndex<Guard>
  readonly sentence: PhraseIndex<Guard>
  readonly block: PhraseIndex<Guard>
  readonly proofs: PhraseIndex<ProofPattern>
}

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

/** The word lists of a pack; each tree is built when first asked for. */
export function wordLists(lexicons: Lexicons): WordLists {
  const trees = new Map<string, LexiconTree>()
  const firsts = new Map<string, ReadonlySet<string>>()
  const remember = <Value>(known: Map<string, Value>, name: string, make: (phrases: Lexicons[string]) => Value): Value | undefined => {
    const phrases = lexicons[name]
    const value = known.get(name) ?? (phrases && make(phrases))
    if (value !== undefined) known.set(name, value)
    return value
  }
  return {
    tree: (name) => remember(trees, name, lexiconTree),
    firstWords: (name) => remember(firsts, name, (phrases) => new Set(phrases.map((phrase) => phrase[0] ?? ''))) ?? [],
  }
}

function phrasesOf<Owner>(owners: readonly Owner[], templates: (owner: Owner) => readonly Template[]): Phrase<Owner>[] {
  return owners.flatMap((owner) => templates(owner).map((template) => ({ template, owner })))
}

/** Prepares a pack for matching; `regexes` runs the regular expressions of house rules. */
export function makeEngine(pack: PackSource, regexes: ReadonlyMap<string, RegexRunner>): Engine {
  const lexicons = wordLists(pack.lexicons)
  const ofRules = (kind: keyof CompiledRule['phrases']) =>
    indexPhrases(
      phrasesOf(pack.rules, (rule) => rule.phrases[kind]),
      lexicons,
    )
  const ofGuards = (kind: 'before' | 'after' | 'sentence' | 'block') =>
    indexPhrases(
      phrasesOf(pack.guards, (guard) => guard[kind]),
      lexicons,
    )
  return {
    lexicons,
    regexes,
    misspellings: new Map(Object.entries(pack.misspellings)),
    match: ofRules('match'),
    except: ofRules('except'),
    unless: ofRules('unless'),
    with: ofRules('with'),
    lookAlikes: indexPhrases(
      pack.lookAlikes.map((template) => ({ template, owner: null })),
      lexicons,
    ),
    guards: pack.guards,
    before: ofGuards('before'),
    after: ofGuards('after'),
    sentence: ofGuards('sentence'),
    block: ofGuards('block'),
    proofs: indexPhrases(
      phrasesOf(pack.proofs, (proof) => proof.match),
      lexicons,
    ),
  }
}
