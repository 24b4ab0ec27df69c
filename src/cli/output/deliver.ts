import { formats, type Report, type Style } from '../../core/auditing.ts'
import type { Language } from '../../core/vocabulary.ts'
import { shownPath } from '../files/shown-path.ts'
import { type Io, print } from '../io.ts'
import { colourLevel, painter } from './colour.ts'
import { type Destination, writeWhole } from './destination.ts'
import { placedFor } from './workspace.ts'

/** How the reader wants a report. */
export interface ReaderWishes {
  readonly language: Language
  readonly show: Style['show']
  /** `--color` or `--no-color`; undefined: whatever the terminal can do. */
  readonly color: boolean | undefined
}

/** Prints and writes the finished report: files first, whole or not at all. */
export async function deliver(report: Report, destinations: readonly Destination[], wishes: ReaderWishes, io: Io) {
  const style = (level: 0 | 1 | 2 | 3): Style => ({
    language: wishes.language,
    width: io.stdout.columns ?? 80,
    show: wishes.show,
    paint: painter(level),
  })
  const written: string[] = []
  for (const { format, file } of destinations) {
    if (file === null) continue
    writeWhole(file, formats[format](placedFor(format, report, io), { ...style(0), width: 80 }), io.cwd)
    written.push(shownPath(file, io.cwd))
  }
  for (const { format, file } of destinations) {
    if (file === null)
      await print(
        io.stdout,
        formats[format](placedFor(format, report, io), style(colourLevel(wishes.color, io.stdout, io.env))),
      )
  }
  const silent = destinations.some(({ file }) => file === null) || wishes.show === 'quiet'
  if (!silent) await print(io.stderr, `claimlint: ${totals(report)[wishes.language]} -> ${written.join(', ')}\n`)
}

function totals({ summary: { findings } }: Report): Readonly<Record<Language, string>> {
  return {
    en: `${plural(findings.error, 'error')}, ${plural(findings.warning, 'warning')}, ${findings.info} info`,
    zh: `${findings.error} 个错误，${findings.warning} 个警告，${findings.info} 个提示`,
  }
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
