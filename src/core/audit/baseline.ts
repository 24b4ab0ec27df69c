import type { Finding, Report } from '../model/report.ts'
import type { Severity } from '../model/rule.ts'
import { plainWords, wordsAbout } from './finding-words.ts'

/** A finding that was there when the baseline was made. Never a line, never a count: both drift. */
export interface BaselineEntry {
  /** As reports had it; tells equal words in one document apart. */
  readonly fingerprint: string
  readonly rule: string
  /** Relative to the folder of the baseline, with `/`. */
  readonly document: string
  /** The words as written; an entry covers only findings about the same words. */
  readonly text: string
}

/** What a run knows of the documents that a baseline speaks of. */
export interface BaselineView {
  /** The name in the baseline of a document of the report. */
  readonly nameOf: (document: string) => string
  /** Whether a document, by its name in the baseline, is no longer there. */
  readonly isGone: (document: string) => boolean
  /** Whether this run would have found what the entry is about. */
  readonly isSeen: (entry: BaselineEntry) => boolean
}

/** Findings held against a baseline. */
export interface Compared {
  /** Open findings that the baseline knows; those somebody decided about are not among them. */
  readonly known: readonly Finding[]
  /** Open findings that it does not know. */
  readonly fresh: readonly Finding[]
  /** Entries that still hold, under the name their document has now, and those this run could not see. */
  readonly kept: readonly BaselineEntry[]
  /** Entries whose finding is gone. */
  readonly stale: readonly BaselineEntry[]
}

/** The entry that a finding makes. */
export function baselineEntry(finding: Finding, nameOf: BaselineView['nameOf']): BaselineEntry {
  const { fingerprint, ruleId, document } = finding
  return { fingerprint, rule: ruleId, document: nameOf(document), text: wordsAbout(finding) }
}

/**
 * Pairs findings with entries, one to one, by rule, document and words; among equals the same fingerprint first. What is left
 * of documents that are gone follows its words to documents that the baseline does not know: a renamed file keeps its entries.
 */
export function compareWithBaseline(
  entries: readonly BaselineEntry[],
  findings: readonly Finding[],
  view: BaselineView,
): Compared {
  const candidates = findings
    .filter(({ severity }) => severity !== null)
    .map((finding) => ({ finding, entry: baselineEntry(finding, view.nameOf) }))
    .sort((a, b) => Number(a.finding.decision !== null) - Number(b.finding.decision !== null))
  const inPlace = pairUp(candidates, entries, inDocument)
  const documents = new Set(entries.map(({ document }) => document))
  const [orphans, unpaired] = parted(inPlace.entries, ({ document }) => view.isGone(document))
  const [strangers, others] = parted(inPlace.candidates, ({ entry }) => !documents.has(entry.document))
  const moved = pairUp(strangers, orphans, anywhere)
  const [stale, unseen] = parted([...unpaired, ...moved.entries], view.isSeen)
  const paired = [...inPlace.paired, ...moved.paired]
  const open = ({ finding }: Candidate) => finding.decision === null
  const inOrder = (some: readonly Candidate[]) => {
    const wanted = new Set(some.filter(open).map(({ finding }) => finding))
    return findings.filter((finding) => wanted.has(finding))
  }
  return {
    known: inOrder(paired),
    fresh: inOrder([...others, ...moved.candidates]),
    kept: sortedEntries([...paired.map(({ entry }) => entry), ...unseen]),
    stale: sortedEntries(stale),
  }
}

interface Candidate {
  readonly finding: Finding
  /** What the finding would be in the baseline. */
  readonly entry: BaselineEntry
}

type KeyOf = (entry: BaselineEntry) => string
const anywhere: KeyOf = ({ rule, text }) => JSON.stringify([rule, plainWords(text) || text])
const inDocument: KeyOf = (entry) => JSON.stringify([entry.document, anywhere(entry)])

interface Pairing {
  readonly paired: readonly Candidate[]
  /** What found no partner. */
  readonly candidates: readonly Candidate[]
  readonly entries: readonly BaselineEntry[]
}

function pairUp(candidates: readonly Candidate[], entries: readonly BaselineEntry[], keyOf: KeyOf): Pairing {
  const exact = pairBy(candidates, entries, (entry) => `${entry.fingerprint} ${keyOf(entry)}`)
  const rest = pairBy(exact.candidates, exact.entries, keyOf)
  return { ...rest, paired: [...exact.paired, ...rest.paired] }
}

function pairBy(candidates: readonly Candidate[], entries: readonly BaselineEntry[], keyOf: KeyOf): Pairing {
  const free = new Map<string, BaselineEntry[]>()
  for (const entry of entries) {
    const equals = free.get(keyOf(entry))
    if (equals) equals.push(entry)
    else free.set(keyOf(entry), [entry])
  }
  const [paired, left] = parted(candidates, ({ entry }) => free.get(keyOf(entry))?.shift() !== undefined)
  return { paired, candidates: left, entries: [...free.values()].flat() }
}

function parted<T>(all: readonly T[], isFirst: (each: T) => boolean): [first: T[], second: T[]] {
  const first: T[] = []
  const second: T[] = []
  for (const each of all) (isFirst(each) ? first : second).push(each)
  return [first, second]
}

/** Entries in the order of the file, each once: merging two branches may have doubled some. */
export function sortedEntries(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const key = ({ document, rule, text, fingerprint }: BaselineEntry) =>
    [document, rule, text, fingerprint].map((part) => JSON.stringify(part)).join(' ')
  const unique = new Map(entries.map((entry) => [key(entry), entry]))
  return [...unique].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, entry]) => entry)
}

/** The report without known findings: they are neither shown nor counted, only summed up. The ledger of claims stays whole. */
export function withoutKnown(report: Report, known: readonly Finding[]): Report {
  const hidden = new Set(known)
  const findings: Record<Severity, number> = { ...report.summary.findings }
  for (const { severity } of known) if (severity !== null) findings[severity] -= 1
  return {
    ...report,
    summary: { ...report.summary, findings, known: known.length },
    findings: report.findings.filter((finding) => !hidden.has(finding)),
  }
}
