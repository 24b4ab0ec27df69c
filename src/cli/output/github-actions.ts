import { appendFileSync, statSync } from 'node:fs'
import { formats, plainStyle, type Report } from '../../core/auditing.ts'
import type { Language } from '../../core/vocabulary.ts'
import { type Io, print } from '../io.ts'
import { placedFor } from './workspace.ts'

/** A job summary larger than this is refused whole, other steps' words included. */
const summaryBytes = 1024 * 1024

/** Under GitHub Actions: annotations after the report, and the report in Markdown in the summary of the job. Elsewhere nothing. */
export async function tellGithub(report: Report, language: Language, io: Io): Promise<void> {
  if (io.env['GITHUB_ACTIONS'] !== 'true') return
  const style = { ...plainStyle, language }
  await print(io.stdout, formats.github(placedFor('github', report, io), style))
  const file = io.env['GITHUB_STEP_SUMMARY'] ?? ''
  const trouble = file === '' ? null : appendSummary(file, formats.markdown(report, style))
  if (trouble !== null) await print(io.stderr, `claimlint: the job summary is not written: ${trouble}\n`)
}

/** Why the text could not be appended; null: it was. A summary is an extra, so that it never makes a job fail. */
function appendSummary(file: string, text: string): string | null {
  try {
    const before = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (before + Buffer.byteLength(text) > summaryBytes) return 'it would be larger than GitHub allows'
    appendFileSync(file, text)
    return null
  } catch (error) {
    return `the file system says ${(error as NodeJS.ErrnoException).code}` // it throws nothing else
  }
}
