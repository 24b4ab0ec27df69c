import type { LawEntry } from '../model/law.ts'
import { type Audience, markets as allMarkets, type Channel, type Market, type Rule } from '../model/rule.ts'

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

/** Markets and a channel that somebody asks about; null: all markets, no channel in particular. */
interface RuleScope {
  readonly markets: readonly Market[] | null
  readonly channel: Channel | null
}

/** The provisions to print, each once, in the order named: in force on the day, for the audience, their numbers confirmed. */
export function applicableLaw(ids: readonly string[], scope: LawScope, register: Register): LawEntry[] {
  const found = ids.flatMap((id) => onTheDay(register[id], scope.asOf, register) ?? [])
  return [...new Set(found)].filter((entry) => isPrinted(entry, scope))
}

/** The provisions a rule names: of the markets and the channel, where some are selected, else of all. */
export function lawOfRule(
  rule: Rule,
  { markets, channel, audience, asOf }: Omit<LawScope, 'places'> & RuleScope,
  register: Register,
): LawEntry[] {
  const treatments = [...Object.values(rule.markets), ...Object.values(rule.channels)]
  const places =
    markets === null && channel === null ? null : [...(markets ?? allMarkets), ...(channel === null ? [] : [channel])]
  return applicableLaw(
    [...rule.law, ...treatments.flatMap(({ law }) => law ?? [])],
    { places, audience, asOf },
    register,
  )
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
