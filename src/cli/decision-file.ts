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
  const text = existsSync(file) ? readFileSync(file, 'utf8') : null
  writeWhole(file, withDecision(text, decision, shownPath(file, cwd)), cwd)
}

/** The text of a file of decisions with one more; null: there is no file yet. `path`: as errors show it. Throws E_CONFIG. */
export function withDecision(text: string | null, decision: WrittenDecision, path: string): string {
  const document = text === null ? fresh() : parsed(text, path)
  const entries = entriesOf(document, path)
  const given = Object.fromEntries(Object.entries(decision).filter(([, value]) => value !== null))
  const earlier = entries.items.find(
    (item): item is YAMLMap => isMap(item) && String(item.get('fingerprint')).toLowerCase() === decision.fingerprint,
  )
  if (earlier) replace(earlier, given)
  else entries.add(document.createNode(given))
  if (entries.flow && !earlier) entries.flow = false
  return document.toString({ lineWidth: 0 })
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

function parsed(text: string, path: string): Document {
  const document = parseDocument(text)
  const [broken] = document.errors
  if (!broken) return document
  const [place] = broken.linePos ?? []
  throw new ClaimlintError('E_CONFIG', `not readable as YAML: ${broken.message.split('\n')[0]}`, {
    path,
    ...(place && { line: place.line, column: place.col }),
  })
}

/** The list of entries: the whole file, or under `decisions`. */
function entriesOf(document: Document, path: string): YAMLSeq {
  const { contents } = document
  if (isSeq(contents)) return contents
  const inside = isMap(contents) ? contents.get('decisions', true) : undefined
  if (isSeq(inside)) return inside
  if (contents === null || (isMap(contents) && contents.items.length === 0) || document.toJS() === null) {
    const list = document.createNode([])
    document.contents = list
    return list
  }
  throw new ClaimlintError('E_CONFIG', 'holds no list of decisions', { path })
}
