import { resolve } from 'node:path'
import { globTest } from '../files/globs.ts'
import type { Config, PlacedOverride } from './config.ts'
import { present } from './present.ts'

/** The settings of a document, by its absolute path. */
export type SettingsAt = (path: string) => Config

/** Lays the overrides that fit a document over its configuration, the last one on top. Documents that the same overrides fit
 *  get the same object; those that none fits get the configuration itself. */
export function settingsAt(config: Config): SettingsAt {
  if (config.overrides.length === 0) return () => config
  const tests = config.overrides.map(({ base, settings }) => globTest({ base, patterns: settings.files }))
  const known = new Map<string, Config>()
  return (path) => {
    const fitting = config.overrides.filter((_, at) => tests[at]?.(path))
    if (fitting.length === 0) return config
    const key = fitting.map((override) => config.overrides.indexOf(override)).join(' ')
    const settings = known.get(key) ?? fitting.reduce(withOverride, config)
    known.set(key, settings)
    return settings
  }
}

/** A key of the override goes over that of the configuration; rules, fields and limits go over name by name. */
function withOverride(config: Config, { base, settings, places, rulePlaces }: PlacedOverride): Config {
  const { markets, channel, audience, languages, company, facts, evidence, rules = {}, fields, limits = {} } = settings
  const placed = Object.entries(rules).flatMap(([id, value]) => {
    const place = rulePlaces[id]
    return place ? [[id, { value, place }] as const] : []
  })
  return {
    ...config,
    places: { ...config.places, ...places },
    markets: markets ?? config.markets,
    channel: channel ?? config.channel,
    audience: audience ?? config.audience,
    languages: languages ?? config.languages,
    company: company === undefined ? config.company : resolve(base, company),
    facts: facts ? { base, patterns: facts } : config.facts,
    evidence: evidence ? { base, patterns: evidence } : config.evidence,
    rules: { ...config.rules, ...Object.fromEntries(placed) },
    fields: { ignore: fields?.ignore ?? config.fields.ignore, audit: fields?.audit ?? config.fields.audit },
    limits: { ...config.limits, ...present(limits) },
  }
}
