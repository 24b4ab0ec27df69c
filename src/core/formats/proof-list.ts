import { type ProofEntry, type ProofState, proofStates } from '../model/ledger.ts'
import { visibleJson, wellFormed } from './escape.ts'
import type { Style } from './format.ts'
import { ledgerWords } from './ledger-words.ts'
import { tableLines } from './table.ts'

/** Evidence to print, and the day it is judged for. */
export interface ProofList {
  readonly asOf: string
  readonly entries: readonly ProofEntry[]
}

const countsOf = (entries: readonly ProofEntry[]): readonly (readonly [ProofState, number])[] =>
  proofStates.map((state) => [state, entries.filter((entry) => entry.state === state).length] as const)

/** The evidence on file as a table: what needs doing first. */
export function proofTable({ asOf, entries }: ProofList, style: Style): string {
  const { proof, nobody } = ledgerWords[style.language]
  const rows = [...entries]
    .sort((a, b) => proofStates.indexOf(a.state) - proofStates.indexOf(b.state))
    .map(({ evidence, state, daysLeft, claims }) => [
      proof.state[state],
      evidence.id,
      evidence.kind ?? '',
      evidence.expires ?? '',
      String(claims),
      evidence.owner ?? nobody,
      [proof.why(state, daysLeft, evidence.file), claims === 0 ? proof.unused : '']
        .filter((text) => text !== '')
        .join('; '),
    ])
  const counts = countsOf(entries)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${proof.state[state]}`)
  const total = proof.counted(counts.length === 0 ? proof.none : counts.join(', '), asOf)
  return [...(rows.length === 0 ? [] : [...tableLines(proof.columns, rows, style), '']), total, ''].join('\n')
}

/** The evidence on file for programs. */
export function proofJson({ asOf, entries }: ProofList): string {
  const evidence = entries.map(({ evidence: entry, state, daysLeft, claims }) => {
    const { excerpt: _excerpt, fileState, ...kept } = entry
    return { ...kept, file: entry.file, fileState, state, daysLeft, claims }
  })
  const summary = {
    ...Object.fromEntries(countsOf(entries)),
    unused: entries.filter(({ claims }) => claims === 0).length,
  }
  const text = JSON.stringify(
    { schemaVersion: 1, asOf, summary, evidence },
    (_key, value) => (typeof value === 'string' ? wellFormed(value) : value),
    2,
  )
  return `${visibleJson(text)}\n`
}
