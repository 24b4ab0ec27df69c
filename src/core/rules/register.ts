import type { LawEntry } from '../model/law.ts'
import { didYouMean } from '../text/suggest.ts'
import { readLaw } from './read-context.ts'
import type { FileNode, RuleFile } from './rule-file.ts'

type Register = Readonly<Record<string, LawEntry>>

/** Reads the provisions of `law/`, which may replace some of `base`. Throws E_RULE. */
export function readRegister(files: readonly RuleFile[], base: Register): Register {
  const read = files.flatMap(readLaw)
  const law: Record<string, LawEntry> = {}
  for (const { entry, file } of read) {
    if (law[entry.id]) file.fail(`law id "${entry.id}" stands twice`)
    law[entry.id] = entry
  }
  for (const { entry, file } of read) checkDates(entry, file, { ...base, ...law })
  return law
}

/** What a provision replaces must have ended before it began, or on some days both would be printed, or neither. */
function checkDates({ id, inForceFrom, inForceTo, replaces }: LawEntry, file: FileNode, register: Register): void {
  if (inForceFrom !== null && inForceTo !== null && inForceFrom > inForceTo)
    file.fail(`"${id}" ends on ${inForceTo}, before it begins on ${inForceFrom}`)
  if (replaces === null) return
  const before =
    register[replaces] ??
    file.fail(`unknown law id "${replaces}" in replaces${didYouMean(replaces, Object.keys(register))}`)
  if (before.inForceTo === null || inForceFrom === null || before.inForceTo >= inForceFrom)
    file.fail(`"${id}" needs a "from" after the "to" of "${replaces}", which it replaces`)
}
