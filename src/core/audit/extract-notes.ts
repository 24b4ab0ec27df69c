import type { ReadDocument } from '../documents/index.ts'
import type { Directive, DirectiveFault, EvidenceLink } from '../model/decision.ts'
import type { Document } from '../model/document.ts'
import type { Range, Span } from '../model/span.ts'
import type { MapValue, Value } from '../model/value.ts'
import { isEvidenceId, readDirective, readEvidenceComment, type WrittenDirective } from '../proof/read-directive.ts'
import { excerptOf } from '../text/excerpt.ts'
import { type LineIndex, lineIndex, placeAt } from '../text/line-index.ts'
import { coveredByComment, coveredByRemark, nodesOf, placedBlocks } from './covers.ts'

/** What a document says to claimlint and not to buyers. JSON-safe. */
export interface DocumentNotes {
  readonly directives: readonly Directive[]
  readonly faults: readonly DirectiveFault[]
  readonly links: readonly EvidenceLink[]
}

const noNotes: DocumentNotes = { directives: [], faults: [], links: [] }

/** A comment that may speak to claimlint, and what it is about. */
interface Note {
  readonly written: WrittenDirective
  readonly source: Span
  readonly covers: () => readonly Span[]
}

interface Reading {
  readonly document: Document & Partial<ReadDocument>
  readonly lines: LineIndex
}

/** Words that some note must hold: most documents have none, and are not looked through. */
const mayHoldNotes = /claimlint|evidence|\[\^ev:/i

/** Reads directives and links to evidence out of comments, footnotes and keys. */
export function extractNotes(document: Document & Partial<ReadDocument>): DocumentNotes {
  if (!mayHoldNotes.test(document.source)) return noNotes
  const reading = { document, lines: lineIndex(document.source) }
  const notes = [...remarkNotes(reading), ...commentNotes(reading)].sort((a, b) => a.source.start - b.source.start)
  return {
    directives: notes.flatMap((note) => directiveOf(note, reading)),
    faults: notes.flatMap((note) => faultOf(note, reading)),
    links: [...notes.flatMap((note) => linkOf(note, reading)), ...footnoteLinks(reading), ...keyLinks(reading)],
  }
}

function remarkNotes({ document }: Reading): Note[] {
  return (document.remarks ?? []).flatMap((remark) => {
    const written = readDirective(remark.text)
    if (!written) return []
    const covers = () => coveredByRemark(remark, placedBlocks(document.blocks), document.source)
    return [{ written, source: remark.source, covers }]
  })
}

function commentNotes({ document, lines }: Reading): Note[] {
  return (document.comments ?? []).flatMap((source) => {
    const text = document.source.slice(source.start, source.end).replace(/^#+/, '')
    const ids = readEvidenceComment(text)
    const written = ids ? { verb: 'evidence' as const, ids } : readDirective(text)
    if (!written) return []
    const covers = () =>
      coveredByComment(
        source,
        (document.values ?? []).flatMap((value) => [...nodesOf(value)]),
        lines,
      )
    return [{ written, source, covers }]
  })
}

const placed = ({ document, lines }: Reading, { start, end }: Span) => {
  const range: Range = { start: placeAt(lines, start), end: placeAt(lines, end) }
  return { range, excerpt: excerptOf(document.source, lines, { start, end }) }
}

function directiveOf({ written, source, covers }: Note, reading: Reading): Directive[] {
  if (written.verb !== 'ignore') return []
  const { rules, reason, until } = written
  const decision = { kind: 'suppress', reason, by: null, on: null, until, source: 'inline' } as const
  return [{ rules, decision, covers: covers(), ...placed(reading, source) }]
}

function faultOf({ written, source }: Note, reading: Reading): DirectiveFault[] {
  if (written.verb !== 'none') return []
  return [{ code: written.code, detail: written.detail, ...placed(reading, source) }]
}

function linkOf({ written, source, covers }: Note, reading: Reading): EvidenceLink[] {
  if (written.verb !== 'evidence') return []
  return [{ ids: written.ids, covers: covers(), reach: 'narrow', ...placed(reading, source) }]
}

const footnote = /\[\^ev:([^\]\s[]{1,100})\](?!:)/g

/** `[^ev:ID]` vouches for what stands before it in its sentence. */
function footnoteLinks(reading: Reading): EvidenceLink[] {
  const { document } = reading
  const blocks = placedBlocks(document.blocks)
  return [...document.source.matchAll(footnote)].flatMap((match): EvidenceLink[] => {
    const source = { start: match.index, end: match.index + match[0].length }
    const block = blocks.findLast((each) => each.source.start < source.start)
    if (!block || /[\r\n]/.test(document.source.slice(block.source.end, source.start))) return []
    const start = sentenceStart(document.source, block.source.start, source.start)
    return [
      { ids: [match[1] ?? ''], covers: [{ start, end: source.start }], reach: 'narrow', ...placed(reading, source) },
    ]
  })
}

/** Longer sentences are looked at from here. */
const longestSentence = 2000

/** Where the words begin that a footnote at `at` is about: behind the sentence, cell or footnote before it. */
function sentenceStart(source: string, block: number, at: number): number {
  const from = Math.max(block, at - longestSentence)
  const before = source.slice(from, at).replace(/(?:\[\^[^\]\s]*\]|[\s.!?。！？])+$/u, '')
  const ends = [...before.matchAll(/[.!?](?=\s)|[。！？|]|\[\^[^\]\s]*\]/gu)].at(-1)
  return ends ? from + ends.index + ends[0].length : from
}

/** The key `evidence` beside copy: for one text whatever it claims, for a larger map only what the evidence says it supports. */
function keyLinks(reading: Reading): EvidenceLink[] {
  const { document } = reading
  const blocks = placedBlocks(document.blocks)
  return (document.values ?? []).flatMap((root) =>
    [...mapsIn(root)].flatMap((map): EvidenceLink[] => {
      const entry = map.entries.find(({ key }) => key.toLowerCase() === 'evidence')
      const ids = entry ? textsIn(entry.value) : []
      if (!entry || ids.length === 0 || !ids.every(isEvidenceId)) return []
      const inside = blocks.filter(({ source }) => source.start >= map.source.start && source.end <= map.source.end)
      const fields = new Set(inside.map(({ block }) => block.field))
      const whole = map === root ? { start: 0, end: document.source.length } : map.source
      const reach = fields.size > 1 || map === root ? 'wide' : 'narrow'
      return [{ ids, covers: [whole], reach, ...placed(reading, entry.keySource) }]
    }),
  )
}

function textsIn(value: Value): string[] {
  if (value.kind === 'text') return [value.text.text.trim()].filter((text) => text !== '')
  const texts = value.kind === 'list' ? value.items.map(textsIn) : []
  return texts.some((item) => item.length !== 1) ? [] : texts.flat()
}

function* mapsIn(value: Value): Generator<MapValue> {
  if (value.kind === 'map') {
    yield value
    for (const entry of value.entries) yield* mapsIn(entry.value)
  } else if (value.kind === 'list') for (const item of value.items) yield* mapsIn(item)
}
