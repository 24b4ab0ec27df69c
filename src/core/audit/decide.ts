import type { Decision, DecisionEntry, Directive, EvidenceLink } from '../model/decision.ts'
import type { Finding } from '../model/report.ts'
import type { DocumentRecord } from './extract.ts'
import type { NoteFinding } from './note-words.ts'
import { isSelected } from './pack.ts'

/** Who may decide about findings here: the file of decisions, and the copy itself unless told otherwise. */
export interface DecisionRules {
  readonly entries: readonly DecisionEntry[]
  /** Path of the file of decisions as in reports. */
  readonly file: string
  readonly inline: 'heeded' | 'ignored'
  /** Whether every document of the configuration was audited: only then is an entry without a document known to be unused. */
  readonly audited: 'all' | 'some'
  /** Rule ids and families. */
  readonly known: ReadonlySet<string>
  readonly selectionAt: (document: string) => Parameters<typeof isSelected>[1]
  readonly asOf: string
  /** The name of a document in the file of decisions. */
  readonly nameOf: (document: string) => string
}

/** Findings with what was decided about them, and what is wrong with the decisions. */
export interface Decided {
  readonly findings: readonly Finding[]
  readonly notes: readonly NoteFinding[]
}

function grouped(findings: readonly Finding[], keyOf: (finding: Finding) => string): ReadonlyMap<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const group = groups.get(keyOf(finding))
    if (group) group.push(finding)
    else groups.set(keyOf(finding), [finding])
  }
  return groups
}

const isOver = ({ until }: Decision, asOf: string) => until !== null && until < asOf

/** Applies inline directives, then the file of decisions. Findings stay, marked; decisions that are over or idle are reported. */
export function decide(
  findings: readonly Finding[],
  records: readonly DocumentRecord[],
  rules: DecisionRules,
): Decided {
  const inline = rules.inline === 'heeded' ? followDirectives(findings, records, rules) : { findings, notes: [] }
  const filed = followEntries(inline.findings, records, rules)
  return { findings: filed.findings, notes: [...inline.notes, ...filed.notes] }
}

const names = (rule: string, { ruleId, family }: Finding) => rule === ruleId || rule === family

const isOpen = ({ severity, decision }: Finding) => severity !== null && decision === null

function followDirectives(
  findings: readonly Finding[],
  records: readonly DocumentRecord[],
  rules: DecisionRules,
): Decided {
  const decisions = new Map<Finding, Decision>()
  const byDocument = grouped(findings, ({ document }) => document)
  const notes = records.flatMap(({ path, notes: { directives } }) =>
    directives.flatMap((directive) =>
      followDirective(directive, { path, findings: byDocument.get(path) ?? [], decisions, rules }),
    ),
  )
  return { findings: marked(findings, decisions), notes }
}

interface Place {
  readonly path: string
  readonly findings: readonly Finding[]
  readonly decisions: Map<Finding, Decision>
  readonly rules: DecisionRules
}

function followDirective(directive: Directive, { path, findings, decisions, rules }: Place): NoteFinding[] {
  const at = { document: path, range: directive.range, excerpt: directive.excerpt }
  const note = (code: NoteFinding['code'], detail: string): NoteFinding => ({ code, detail, ...at })
  const strange = directive.rules.filter((rule) => !rules.known.has(rule))
  if (strange.length > 0) return strange.map((rule) => note('directive/unknown-rule', rule))
  const covered = findings.filter((finding) => isOpen(finding) && isCovered(finding, directive))
  const idle = directive.rules.filter(
    (rule) => isSelected(rule, rules.selectionAt(path)) && !covered.some((finding) => names(rule, finding)),
  )
  const unused = idle.length > 0 ? [note('directive/unused', idle.join(', '))] : []
  if (isOver(directive.decision, rules.asOf))
    return idle.length === directive.rules.length ? unused : [note('directive/expired', directive.decision.until ?? '')]
  for (const finding of covered) {
    if (directive.rules.some((rule) => names(rule, finding))) decisions.set(finding, directive.decision)
  }
  return unused
}

const isCovered = ({ range }: Finding, { covers }: Directive | EvidenceLink) =>
  covers.some(({ start, end }) => start <= range.start.offset && range.start.offset < end)

const marked = (findings: readonly Finding[], decisions: ReadonlyMap<Finding, Decision>): readonly Finding[] =>
  decisions.size === 0
    ? findings
    : findings.map((finding) => ({ ...finding, decision: decisions.get(finding) ?? finding.decision }))

function followEntries(
  findings: readonly Finding[],
  records: readonly DocumentRecord[],
  rules: DecisionRules,
): Decided {
  if (rules.entries.length === 0) return { findings, notes: [] }
  const open = grouped(
    findings.filter(({ severity }) => severity !== null),
    ({ fingerprint }) => fingerprint,
  )
  const audited = new Set(records.map(({ path }) => rules.nameOf(path)))
  const decisions = new Map<Finding, Decision>()
  const notes = rules.entries.flatMap((entry): NoteFinding[] => {
    const at = { document: rules.file, range: entry.range, excerpt: entry.excerpt }
    const meant = open.get(entry.fingerprint) ?? []
    if (meant.length === 0)
      return isIdle(entry, audited, rules) ? [{ code: 'decision/unused', detail: entry.fingerprint, ...at }] : []
    if (isOver(entry.decision, rules.asOf))
      return [{ code: 'decision/expired', detail: entry.decision.until ?? '', ...at }]
    for (const finding of meant) if (finding.decision === null) decisions.set(finding, entry.decision)
    return []
  })
  return { findings: marked(findings, decisions), notes }
}

/** With some rules switched off nobody can say that an entry is of no use. */
function isIdle(
  { document }: DecisionEntry,
  audited: ReadonlySet<string>,
  { audited: scope, file, selectionAt }: DecisionRules,
) {
  const selection = selectionAt(file)
  if (selection.only.length > 0 || selection.skip.length > 0) return false
  return scope === 'all' || (document !== null && audited.has(document))
}
