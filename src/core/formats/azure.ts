import type { Finding } from '../model/report.ts'
import { visibleLine } from './escape.ts'
import type { Format } from './format.ts'
import { severityOf, tellAll } from './words.ts'

/** Azure unescapes `%AZP25`, not `%25`. */
const escapeText = (text: string) => text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string) => escapeText(text).replaceAll(';', '%3B').replaceAll(']', '%5D')

function command(finding: Finding): string {
  const properties = {
    type: severityOf(finding) === 'error' ? 'error' : 'warning',
    sourcepath: escapeProperty(visibleLine(finding.document)),
    linenumber: finding.range.start.line,
    columnnumber: finding.range.start.column,
    code: escapeProperty(visibleLine(finding.ruleId)),
  }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${value}`)
  return `##vso[task.logissue ${list.join(';')}]${escapeText(visibleLine(tellAll(finding)))}\n`
}

/** Logging commands of Azure Pipelines, which knows errors and warnings only: infos are left out. */
export const azure: Format = ({ findings }) =>
  findings
    .filter((finding) => severityOf(finding) !== 'info')
    .map(command)
    .join('')
