import type { FieldPatterns } from '../documents/fields.ts'
import type { Value } from '../documents/values.ts'
import { readYaml } from '../documents/yaml.ts'
import { ClaimlintError } from '../model/error.ts'
import { deepestNesting, defaultLimits, type Limits } from '../model/limits.ts'
import {
  type Audience,
  audiences,
  type Channel,
  channels,
  families,
  type Language,
  languages,
  type Market,
  markets,
  type Severity,
  severities,
  structuralFamilies,
} from '../model/rule.ts'
import { lineIndex, placeAt } from '../text/line-index.ts'
import { didYouMean } from '../text/suggest.ts'

/** The settings of a configuration that need no files. */
export interface AuditConfig {
  readonly markets: readonly Market[]
  readonly channel: Channel | null
  readonly audience: Audience | null
  /** Languages whose words are audited; null: all. */
  readonly languages: readonly Language[] | null
  /** The user's level by rule id or family. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  readonly fields: FieldPatterns
  readonly limits: Limits
}

/** The name a configuration has in messages. */
export const configFile = 'claimlint.yaml'

/** Keys that say which files to read or when a run fails: whoever calls `audit` decides that. */
const ofTheCommand = [
  '$schema',
  'files',
  'ignore',
  'company',
  'facts',
  'evidence',
  'decisions',
  'baseline',
  'failOn',
  'maxWarnings',
]
/** Keys that would change findings and need files or rules: leaving them out in silence would be wrong. */
const notHere: Readonly<Record<string, string>> = {
  extends: 'pass the settings of both files as one',
  packs: 'pass rules compiled by compilePack as `rules`',
  overrides: 'audit the documents it fits on their own',
}
const known = [...ofTheCommand, 'markets', 'channel', 'audience', 'languages', 'rules', 'fields', 'limits']

interface Setting {
  readonly value: Value | undefined
  readonly fail: (message: string, value?: Value) => never
}

/** Reads the text of a configuration, YAML or JSON; `rules` are the ids that can be named. Throws E_CONFIG with the place. */
export function readAuditConfig(source: string, rules: readonly string[]): AuditConfig {
  const lines = lineIndex(source)
  const failAt = (message: string, offset: number): never => {
    const { line, column } = placeAt(lines, offset)
    throw new ClaimlintError('E_CONFIG', message, { path: configFile, line, column })
  }
  const { values, faults } = readYaml(source, 0)
  const [fault] = faults
  if (fault) failAt(fault.reason, fault.source.start)
  const [root] = values
  const isEmpty = root === undefined || (root.kind === 'text' && /^(?:null|~)?$/.test(root.text.text))
  if (!isEmpty && root.kind !== 'map') failAt('the configuration is no map of keys', root.source.start)
  const entries = root?.kind === 'map' ? root.entries : []
  for (const { key, keySource } of entries) checkKey(key, (message) => failAt(message, keySource.start))
  const settings = new Map(entries.map(({ key, value }) => [key, value]))
  const setting = (key: string): Setting => ({
    value: settings.get(key),
    fail: (message, value) => failAt(`${key}: ${message}`, (value ?? settings.get(key))?.source.start ?? 0),
  })
  return {
    markets: manyOf(setting('markets'), markets) ?? [],
    channel: oneOf(setting('channel'), channels),
    audience: oneOf(setting('audience'), audiences),
    languages: manyOf(setting('languages'), languages),
    rules: levelsOf(setting('rules'), rules),
    fields: fieldsOf(setting('fields')),
    limits: limitsOf(setting('limits')),
  }
}

function checkKey(key: string, fail: (message: string) => never): void {
  const instead = notHere[key]
  if (instead !== undefined) fail(`"${key}" means other files, which audit does not read; ${instead}`)
  if (!known.includes(key)) fail(`there is no key "${key}"${didYouMean(key, known)}`)
}

function wordOf<Word extends string>(value: Value, words: readonly Word[], fail: Setting['fail']): Word {
  const text = value.kind === 'text' ? value.text.text : null
  const word = words.find((each) => each === text)
  if (word !== undefined) return word
  return fail(`${text === null ? 'what stands here' : `"${text}"`} is none of ${words.join(', ')}`, value)
}

const oneOf = <Word extends string>({ value, fail }: Setting, words: readonly Word[]): Word | null =>
  value === undefined || isNull(value) ? null : wordOf(value, words, fail)

function manyOf<Word extends string>({ value, fail }: Setting, words: readonly Word[]): Word[] | null {
  if (value === undefined || isNull(value)) return null
  if (value.kind !== 'list') return fail(`needs a list of ${words.join(', ')}`)
  return value.items.map((item) => wordOf(item, words, fail))
}

const isNull = (value: Value) => value.kind === 'text' && value.text.text === 'null'

function levelsOf({ value, fail }: Setting, rules: readonly string[]): Record<string, Severity | 'off'> {
  if (value === undefined) return {}
  if (value.kind !== 'map') return fail('needs rules or families with their level, such as `vague: off`')
  const names = [...families, ...structuralFamilies, ...rules]
  const isName = (name: string) => names.includes(name as never) || name.startsWith('*/') || isStructural(name)
  return Object.fromEntries(
    value.entries.map(({ key, value: level }) => {
      if (!isName(key)) fail(`there is no rule or family "${key}"${didYouMean(key, names)}`, level)
      return [key, wordOf(level, [...severities, 'off'] as const, fail)]
    }),
  )
}

const isStructural = (name: string) => structuralFamilies.some((family) => name.startsWith(`${family}/`))

function fieldsOf({ value, fail }: Setting): FieldPatterns {
  if (value === undefined) return { ignore: [], audit: [] }
  if (value.kind !== 'map') return fail('needs `ignore` or `audit` with a list of keys')
  const patterns = (name: string) => {
    const list = value.entries.find(({ key }) => key === name)?.value
    if (list === undefined) return []
    const items = list.kind === 'list' ? list.items : fail(`${name} needs a list of keys`, list)
    return items.map((item) => (item.kind === 'text' ? item.text.text : fail(`${name} needs keys as text`, item)))
  }
  return { ignore: patterns('ignore'), audit: patterns('audit') }
}

function limitsOf({ value, fail }: Setting): Limits {
  if (value === undefined) return defaultLimits
  if (value.kind !== 'map') return fail('needs limits with their number, such as `nesting: 50`')
  const names = Object.keys(defaultLimits)
  const written = value.entries.map(({ key, value: number }) => {
    if (!names.includes(key)) fail(`there is no limit "${key}"${didYouMean(key, names)}`, number)
    const text = number.kind === 'text' ? number.text.text : ''
    const most = key === 'nesting' ? deepestNesting : Number.MAX_SAFE_INTEGER
    const isNumber = /^[1-9]\d*$/.test(text) && Number(text) <= most
    return [key, isNumber ? Number(text) : fail(`${key} needs a whole number from 1 to ${most}`, number)] as const
  })
  return { ...defaultLimits, ...Object.fromEntries(written) }
}
