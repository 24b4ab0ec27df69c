import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ClaimlintError, type ErrorPlace } from '../../core/vocabulary.ts'
import { shownPath } from '../files/shown-path.ts'
import { builtInConfig, type Config, type Globs, type Placed, type PlacedOverride } from './config.ts'
import { type ParsedConfig, parseConfig } from './parse.ts'
import { present } from './present.ts'
import type { Level } from './shape.ts'

/** Reads a configuration file (absolute path) and those it extends. Throws E_CONFIG with the place. */
export function readConfig(path: string, cwd: string): Config {
  return readWithin(path, { cwd, from: null, above: [] })
}

interface Reading {
  readonly cwd: string
  /** Where `extends` stands that led here. */
  readonly from: ErrorPlace | null
  /** Real paths of the files that led here. */
  readonly above: readonly string[]
}

function readWithin(path: string, reading: Reading): Config {
  const shown = shownPath(path, reading.cwd)
  const text = readText(path, shown, reading.from)
  const real = realpathSync(path)
  if (reading.above.includes(real)) {
    throw new ClaimlintError('E_CONFIG', `extends goes round in a circle: ${shown} extends itself`, reading.from)
  }
  const parsed = parseConfig(shown, text)
  const parent = parsed.written.extends
  if (parent === undefined) return layered(parsed, path, withEvidence(builtInConfig(dirname(path))))
  const below = { cwd: reading.cwd, from: parsed.placeOf(['extends']), above: [...reading.above, real] }
  return layered(parsed, path, readWithin(resolve(dirname(path), parent), below))
}

function readText(path: string, shown: string, from: ErrorPlace | null): string {
  const refuse = (why: string) => new ClaimlintError('E_CONFIG', `cannot read the configuration ${shown}: ${why}`, from)
  try {
    if (statSync(path).isFile()) return readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code // the file system throws nothing else
    throw refuse(code === 'ENOENT' ? 'there is no such file' : `the file system says ${code}`)
  }
  throw refuse('it is no regular file') // reading a pipe could wait for ever
}

const withEvidence = (config: Config): Config => ({
  ...config,
  evidence: { base: config.base, patterns: ['evidence/**/*.{yaml,yml}'] },
})

/** The keys written in a file laid over those of the configuration it extends. */
function layered(parsed: ParsedConfig, path: string, under: Config): Config {
  const { written, placeOf } = parsed
  const base = dirname(path)
  const globs = (patterns: readonly string[] | undefined): Globs | undefined => patterns && { base, patterns }
  const file = (name: string | undefined) => name && resolve(base, name)
  const over = {
    files: globs(written.files),
    ignore: globs(written.ignore),
    markets: written.markets,
    channel: written.channel,
    audience: written.audience,
    languages: written.languages,
    company: file(written.company),
    facts: globs(written.facts),
    evidence: globs(written.evidence),
    decisions: file(written.decisions),
    baseline: file(written.baseline),
    packs: written.packs?.map((pack, at) => ({ value: resolve(base, pack), place: placeOf(['packs', at]) })),
    overrides: placedOverrides(parsed, base),
    failOn: written.failOn,
    maxWarnings: written.maxWarnings,
  }
  const rules = { ...under.rules, ...placedRules(written.rules, placeOf) }
  const fields = { ...under.fields, ...present(written.fields ?? {}) }
  const limits = { ...under.limits, ...present(written.limits ?? {}) }
  const places = { ...under.places, ...keyPlaces(written, placeOf, []) }
  return { ...under, ...present(over), path, base, from: [path, ...under.from], places, rules, fields, limits }
}

function placedRules(rules: Readonly<Record<string, Level>> = {}, placeOf: ParsedConfig['placeOf']) {
  const placed: Record<string, Placed<Level>> = {}
  for (const [id, value] of Object.entries(rules)) placed[id] = { value, place: placeOf(['rules', id]) }
  return placed
}

/** Where the keys of a map are written, those of `fields` and `limits` one by one; `files` of an override is no setting. */
function keyPlaces(
  keys: Pick<ParsedConfig['written'], 'fields' | 'limits'>,
  placeOf: ParsedConfig['placeOf'],
  above: readonly (string | number)[],
): Record<string, ErrorPlace> {
  const settings = above.length === 0 ? Object.keys(keys) : Object.keys(keys).filter((key) => key !== 'files')
  const own = settings.map((key) => [key, placeOf([...above, key])] as const)
  const inner = (['fields', 'limits'] as const).flatMap((group) =>
    Object.keys(keys[group] ?? {}).map((key) => [`${group}.${key}`, placeOf([...above, group, key])] as const),
  )
  return Object.fromEntries([...own, ...inner])
}

function placedOverrides({ written, placeOf }: ParsedConfig, base: string): PlacedOverride[] | undefined {
  return written.overrides?.map((settings, at) => {
    const ids = Object.keys(settings.rules ?? {})
    return {
      base,
      settings,
      places: keyPlaces(settings, placeOf, ['overrides', at]),
      rulePlaces: Object.fromEntries(ids.map((id) => [id, placeOf(['overrides', at, 'rules', id])])),
    }
  })
}
