import { Command, Option } from 'commander'
import { severities } from '../../core/vocabulary.ts'
import type { AuditRequest } from '../audit-request.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { countOf, listOf, oneOf, type RuleLevel, ruleLevelOf } from '../option-values.ts'
import type { CommandMaker } from './command.ts'
import { type ScopeOptions, scopeOptions } from './scope-options.ts'
import { type SharedOptions, shardOption, sharedOptions } from './shared-options.ts'

/** Severities from which the exit code is 1, and `never`. */
export const failLevels = [...severities, 'never'] as const

/** Options of `audit` as the user gave them; undefined means the configuration decides. */
export interface AuditOptions extends SharedOptions, ScopeOptions {
  readonly format?: readonly string[]
  readonly output?: string
  readonly failOn?: (typeof failLevels)[number]
  readonly maxWarnings?: number
  readonly claims?: boolean
  readonly stdinFilename?: string
  readonly rule?: readonly (readonly [rule: string, level: RuleLevel])[]
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly quiet?: boolean
  /** The file of the cache; true: the usual one. */
  readonly cache?: string | true
  readonly evidence?: readonly string[]
  /** False for `--no-inline` and `--no-decisions`. */
  readonly inline?: boolean
  readonly decisions?: boolean
  readonly since?: string
  readonly shard?: string
  readonly printConfig?: string
  /** All Markdown goes to the parser, and no cache is used. */
  readonly parseAll?: boolean
  readonly watch?: boolean
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly acceptNew?: boolean
}

/** `claimlint [audit] [paths...]` */
export const auditCommand: CommandMaker = ({ io, finish, commandNames }) => {
  const command = new Command('audit')
    .description('find the claims in sales copy and ask for their proof (the default command)')
    .argument('[paths...]', 'files, folders, globs, or - for standard input (default: this folder)')
  for (const option of [
    ...reportOptions(),
    ...adoptionOptions(),
    ...baselineOptions(),
    ...auditOptions(),
    printOption(),
    parseOption(),
    shardOption(),
  ]) {
    command.addOption(option)
  }
  return command.action(async (operands: string[], options: AuditOptions) => {
    const request = { operands, options, commandNames }
    finish(await work(request, io))
  })
}

/** Prints settings, audits again and again, or audits. */
async function work(request: AuditRequest, io: Io): Promise<ExitCode> {
  const { printConfig: file, watch } = request.options
  if (file !== undefined) {
    const { printConfig } = await import('../print-config.ts')
    return printConfig(file, request, io)
  }
  if (watch) {
    const { watchAudit } = await import('../watch/watch.ts')
    return watchAudit(request, io)
  }
  const { audit } = await import('../audit.ts')
  return audit(request, io)
}

/** The options that decide what is audited and how it is judged, whatever is printed of it. */
export function auditOptions(): Option[] {
  return [...settingOptions(), ...proofOptions(), ...ruleOptions(), ...sharedOptions()]
}

/** The options of a report: its formats, and when it fails. */
export function reportOptions(): Option[] {
  return [
    new Option('-f, --format <name[=file]>', 'kind of report, or several, each but one with its file').argParser(
      gather,
    ),
    new Option('-o, --output <file>', 'write the report to this file instead of printing it'),
    new Option('--claims', 'every claim with its verdict, also those that need no action'),
    new Option('--cache [file]', 'keep what was found, for a quick next run (default: .claimlint-cache)'),
    new Option('--quiet', 'leave out findings of severity info, and progress'),
    new Option('--fail-on <severity>', 'exit code 1 from: error, warning, info or never (default: error)').argParser(
      (text) => oneOf('--fail-on', text, failLevels),
    ),
    new Option('--max-warnings <n>', 'exit code 1 when there are more warnings').argParser((text) =>
      countOf('--max-warnings', text),
    ),
  ].map((option) => option.helpGroup('Report:'))
}

const parseOption = () =>
  new Option('--parse-all', 'parse also what is plain text: slower, and the same report').helpGroup('Configuration:')

const printOption = () =>
  new Option('--print-config <file>', 'print the settings of a document and where each is written').helpGroup(
    'Configuration:',
  )

function adoptionOptions(): Option[] {
  return [
    new Option('--watch', 'audit again whenever a file changes, until Ctrl+C'),
    new Option('--since <ref>', 'only what changed in git since a branch, tag or commit, and what that bears on'),
  ].map((option) => option.helpGroup('Known and changed:'))
}

/** The options of known findings. */
export function baselineOptions(): Option[] {
  return [
    new Option('--baseline <file>', 'known findings, which do not count (default: claimlint-baseline.json)'),
    new Option('--update-baseline', 'take entries out of it that are no longer found'),
    new Option('--accept-new', 'put all findings of today into it'),
  ].map((option) => option.helpGroup('Known and changed:'))
}

function settingOptions(): Option[] {
  return [
    ...scopeOptions('today in UTC'),
    new Option('--stdin-filename <name>', 'the name standard input goes by; its ending says how to read it'),
  ].map((option) => option.helpGroup('What to judge:'))
}

function proofOptions(): Option[] {
  return [
    new Option('--evidence <glob>', 'registers to use instead of those of the configuration (repeatable)').argParser(
      gather,
    ),
    new Option('--no-inline', 'obey no directives in the copy'),
    new Option('--no-decisions', 'obey no file of decisions'),
  ].map((option) => option.helpGroup('Proof:'))
}

function ruleOptions(): Option[] {
  return [
    new Option('--rule <id=level>', 'set a rule or family to error, warning, info or off (repeatable)').argParser(
      (text, before: readonly (readonly [string, RuleLevel])[] = []) => [...before, ruleLevelOf('--rule', text)],
    ),
    new Option('--only <ids>', 'only these rules or families').argParser(gatherList),
    new Option('--skip <ids>', 'all but these rules or families').argParser(gatherList),
  ].map((option) => option.helpGroup('Rules:'))
}

const gather = (text: string, before: readonly string[] = []) => [...before, text]
const gatherList = (text: string, before: readonly string[] = []) => [...before, ...listOf(text)]
