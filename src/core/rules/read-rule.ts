import type { CompiledRule, RulePhrases } from '../model/pack.ts'
import {
  channels,
  claimKinds,
  confidences,
  type Example,
  families,
  markets,
  type Needs,
  type Rule,
  type RuleExamples,
  severities,
  type Treatment,
} from '../model/rule.ts'
import { type ReadPhrase, readPhrases, readWording } from './phrases.ts'
import { readAssertion } from './read-assertion.ts'
import { type FileNode, openRuleFile, type RuleFile, readItems, readMap, readOneOf, readText } from './rule-file.ts'
import { parseGuardTemplate, parseTemplate } from './template.ts'

/** A rule file read: the rule, its examples, and where to complain about it. */
export interface ReadRule {
  readonly compiled: CompiledRule
  readonly examples: RuleExamples
  readonly written: Readonly<Record<string, readonly string[]>>
  readonly phrases: readonly ReadPhrase[]
  readonly file: FileNode
  readonly keys: ReadonlyMap<string, FileNode>
}

const phraseKeys = ['match', 'except', 'unless', 'with'] as const
const changeKeys = phraseKeys.flatMap((key) => [`${key}+`, `${key}-`])
const ruleKeys = [
  'title',
  'kind',
  'severity',
  'confidence',
  ...phraseKeys,
  'ignores',
  'cited',
  'asserts',
  'needs',
  'law',
  'markets',
  'channels',
  'message',
  'advice',
  'rewrite',
  'examples',
  'extends',
  ...changeKeys,
]

const texts = (file: FileNode | undefined) => readItems(file).map(readText)

/** The rule an `extends` names, with its phrases as written. */
export interface BaseRule {
  readonly compiled: CompiledRule
  readonly phrases: Readonly<Record<string, readonly string[]>>
}

/** Reads one rule file; `baseOf` finds the rule that `extends` names. Throws E_RULE at the faulty place. */
export function readRule(file: RuleFile, baseOf: (id: string, at: FileNode) => BaseRule): ReadRule {
  const root = openRuleFile(file)
  const keys = readMap(root, ruleKeys)
  const extended = keys.get('extends')
  const base = extended ? baseOf(readText(extended), extended) : null
  const changes = changeKeys.find((key) => keys.has(key))
  if (changes && !base) keys.get(changes)?.fail(`"${changes}" needs "extends"`)
  const read = Object.fromEntries(
    phraseKeys.map((key) => [key, readPhrases(keys.get(key), key === 'match' ? parseTemplate : parseGuardTemplate)]),
  ) as Record<(typeof phraseKeys)[number], ReadPhrase[]>
  const phrases = mergePhrases(keys, read, base)
  const rule = readHead(file, root, keys, base?.compiled.rule ?? null)
  if (phrases.match.length === 0) root.fail('a rule needs phrases: match: {en: [...], zh: [...]}')
  const all = [...Object.values(read).flat(), ...changeKeys.flatMap((key) => readPhrases(keys.get(key)))]
  const written = {
    en: read.match.filter((p) => p.language === 'en').map((p) => p.written),
    zh: read.match.filter((p) => p.language === 'zh').map((p) => p.written),
  }
  return {
    compiled: { rule, phrases },
    examples: readExamples(keys.get('examples'), root),
    written,
    phrases: all,
    file: root,
    keys,
  }
}

/** The phrases of a rule that extends another: replaced by `match`, added to by `match+`, taken from by `match-`. */
function mergePhrases(
  keys: ReadonlyMap<string, FileNode>,
  read: Record<string, ReadPhrase[]>,
  base: BaseRule | null,
): RulePhrases {
  const merged = (key: (typeof phraseKeys)[number]) => {
    const own = keys.has(key) ? (read[key] ?? []).map((phrase) => phrase.template) : (base?.compiled.phrases[key] ?? [])
    const removed = new Set(readPhrases(keys.get(`${key}-`)).map((phrase) => JSON.stringify(phrase.template)))
    const known = new Set(own.map((template) => JSON.stringify(template)))
    for (const text of removed)
      if (!known.has(text))
        keys.get(`${key}-`)?.fail(`"${key}-" names a phrase that ${base?.compiled.rule.id} does not have`)
    return [
      ...own.filter((template) => !removed.has(JSON.stringify(template))),
      ...readPhrases(keys.get(`${key}+`)).map((phrase) => phrase.template),
    ]
  }
  return { match: merged('match'), except: merged('except'), unless: merged('unless'), with: merged('with') }
}

function identity(file: RuleFile, root: FileNode): { id: string; family: Rule['family'] } {
  const match = /(?:^|\/)([a-z]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)\.ya?ml$/.exec(file.path)
  const family = families.find((name) => name === match?.[1])
  if (!match || !family)
    return root.fail(`a rule stands in <family>/<name-in-kebab-case>.yml; families: ${families.join(', ')}`)
  return { id: `${family}/${match[2]}`, family }
}

/** Reads a key, or takes it from the rule that is extended. */
type ReadKey = <Value>(key: string, read: (node: FileNode) => Value, inherited: Value | undefined) => Value

function readHead(file: RuleFile, root: FileNode, keys: ReadonlyMap<string, FileNode>, base: Rule | null): Rule {
  const read: ReadKey = (key, reader, inherited) => {
    const node = keys.get(key)
    return node ? reader(node) : (inherited ?? root.fail(`"${key}" is missing`))
  }
  const asserts = keys.get('asserts')
  const assertion = asserts ? readAssertion(asserts) : base?.asserts
  return {
    ...identity(file, root),
    title: read('title', readText, base?.title),
    kind: read('kind', (node) => readOneOf(node, claimKinds, 'kind'), base?.kind),
    severity: read('severity', (node) => readOneOf(node, severities, 'severity'), base?.severity),
    confidence: read('confidence', (node) => readOneOf(node, confidences, 'confidence'), base?.confidence),
    message: read('message', readWording, base?.message),
    advice: read('advice', readWording, base?.advice),
    ...readOptional(read, base ?? nothingInherited),
    ...(assertion ? { asserts: assertion } : {}),
  }
}

type OptionalKeys = Pick<Rule, 'ignores' | 'cited' | 'needs' | 'law' | 'markets' | 'channels' | 'rewrite'>
const nothingInherited: OptionalKeys = {
  ignores: [],
  cited: [],
  needs: { evidence: [] },
  law: [],
  markets: {},
  channels: {},
  rewrite: {},
}

function readOptional(read: ReadKey, base: OptionalKeys): OptionalKeys {
  return {
    ignores: read('ignores', texts, base.ignores),
    cited: read('cited', (node) => readItems(node).map(texts), base.cited),
    needs: read('needs', readNeeds, base.needs),
    law: read('law', texts, base.law),
    markets: read('markets', (node) => readTreatments(node, markets), base.markets),
    channels: read('channels', (node) => readTreatments(node, channels), base.channels),
    rewrite: read('rewrite', readWording, base.rewrite),
  }
}

function readNeeds(file: FileNode): Needs {
  const keys = readMap(file, ['evidence', 'fresh'])
  const fresh = keys.get('fresh')
  const period = fresh && readText(fresh)
  if (period !== undefined && !/^P\d+[DWMY]$/.test(period))
    fresh?.fail(`fresh is "${period}"; use an ISO 8601 duration such as P30D or P1Y`)
  return { evidence: texts(keys.get('evidence')), ...(period === undefined ? {} : { fresh: period }) }
}

function readTreatment(file: FileNode): Treatment {
  const keys = readMap(file, ['severity', 'verdict', 'law'])
  const severity = keys.get('severity')
  const verdict = keys.get('verdict')
  const law = keys.get('law')
  return {
    ...(severity ? { severity: readOneOf(severity, severities, 'severity') } : {}),
    ...(verdict ? { verdict: readOneOf(verdict, ['banned'] as const, 'verdict') } : {}),
    ...(law ? { law: texts(law) } : {}),
  }
}

function readTreatments<Name extends string>(file: FileNode, names: readonly Name[]): Partial<Record<Name, Treatment>> {
  const treatments: Partial<Record<Name, Treatment>> = {}
  for (const [name, node] of readMap(file, names)) treatments[name as Name] = readTreatment(node)
  return treatments
}

function readExample(file: FileNode): Example {
  if (typeof (file.node as { value?: unknown } | null)?.value !== 'undefined') return { text: readText(file) }
  const keys = readMap(file, ['text', 'span'])
  const text = keys.get('text')
  const span = keys.get('span')
  return {
    text: text ? readText(text) : file.fail('an example needs a text'),
    ...(span ? { span: readText(span) } : {}),
  }
}

function readExamples(file: FileNode | undefined, root: FileNode): RuleExamples {
  if (!file) return root.fail('a rule needs examples: {flagged: [...], clean: [...]}')
  const keys = readMap(file, ['flagged', 'clean'])
  const examples = {
    flagged: readItems(keys.get('flagged')).map(readExample),
    clean: readItems(keys.get('clean')).map(readExample),
  }
  if (examples.flagged.length === 0) file.fail('examples.flagged is empty: write sentences the rule must find')
  if (examples.clean.length === 0) file.fail('examples.clean is empty: write look-alikes the rule must leave alone')
  return examples
}
