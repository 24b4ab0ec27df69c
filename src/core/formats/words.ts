import type { Finding, Report } from '../model/report.ts'
import { type Severity, severities } from '../model/rule.ts'

/** Findings of one severity stand together, the gravest first; within one the order of the report. */
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => severities.indexOf(severityOf(a)) - severities.indexOf(severityOf(b)))

/** The severity of a finding; what needs no action counts as info. */
export const severityOf = ({ severity }: Finding): Severity => severity ?? 'info'

/** Everything a finding has to say, in one paragraph: message, advice, rewording, law. */
export function tellAll({ message, advice, rewrite, law }: Finding): string {
  const instead = rewrite === null ? [] : [`Instead: ${rewrite}`]
  const named = law.length === 0 ? [] : [`Law: ${law.map(({ citation, id }) => `${citation} [${id}]`).join('; ')}`]
  return [message, advice, ...instead, ...named].join(' ')
}

/** Findings by document, in the order of the report. */
export function byDocument({ findings }: Report): ReadonlyMap<string, readonly Finding[]> {
  const documents = new Map<string, Finding[]>()
  for (const finding of findings) {
    const list = documents.get(finding.document)
    if (list) list.push(finding)
    else documents.set(finding.document, [finding])
  }
  return documents
}
