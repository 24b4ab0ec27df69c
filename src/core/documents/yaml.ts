import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml'
import type { Fault, MappedText } from '../model/document.ts'
import { defaultLimits, type Limits } from '../model/limits.ts'
import type { Span } from '../model/span.ts'
import type { Entry, ReadValues, Value } from './values.ts'
import { syntaxFault } from './yaml-faults.ts'
import { parseYamlStream } from './yaml-parse.ts'
import { mapScalar } from './yaml-scalar.ts'

interface Anchored {
  readonly value: Value
  /** Values in it with every alias counted as what it stands for. */
  readonly weight: number
}

/** One YAML document being read. */
interface Reading {
  readonly offset: number
  readonly limits: Limits
  readonly faults: Fault[]
  readonly anchors: Map<string, Anchored>
  /** Anchors whose value is not complete yet. */
  readonly open: Set<string>
  written: number
  weight: number
}

/** Faults of one kind are much alike: the first few tell enough. */
const maxFaults = 20

/** Aliases that stand for this many values, and for a hundred times what is written, are an attack or an accident. */
const maxWeight = 100_000

const shift = ({ start, end }: Span, offset: number): Span => ({ start: start + offset, end: end + offset })

function shiftText(mapped: MappedText, offset: number): MappedText {
  if (offset === 0) return mapped
  return { text: mapped.text, runs: mapped.runs.map((run) => ({ ...run, source: shift(run.source, offset) })) }
}

function spanOf(node: ParsedNode, reading: Reading): Span {
  return shift({ start: node.range[0], end: node.range[1] }, reading.offset)
}

function report(reading: Reading, fault: Fault): void {
  if (reading.faults.length < maxFaults) reading.faults.push(fault)
}

function readAlias(name: string, source: Span, reading: Reading): Value {
  const anchored = reading.anchors.get(name)
  if (!(anchored || reading.open.has(name))) {
    report(reading, {
      code: 'aliases',
      reason: `the alias *${name.slice(0, 60)} names no anchor above it; define it`,
      source,
    })
  }
  reading.weight += anchored?.weight ?? 1
  return { kind: 'alias', name, target: anchored?.value ?? null, source }
}

function readText(scalar: Scalar.Parsed, reading: Reading): Value {
  return { kind: 'text', text: shiftText(mapScalar(scalar), reading.offset), source: spanOf(scalar, reading) }
}

function readEntries(map: YAMLMap.Parsed, reading: Reading): Entry[] {
  const seen = new Set<string>()
  const { mapKeys } = reading.limits
  const beyond = map.items[mapKeys]
  if (beyond) {
    const reason = `more than ${mapKeys} keys in one map (limits.mapKeys); the map is not read from here on, split it`
    report(reading, { code: 'too-costly', reason, source: spanOf(beyond.key, reading) })
  }
  return map.items.slice(0, mapKeys).map(({ key: keyNode, value: valueNode }) => {
    const keySource = spanOf(keyNode, reading)
    const key = isScalar(keyNode) ? String(keyNode.source ?? keyNode.value) : '?'
    if (isScalar(keyNode) && key !== '<<') {
      if (seen.has(key)) {
        const reason = `the key "${key.slice(0, 60)}" stands twice in one map; remove or rename one`
        report(reading, { code: 'syntax', reason, source: keySource })
      }
      seen.add(key)
    }
    readNode(keyNode, reading)
    const behind = { start: keySource.end, end: keySource.end }
    const nothing: Value = { kind: 'text', text: { text: '', runs: [] }, source: behind }
    return { key, keySource, value: valueNode ? readNode(valueNode, reading) : nothing }
  })
}

function readContent(node: ParsedNode, reading: Reading): Value {
  const source = spanOf(node, reading)
  if (isAlias(node)) return readAlias(node.source, source, reading)
  if (isMap(node)) return { kind: 'map', entries: readEntries(node, reading), source }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => readNode(item, reading)), source }
  return readText(node, reading)
}

function readNode(node: ParsedNode, reading: Reading): Value {
  const anchor = isAlias(node) ? undefined : node.anchor
  const weightBefore = reading.weight
  reading.written += 1
  reading.weight += 1
  if (anchor) {
    reading.open.add(anchor)
    reading.anchors.delete(anchor)
  }
  const value = readContent(node, reading)
  if (anchor) {
    reading.open.delete(anchor)
    reading.anchors.set(anchor, { value, weight: reading.weight - weightBefore })
  }
  return value
}

const bombReason = 'aliases multiply beyond measure; each value was read once, where it is written'

function reportBomb(reading: Reading, source: Span): void {
  if (reading.weight <= maxWeight || reading.weight <= 100 * reading.written) return
  reading.faults.push({ code: 'aliases', reason: bombReason, source })
}

/** Reads one document of a stream; faults of its own go to `faults`. */
function readDocument(document: Document.Parsed, shared: Pick<Reading, 'offset' | 'limits' | 'faults'>): Value[] {
  const { offset } = shared
  const reading: Reading = { ...shared, anchors: new Map(), open: new Set(), written: 0, weight: 0 }
  const values = document.contents ? [readNode(document.contents, reading)] : []
  reportBomb(reading, shift({ start: document.range[0], end: document.range[1] }, offset))
  return values
}

/**
 * Reads YAML, of which JSON is a part. `source` may be a part of a file: offsets count from `offset` on.
 * Never throws: what cannot be read is a fault, and what the parser could make of the rest is there.
 */
export function readYaml(source: string, offset: number, limits: Limits = defaultLimits): ReadValues {
  const stream = parseYamlStream(source, limits)
  const ownFaults: Fault[] = []
  const values = stream.documents.flatMap((document) => readDocument(document, { offset, limits, faults: ownFaults }))
  const syntax = stream.error ? [syntaxFault(stream.error, stream.documents)] : []
  const stops = stream.stop ? [stream.stop] : []
  // In a text that is not YAML, doubled keys and lost anchors are only echoes of the first error.
  const faults = stream.error
    ? ownFaults.filter(({ code, reason }) => code === 'too-costly' || reason === bombReason)
    : ownFaults
  const comments = stream.comments.map((comment) => shift(comment, offset))
  // The parser also points behind the last character.
  const inside = ({ start, end }: Span) => ({
    start: Math.min(start, source.length),
    end: Math.min(end, source.length),
  })
  const first = [...syntax, ...stops].map((fault) => ({ ...fault, source: shift(inside(fault.source), offset) }))
  return { values, comments, faults: [...first, ...faults] }
}
