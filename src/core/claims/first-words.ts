import type { SlotType, Template, TemplateNode } from '../model/template.ts'
import { numberStarts } from '../text/numbers.ts'
import type { LexiconTree } from './matcher.ts'
import { currencies } from './units.ts'

/** What the first token of a match can be. */
export interface FirstTokens {
  readonly words: Set<string>
  /** Any number token. */
  numbers: boolean
  /** Any token at all: the template cannot be looked up. */
  anything: boolean
}

const slotStarts: Readonly<Record<SlotType, 'numbers' | 'anything'>> = {
  number: 'numbers',
  percent: 'numbers',
  money: 'numbers',
  duration: 'numbers',
  year: 'numbers',
  date: 'anything',
  quantity: 'numbers',
  standard: 'anything',
  'certificate-number': 'anything',
  name: 'anything',
}

/** The tokens with which a match of the template can begin. */
export function firstTokens(template: Template, lexicons: ReadonlyMap<string, LexiconTree>): FirstTokens {
  const first: FirstTokens = { words: new Set(), numbers: false, anything: false }
  if (collect(template, lexicons, first)) first.anything = true
  return first
}

/** Adds the first tokens of a sequence; true when it can match nothing at all. */
function collect(template: Template, lexicons: ReadonlyMap<string, LexiconTree>, first: FirstTokens): boolean {
  for (const node of template) if (!collectNode(node, lexicons, first)) return false
  return true
}

function collectNode(node: TemplateNode, lexicons: ReadonlyMap<string, LexiconTree>, first: FirstTokens): boolean {
  if (typeof node === 'string') first.words.add(node)
  else if ('words' in node) addAll(first.words, node.words)
  else if ('lexicon' in node) addAll(first.words, lexicons.get(node.lexicon)?.next.keys() ?? [])
  else if ('slot' in node) collectSlot(node.slot, first)
  else return collectGroup(node, lexicons, first)
  return false
}

function addAll(words: Set<string>, more: Iterable<string>): void {
  for (const word of more) words.add(word)
}

function collectGroup(
  node: Exclude<TemplateNode, string>,
  lexicons: ReadonlyMap<string, LexiconTree>,
  first: FirstTokens,
): boolean {
  if ('any' in node) return node.any.map((branch) => collect(branch, lexicons, first)).includes(true)
  if ('optional' in node) {
    for (const branch of node.optional) collect(branch, lexicons, first)
    return true
  }
  if ('at' in node && node.at !== 'word') return collectPlace(node.at, first)
  first.anything = true
  return false
}

function collectPlace(at: 'start' | 'end' | 'separator', first: FirstTokens): true {
  if (at === 'separator') for (const mark of [':', '|', '=', '-']) first.words.add(mark)
  return true
}

function collectSlot(slot: SlotType, first: FirstTokens): void {
  if (slotStarts[slot] === 'anything') first.anything = true
  first.numbers = true
  for (const word of numberStarts) first.words.add(word)
  if (slot === 'money') for (const sign of Object.keys(currencies.before)) first.words.add(sign)
}
