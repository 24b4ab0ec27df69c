import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { type BaselineEntry, sortedEntries, verdicts } from '../core/auditing.ts'
import { ClaimlintError } from '../core/vocabulary.ts'
import { shownPath } from './files/shown-path.ts'
import { writeWhole } from './output/destination.ts'

/** Its name in the folder of the configuration, unless the configuration gives another. */
export const baselineName = 'claimlint-baseline.json'

const entryShape = z.object({
  // A rule is printed at the start of a line; nothing but a name may come through.
  rule: z.string().check(z.regex(/^[a-z0-9][\w-]*\/[\w-]+$/i)),
  document: z.string(),
  text: z.string(),
  verdict: z.nullable(z.enum(verdicts)),
  fingerprint: z.string(),
})
const fileShape = z.object({ baselineVersion: z.optional(z.literal(1)), findings: z.optional(z.array(entryShape)) })

/** Reads a baseline (absolute path) that is there. Throws E_CONFIG when it is none. */
export function readBaseline(file: string, cwd: string): BaselineEntry[] {
  const refuse = (why: string) => new ClaimlintError('E_CONFIG', why, { path: shownPath(file, cwd) })
  const read = fileShape.safeParse(parsed(file, refuse))
  if (read.success) return sortedEntries(read.data.findings ?? [])
  const [fault] = read.error.issues
  const at = fault?.path.map(String).join('.') || 'the file'
  throw refuse(`is no baseline: ${at} is not as --accept-new writes it`)
}

function parsed(file: string, refuse: (why: string) => ClaimlintError): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse(`not readable as JSON: ${error.message.split('\n')[0]}`)
    const code = (error as NodeJS.ErrnoException).code // the file system throws nothing else
    throw refuse(`cannot be read: the file system says ${code}`)
  }
}

/** Writes a baseline (absolute path), an entry a line so that branches merge. */
export function writeBaseline(file: string, entries: readonly BaselineEntry[], cwd: string): void {
  const lines = sortedEntries(entries).map(({ rule, document, text, verdict, fingerprint }) =>
    JSON.stringify({ rule, document, text, verdict, fingerprint }),
  )
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`
  // `tool` first: that is how an audit knows the files it must not read as copy, whatever they are called.
  const text = `{\n  "tool": {"name": "claimlint"},\n  "baselineVersion": 1,\n  "findings": ${list}\n}\n`
  writeWhole(file, text, cwd)
}
