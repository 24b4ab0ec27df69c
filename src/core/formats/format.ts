import type { Report } from '../model/report.ts'
import type { Language } from '../model/rule.ts'

/** What a piece of a report is, so that the command line can colour it; core knows no colours. */
export type PaintRole = 'error' | 'warning' | 'info' | 'underline' | 'path' | 'faint' | 'strong'

/** How a report is to look to its reader. */
export interface Style {
  /** Of labels and counts; messages come in the language they were audited in. */
  readonly language: Language
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number
  /** `quiet` leaves out findings of severity info; the summary still counts them. */
  readonly show: 'all' | 'quiet'
  /** Wraps one piece of one line in colour; its text never has a line break. */
  readonly paint: (role: PaintRole, text: string) => string
}

/** Without colour, in English, for a file or a pipe. */
export const plainStyle: Style = { language: 'en', width: 80, show: 'all', paint: (_role, text) => text }

/** A report as text that ends with a line break (or is empty). Pure: the same report and style, the same text. */
export type Format = (report: Report, style: Style) => string
