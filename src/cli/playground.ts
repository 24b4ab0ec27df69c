import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ClaimlintError } from '../core/vocabulary.ts'
import type { PlaygroundOptions } from './commands/playground.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { shownPath } from './files/shown-path.ts'
import { type Io, print } from './io.ts'
import { localeLanguage } from './locale.ts'
import { outputFile, writeWhole } from './output/destination.ts'

const pageName = 'claimlint-playground.html'

const done = {
  en: (file: string, address: string) =>
    `${file} is written. Open it in a browser: ${address}\nIt needs no network, and what is pasted into it stays in it.`,
  zh: (file: string, address: string) =>
    `已写入 ${file}。用浏览器打开：${address}\n它不需要网络，粘贴的文字只留在页面里。`,
} as const

/** Writes the playground and says where. An earlier page of that name is replaced. Throws E_USAGE where it cannot be written. */
export async function playground(options: PlaygroundOptions, io: Io): Promise<ExitCode> {
  const language = options.language ?? localeLanguage(io.env)
  const wish = options.output ?? pageName
  const isFolder = existsSync(resolve(io.cwd, wish)) && statSync(resolve(io.cwd, wish)).isDirectory()
  const file = outputFile(isFolder ? join(wish, pageName) : wish, io.cwd)
  writeWhole(file, builtPage(), io.cwd)
  await print(io.stdout, `${done[language](shownPath(file, io.cwd), pathToFileURL(file).href)}\n`)
  return exitCodes.clean
}

/** The page lies beside the bundle; where the sources run, in dist/ of the repository. */
function builtPage(): string {
  const places = ['./playground.html', '../../dist/playground.html'].map((path) => new URL(path, import.meta.url))
  const built = places.map((place) => fileURLToPath(place)).find((path) => existsSync(path))
  if (built === undefined) throw new ClaimlintError('E_USAGE', 'the playground is not built; run npm run build')
  return readFileSync(built, 'utf8')
}
