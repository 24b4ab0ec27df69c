import type { RegisterFault } from '../model/register-fault.ts'
import type { Finding } from '../model/report.ts'
import type { Language } from '../model/rule.ts'
import { readSupport } from '../proof/evidence-index.ts'
import { addPeriod } from '../text/dates.ts'
import { didYouMean } from '../text/suggest.ts'
import { decide } from './decide.ts'
import { documentName } from './document-name.ts'
import type { DocumentRecord } from './extract.ts'
import { type Judged, judgedDefect } from './judged.ts'
import { type NoteFinding, noteDefect } from './note-words.ts'
import type { OnFile } from './on-file.ts'
import type { RulePack, RuleSelection } from './pack.ts'

/** Documents with what is on file about them. */
export interface NotedGroup {
  readonly records: readonly DocumentRecord[]
  readonly pack: RulePack
  readonly onFile: OnFile
  readonly asOf: string
  readonly selectionAt: (document: string) => RuleSelection
}

/** Applies directives and decisions to the findings of a group, and says what is wrong with them and with the registers. */
export function judgeNotes(
  findings: readonly Finding[],
  group: NotedGroup,
  language: Language,
): { readonly findings: readonly Finding[]; readonly defects: readonly Judged[] } {
  const { records, pack, onFile, asOf, selectionAt } = group
  const decided = decide(findings, records, {
    entries: onFile.decisions,
    file: onFile.decisionFile,
    inline: onFile.inline,
    audited: onFile.audited,
    known: pack.names,
    selectionAt,
    asOf,
    nameOf: (path) => documentName(path, onFile.naming),
  })
  const notes = [
    ...decided.notes.map((note) => suggesting(note, pack.names)),
    ...(onFile.inline === 'heeded' ? records.flatMap(directiveFaults) : []),
    ...unknownEvidence(group),
    ...onFile.registerFaults.map((fault) => registerNote(fault, 'document')),
    ...onFile.decisionFaults.map((fault) => registerNote(fault, 'decision')),
    ...registerNotes(group),
  ]
  return {
    findings: decided.findings,
    defects: notes.flatMap((note) =>
      judgedDefect(noteDefect(note, language), { selection: selectionAt(note.document), language }),
    ),
  }
}

const suggesting = (note: NoteFinding, known: ReadonlySet<string>): NoteFinding =>
  note.code === 'directive/unknown-rule' ? { ...note, expected: hinted(note.detail, known) } : note

const hinted = (word: string, known: Iterable<string>) => didYouMean(word, [...known]).replace(/\?$/, '')

function directiveFaults({ path, notes }: DocumentRecord): NoteFinding[] {
  return notes.faults.map(({ code, detail, range, excerpt }) => ({
    code: code === 'no-reason' ? 'directive/no-reason' : 'directive/malformed',
    detail,
    document: path,
    range,
    excerpt,
  }))
}

function unknownEvidence({ records, onFile }: NotedGroup): NoteFinding[] {
  const ids = new Set(onFile.evidence.map(({ id }) => id))
  return records.flatMap(({ path, notes }) =>
    notes.links.flatMap((link) =>
      link.ids
        .filter((id) => !ids.has(id))
        .map((id): NoteFinding => {
          const { range, excerpt } = link
          const expected = hinted(id, ids)
          return { code: 'directive/unknown-evidence', detail: id, expected, document: path, range, excerpt }
        }),
    ),
  )
}

function registerNote(
  { code, key, text, expected, document, range, excerpt }: RegisterFault,
  family: 'document' | 'decision',
) {
  const at = { document, range, excerpt }
  const written = text === '' || key === '' ? key || text : `${key} is ${JSON.stringify(text)}`
  const note = (name: NoteFinding['code'], detail: string): NoteFinding => ({ code: name, detail, expected, ...at })
  if (code === 'syntax')
    return { ...note(family === 'document' ? 'document/unreadable' : 'decision/unreadable', text), expected: '' }
  if (code === 'unknown-key') return note(`${family}/unknown-key`, key)
  if (code === 'repeated') return note('decision/repeated', key)
  return note(family === 'document' ? 'document/unreadable-evidence' : 'decision/unreadable', written)
}

/** Proof that runs out within so many days is told of while there is time to renew it. */
const soonDays = 60

/** What the words of a register mean only beside the rules and the other registers. */
function registerNotes({ onFile, pack, asOf }: NotedGroup): NoteFinding[] {
  const soon = addPeriod(asOf, { years: 0, months: 0, days: soonDays })
  const seen = new Set<string>()
  return onFile.evidence.flatMap(({ id, supports, expires, register, range, excerpt }): NoteFinding[] => {
    const at = { document: register, range, excerpt }
    const repeated: NoteFinding[] = seen.has(id) ? [{ code: 'document/repeated-evidence', detail: id, ...at }] : []
    seen.add(id)
    const strange = supports.filter((support) => readSupport(support, pack.names) === null)
    return [
      ...repeated,
      ...(expires !== null && expires >= asOf && expires <= soon
        ? [{ code: 'document/expiring-evidence', detail: id, expected: expires, ...at } as const]
        : []),
      ...strange.map(
        ({ rule }): NoteFinding => ({
          code: 'document/unknown-support',
          detail: rule,
          expected: hinted(rule, pack.names),
          ...at,
        }),
      ),
    ]
  })
}
