import {
  type Audience,
  type Channel,
  defaultLimits,
  type ErrorPlace,
  type Language,
  type Limits,
  type Market,
} from '../../core/vocabulary.ts'
import type { FailOn, Level, Override } from './shape.ts'

/** Globs and the folder they are relative to (absolute). */
export interface Globs {
  readonly base: string
  readonly patterns: readonly string[]
}

/** A value and where the user wrote it. */
export interface Placed<T> {
  readonly value: T
  readonly place: ErrorPlace
}

/** Other settings for some documents; its globs and paths are relative to `base`. */
export interface PlacedOverride {
  readonly base: string
  readonly settings: Override
  /** Of the keys in `settings`: `markets`, `fields.ignore`. */
  readonly places: Readonly<Record<string, ErrorPlace>>
  /** Of the rules in `settings`, by id or family. */
  readonly rulePlaces: Readonly<Record<string, ErrorPlace>>
}

/** Settings of the documents under one configuration file, `extends` followed, paths absolute. */
export interface Config {
  /** Absolute; null when there is no file and everything is as built in. */
  readonly path: string | null
  /** Absolute folder of the configuration. */
  readonly base: string
  /** The configuration file and those it extends, absolute; empty: built in. */
  readonly from: readonly string[]
  /** Where keys are written: `markets`, `fields.ignore`. What is not here is built in. */
  readonly places: Readonly<Record<string, ErrorPlace>>
  readonly files: Globs | null
  readonly ignore: Globs
  readonly markets: readonly Market[]
  readonly channel: Channel | null
  readonly audience: Audience | null
  readonly languages: readonly Language[] | null
  readonly company: string | null
  readonly facts: Globs | null
  readonly evidence: Globs
  readonly decisions: string | null
  readonly baseline: string | null
  /** Absolute folders of house rules. */
  readonly packs: readonly Placed<string>[]
  /** By rule id or family. */
  readonly rules: Readonly<Record<string, Placed<Level>>>
  readonly fields: { readonly ignore: readonly string[]; readonly audit: readonly string[] }
  readonly limits: Limits
  readonly overrides: readonly PlacedOverride[]
  readonly failOn: FailOn | null
  readonly maxWarnings: number | null
}

/** File names of a configuration. */
export const configNames = ['claimlint.yaml', 'claimlint.yml', 'claimlint.json'] as const

/** What holds in a folder without any configuration. */
export function builtInConfig(base: string): Config {
  return {
    path: null,
    base,
    from: [],
    places: {},
    files: null,
    ignore: { base, patterns: [] },
    markets: [],
    channel: null,
    audience: null,
    languages: null,
    company: null,
    facts: null,
    evidence: { base, patterns: ['**/evidence/**/*.{yaml,yml}'] },
    decisions: null,
    baseline: null,
    packs: [],
    rules: {},
    fields: { ignore: [], audit: [] },
    limits: defaultLimits,
    overrides: [],
    failOn: null,
    maxWarnings: null,
  }
}
