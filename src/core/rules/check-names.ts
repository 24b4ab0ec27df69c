import type { PackSource } from '../model/pack.ts'
import type { Rule } from '../model/rule.ts'
import type { Template } from '../model/template.ts'
import { didYouMean } from '../text/suggest.ts'
import { checkLexicons } from './phrases.ts'
import type { ReadRule } from './read-rule.ts'

/** A template and where to complain about it. */
export interface PlacedTemplate {
  readonly template: Template
  readonly fail: (message: string) => never
}

/** Every lexicon that a phrase names must exist. Throws E_RULE. */
export function checkPhrases(
  known: ReadonlySet<string>,
  rules: readonly ReadRule[],
  others: readonly PlacedTemplate[],
): void {
  for (const { phrases, file } of rules) {
    for (const { template, written } of phrases)
      checkLexicons(template, known, (message) => file.fail(`phrase "${written}": ${message}`))
  }
  for (const { template, fail } of others) checkLexicons(template, known, fail)
}

const lawNamed = (treatments: Rule['markets'] | Rule['channels']) =>
  Object.values(treatments).flatMap((treatment) => treatment?.law ?? [])

/** Guards, proof slots and, once there is a register, law ids that rules name must exist. Throws E_RULE. */
export function checkNames(rules: readonly ReadRule[], source: PackSource): void {
  const guards = source.guards.map(({ name }) => name)
  const slots = source.proofs.map(({ slot }) => slot)
  const laws = Object.keys(source.law)
  for (const { compiled, file, keys } of rules) {
    const { rule } = compiled
    const check = (
      key: string,
      names: readonly string[],
      { known, what }: { known: readonly string[]; what: string },
    ) => {
      const unknown = names.find((name) => !known.includes(name))
      if (unknown !== undefined)
        (keys.get(key) ?? file).fail(`unknown ${what} "${unknown}"${didYouMean(unknown, known)}`)
    }
    check('ignores', rule.ignores, { known: guards, what: 'guard' })
    check('cited', rule.cited.flat(), { known: slots, what: 'proof slot' })
    if (laws.length === 0) continue
    check('law', rule.law, { known: laws, what: 'law id' })
    check('markets', lawNamed(rule.markets), { known: laws, what: 'law id' })
    check('channels', lawNamed(rule.channels), { known: laws, what: 'law id' })
  }
}
