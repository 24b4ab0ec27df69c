import type { SlotType, Template, TemplateNode } from '../model/template.ts'
import { numberStarts } from '../text/numbers.ts'
import { currencies } from '../text/units.ts'
import type { WordLists } from './matcher.ts'

/** A set of tokens, one of which must stand somewhere. */
export interface TokenSet {
  readonly words: ReadonlySet<string>
  /** Any number in digits too. */
  readonly numbers: boolean
  /** Any token at all: the set demands nothing. */
  readonly anything: boolean
}

interface GrowingSet {
  readonly words: Set<string>
  numbers: boolean
  anything: boolean
}

const slotsStartingAnywhere: ReadonlySet<SlotType> = new Set(['date', 'standard', 'certificate-number', 'name'])
const separators = [':', '|', '=', '-']

const numberWords: ReadonlySet<string> = new Set(numberStarts)

/** The set of one element that begins with just one list of words: shared, not copied. */
function sharedSet(node: TemplateNode | undefined, lexicons: WordLists): TokenSet | null {
  if (node === undefined || typeof node === 'string') return null
  if ('lexicon' in node) return { words: lexicons.firstWords(node.lexicon), numbers: false, anything: false }
  if ('slot' in node && node.slot !== 'money')
    return { words: numberWords, numbers: true, anything: slotsStartingAnywhere.has(node.slot) }
  return null
}

/** The tokens with which a match of the template can begin. */
export function tokenSetOf(template: Template, lexicons: WordLists): TokenSet {
  const shared = sharedSet(template[0], lexicons)
  if (shared) return shared
  const set: GrowingSet = { words: new Set(), numbers: false, anything: false }
  if (collect(template, lexicons, set)) set.anything = true
  return set
}

/** For every part of the template that cannot be left out, the tokens one of which it needs. */
export function demandsOf(template: Template, lexicons: WordLists): TokenSet[] {
  return template.map((node) => tokenSetOf([node], lexicons)).filter((set) => !set.anything)
}

/** Adds the first tokens of a sequence; true when it can match nothing at all. */
function collect(template: Template, lexicons: WordLists, set: GrowingSet): boolean {
  for (const node of template) if (!collectNode(node, lexicons, set)) return false
  return true
}

function collectNode(node: TemplateNode, lexicons: WordLists, set: GrowingSet): boolean {
  if (typeof node === 'string') set.words.add(node)
  else if ('words' in node) addAll(set.words, node.words)
  else if ('lexicon' in node) addAll(set.words, lexicons.firstWords(node.lexicon))
  else if ('slot' in node) collectSlot(node.slot, set)
  else return collectGroup(node, lexicons, set)
  return false
}

function addAll(words: Set<string>, more: Iterable<string>): void {
  for (const word of more) words.add(word)
}

function collectGroup(node: Exclude<TemplateNode, string>, lexicons: WordLists, set: GrowingSet): boolean {
  if ('any' in node) return node.any.map((branch) => collect(branch, lexicons, set)).includes(true)
  if ('optional' in node) {
    for (const branch of node.optional) collect(branch, lexicons, set)
    return true
  }
  if ('at' in node && node.at !== 'word') {
    if (node.at === 'separator') addAll(set.words, separators)
    return true
  }
  set.anything = true
  return 'gap' in node
}

function collectSlot(slot: SlotType, set: GrowingSet): void {
  if (slotsStartingAnywhere.has(slot)) set.anything = true
  set.numbers = true
  addAll(set.words, numberStarts)
  if (slot === 'money') addAll(set.words, Object.keys(currencies.before))
}
