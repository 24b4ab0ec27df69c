import { type PageScope, ruleExplanation } from '../core/auditing.ts'
import type { ExplainOptions } from './commands/explain.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { type Io, print } from './io.ts'
import { packHere, pageOf, styleFor } from './rules.ts'

/** Prints why a rule asks. Throws E_USAGE for a rule that is not there. */
export async function explain(rule: string, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const { pack } = await packHere(options, io)
  await print(io.stdout, ruleExplanation(pageOf(rule, pack, scopeOf(options)), styleFor(options, io)))
  return exitCodes.clean
}

const scopeOf = ({ market, channel, audience, asOf }: ExplainOptions): PageScope => ({
  markets: market ?? null,
  channel: channel ?? null,
  audience: audience ?? null,
  asOf: asOf ?? null,
})
