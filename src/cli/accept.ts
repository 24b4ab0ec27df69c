import { documentName, type Report } from '../core/auditing.ts'
import { ClaimlintError, didYouMean } from '../core/vocabulary.ts'
import type { AuditRequest } from './audit-request.ts'
import type { AcceptOptions } from './commands/accept.ts'
import { writeDecision } from './decision-file.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { shownPath } from './files/shown-path.ts'
import { type Io, print } from './io.ts'
import { localeLanguage } from './locale.ts'
import { decisionFileOf, nameRuleFor } from './on-file.ts'
import { type Audited, runAudit } from './run-audit.ts'

type AcceptRequest = Omit<AuditRequest, 'options'> & { readonly options: AcceptOptions }

/** Writes a decision about a finding. Throws E_USAGE for a fingerprint that no finding has, and without a reason. */
export async function accept(fingerprint: string, request: AcceptRequest, io: Io): Promise<ExitCode> {
  const { options } = request
  const { kind = 'suppress', until = null } = options
  const reason = given('--reason', options.reason, 'say why the finding may stand')
  const by = given('--by', options.by ?? userOf(io), 'say who decides')
  if (until !== null && until < io.today()) throw new ClaimlintError('E_USAGE', `--until: ${until} has passed`)
  const language = options.language ?? localeLanguage(io.env)
  const audited = await runAudit(request, { language, ledger: 'findings', outputs: [] }, io)
  const { finding, config } = findingOf(fingerprint.toLowerCase(), audited)
  const file = decisionFileOf(config)
  const { ruleId: rule, text } = finding
  const document = documentName(finding.document, nameRuleFor(config.base, io.cwd))
  const decision = { fingerprint: finding.fingerprint, kind, reason, by, on: io.today(), until, rule, document, text }
  writeDecision(file, decision, io.cwd)
  const place = `${finding.document}:${finding.range.start.line}`
  await print(io.stdout, `${shownPath(file, io.cwd)}: ${kind} ${rule} ${JSON.stringify(text)} ${place}\n`)
  return exitCodes.clean
}

function given(option: string, text: string | undefined, why: string): string {
  const plain = text?.trim() ?? ''
  if (plain !== '') return plain
  throw new ClaimlintError('E_USAGE', `${option} is missing: ${why}`)
}

const userOf = ({ env }: Io) => env['GIT_AUTHOR_NAME'] ?? env['USER'] ?? env['USERNAME']

/** The finding and the configuration of its document. */
function findingOf(fingerprint: string, { report, groups }: Audited) {
  const found = report.findings.filter((finding) => finding.fingerprint === fingerprint)
  for (const finding of found) {
    const group = groups.find(({ sources }) => sources.some(({ path }) => path === finding.document))
    if (group && isDecidable(finding)) return { finding, config: group.config }
  }
  if (found.length > 0) {
    throw new ClaimlintError(
      'E_USAGE',
      `${fingerprint} is about a directive, a decision or a register; mend that instead`,
    )
  }
  const known = report.findings.map((finding) => finding.fingerprint)
  const hint = didYouMean(fingerprint, known) || '; claimlint -f json lists the findings of this folder'
  throw new ClaimlintError('E_USAGE', `no finding here has the fingerprint "${fingerprint}"${hint}`)
}

/** Findings about directives and decisions come after all decisions, so that none can hide another. */
const isDecidable = ({ family }: Report['findings'][number]) => family !== 'directive' && family !== 'decision'
