import { azure } from './azure.ts'
import { checkstyle } from './checkstyle.ts'
import { compact } from './compact.ts'
import { csv } from './csv.ts'
import type { Format } from './format.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { pretty } from './pretty.ts'
import { rdjson } from './rdjson.ts'
import { sarif } from './sarif.ts'
import { sonar } from './sonar.ts'

/** Every report format by the name it has on the command line. */
export const formats = {
  pretty,
  compact,
  json,
  jsonl,
  sarif,
  github,
  gitlab,
  junit,
  checkstyle,
  rdjson,
  sonar,
  azure,
  markdown,
  csv,
  html,
} satisfies Record<string, Format>
export type FormatName = keyof typeof formats

/** In the order in which help lists them; the first is the default. */
export const formatNames = Object.keys(formats) as readonly FormatName[]

export type { Format, PaintRole, Style } from './format.ts'
export { plainStyle } from './format.ts'
