import { resolve } from 'node:path'
import { ClaimlintError } from '../../core/vocabulary.ts'
import type { Config } from '../config/config.ts'
import type { ConfigFor } from '../config/find.ts'
import { type Named, type OperandScope, resolveOperand } from './operands.ts'
import { type Policy, policyOf } from './policy.ts'
import { comparePaths, shownPath } from './shown-path.ts'
import type { Source } from './source.ts'

/** What to audit, as the command line says it. */
export interface Selection {
  readonly cwd: string
  /** Paths, globs or `-`; none: this folder. */
  readonly operands: readonly string[]
  /** The name that standard input goes by. */
  readonly stdinName: string
  readonly configFor: ConfigFor
  readonly extensions: readonly string[]
  readonly commands: readonly string[]
  /** Absolute paths of the reports this run writes. */
  readonly outputs: readonly string[]
}

const noDocument =
  'there is no document to audit; sheets, feeds and JSON (.csv, .tsv, .xml, .json, .jsonl) must be named themselves, as in "exports/*.csv"'

/** The documents to audit, each once, in the order of reports. Throws E_PATH for an operand that means nothing. */
export function selectSources(selection: Selection): Source[] {
  const operands = selection.operands.length === 0 ? ['.'] : selection.operands
  const scope = scopeOf(selection)
  const found = operands.filter((operand) => operand !== '-').flatMap((operand) => resolveOperand(operand, scope))
  const sources = unique(found)
    .filter(({ origin, file }) => origin === 'named' || !selection.outputs.includes(file))
    .map((entry) => toSource(entry, selection.cwd))
  if (operands.includes('-')) sources.push(stdinSource(selection))
  if (sources.length === 0) throw new ClaimlintError('E_PATH', noDocument)
  return sources.toSorted((a, b) => comparePaths(a.path, b.path))
}

function scopeOf({ cwd, configFor, extensions, commands }: Selection): OperandScope {
  const policies = new Map<Config, Policy>()
  const policyFor = (config: Config): Policy => {
    const policy = policies.get(config) ?? policyOf(config, extensions)
    policies.set(config, policy)
    return policy
  }
  return { cwd, configFor, policyFor, extensions, commands }
}

/** One entry for each file, however many operands and links lead to it; its own name before a link's. */
function unique(found: readonly Named[]): Named[] {
  const byFile = new Map<string, Named>()
  for (const entry of found.toSorted((a, b) => rank(a) - rank(b) || comparePaths(a.file, b.file))) {
    if (!byFile.has(entry.real)) byFile.set(entry.real, entry)
  }
  return [...byFile.values()]
}

const rank = ({ origin, file, real }: Named) => (origin === 'named' ? 0 : 2) + (file === real ? 0 : 1)

function toSource({ file, origin, config, obstacle }: Named, cwd: string): Source {
  return { path: shownPath(file, cwd), file, origin, config, obstacle }
}

function stdinSource({ cwd, stdinName, configFor }: Selection): Source {
  const file = resolve(cwd, stdinName)
  return {
    path: shownPath(file, cwd),
    file: null,
    origin: 'named',
    config: configFor(resolve(file, '..')),
    obstacle: null,
  }
}
