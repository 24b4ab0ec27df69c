import { parseDocument } from '../documents/index.ts'
import type { DecisionEntry } from '../model/decision.ts'
import type { Evidence } from '../model/evidence.ts'
import type { RegisterFault } from '../model/register-fault.ts'
import { readDecisions } from '../proof/read-decisions.ts'
import { readEvidence } from '../proof/read-evidence.ts'
import { excerptOf } from '../text/excerpt.ts'
import { lineIndex, placeAt } from '../text/line-index.ts'
import { asShown, type NameRule } from './document-name.ts'

/** What the user has put on file beside the documents: proof, and decisions about findings. */
export interface OnFile {
  readonly evidence: readonly Evidence[]
  /** What is wrong with the registers. */
  readonly registerFaults: readonly RegisterFault[]
  readonly decisions: readonly DecisionEntry[]
  readonly decisionFaults: readonly RegisterFault[]
  /** Path of the file of decisions as in reports. */
  readonly decisionFile: string
  /** Whether directives in the copy are obeyed. */
  readonly inline: 'heeded' | 'ignored'
  /** Whether every document of the configuration is audited. */
  readonly audited: 'all' | 'some'
  readonly naming: NameRule
}

/** Nothing on file; directives in the copy are obeyed. */
export const nothingOnFile: OnFile = {
  evidence: [],
  registerFaults: [],
  decisions: [],
  decisionFaults: [],
  decisionFile: '',
  inline: 'heeded',
  audited: 'some',
  naming: asShown,
}

const everything = { fields: { ignore: [], audit: [] } }

/** Reads the text of an evidence register; what cannot be read is a fault, never an exception. */
export function readEvidenceRegister(path: string, source: string): Pick<OnFile, 'evidence' | 'registerFaults'> {
  const { values, faults } = parseDocument(path, source, everything)
  const read = readEvidence(values, source, path)
  return { evidence: read.evidence, registerFaults: [...syntaxFaults(path, source, faults), ...read.faults] }
}

/** Reads the text of a file of decisions. */
export function readDecisionFile(path: string, source: string): Pick<OnFile, 'decisions' | 'decisionFaults'> {
  const { values, faults } = parseDocument(path, source, everything)
  const read = readDecisions(values, source, path)
  return { decisions: read.entries, decisionFaults: [...syntaxFaults(path, source, faults), ...read.faults] }
}

type Faults = ReturnType<typeof parseDocument>['faults']

function syntaxFaults(path: string, source: string, faults: Faults): RegisterFault[] {
  const lines = lineIndex(source)
  return faults.map(({ reason, source: span }) => ({
    code: 'syntax',
    key: '',
    text: reason,
    expected: '',
    document: path,
    range: { start: placeAt(lines, span.start), end: placeAt(lines, span.end) },
    excerpt: excerptOf(source, lines, span),
  }))
}

/** A register that could not be opened. */
export function unreadRegister(path: string, reason: string): RegisterFault {
  const [fault] = syntaxFaults(path, '', [{ code: 'unreadable', reason, source: { start: 0, end: 0 } }])
  if (!fault) throw new RangeError('one fault gives one fault')
  return fault
}
