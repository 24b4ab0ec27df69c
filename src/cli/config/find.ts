import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ClaimlintError } from '../../core/vocabulary.ts'
import { shownPath } from '../files/shown-path.ts'
import { builtInConfig, type Config, configNames } from './config.ts'
import { readConfig } from './read.ts'

/** Which configuration holds for the documents of a folder (absolute path). */
export type ConfigFor = (folder: string) => Config

/** How configurations are chosen: the nearest file upwards, one file for all, or none. */
export type ConfigChoice = 'nearest' | 'none' | { readonly file: string }

/** What `--config FILE` and `--no-config` ask for; `undefined`: neither was given. */
export function configChoice(wish: string | boolean | undefined, cwd: string): ConfigChoice {
  if (wish === false) return 'none'
  return typeof wish === 'string' ? { file: resolve(cwd, wish) } : 'nearest'
}

/** Chooses configurations; every file is read once. Throws E_CONFIG with the place. */
export function configChooser(choice: ConfigChoice, cwd: string): ConfigFor {
  if (choice === 'none') return always(builtInConfig(cwd))
  if (choice !== 'nearest') return always(readConfig(choice.file, cwd))
  const known = new Map<string, Config>()
  const find = (folder: string): Config => {
    const found = known.get(folder) ?? nearest(folder)
    known.set(folder, found)
    return found
  }
  const nearest = (folder: string): Config => {
    const file = configIn(folder, cwd)
    if (file !== null) return readConfig(file, cwd)
    const above = dirname(folder)
    return above === folder ? builtInConfig(cwd) : find(above)
  }
  return find
}

const always =
  (config: Config): ConfigFor =>
  () =>
    config

function configIn(folder: string, cwd: string): string | null {
  const [first, second] = configNames.map((name) => join(folder, name)).filter((path) => existsSync(path))
  if (first === undefined) return null
  if (second === undefined) return first
  const names = `${shownPath(first, cwd)} and ${shownPath(second, cwd)}`
  throw new ClaimlintError('E_CONFIG', `there are two configurations in one folder: ${names}; keep one`)
}
