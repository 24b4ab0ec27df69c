import { compact } from './compact.ts'
import type { Format } from './format.ts'
import { json } from './json.ts'
import { pretty } from './pretty.ts'

/** Every report format by the name it has on the command line. */
export const formats = { pretty, compact, json } satisfies Record<string, Format>
export type FormatName = keyof typeof formats

/** In the order in which help lists them; the first is the default. */
export const formatNames = Object.keys(formats) as readonly FormatName[]

export type { Format, PaintRole, Style } from './format.ts'
export { plainStyle } from './format.ts'
