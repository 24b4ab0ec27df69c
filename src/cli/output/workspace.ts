import { realpathSync } from 'node:fs'
import type { FormatName, Report } from '../../core/auditing.ts'
import { isWithin } from '../files/is-within.ts'
import { shownPath } from '../files/shown-path.ts'
import type { Io } from '../io.ts'

/** Where a service looks for the paths in the reports made for it, as its runner says; elsewhere paths are as everywhere. */
const rootVariables: Readonly<Partial<Record<FormatName, string>>> = {
  github: 'GITHUB_WORKSPACE',
  sarif: 'GITHUB_WORKSPACE',
  gitlab: 'CI_PROJECT_DIR',
}

/** The report with its paths as the reader of a format wants them: a step in a folder of the repository still points into it. */
export function placedFor(format: FormatName, report: Report, { cwd, env }: Pick<Io, 'cwd' | 'env'>): Report {
  const root = rootOf(env[rootVariables[format] ?? ''] ?? '')
  const here = realpathSync(cwd)
  if (root === null || root === here || !isWithin(here, root)) return report
  const folder = shownPath(here, root)
  const placed = (path: string) => withoutDots(`${folder}/${path}`)
  const place = (finding: Report['findings'][number]) => ({
    ...finding,
    document: placed(finding.document),
    related: finding.related.map((each) => ({ ...each, document: placed(each.document) })),
  })
  return { ...report, findings: report.findings.map(place), claims: report.claims?.map(place) ?? null }
}

function rootOf(folder: string): string | null {
  try {
    return folder === '' ? null : realpathSync(folder)
  } catch {
    return null // a variable of another machine
  }
}

/** `shop/../company.yaml` is `company.yaml`. */
const withoutDots = (path: string): string => shownPath(`/${path}`, '/')
