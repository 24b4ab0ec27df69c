import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import type { Fault } from '../model/document.ts'
import { defaultLimits, type Limits } from '../model/limits.ts'
import type { Span } from '../model/span.ts'
import { identityText } from '../text/mapped-text.ts'
import type { Step } from './fields-path.ts'
import { mapTomlString } from './toml-string.ts'
import type { ReadValues, TextValue, Value } from './values.ts'

/** A table or array that is still growing: TOML may come back to it further down. */
interface Growing {
  readonly kind: 'map' | 'list'
  readonly source: Span
  readonly children: Map<Step, Child>
}

interface Child {
  readonly keySource: Span
  readonly value: Growing | TextValue
}

interface Reading {
  readonly source: string
  readonly offset: number
  readonly limits: Limits
  readonly root: Growing
  readonly faults: Fault[]
  /** Tables with more keys than are read. */
  readonly full: Set<Growing>
}

const growing = (kind: Growing['kind'], source: Span): Growing => ({ kind, source, children: new Map() })

/** The table or array at a path, made where it is not there yet. */
function containerAt(root: Growing, path: readonly Step[], source: Span): Growing {
  let here = root
  for (const [index, step] of path.entries()) {
    const child = here.children.get(step)?.value
    if (child && child.kind !== 'text') {
      here = child
      continue
    }
    const next = growing(typeof path[index + 1] === 'number' ? 'list' : 'map', source)
    here.children.set(step, { keySource: source, value: next })
    here = next
  }
  return here
}

function spanOf(node: { readonly range: readonly [number, number] }, reading: Reading): Span {
  return { start: node.range[0] + reading.offset, end: node.range[1] + reading.offset }
}

function readText(node: AST.TOMLValue, reading: Reading): TextValue {
  const source = spanOf(node, reading)
  const token = reading.source.slice(...node.range)
  const text =
    node.kind === 'string' ? mapTomlString(token, source.start, node.value) : identityText(token, source.start)
  return { kind: 'text', text, source }
}

/** Puts a value, with what is in it, at the end of a path. */
function place(node: AST.TOMLContentNode, path: readonly Step[], keySource: Span, reading: Reading): void {
  const source = spanOf(node, reading)
  if (path.length > reading.limits.nesting) {
    reading.faults.push(tooDeep(source, reading.limits))
    return
  }
  const parent = containerAt(reading.root, path.slice(0, -1), source)
  const step = path.at(-1)
  if (step === undefined) return
  const { mapKeys } = reading.limits
  if (parent.kind === 'map' && parent.children.size >= mapKeys) {
    if (!reading.full.has(parent)) reading.faults.push(tooManyKeys(keySource, mapKeys))
    reading.full.add(parent)
    return
  }
  if (node.type === 'TOMLValue') {
    parent.children.set(step, { keySource, value: readText(node, reading) })
    return
  }
  parent.children.set(step, { keySource, value: growing(node.type === 'TOMLArray' ? 'list' : 'map', source) })
  if (node.type === 'TOMLInlineTable') for (const entry of node.body) placeEntry(entry, path, reading)
  else for (const [index, element] of node.elements.entries()) place(element, [...path, index], keySource, reading)
}

const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted): string => (key.type === 'TOMLBare' ? key.name : key.value)

function placeEntry(entry: AST.TOMLKeyValue, path: readonly Step[], reading: Reading): void {
  place(entry.value, [...path, ...entry.key.keys.map(nameOf)], spanOf(entry.key, reading), reading)
}

function finish(value: Growing | TextValue): Value {
  if (value.kind === 'text') return value
  const children = [...value.children]
  if (value.kind === 'list') {
    return { kind: 'list', items: children.map(([, child]) => finish(child.value)), source: value.source }
  }
  const entries = children.map(([key, child]) => ({
    key: String(key),
    keySource: child.keySource,
    value: finish(child.value),
  }))
  return { kind: 'map', entries, source: value.source }
}

// Strings and comments are stepped over: a bracket in them nests nothing.
const nestingToken = /""".*?"""|'''.*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[[{}\]]/gs

/** Offset of the first bracket that nests too deep, -1 when none does. */
function tooDeepAt(source: string, { nesting }: Limits): number {
  let depth = 0
  for (const token of source.matchAll(nestingToken)) {
    if (token[0] === '[' || token[0] === '{') depth += 1
    else if (token[0] === ']' || token[0] === '}') depth -= 1
    if (depth > nesting) return token.index
  }
  return -1
}

const tooDeep = (source: Span, { nesting }: Limits): Fault => ({
  code: 'too-costly',
  reason: `nested deeper than ${nesting} levels (limits.nesting), not read; flatten it`,
  source,
})

const tooManyKeys = (source: Span, mapKeys: number): Fault => ({
  code: 'too-costly',
  reason: `more than ${mapKeys} keys in one map (limits.mapKeys); the map is not read from here on, split it`,
  source,
})

/** Reads a source that the library accepts; throws its error when it does not. */
function readValid(source: string, offset: number, limits: Limits): ReadValues {
  const root = growing('map', { start: offset, end: offset + source.length })
  const reading: Reading = { source, offset, limits, root, faults: [], full: new Set() }
  const program = parseTOML(source, { tomlVersion: '1.1' })
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLKeyValue') placeEntry(node, [], reading)
    else for (const entry of node.body) placeEntry(entry, node.resolvedKey, reading)
  }
  const comments = program.comments.map((comment) => spanOf(comment, reading))
  return { values: [finish(reading.root)], faults: reading.faults, comments }
}

/** Offset of the error in `source` and its fault. The library's only other error is a string too long for its stack. */
function errorOf(error: unknown, offset: number): { readonly at: number; readonly fault: Fault } {
  if (!(error instanceof ParseError)) {
    const reason = 'a TOML value is too long to be read; shorten it'
    return { at: 0, fault: { code: 'unreadable', reason, source: { start: offset, end: offset + 1 } } }
  }
  const reason = `not valid TOML: ${error.message.replace(/\s+/g, ' ')}; read up to this line, mend it`
  const start = offset + error.index
  return { at: error.index, fault: { code: 'syntax', reason, source: { start, end: start + 1 } } }
}

/** The lines above an error, for which the library gives nothing of itself. */
function readAbove(error: unknown, source: string, offset: number, limits: Limits): ReadValues {
  const { at, fault } = errorOf(error, offset)
  const lineStart = source.lastIndexOf('\n', at - 1) + 1
  try {
    const above = readValid(at > 0 ? source.slice(0, lineStart) : '', offset, limits)
    return { ...above, faults: [fault, ...above.faults] }
  } catch {
    return { values: [], faults: [fault], comments: [] }
  }
}

/** Reads TOML; `source` may be a part of a file: offsets count from `offset` on. Never throws: all errors are faults. */
export function readToml(source: string, offset: number, limits: Limits = defaultLimits): ReadValues {
  const deepAt = tooDeepAt(source, limits)
  if (deepAt !== -1) {
    const fault = tooDeep({ start: offset + deepAt, end: offset + deepAt + 1 }, limits)
    return { values: [], faults: [fault], comments: [] }
  }
  try {
    return readValid(source, offset, limits)
  } catch (error) {
    return readAbove(error, source, offset, limits)
  }
}
