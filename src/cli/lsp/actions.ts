import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding } from '../../core/auditing.ts'
import type { Language } from '../../core/vocabulary.ts'
import { withDecision } from '../decision-file.ts'
import { commentAt } from './comment-place.ts'
import { diagnosticOf, rangeIn } from './diagnostics.ts'
import type { DocumentAudit } from './folder-audit.ts'

/** A document with what was found in it, for whom actions are offered. */
export interface ActionPlace {
  readonly text: TextDocument
  readonly audit: DocumentAudit
  /** Absolute: what paths of findings are relative to. */
  readonly folder: string
  readonly language: Language
  /** ISO date. */
  readonly today: string
  readonly user: string
}

const titles = {
  en: {
    rewrite: (words: string) => `Say instead: ${words}`,
    ignore: (rule: string) => `Ignore ${rule} here (add the reason)`,
    link: (id: string) => `Link the evidence ${id}`,
    accept: (rule: string) => `Accept this finding of ${rule} (add the reason to the decisions)`,
  },
  zh: {
    rewrite: (words: string) => `改写为：${words}`,
    ignore: (rule: string) => `在此忽略 ${rule}（请补充理由）`,
    link: (id: string) => `关联证据 ${id}`,
    accept: (rule: string) => `接受 ${rule} 的这一条（请在决定文件中补充理由）`,
  },
} as const satisfies Record<Language, unknown>

/** More entries than this are no menu. */
const mostLinks = 8

/** What can be done about the findings that touch a part of the document (offsets, half-open). */
export function actionsAt(
  place: ActionPlace,
  { start, end }: { readonly start: number; readonly end: number },
): CodeAction[] {
  const here = place.audit.findings.filter(({ range }) => range.start.offset <= end && start <= range.end.offset)
  return here.flatMap((finding) => actionsFor(finding, place))
}

function actionsFor(finding: Finding, place: ActionPlace): CodeAction[] {
  const { text, folder, language, audit } = place
  const title = titles[language]
  const diagnostics = [diagnosticOf(finding, text, folder)]
  const edits = (title: string, edit: TextEdit): CodeAction =>
    quickFix(title, diagnostics, { changes: { [text.uri]: [edit] } })
  const rewording =
    finding.rewrite === null
      ? []
      : [edits(title.rewrite(finding.rewrite), { range: rangeIn(text, finding), newText: finding.rewrite })]
  if (finding.decision !== null || finding.family === 'directive' || finding.family === 'decision') return rewording
  const links =
    finding.verdict === 'unsupported' || finding.verdict === 'vague' ? audit.evidence.slice(0, mostLinks) : []
  return [
    ...rewording,
    ...links.map(({ id }) => edits(title.link(id), commentAt(finding, text, `evidence ${id}`))),
    edits(title.ignore(finding.ruleId), commentAt(finding, text, `ignore ${finding.ruleId}: `)),
    quickFix(title.accept(finding.ruleId), diagnostics, acceptance(finding, place)),
  ]
}

const quickFix = (title: string, diagnostics: Diagnostic[], edit: WorkspaceEdit): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics,
  edit,
})

/** An entry in the file of decisions, without its reason: until somebody gives one, it decides nothing and is a finding itself. */
function acceptance(finding: Finding, { audit, today, user }: ActionPlace): WorkspaceEdit {
  const { fingerprint, ruleId: rule, text } = finding
  const { decisionFile, decisionName: document } = audit
  const before = existsSync(decisionFile) ? readFileSync(decisionFile, 'utf8') : null
  const decision = { fingerprint, kind: 'suppress', reason: '', by: user, on: today, until: null, rule, document, text }
  const uri = pathToFileURL(decisionFile).href
  const last = { line: (before ?? '').split('\n').length, character: 0 }
  const edit = {
    range: { start: { line: 0, character: 0 }, end: last },
    newText: withDecision(before, decision, decisionFile),
  }
  return {
    documentChanges: [
      ...(before === null ? [{ kind: 'create' as const, uri, options: { ignoreIfExists: true } }] : []),
      { textDocument: { uri, version: null }, edits: [edit] },
    ],
  }
}
