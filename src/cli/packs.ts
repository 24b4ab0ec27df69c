import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import {
  type CompiledPack,
  openPrepared,
  type PreparedPack,
  type RulePack,
  type RuleSelection,
} from '../core/auditing.ts'
import type { RuleFile } from '../core/rule-compiler.ts'
import { ClaimlintError } from '../core/vocabulary.ts'
import type { Placed } from './config/config.ts'
import { ruleFilesIn } from './files/rule-files.ts'
import { shownPath } from './files/shown-path.ts'
import { readPackFile } from './pack-file.ts'

type Folders = readonly Placed<string>[]

/** The built-in rules and those of house packs, the later over the earlier. Throws E_RULE and E_CONFIG with the place. */
export async function compiledPack(folders: Folders, cwd: string): Promise<CompiledPack> {
  let pack = await builtInPack()
  for (const folder of folders) pack = await withHousePack(pack, folder, cwd)
  return pack
}

/** A pack that documents are audited with, and what runs the regular expressions of its house rules. */
export interface PackToAudit {
  readonly prepared: PreparedPack
  readonly regexes: Parameters<typeof openPrepared>[2]
}

/** Makes a pack ready to audit with the selected rules. */
export const readyPack = ({ prepared, regexes }: PackToAudit, selection: RuleSelection): RulePack =>
  openPrepared(prepared, selection, regexes)

/** Prepares a compiled pack, which takes a while: the built-in one comes prepared. */
export async function preparedPack({ source }: CompiledPack): Promise<PackToAudit> {
  const { preparePack, regexRunners } = await import('../core/rule-compiler.ts')
  return { prepared: preparePack(source), regexes: regexRunners(source) }
}

let builtIn: Promise<CompiledPack> | null = null

/** The rules claimlint comes with: compiled by the build, or from their files where there was no build. */
export function builtInPack(): Promise<CompiledPack> {
  builtIn ??= readBuiltInPack()
  return builtIn
}

let builtInToAudit: Promise<PackToAudit> | null = null

/** The built-in rules and those of house packs, to audit with. Throws E_RULE and E_CONFIG with the place. */
export async function packToAudit(folders: Folders, cwd: string): Promise<PackToAudit> {
  if (folders.length > 0) return preparedPack(await compiledPack(folders, cwd))
  builtInToAudit ??= preparedBuiltIn()
  return builtInToAudit
}

/** As the build prepared them, or from their files where there was no build. */
async function preparedBuiltIn(): Promise<PackToAudit> {
  const built = readBuiltFile('rules.pack')
  const prepared = built && readPackFile(built)
  return prepared ? { prepared, regexes: new Map() } : preparedPack(await builtInPack())
}

/** What the build wrote into dist/; null where there was no build. */
function readBuiltFile(name: string): Buffer | null {
  const path = fileURLToPath(new URL(`./${name}`, import.meta.url))
  return existsSync(path) ? readFileSync(path) : null
}

function readBuilt<Content>(name: string): Content | null {
  const file = readBuiltFile(name)
  return file && (JSON.parse(gunzipSync(file).toString()) as Content) // our own file
}

async function readBuiltInPack(): Promise<CompiledPack> {
  const source = readBuilt<CompiledPack['source']>('rules.json.gz')
  const examples = readBuilt<CompiledPack['examples']>('rule-examples.json.gz')
  if (source && examples) return { source, examples }
  const { emptyPack } = await import('../core/rule-compiler.ts')
  const folder = fileURLToPath(new URL('../../rules', import.meta.url))
  return compileFiles(ruleFilesIn(folder), emptyPack, 'rules')
}

async function withHousePack(base: CompiledPack, { value: folder, place }: Placed<string>, cwd: string) {
  const shown = shownPath(folder, cwd)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new ClaimlintError('E_CONFIG', `there is no folder of rules ${shown}`, place)
  }
  const files = ruleFilesIn(folder)
  if (files.length === 0) throw new ClaimlintError('E_CONFIG', `${shown} holds no rule file`, place)
  return compileFiles(files, base, shown)
}

/** The compiler knows paths within the pack; `folder` makes them the user's. */
async function compileFiles(files: readonly RuleFile[], base: CompiledPack, folder: string): Promise<CompiledPack> {
  const { compilePack } = await import('../core/rule-compiler.ts')
  try {
    return compilePack(files, base)
  } catch (error) {
    if (!(error instanceof ClaimlintError) || error.place === null) throw error
    throw new ClaimlintError(error.code, error.message, { ...error.place, path: `${folder}/${error.place.path}` })
  }
}
