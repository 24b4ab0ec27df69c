import type { LawEntry } from '../model/law.ts'
import type { RulePage } from './rule-page.ts'
import type { RuleWords } from './rule-words.ts'

/** The heading of the law of a rule, with whom and when it was asked for. */
export function lawHead({ scope: { markets, channel, audience, asOf } }: RulePage, words: RuleWords): string {
  const asked = [...(markets ?? []), channel, audience === null ? null : words.audience[audience], asOf]
  const shown = asked.filter((part) => part !== null)
  return shown.length === 0 ? words.heads.law : words.lawFor(shown.join(', '))
}

/** The provisions of a rule, one a line, then what they are not; none for a rule that names no law. */
export function lawLines({ rule, law, lawCheckedOn }: RulePage, words: RuleWords): string[] {
  const named = rule.law.length > 0 || Object.values({ ...rule.markets, ...rule.channels }).some((each) => each.law)
  if (!named || lawCheckedOn === null) return []
  const lines = law.map((entry) => lawLine(entry, words))
  return [...(lines.length === 0 ? [words.noLaw] : lines), words.disclaimer(lawCheckedOn)]
}

function lawLine(entry: LawEntry, words: RuleWords): string {
  const { id, market, instrument, provision, summary, audience, inForceFrom, inForceTo, status, confidence, url } =
    entry
  const remarks = [
    id,
    audience === 'both' ? '' : words.audience[audience],
    words.status[status],
    confidence === 'knowledge' ? words.fromMemory : '',
    inForceFrom === null ? '' : words.from(inForceFrom),
    inForceTo === null ? '' : words.to(inForceTo),
  ]
  const link = url === null ? '' : ` <${url}>`
  return `${market}: ${instrument} ${provision} (${remarks.filter((remark) => remark !== '').join('; ')}): ${summary}${link}`
}
