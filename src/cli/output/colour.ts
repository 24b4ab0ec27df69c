import { Chalk, type ChalkInstance } from 'chalk'
import type { PaintRole } from '../../core/auditing.ts'
import type { Io, Printer } from '../io.ts'

/** 0 none, 1 sixteen colours, 2 two hundred and fifty-six, 3 all. */
export type ColourLevel = 0 | 1 | 2 | 3

/** How many colours to use: the user's option first, then FORCE_COLOR, NO_COLOR, and what the stream is. */
export function colourLevel(wish: boolean | undefined, printer: Printer, env: Io['env']): ColourLevel {
  if (wish !== undefined) return wish ? 1 : 0
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forcedLevel(forced)
  const dumb = env['TERM'] === 'dumb' && process.platform !== 'win32'
  return env['NO_COLOR'] || !printer.isTTY || dumb ? 0 : 1
}

function forcedLevel(forced: string): ColourLevel {
  if (forced === '0' || forced === 'false') return 0
  return forced === '2' ? 2 : forced === '3' ? 3 : 1
}

/** Colours for the pieces of a report. The level is chosen here, because chalk itself does not heed NO_COLOR. */
export function painter(level: ColourLevel): (role: PaintRole, text: string) => string {
  const chalk = new Chalk({ level })
  const paints: Readonly<Record<PaintRole, ChalkInstance>> = {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    info: chalk.cyan,
    underline: chalk.red,
    path: chalk.underline,
    faint: chalk.dim,
    strong: chalk.bold,
  }
  return (role, text) => paints[role](text)
}
