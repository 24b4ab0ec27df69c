import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ruleIndex, rulePage } from '../core/auditing.ts'
import { ClaimlintError } from '../core/vocabulary.ts'
import type { PageOptions } from './commands/rules.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { shownPath } from './files/shown-path.ts'
import { type Io, print } from './io.ts'
import { writeWhole } from './output/destination.ts'
import { packHere, pageOf, styleFor } from './rules.ts'

/** Writes one file a rule, `<family>/<name>.md`, and with all of them an index; other files of the folder stay. Throws E_USAGE. */
export async function writeRulePages(
  id: string | null,
  options: PageOptions & { readonly output: string },
  io: Io,
): Promise<ExitCode> {
  const folder = resolve(io.cwd, options.output)
  const { pack } = await packHere(options, io)
  const { language } = styleFor(options, io)
  const rules = pack.source.rules.map(({ rule }) => rule)
  const ids = id === null ? rules.map((rule) => rule.id) : [id]
  const pages = ids.map((each) => [`${each}.md`, rulePage(pageOf(each, pack), language)] as const)
  const index = id === null ? [['README.md', ruleIndex(rules, language)] as const] : []
  for (const [path, text] of [...pages, ...index]) {
    const file = join(folder, path)
    makeFolder(dirname(file), io.cwd)
    writeWhole(file, text, io.cwd)
  }
  const count = `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}`
  await print(io.stderr, `claimlint: ${count} -> ${shownPath(folder, io.cwd)}\n`)
  return exitCodes.clean
}

function makeFolder(folder: string, cwd: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException // it throws nothing else
    throw new ClaimlintError(
      'E_USAGE',
      `--output: cannot make the folder ${shownPath(folder, cwd)}: the file system says ${code}`,
    )
  }
}
