import type { BlockKind } from '../model/document.ts'
import { type LawEntry, lawStatuses } from '../model/law.ts'
import type { Guard, GuardExamples, ProofExamples, ProofPattern } from '../model/pack.ts'
import { channels, families, type Language, markets } from '../model/rule.ts'
import type { Template } from '../model/template.ts'
import { compilePhrase, readGuardPhrases } from './phrases.ts'
import {
  type FileNode,
  openRuleFile,
  type RuleFile,
  readItems,
  readMap,
  readOneOf,
  readPlaced,
  readText,
} from './rule-file.ts'
import { parseGuardTemplate } from './template.ts'

const blockKinds: readonly BlockKind[] = ['heading', 'paragraph', 'item', 'row', 'quote', 'alt', 'field', 'footnote']
const nameOf = (file: RuleFile) => (file.path.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '')
const need = (file: FileNode, keys: ReadonlyMap<string, FileNode>, key: string): FileNode =>
  keys.get(key) ?? file.fail(`"${key}" is missing`)
const list = (file: FileNode | undefined) => readItems(file).map(readText)

/** Reads `guards/<name>.yml`. */
export function readGuard(file: RuleFile): { guard: Guard; examples: GuardExamples; file: FileNode } {
  const root = openRuleFile(file)
  const keys = readMap(root, ['title', 'effect', 'before', 'after', 'sentence', 'block', 'kinds', 'examples'])
  const examples = readMap(need(root, keys, 'examples'), ['acts', 'leaves'])
  return {
    guard: {
      name: nameOf(file),
      title: readText(need(root, keys, 'title')),
      effect: readOneOf(need(root, keys, 'effect'), ['drop', 'lower'] as const, 'effect'),
      before: readGuardPhrases(keys.get('before')),
      after: readGuardPhrases(keys.get('after')),
      sentence: readGuardPhrases(keys.get('sentence')),
      block: readGuardPhrases(keys.get('block')),
      kinds: readItems(keys.get('kinds')).map((kind) => readOneOf(kind, blockKinds, 'kind of block')),
    },
    examples: { acts: list(examples.get('acts')), leaves: list(examples.get('leaves')) },
    file: root,
  }
}

/** Reads `proof/<slot>.yml`. */
export function readProof(file: RuleFile): { proof: ProofPattern; examples: ProofExamples; file: FileNode } {
  const root = openRuleFile(file)
  const keys = readMap(root, ['title', 'match', 'examples'])
  const examples = readMap(need(root, keys, 'examples'), ['names', 'lacks'])
  return {
    proof: {
      slot: nameOf(file),
      title: readText(need(root, keys, 'title')),
      match: readGuardPhrases(need(root, keys, 'match')),
    },
    examples: { names: list(examples.get('names')), lacks: list(examples.get('lacks')) },
    file: root,
  }
}

/** Reads `look-alikes/<language>/<topic>.yml`. */
export function readLookAlikes(file: RuleFile): { template: Template; fail: (message: string) => never }[] {
  const language = file.path.split('/')[1] as Language
  return readItems(openRuleFile(file)).flatMap((entry) => {
    const keys = readMap(entry, ['not', 'phrases', 'why'])
    readItems(need(entry, keys, 'not')).map((family) => readOneOf(family, families, 'family'))
    readText(need(entry, keys, 'why'))
    return readItems(keys.get('phrases')).map((item) => {
      const placed = readPlaced(item)
      return { template: compilePhrase(placed, language, parseGuardTemplate), fail: placed.fail }
    })
  })
}

/** Reads `lexicons/misspellings.yml`: `{en: {wrong: right}}`. */
export function readMisspellings(file: RuleFile): Record<string, string> {
  const words: Record<string, string> = {}
  for (const language of readMap(openRuleFile(file), null).values()) {
    for (const [wrong, right] of readMap(language, null)) words[wrong.toLowerCase()] = readText(right).toLowerCase()
  }
  return words
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/
const lawKeys = [
  'id',
  'instrument',
  'provision',
  'summary',
  'audience',
  'from',
  'to',
  'replaces',
  'status',
  'confidence',
  'url',
  'checked',
]

/** Reads `law/<market or channel>.yml`: a list of provisions. */
export function readLaw(file: RuleFile): { entry: LawEntry; file: FileNode }[] {
  const market = nameOf(file)
  return readItems(openRuleFile(file)).map((node) => {
    if (![...markets, ...channels].some((name) => name === market))
      node.fail(`"${market}" is neither a market (${markets.join(', ')}) nor a channel (${channels.join(', ')})`)
    const keys = readMap(node, lawKeys)
    const date = (key: string) => {
      const value = keys.get(key)
      const text = value && readText(value)
      if (text !== undefined && !isoDate.test(text)) value?.fail(`${key} is "${text}"; write it as 2026-11-21`)
      return text ?? null
    }
    const url = keys.get('url')
    const replaces = keys.get('replaces')
    return {
      entry: {
        id: readText(need(node, keys, 'id')),
        market,
        instrument: readText(need(node, keys, 'instrument')),
        provision: readText(need(node, keys, 'provision')),
        summary: readText(need(node, keys, 'summary')),
        audience: readOneOf(need(node, keys, 'audience'), ['b2c', 'b2b', 'both'] as const, 'audience'),
        inForceFrom: date('from'),
        inForceTo: date('to'),
        replaces: replaces ? readText(replaces) : null,
        status: readOneOf(need(node, keys, 'status'), lawStatuses, 'status'),
        confidence: readOneOf(
          need(node, keys, 'confidence'),
          ['verified', 'knowledge', 'unconfirmed'] as const,
          'confidence',
        ),
        url: url ? readText(url) : null,
        checkedOn: date('checked') ?? node.fail('"checked" is missing'),
      },
      file: node,
    }
  })
}
