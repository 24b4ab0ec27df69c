import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { ClaimlintError, didYouMean, type ErrorPlace } from '../../core/vocabulary.ts'
import { configShape, type WrittenConfig } from './shape.ts'

type KeyPath = readonly (string | number)[]

/** A configuration file as written, able to say where each of its values stands. */
export interface ParsedConfig {
  readonly written: WrittenConfig
  /** Place of the value at a key path; of the nearest value above when there is none. */
  readonly placeOf: (path: KeyPath) => ErrorPlace
}

/** Reads the text of a configuration; `path` is as messages show it. Throws E_CONFIG with the place. */
export function parseConfig(path: string, text: string): ParsedConfig {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number): ErrorPlace => {
    const { line, col } = lines.linePos(offset)
    return { path, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const broken = document.errors[0]
  if (broken) throw new ClaimlintError('E_CONFIG', `not readable as YAML: ${broken.message}`, at(broken.pos[0]))
  const placeOf = (keys: KeyPath) => at(nodeAt(document, keys)?.range?.[0] ?? 0)
  const result = configShape.safeParse(document.contents === null ? {} : plainValue(document, at(0)))
  if (result.success) return { written: result.data, placeOf }
  throw firstFault(
    result.error.issues.flatMap((issue) => faultsOf(issue, document)),
    at,
  )
}

function plainValue(document: Document, place: ErrorPlace): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new ClaimlintError('E_CONFIG', error instanceof Error ? error.message : String(error), place)
  }
}

function nodeAt(document: Document, keys: KeyPath): Node | null {
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length), true)
    if (isNode(node)) return node
  }
  return document.contents as Node | null // null is what an empty document holds
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'range' in value

interface ShapeFault {
  readonly offset: number
  readonly message: string
}

function firstFault(faults: readonly ShapeFault[], at: (offset: number) => ErrorPlace): ClaimlintError {
  const [first, ...others] = faults.toSorted((a, b) => a.offset - b.offset)
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return new ClaimlintError('E_CONFIG', `${first?.message ?? 'not a configuration'}${more}`, at(first?.offset ?? 0))
}

type Issue = NonNullable<ReturnType<typeof configShape.safeParse>['error']>['issues'][number]

function faultsOf(issue: Issue, document: Document): ShapeFault[] {
  const keys = issue.path.filter((key) => typeof key !== 'symbol')
  const node = nodeAt(document, keys)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, keys, node))
  const offset = node?.range?.[0] ?? 0
  if (issue.code === 'invalid_type' && keys.length > 0 && document.getIn(keys, true) === undefined) {
    return [{ offset, message: `${keyName(keys)} is missing` }]
  }
  return [{ offset, message: `${keyName(keys)} is ${written(node)}; ${expectation(issue, node)}` }]
}

function written(node: Node | null): string {
  if (isScalar(node)) return JSON.stringify(node.value)
  return isMap(node) ? 'a map of keys' : 'a list'
}

function unknownKey(key: string, keys: KeyPath, map: Node | null): ShapeFault {
  const pair = isMap(map) ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined
  const offset = (isScalar(pair?.key) ? pair.key.range?.[0] : undefined) ?? 0
  const inside = keys.length === 0 ? '' : ` in ${keyName(keys)}`
  const known = knownKeys(keys)
  const hint = didYouMean(key, known) || `; known keys: ${known.join(', ')}`
  return { offset, message: `unknown key "${key}"${inside}${hint}` }
}

function knownKeys(keys: KeyPath): string[] {
  const { fields, limits, overrides } = configShape.shape
  const override = overrides._zod.def.innerType._zod.def.element
  if (keys.at(-1) === 'fields') return Object.keys(fields._zod.def.innerType.shape)
  if (keys.at(-1) === 'limits') return Object.keys(limits._zod.def.innerType.shape)
  if (keys[0] === 'overrides') return Object.keys(override.shape)
  return Object.keys(configShape.shape)
}

function expectation(issue: Issue, node: Node | null): string {
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    return `use ${values.join(', ')}${didYouMean(isScalar(node) ? String(node.value) : '', values)}`
  }
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'it must not be empty' : `use ${issue.minimum} or more`
  if (issue.code === 'too_big') return `use ${issue.maximum} or less`
  if (issue.code === 'invalid_type') return `use ${articles[issue.expected] ?? issue.expected}`
  return issue.message
}

const articles: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  number: 'a number',
  int: 'a whole number',
}

function keyName(keys: KeyPath): string {
  if (keys.length === 0) return 'the configuration'
  return keys.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`
    return name === '' ? key : `${name}.${key}`
  }, '')
}
