import { readdirSync, readFileSync } from 'node:fs'
import { Readable, Writable } from 'node:stream'
import { run } from '../src/cli/main.ts'
import { fieldGroups } from '../src/core/documents/fields.ts'

/** The pages whose printed output must be real. */
export const pages = (): string[] => [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`),
]

const block = /```console\n\$ npx claimlint ?([^\n]*)\n([\s\S]*?)```/g

/** Runs claimlint in this folder as its user would, on 21 November 2026, without colour. */
async function printed(argv: readonly string[]): Promise<string> {
  let text = ''
  const sink = () =>
    new Writable({
      write: (chunk, _encoding, done) => {
        text += String(chunk)
        done()
      },
    })
  await run(argv, {
    cwd: process.cwd(),
    env: {},
    stdin: Readable.from([]),
    stdout: sink(),
    stderr: sink(),
    today: () => '2026-11-21',
  })
  return text
}

/** Words of a command line; double quotes keep spaces together. */
const words = (line: string) => Array.from(line.matchAll(/"([^"]*)"|(\S+)/g), (match) => match[1] ?? match[2] ?? '')

/** A page with the output of every `$ npx claimlint …` block as it is printed now; lines after `…` alone on a line are left out. */
export async function withRealOutput(page: string): Promise<string> {
  let result = page
  for (const match of page.matchAll(block)) {
    const [whole, command = '', shown = ''] = match
    const output = cutLike(shown, await printed(words(command)))
    result = result.replace(whole, () => `\`\`\`console\n$ npx claimlint ${command}\n${output}\`\`\``)
  }
  return result.replaceAll(
    generated,
    (_whole, name: string) => `<!-- generated: ${name} -->\n${(tables[name] ?? (() => ''))()}<!-- end -->`,
  )
}

const generated = /<!-- generated: (\w+) -->\n[\s\S]*?<!-- end -->/g

const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`

interface KeySchema {
  readonly description?: string
  readonly properties?: Readonly<Record<string, KeySchema>>
}

const configSchema = () => JSON.parse(readFileSync('schemas/config.schema.json', 'utf8')) as Required<KeySchema> // our own schema

const keyTable = ({ properties = {} }: KeySchema): string =>
  row(['Key', 'Means']) +
  row(['---', '---']) +
  Object.entries(properties)
    .map(([key, { description = '' }]) => row([`\`${key}\``, description]))
    .join('')

/** Tables written from the program itself. */
const tables: Readonly<Record<string, () => string>> = {
  configuration: () => keyTable(configSchema()),
  limits: () => keyTable(configSchema().properties['limits'] ?? { properties: {} }),
  fields: () =>
    row(['Not copy, because', 'Keys', 'Keys ending in']) +
    row(['---', '---', '---']) +
    fieldGroups.map(({ reason, keys, endings }) => row([reason, keys.join(', '), endings.join(', ')])).join(''),
}

/** Where the page shows only the beginning, ended by `…`, so does the new text: as many lines. */
function cutLike(shown: string, output: string): string {
  if (!shown.endsWith('…\n')) return output
  const lines = shown.split('\n').length - 2
  return `${output.split('\n').slice(0, lines).join('\n')}\n…\n`
}
