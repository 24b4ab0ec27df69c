import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type NameRule, type OnFile, readDecisionFile, unreadRegister } from '../core/auditing.ts'
import type { Config } from './config/config.ts'
import { evidenceFor } from './evidence-files.ts'
import { isWithin } from './files/is-within.ts'
import { readThen } from './files/read-source.ts'
import { shownPath } from './files/shown-path.ts'
import type { Group } from './groups.ts'
import type { Past } from './since/past.ts'

/** What the command line says about evidence and decisions. */
export interface OnFileOptions {
  readonly evidence?: readonly string[]
  /** False for `--no-inline` and `--no-decisions`. */
  readonly inline?: boolean
  readonly decisions?: boolean
}

/** Documents under one configuration, and how they came to be audited. */
export interface OnFilePlace {
  readonly group: Group
  readonly operands: readonly string[]
  readonly cwd: string
  /** null: as things are now. */
  readonly past: Past | null
}

/** Gathers the evidence and the decisions that hold for the documents of a configuration. */
export function onFileFor({ group, operands, cwd, past }: OnFilePlace, options: OnFileOptions): OnFile {
  const { config } = group
  const audited = operands.length === 0 ? ['.'] : operands
  const isWhole = audited.some((operand) => operand !== '-' && isWithin(config.base, resolve(cwd, operand)))
  return {
    ...evidenceFor({ group, wish: options.evidence, cwd, past }),
    ...(options.decisions === false ? { decisions: [], decisionFaults: [] } : decisionsFor(config, cwd, past)),
    decisionFile: shownPath(decisionFileOf(config), cwd),
    inline: options.inline === false ? 'ignored' : 'heeded',
    audited: isWhole ? 'all' : 'some',
    naming: nameRuleFor(config.base, cwd),
  }
}

/** The file of decisions of a configuration, absolute, whether it is there or not. */
export const decisionFileOf = ({ decisions, base }: Config): string =>
  decisions ?? join(base, 'claimlint.decisions.yaml')

function decisionsFor(config: Config, cwd: string, past: Past | null): Pick<OnFile, 'decisions' | 'decisionFaults'> {
  const file = decisionFileOf(config)
  const path = shownPath(file, cwd)
  if (!existsSync(file) && !past?.gone.has(file)) return { decisions: [], decisionFaults: [] }
  const read = readThen({ path, file, origin: 'named', config, obstacle: null }, past)
  return 'fault' in read
    ? { decisions: [], decisionFaults: [unreadRegister(path, read.fault.reason)] }
    : readDecisionFile(path, read.text)
}

/** How documents are named relative to a folder (absolute), from their paths relative to the working directory. */
export function nameRuleFor(base: string, cwd: string): NameRule {
  const down = shownPath(base, cwd)
  const up = shownPath(cwd, base)
  return down === '.' ? { strip: '', add: '' } : { strip: `${down}/`, add: `${up}/` }
}
