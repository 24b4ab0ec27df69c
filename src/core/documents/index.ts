import type { Document, Fault } from '../model/document.ts'
import { defaultLimits, type Limits } from '../model/limits.ts'
import type { Span } from '../model/span.ts'
import { identityText } from '../text/mapped-text.ts'
import { readFeed } from './feed.ts'
import type { FieldPatterns } from './fields.ts'
import { fieldBlocks } from './fields-blocks.ts'
import { type FieldSelection, selectColumns, selectFields } from './fields-select.ts'
import { splitFrontMatter } from './front-matter.ts'
import { readJson } from './json.ts'
import { readJsonLines } from './json-lines.ts'
import { markdownBlocks } from './markdown.ts'
import { type MarkdownReading, type PlainReading, usualReading } from './markdown-pieces.ts'
import type { Remark } from './remark.ts'
import { readSheet } from './sheet.ts'
import { readToml } from './toml.ts'
import type { ReadValues, Value } from './values.ts'
import { readYaml } from './yaml.ts'

export interface ReadOptions {
  readonly fields: FieldPatterns
  /** What a document may cost; absent: `defaultLimits`. */
  readonly limits?: Limits
  /** `never`: all Markdown goes to the parser, also what it is not needed for; slower, and the same is read. */
  readonly plain?: PlainReading
}

/** Options with nothing left open. */
interface Reading extends MarkdownReading {
  readonly fields: FieldPatterns
}

/** A document with the structured part of it: the values of YAML or JSON, or of the front matter. */
export interface ReadDocument extends Document {
  readonly values: readonly Value[]
  /** `#` comments of that part, from the `#` to the end of the line. */
  readonly comments: readonly Span[]
  /** HTML comments of its copy, in the order of the source. */
  readonly remarks: readonly Remark[]
}

type ReadParts = Pick<ReadDocument, 'blocks' | 'values' | 'comments' | 'remarks' | 'faults'>

/** Reads one format; never throws, whatever the text is. */
type DocumentReader = (source: string, reading: Reading) => ReadParts

function readFields(
  { values, comments, faults }: ReadValues,
  isCopy: FieldSelection,
  reading: MarkdownReading,
): ReadParts {
  const read = fieldBlocks(values, isCopy, reading)
  return { ...read, values, comments, faults: [...faults, ...read.faults] }
}

/** A byte-order mark would push the first line one column in, and a list would not hold together. */
const readStructured: DocumentReader = (source, reading) => {
  const start = source.startsWith('\ufeff') ? 1 : 0
  return readFields(readYaml(source.slice(start), start, reading.limits), selectFields(reading.fields), reading)
}

/** What is no strict JSON is read as the YAML it is, which says what is wrong with it. */
const readJsonFile: DocumentReader = (source, reading) => {
  const start = source.startsWith('\ufeff') ? 1 : 0
  const value = readJson(source.slice(start), start, reading.limits)
  if (!value) return readStructured(source, reading)
  return readFields({ values: [value], comments: [], faults: [] }, selectFields(reading.fields), reading)
}

const noCopyColumn: Fault = {
  code: 'unreadable',
  reason:
    'no column of copy is known in it (title, description, …); name the columns under `fields.audit` of the configuration',
  source: { start: 0, end: 0 },
}

const readTable: DocumentReader = (source, reading) => {
  const sheet = readSheet(source)
  const { fields } = reading
  const read = readFields(sheet, selectColumns(fields), reading)
  const isMute = !sheet.hasCopy && fields.audit.length === 0 && source.trim() !== ''
  return isMute ? { ...read, faults: [...read.faults, noCopyColumn] } : read
}

const noValues: ReadValues = { values: [], comments: [], faults: [] }

const readMarkdown: DocumentReader = (source, reading) => {
  const isCopy = selectFields(reading.fields)
  const { kind, matter, body } = splitFrontMatter(source)
  const readMatter = kind === 'toml' ? readToml : readYaml
  const matterText = matter ? source.slice(matter.start, matter.end) : ''
  const front = readFields(matter ? readMatter(matterText, matter.start, reading.limits) : noValues, isCopy, reading)
  const bodyText = identityText(source.slice(body.start, body.end), body.start)
  const rest = markdownBlocks(bodyText, { field: null, trail: [], indentedCode: 'code' }, reading)
  return {
    ...front,
    blocks: [...front.blocks, ...rest.blocks],
    remarks: [...front.remarks, ...rest.remarks],
    faults: [...front.faults, ...rest.faults],
  }
}

const readLines: DocumentReader = (source, reading) =>
  readFields(readJsonLines(source, reading.limits), selectFields(reading.fields), reading)

/** Which reader a file name asks for; MDX is read as plain Markdown, JSON as the YAML it is. */
const readers: Readonly<Record<string, DocumentReader>> = {
  md: readMarkdown,
  markdown: readMarkdown,
  mdx: readMarkdown,
  yaml: readStructured,
  yml: readStructured,
  json: readJsonFile,
  jsonl: readLines,
  ndjson: readLines,
  csv: readTable,
  tsv: readTable,
  xml: (source, reading) => readFields(readFeed(source), selectColumns(reading.fields), reading),
}

/** File name extensions of documents, without the dot, in lower case. */
export const documentExtensions: readonly string[] = Object.keys(readers)

const tooLarge = ({ documentSize }: Limits): ReadParts => ({
  blocks: [],
  values: [],
  comments: [],
  remarks: [],
  faults: [
    {
      code: 'too-costly',
      reason: `larger than ${documentSize} characters (limits.documentSize), not read; split it`,
      source: { start: 0, end: 0 },
    },
  ],
})

/**
 * Reads a decoded document by the extension of its path; any other extension is read as Markdown.
 * Never throws on bad text: what cannot be read is a fault, and the rest is there.
 */
export function parseDocument(path: string, source: string, options: ReadOptions): ReadDocument {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const read = readers[extension] ?? readMarkdown
  const { fields, limits = defaultLimits, plain = usualReading.plain } = options
  const isTooLarge = source.length > limits.documentSize
  const parts = isTooLarge ? tooLarge(limits) : read(source, { fields, limits, plain })
  return { path, source, ...parts }
}
