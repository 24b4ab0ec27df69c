import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ClaimlintError } from '../core/vocabulary.ts'
import type { InitOptions } from './commands/init.ts'
import { configNames } from './config/config.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { isWithin } from './files/is-within.ts'
import { repositoryAround } from './files/repository.ts'
import { shownPath } from './files/shown-path.ts'
import { starterConfig } from './init-text.ts'
import { type Io, print } from './io.ts'
import { localeLanguage } from './locale.ts'

/** Writes a commented configuration into the working directory. Throws E_USAGE rather than replace one. */
export async function init(options: InitOptions, io: Io): Promise<ExitCode> {
  const language = options.language ?? localeLanguage(io.env)
  const there = configNames.find((name) => existsSync(join(io.cwd, name)))
  if (there !== undefined && !options.force) {
    throw new ClaimlintError('E_USAGE', `${there} is there already; --force replaces it`)
  }
  if (there !== undefined && there !== configNames[0]) {
    throw new ClaimlintError(
      'E_USAGE',
      `${there} is there already and would stand beside ${configNames[0]}; remove it first`,
    )
  }
  write(join(io.cwd, configNames[0]), schemaLine(io.cwd) + starterConfig[language])
  await print(io.stdout, `${done[language]}\n`)
  return exitCodes.clean
}

/** Tells editors where the schema is: beside the program where it lies in the same repository, else where npm puts it. */
function schemaLine(cwd: string): string {
  const own = fileURLToPath(new URL('../schemas/config.schema.json', import.meta.url))
  const installed = foldersUp(cwd).map((folder) => join(folder, schemaPath))
  const found = installed.find((path) => existsSync(path)) ?? (isWithin(own, repositoryAround(cwd) ?? cwd) ? own : null)
  const path = found === null || !existsSync(found) ? schemaPath : shownPath(found, cwd)
  return `# yaml-language-server: $schema=${path}\n`
}

const schemaPath = 'node_modules/claimlint/schemas/config.schema.json'

const foldersUp = (folder: string): string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...foldersUp(dirname(folder))]

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new ClaimlintError(
      'E_PATH',
      `cannot write the configuration: ${error instanceof Error ? error.message : error}`,
    )
  }
}

const done = {
  en: 'claimlint.yaml is written; run claimlint to audit this folder.',
  zh: '已写入 claimlint.yaml；现在可运行 claimlint 审核本文件夹。',
} as const
