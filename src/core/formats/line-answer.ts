import type { LineAnswer, RecordAnswer } from '../model/line-answer.ts'
import { visibleJson, wellFormed } from './escape.ts'
import { toFinding } from './json.ts'

const toJson = (value: unknown): string =>
  visibleJson(JSON.stringify(value, (_key, part) => (typeof part === 'string' ? wellFormed(part) : part)))

/** One line of JSON, without its end: the answer of a stream to one of its lines. */
export function lineJson(answer: LineAnswer): string {
  if (answer.id === null) {
    return toJson({ id: null, error: { code: 'E_RECORD', line: answer.line, message: answer.message } })
  }
  const { id, rulesVersion, claims, findings } = answer
  const body = toJson({ rules: rulesVersion, claims, findings: findings.map(toLineFinding) })
  return `{"id":${visibleJson(id)},${body.slice(1)}`
}

/** A finding as reports have it, but for its place: where it stands in its string. */
function toLineFinding({ finding, place }: RecordAnswer['findings'][number]) {
  const { document: _document, range: _range, related, ...rest } = toFinding(finding)
  const messages = related.map(({ message }) => message)
  return { ...rest, start: place?.start ?? null, end: place?.end ?? null, related: messages }
}
