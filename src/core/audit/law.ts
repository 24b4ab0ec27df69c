import type { LawEntry } from '../model/law.ts'
import type { Audience, Channel, Market } from '../model/rule.ts'

/** The law register, by id. */
export type Register = Readonly<Record<string, LawEntry>>

/** For whom and for which day provisions are chosen. */
export interface LawScope {
  /** Markets and channels; null: all. */
  readonly places: readonly (Market | Channel)[] | null
  /** null: whoever reads. */
  readonly audience: Audience | null
  /** ISO date; null: whatever the day, with the newest of provisions that took each other's place. */
  readonly asOf: string | null
}

/** The provisions to print, each once, in the order named: in force on the day, for the audience, their numbers confirmed. */
export function applicableLaw(ids: readonly string[], scope: LawScope, register: Register): LawEntry[] {
  const found = ids.flatMap((id) => onTheDay(register[id], scope.asOf, register) ?? [])
  return [...new Set(found)].filter((entry) => isPrinted(entry, scope))
}

/** The provision as it stood on the day: itself, or what it replaced. Ends because every replaced provision ended before its successor began. */
function onTheDay(entry: LawEntry | undefined, asOf: string | null, register: Register): LawEntry | undefined {
  if (entry === undefined || entry.replaces === null) return entry
  const tooEarly = asOf === null ? entry.confidence === 'unconfirmed' : (entry.inForceFrom ?? '') > asOf
  return tooEarly ? onTheDay(register[entry.replaces], asOf, register) : entry
}

function isPrinted(entry: LawEntry, { places, audience, asOf }: LawScope): boolean {
  if (entry.confidence === 'unconfirmed' || entry.status === 'draft') return false
  if (places !== null && !places.some((place) => place === entry.market)) return false
  if (audience !== null && entry.audience !== 'both' && entry.audience !== audience) return false
  if (asOf === null) return true
  return (entry.inForceFrom ?? asOf) <= asOf && asOf <= (entry.inForceTo ?? asOf)
}
