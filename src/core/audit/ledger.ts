import type { Evidence } from '../model/evidence.ts'
import type { LedgerEntry, ProofEntry, ProofState } from '../model/ledger.ts'
import type { Finding } from '../model/report.ts'
import { addPeriod, daysBetween, type Period } from '../text/dates.ts'

/** Gives every claim its owner: whoever owns its proof, else whoever decided about it, else whoever keeps the facts that bear it
 *  out, or the document it stands in (`keepers`: documents with an `owner`). */
export function ledgerOf(
  claims: readonly Finding[],
  evidence: readonly Evidence[],
  keepers: ReadonlyMap<string, string> = new Map(),
): readonly LedgerEntry[] {
  const owners = new Map(evidence.flatMap(({ id, owner }) => (owner === null ? [] : [[id, owner] as const])))
  return claims.map((finding) => {
    const named = [...new Set(finding.evidence.flatMap((id) => owners.get(id) ?? []))]
    if (named.length > 0) return { finding, owner: named.join(', ') }
    const kept = finding.related.map(({ document }) => document).find((document) => keepers.has(document))
    return { finding, owner: finding.decision?.by ?? keepers.get(kept ?? finding.document) ?? null }
  })
}

/** How every piece of evidence stands on a day; what runs out within the period is `expiring`. */
export function proofEntries(
  evidence: readonly Evidence[],
  claims: readonly Finding[],
  { asOf, within }: { readonly asOf: string; readonly within: Period },
): readonly ProofEntry[] {
  const soon = addPeriod(asOf, within)
  const uses = new Map<string, number>()
  for (const id of claims.flatMap((claim) => claim.evidence)) uses.set(id, (uses.get(id) ?? 0) + 1)
  return evidence.map((entry) => ({
    evidence: entry,
    state: stateOf(entry, asOf, soon),
    daysLeft: entry.expires === null ? null : daysBetween(asOf, entry.expires),
    claims: uses.get(entry.id) ?? 0,
  }))
}

function stateOf({ fileState, expires }: Evidence, asOf: string, soon: string): ProofState {
  if (fileState === 'missing' || fileState === 'outside') return 'missing'
  if (fileState === 'changed') return 'changed'
  if (expires === null) return 'valid'
  if (expires < asOf) return 'expired'
  return expires <= soon ? 'expiring' : 'valid'
}
