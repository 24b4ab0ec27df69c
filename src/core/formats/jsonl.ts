import { visibleJson, wellFormed } from './escape.ts'
import type { Format } from './format.ts'
import { toFinding } from './json.ts'

/** One finding a line, the same object as in `json`, for streams. */
export const jsonl: Format = ({ findings }) =>
  findings
    .map((finding) =>
      JSON.stringify(toFinding(finding), (_key, value) => (typeof value === 'string' ? wellFormed(value) : value)),
    )
    .map((line) => `${visibleJson(line)}\n`)
    .join('')
