import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type DocumentRecord, documentExtensions } from '../core/auditing.ts'
import { noStore } from './cache/record-store.ts'
import type { Config } from './config/config.ts'
import type { ConfigFor } from './config/find.ts'
import { findFiles } from './files/find-files.ts'
import { ignoreChainAt } from './files/gitignore.ts'
import { isWithin } from './files/is-within.ts'
import { policyOf } from './files/policy.ts'
import { repositoryAround } from './files/repository.ts'
import { comparePaths, shownPath } from './files/shown-path.ts'
import type { Source } from './files/source.ts'
import { walkFolder } from './files/walk.ts'
import type { Group } from './groups.ts'
import { type RecordOf, readingWith, recordsOf } from './records.ts'

/** What a group is judged against besides its own documents. */
export interface Background {
  readonly background: readonly DocumentRecord[]
  readonly company: string | null
  readonly companies: ReadonlyMap<string, string>
  readonly section: string | null
}

/** Reads the company file, the facts files and the other documents of the configuration, for facts and contradictions only. */
export function backgroundOf(
  group: Group,
  { configFor, recordOf }: { readonly configFor: ConfigFor; readonly recordOf: RecordOf },
  cwd: string,
): Background {
  const { config, sources } = group
  const audited = new Set(sources.map(({ file }) => file))
  const others = otherDocuments(config, configFor)
  const documents = [...sources.map(({ path }) => resolve(cwd, path)), ...others]
  const special = [...new Set(documents.map(group.settingsAt))].filter((settings) => settings !== config)
  const registers = [config, ...special].flatMap((settings) => [
    ...companyFiles(settings, settings === config ? sources : [], cwd),
    ...factsFiles(settings),
  ])
  const unread = [...new Set([...registers, ...others])].filter((file) => !audited.has(file))
  const background = unread
    .map((file): Source => ({ path: shownPath(file, cwd), file, origin: 'found', config, obstacle: null }))
    .toSorted((a, b) => comparePaths(a.path, b.path))
  return {
    background: recordsOf(readAlong(group, background, cwd), recordOf, unseen),
    company: config.company === null ? null : shownPath(config.company, cwd),
    companies: new Map([
      ...special.flatMap((settings) => companiesIn(settings, cwd)),
      ...documents.flatMap((file) => companyFor(file, group, cwd)),
    ]),
    section: config.path === null ? null : shownPath(config.path, cwd),
  }
}

/** Reads the company file and the facts files alone: all that a stream of records is held against. */
export function registersOf(group: Group, cwd: string): Background {
  const { config, sources } = group
  const files = [...new Set([...companyFiles(config, sources, cwd), ...factsFiles(config)])]
  const background = files
    .map((file): Source => ({ path: shownPath(file, cwd), file, origin: 'found', config, obstacle: null }))
    .toSorted((a, b) => comparePaths(a.path, b.path))
  return {
    background: recordsOf({ ...group, sources: background, parts: [] }, readingWith(new Uint8Array(), noStore), unseen),
    company: config.company === null ? null : shownPath(config.company, cwd),
    companies: new Map(),
    section: config.path === null ? null : shownPath(config.path, cwd),
  }
}

/** Documents that are only read have the fields of the overrides that fit them, and the rules of the group. */
function readAlong(group: Group, sources: readonly Source[], cwd: string): Group {
  const { settingsAt, selection, pack } = group
  const special = sources.flatMap((source) => {
    const config = settingsAt(resolve(cwd, source.path))
    return config === group.config ? [] : [{ config, sources: [source], selection, pack }]
  })
  return { ...group, sources, parts: special }
}

/** The company file that an override names for a document. */
function companyFor(file: string, { config, settingsAt }: Group, cwd: string): [string, string][] {
  const { company } = settingsAt(file)
  return company === config.company || company === null ? [] : [[shownPath(file, cwd), shownPath(company, cwd)]]
}

/** Files that speak of the company that an override names: its own, and the facts files of the same override. */
function companiesIn(settings: Config, cwd: string): [string, string][] {
  const { company } = settings
  if (company === null) return []
  return [company, ...factsFiles(settings)].map((file) => [shownPath(file, cwd), shownPath(company, cwd)])
}

/** Nobody waits for what is only read along. */
const unseen = { step: () => {}, end: () => {} }

/** Names of a company file. */
export const companyNames: readonly string[] = ['company.yaml', 'company.yml', 'company.json']

/** The company file that is configured, or those up the tree from every document, as far as the configuration or the repository reaches. */
function companyFiles(config: Config, sources: readonly Source[], cwd: string): string[] {
  if (config.company !== null) return existsSync(config.company) ? [config.company] : []
  const folders = new Set(sources.flatMap(({ file }) => (file === null ? cwd : dirname(file))))
  return [...folders].flatMap((folder) => companyFileAbove(folder, topFor(folder, config, cwd)) ?? [])
}

function topFor(folder: string, config: Config, cwd: string): string {
  if (config.path !== null && isWithin(folder, config.base)) return config.base
  return repositoryAround(folder) ?? (isWithin(folder, cwd) ? cwd : folder)
}

function companyFileAbove(folder: string, top: string): string | null {
  const file = companyNames.map((name) => join(folder, name)).find((path) => existsSync(path))
  if (file !== undefined) return file
  return folder === top || dirname(folder) === folder ? null : companyFileAbove(dirname(folder), top)
}

function factsFiles({ facts }: Config): string[] {
  if (facts === null) return []
  return findFiles([...facts.patterns], { cwd: facts.base, absolute: true, followSymbolicLinks: false })
}

/** Documents of a configuration contradict each other whichever of them is audited. */
function otherDocuments(config: Config, configFor: ConfigFor): string[] {
  if (config.path === null || !existsSync(config.base)) return []
  const extensions = documentExtensions.map((extension) => `.${extension}`)
  const found = walkFolder(config.base, ignoreChainAt(config.base), {
    configFor,
    policyFor: (other) => policyOf(other, extensions),
  })
  return found.filter((entry) => entry.config === config && entry.obstacle === null).map(({ file }) => file)
}
