import { existsSync, readFileSync } from 'node:fs'
import { Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { ClaimlintError } from '../core/vocabulary.ts'
import { shownPath } from './files/shown-path.ts'
import { writeWhole } from './output/destination.ts'

/** An entry as it is written, in this order; null is left out. */
export interface WrittenDecision {
  readonly fingerprint: string
  readonly kind: string
  readonly reason: string
  readonly by: string
  readonly on: string
  readonly until: string | null
  readonly rule: string
  readonly document: string
  readonly text: string
}

const head =
  ' Decisions about findings of claimlint: shown in every report, no longer counted.\n Written by claimlint accept; edit as you like.'

/** Writes a decision into the file (absolute path), in the place of an earlier one about the same finding; all else stays as it is.
 *  Throws E_CONFIG when the file is not readable. */
export function writeDecision(file: string, decision: WrittenDecision, cwd: string): void {
  const document = existsSync(file) ? parsed(file, cwd) : fresh()
  const entries = entriesOf(document, file, cwd)
  const given = Object.fromEntries(Object.entries(decision).filter(([, value]) => value !== null))
  const earlier = entries.items.find(
    (item): item is YAMLMap => isMap(item) && String(item.get('fingerprint')).toLowerCase() === decision.fingerprint,
  )
  if (earlier) replace(earlier, given)
  else entries.add(document.createNode(given))
  if (entries.flow && !earlier) entries.flow = false
  writeWhole(file, document.toString({ lineWidth: 0 }), cwd)
}

function replace(entry: YAMLMap, given: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(given)) entry.set(key, value)
  if (!('until' in given)) entry.delete('until')
}

function fresh(): Document {
  const document = new Document([])
  document.commentBefore = head
  return document
}

function parsed(file: string, cwd: string): Document {
  const document = parseDocument(readFileSync(file, 'utf8'))
  const [broken] = document.errors
  if (!broken) return document
  const [place] = broken.linePos ?? []
  throw new ClaimlintError('E_CONFIG', `not readable as YAML: ${broken.message.split('\n')[0]}`, {
    path: shownPath(file, cwd),
    ...(place && { line: place.line, column: place.col }),
  })
}

/** The list of entries: the whole file, or under `decisions`. */
function entriesOf(document: Document, file: string, cwd: string): YAMLSeq {
  const { contents } = document
  if (isSeq(contents)) return contents
  const inside = isMap(contents) ? contents.get('decisions', true) : undefined
  if (isSeq(inside)) return inside
  if (contents === null || (isMap(contents) && contents.items.length === 0) || document.toJS() === null) {
    const list = document.createNode([])
    document.contents = list
    return list
  }
  throw new ClaimlintError('E_CONFIG', 'holds no list of decisions', { path: shownPath(file, cwd) })
}
