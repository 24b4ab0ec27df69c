import { type Finding, type Report, type Verdict, verdicts } from '../model/report.ts'
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
  /** What was said of them; an entry covers nothing worse. null: a finding without a claim. */
  readonly verdict: Verdict | null
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
  /** Open findings that it does not know, or that were not as grave when it was made. */
  readonly fresh: readonly Finding[]
  /** Those among the fresh whose words are known with a lesser verdict. */
  readonly worse: readonly Worsened[]
  /** Entries that still hold, under the name their document has now, and those this run could not see. */
  readonly kept: readonly BaselineEntry[]
  /** Entries whose finding is gone. */
  readonly stale: readonly BaselineEntry[]
}

/** A finding whose words are in the baseline with a lesser verdict. */
export interface Worsened {
  readonly finding: Finding
  readonly entry: BaselineEntry
}

/** The entry that a finding makes. */
export function baselineEntry(finding: Finding, nameOf: BaselineView['nameOf']): BaselineEntry {
  const { fingerprint, ruleId, document, verdict } = finding
  return { fingerprint, rule: ruleId, document: nameOf(document), text: wordsAbout(finding), verdict }
}

/**
 * Pairs findings with entries, one to one, by rule, document and words, the gravest findings first; among equals the same
 * fingerprint first. What is left of documents that are gone follows its words to documents that the baseline does not know:
 * a renamed file keeps its entries. A finding graver than what is left for it is fresh, and the entry stays as it was.
 */
export function compareWithBaseline(
  entries: readonly BaselineEntry[],
  findings: readonly Finding[],
  view: BaselineView,
): Compared {
  const candidates = findings
    .filter(({ severity }) => severity !== null)
    .map((finding) => ({ finding, entry: baselineEntry(finding, view.nameOf) }))
    .sort((a, b) => rankOf(a) - rankOf(b))
  const inPlace = pairUp(candidates, entries, inDocument)
  const documents = new Set(entries.map(({ document }) => document))
  const [orphans, unpaired] = parted(inPlace.entries, ({ document }) => view.isGone(document))
  const [strangers, others] = parted(inPlace.candidates, ({ entry }) => !documents.has(entry.document))
  const moved = pairUp(strangers, orphans, anywhere)
  const [stale, unseen] = parted([...unpaired, ...moved.entries], view.isSeen)
  const paired = [...inPlace.paired, ...moved.paired]
  const [worse, known] = parted(paired, (pair) => !bears(pair.old, pair.entry))
  const inOrder = (some: readonly Candidate[]) => {
    const wanted = new Set(some.filter(isOpen).map(({ finding }) => finding))
    return findings.filter((finding) => wanted.has(finding))
  }
  return {
    known: inOrder(known),
    fresh: inOrder([...worse, ...others, ...moved.candidates]),
    worse: worse.filter(isOpen).map(({ finding, old }) => ({ finding, entry: old })),
    kept: sortedEntries([
      ...known.map(({ entry }) => entry),
      ...worse.map(({ entry, old }) => ({ ...entry, verdict: old.verdict })),
      ...unseen,
    ]),
    stale: sortedEntries(stale),
  }
}

const isOpen = ({ finding }: Candidate) => finding.decision === null

/** The gravest verdict is 0. */
const gravityOf = ({ verdict }: Pick<BaselineEntry, 'verdict'>) =>
  verdict === null ? verdicts.length : verdicts.indexOf(verdict)

/** Open ones before those somebody decided about, then the gravest. */
const rankOf = ({ finding }: Candidate) => gravityOf(finding) + (finding.decision === null ? 0 : 2 * verdicts.length)

/** Whether an entry speaks of something at least as grave. */
const bears = (old: BaselineEntry, now: BaselineEntry) => gravityOf(old) <= gravityOf(now)

interface Candidate {
  readonly finding: Finding
  /** What the finding would be in the baseline. */
  readonly entry: BaselineEntry
}

type KeyOf = (entry: BaselineEntry) => string
const anywhere: KeyOf = ({ rule, text }) => JSON.stringify([rule, plainWords(text) || text])
const inDocument: KeyOf = (entry) => JSON.stringify([entry.document, anywhere(entry)])

interface Pair extends Candidate {
  /** The entry of the baseline. */
  readonly old: BaselineEntry
}

interface Pairing {
  readonly paired: readonly Pair[]
  /** What found no partner. */
  readonly candidates: readonly Candidate[]
  readonly entries: readonly BaselineEntry[]
}

/** First those that are no worse than an entry, then those that are: a graver finding takes no entry from a lesser one. */
function pairUp(candidates: readonly Candidate[], entries: readonly BaselineEntry[], keyOf: KeyOf): Pairing {
  const borne = pairBy({ candidates, entries }, keyOf, bears)
  const rest = pairBy(borne, keyOf, () => true)
  return { ...rest, paired: [...borne.paired, ...rest.paired] }
}

function pairBy({ candidates, entries }: Omit<Pairing, 'paired'>, keyOf: KeyOf, fits: typeof bears): Pairing {
  const free = new Map<string, BaselineEntry[]>()
  for (const entry of entries) {
    const equals = free.get(keyOf(entry))
    if (equals) equals.push(entry)
    else free.set(keyOf(entry), [entry])
  }
  const paired: Pair[] = []
  const left = candidates.filter((candidate) => {
    const equals = free.get(keyOf(candidate.entry)) ?? []
    const fitting = equals.filter((entry) => fits(entry, candidate.entry))
    const best = fitting.find(({ fingerprint }) => fingerprint === candidate.entry.fingerprint) ?? fitting[0]
    const at = best ? equals.indexOf(best) : -1
    const [old] = at < 0 ? [] : equals.splice(at, 1)
    if (old) paired.push({ ...candidate, old })
    return old === undefined
  })
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
  const key = ({ document, rule, text, verdict, fingerprint }: BaselineEntry) =>
    [document, rule, text, verdict, fingerprint].map((part) => JSON.stringify(part)).join(' ')
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
