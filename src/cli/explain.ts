import { ruleExplanation } from '../core/auditing.ts'
import type { SharedOptions } from './commands/shared-options.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { type Io, print } from './io.ts'
import { packHere, pageOf, styleFor } from './rules.ts'

/** Prints why a rule asks. Throws E_USAGE for a rule that is not there. */
export async function explain(rule: string, options: SharedOptions, io: Io): Promise<ExitCode> {
  const { pack } = await packHere(options, io)
  await print(io.stdout, ruleExplanation(pageOf(rule, pack), styleFor(options, io)))
  return exitCodes.clean
}
