import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { stringify } from 'yaml'
import { ClaimlintError, type ErrorPlace } from '../core/vocabulary.ts'
import type { AuditRequest } from './audit-request.ts'
import { baselineName } from './baseline-file.ts'
import type { Config, Globs } from './config/config.ts'
import { configChoice, configChooser } from './config/find.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { shownPath } from './files/shown-path.ts'
import { groupSources, type Part, partAt } from './groups.ts'
import { type Io, print } from './io.ts'

/** A setting as it holds for a document. */
interface Setting {
  /** The key in a configuration; of a rule, a field or a limit `rules.vague`. */
  readonly key: string
  /** null: nothing is set. */
  readonly value: string | number | readonly string[] | null
  /** Where that is written, or what else makes it so. */
  readonly origin: string
}

/** Prints the settings of a document, each with the place it comes from, as a configuration with comments. Throws E_PATH for a
 *  file that is not there. */
export async function printConfig(file: string, request: AuditRequest, io: Io): Promise<ExitCode> {
  const path = resolve(io.cwd, file)
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) {
    throw new ClaimlintError('E_PATH', `--print-config: ${JSON.stringify(file)} is no file`)
  }
  const config = configChooser(configChoice(request.options.config, io.cwd), io.cwd)(dirname(path))
  const source = { path: shownPath(path, io.cwd), file: path, origin: 'named', config, obstacle: null } as const
  const [group] = await groupSources([source], request.options, io.cwd)
  if (group === undefined) throw new RangeError('one document makes one group')
  const from = config.from.map((each) => shownPath(each, io.cwd)).join(', which extends ')
  const lines = [
    `# How ${source.path} is audited, and where that is written. Paths are relative to the working directory.`,
    `# Configuration: ${from || 'none'}`,
    ...settingLines(settingsOf(partAt(group)(source), request.options, io)),
  ]
  await print(io.stdout, `${lines.join('\n')}\n`)
  return exitCodes.clean
}

function settingsOf({ config, selection }: Part, options: AuditRequest['options'], io: Io): Setting[] {
  const { placeOf, globsOf, pathOf } = readers(config, io.cwd)
  const given = <T extends Setting['value']>(key: string, option: string, wish: T | undefined, written: T | null) =>
    wish === undefined ? { key, value: written, origin: placeOf(key) } : { key, value: wish, origin: option }
  const isOwn = options.config !== false
  const baseline = isOwn ? (pathOf(config.baseline) ?? shownPath(resolve(config.base, baselineName), io.cwd)) : null
  const decisions = pathOf(config.decisions) ?? shownPath(resolve(config.base, 'claimlint.decisions.yaml'), io.cwd)
  return [
    { key: 'files', value: globsOf(config.files), origin: placeOf('files') },
    { key: 'ignore', value: globsOf(config.ignore), origin: placeOf('ignore') },
    given('markets', '--market', options.market, config.markets),
    given('channel', '--channel', options.channel, config.channel),
    given('audience', '--audience', options.audience, config.audience),
    { key: 'languages', value: config.languages, origin: placeOf('languages') },
    { key: 'company', value: pathOf(config.company), origin: placeOf('company') },
    { key: 'facts', value: globsOf(config.facts), origin: placeOf('facts') },
    given('evidence', '--evidence', options.evidence, globsOf(config.evidence)),
    given('decisions', '--no-decisions', options.decisions === false ? null : undefined, decisions),
    given('baseline', '--baseline', options.baseline, baseline),
    { key: 'packs', value: config.packs.map(({ value }) => shownPath(value, io.cwd)), origin: placeOf('packs') },
    ...Object.entries(selection.levels).map(([id, level]) => {
      const isGiven = options.rule?.some(([name]) => name === id)
      return { key: `rules.${id}`, value: level, origin: isGiven ? '--rule' : shownPlace(config.rules[id]?.place) }
    }),
    { key: 'fields.ignore', value: config.fields.ignore, origin: placeOf('fields.ignore') },
    { key: 'fields.audit', value: config.fields.audit, origin: placeOf('fields.audit') },
    ...Object.entries(config.limits).map(([name, value]) => ({
      key: `limits.${name}`,
      value,
      origin: placeOf(`limits.${name}`),
    })),
    given('failOn', '--fail-on', options.failOn, config.failOn ?? 'error'),
    given('maxWarnings', '--max-warnings', options.maxWarnings, config.maxWarnings),
  ]
}

function readers(config: Config, cwd: string) {
  return {
    placeOf: (key: string) => shownPlace(config.places[key]),
    pathOf: (path: string | null) => (path === null ? null : shownPath(path, cwd)),
    globsOf: (globs: Globs | null) => globs?.patterns.map((pattern) => globBelow(globs.base, pattern, cwd)) ?? null,
  }
}

/** A glob relative to the working directory. */
function globBelow(base: string, pattern: string, cwd: string): string {
  const folder = shownPath(base, cwd)
  const [sign, rest] = pattern.startsWith('!') ? ['!', pattern.slice(1)] : ['', pattern]
  return sign + (folder === '.' ? rest : `${folder}/${rest.replace(/^(?:\.\/)+/, '')}`)
}

const shownPlace = (place: ErrorPlace | undefined) =>
  place === undefined
    ? 'default'
    : [place.path, place.line, place.column].filter((part) => part !== undefined).join(':')

/** A line a setting, the origin in a comment; what is not set is a comment as a whole. */
function settingLines(settings: readonly Setting[]): string[] {
  const lines: { readonly text: string; readonly origin: string }[] = []
  let open = ''
  for (const { key, value, origin } of settings) {
    const [first = '', ...rest] = key.split('.')
    const name = rest.join('.')
    if (name !== '' && first !== open) lines.push({ text: `${first}:`, origin: '' })
    open = name === '' ? '' : first
    lines.push({ text: written(name || first, value, name === '' ? '' : '  '), origin })
  }
  const width = Math.max(...lines.map(({ text }) => text.length))
  return lines.map(({ text, origin }) => (origin === '' ? text : `${text.padEnd(width)}  # ${origin}`))
}

/** What holds where a key is not set. */
const unset: Readonly<Record<string, string>> = {
  files: 'every Markdown and YAML document',
  audience: 'businesses and consumers',
  languages: 'all',
  company: 'the nearest company.yaml upwards',
  maxWarnings: 'any number',
}

function written(key: string, value: Setting['value'], indent: string): string {
  if (value === null) return `${indent}# ${key}: ${unset[key] ?? 'none'}`
  const shown = stringify({ [key]: value }, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false })
  return indent + shown.trim().replace(/^\{/, '').replace(/\}$/, '')
}
