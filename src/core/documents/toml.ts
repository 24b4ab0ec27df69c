import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import type { Fault } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { identityText } from '../text/mapped-text.ts'
import type { Step } from './fields-path.ts'
import { mapTomlString } from './toml-string.ts'
import { maxNesting, type ReadValues, type TextValue, type Value } from './values.ts'

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
  readonly root: Growing
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
  if (path.length > maxNesting) throw new ParseError('unexpected-token', node.range[0], 0, 0)
  const source = spanOf(node, reading)
  const parent = containerAt(reading.root, path.slice(0, -1), source)
  const step = path.at(-1)
  if (step === undefined) return
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
function tooDeepAt(source: string): number {
  let depth = 0
  for (const token of source.matchAll(nestingToken)) {
    if (token[0] === '[' || token[0] === '{') depth += 1
    else if (token[0] === ']' || token[0] === '}') depth -= 1
    if (depth > maxNesting) return token.index
  }
  return -1
}

function faultOf(error: unknown, offset: number): Fault {
  const at = offset + (error instanceof ParseError ? error.index : 0)
  const message = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error)
  return { code: 'syntax', reason: `not valid TOML: ${message}; mend it`, source: { start: at, end: at + 1 } }
}

/** Reads TOML; `source` may be a part of a file: offsets count from `offset` on. Never throws: all errors are faults. */
export function readToml(source: string, offset: number): ReadValues {
  const deepAt = tooDeepAt(source)
  if (deepAt !== -1) {
    const span = { start: offset + deepAt, end: offset + deepAt + 1 }
    const reason = `nested deeper than ${maxNesting} levels; flatten it`
    return { values: [], faults: [{ code: 'too-deep', reason, source: span }] }
  }
  try {
    const whole = { start: offset, end: offset + source.length }
    const reading: Reading = { source, offset, root: growing('map', whole) }
    for (const node of parseTOML(source, { tomlVersion: '1.1' }).body[0].body) {
      if (node.type === 'TOMLKeyValue') placeEntry(node, [], reading)
      else for (const entry of node.body) placeEntry(entry, node.resolvedKey, reading)
    }
    return { values: [finish(reading.root)], faults: [] }
  } catch (error) {
    return { values: [], faults: [faultOf(error, offset)] }
  }
}
