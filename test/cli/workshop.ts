import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll } from 'vitest'
import { type Io, run } from '../../src/cli/main.ts'

/** Files of a folder by their path in it. */
export type Tree = Readonly<Record<string, string>>

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new folder with these files; it goes away after the tests. */
export function folderOf(tree: Tree): string {
  const folder = mkdtempSync(join(tmpdir(), 'claimlint-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** What a run printed and how it ended. */
export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Settings of a run that differ from a quiet pipe in English on 21 November 2026. */
export interface Setting {
  readonly env?: Io['env']
  readonly stdin?: string
  readonly tty?: boolean
  readonly today?: () => string
}

/** Runs claimlint in a folder, in this process. */
export async function claimlint(cwd: string, argv: readonly string[], setting: Setting = {}): Promise<Run> {
  const stdout = collector(setting.tty)
  const stderr = collector(setting.tty)
  const code = await run(argv, {
    cwd,
    env: setting.env ?? {},
    stdin: Readable.from([Buffer.from(setting.stdin ?? '')]),
    stdout: stdout.printer,
    stderr: stderr.printer,
    today: setting.today ?? (() => '2026-11-21'),
  })
  return { code, out: stdout.text(), err: stderr.text() }
}

function collector(tty = false) {
  const chunks: Buffer[] = []
  const printer = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  return { printer: Object.assign(printer, { isTTY: tty, columns: 80 }), text: () => Buffer.concat(chunks).toString() }
}

/** Copy in which a built-in rule of severity error finds something. */
export const lowestPrice = 'Our LED drivers come at the lowest price in Europe.\n'

/** The same in a YAML document. */
export const lowestPriceYaml = `description: ${lowestPrice}`

/** Copy in which nothing is found. */
export const plainCopy = 'The box holds twelve drivers and a drawing.\n'

/** The documents in which an audit found something, in the order of the report. Needs `-f json`. */
export function documentsIn(out: string): string[] {
  const report = JSON.parse(out) as { findings: { document: string }[] } // our own report
  return [...new Set(report.findings.map(({ document }) => document))]
}
