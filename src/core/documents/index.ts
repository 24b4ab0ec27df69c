import type { Document, Fault } from '../model/document.ts'
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
import type { Remark } from './remark.ts'
import { readSheet } from './sheet.ts'
import { readToml } from './toml.ts'
import type { ReadValues, Value } from './values.ts'
import { readYaml } from './yaml.ts'

export interface ReadOptions {
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
type DocumentReader = (source: string, fields: FieldPatterns) => ReadParts

function readFields({ values, comments, faults }: ReadValues, isCopy: FieldSelection): ReadParts {
  const read = fieldBlocks(values, isCopy)
  return { ...read, values, comments, faults: [...faults, ...read.faults] }
}

/** A byte-order mark would push the first line one column in, and a list would not hold together. */
const readStructured: DocumentReader = (source, fields) => {
  const start = source.startsWith('\ufeff') ? 1 : 0
  return readFields(readYaml(source.slice(start), start), selectFields(fields))
}

/** What is no strict JSON is read as the YAML it is, which says what is wrong with it. */
const readJsonFile: DocumentReader = (source, fields) => {
  const start = source.startsWith('\ufeff') ? 1 : 0
  const value = readJson(source.slice(start), start)
  if (!value) return readStructured(source, fields)
  return readFields({ values: [value], comments: [], faults: [] }, selectFields(fields))
}

const noCopyColumn: Fault = {
  code: 'unreadable',
  reason:
    'no column of copy is known in it (title, description, …); name the columns under `fields.audit` of the configuration',
  source: { start: 0, end: 0 },
}

const readTable: DocumentReader = (source, fields) => {
  const sheet = readSheet(source)
  const read = readFields(sheet, selectColumns(fields))
  const isMute = !sheet.hasCopy && fields.audit.length === 0 && source.trim() !== ''
  return isMute ? { ...read, faults: [...read.faults, noCopyColumn] } : read
}

const noValues: ReadValues = { values: [], comments: [], faults: [] }

const readMarkdown: DocumentReader = (source, fields) => {
  const isCopy = selectFields(fields)
  const { kind, matter, body } = splitFrontMatter(source)
  const readMatter = kind === 'toml' ? readToml : readYaml
  const matterText = matter ? source.slice(matter.start, matter.end) : ''
  const front = readFields(matter ? readMatter(matterText, matter.start) : noValues, isCopy)
  const bodyText = identityText(source.slice(body.start, body.end), body.start)
  const rest = markdownBlocks(bodyText, { field: null, trail: [], indentedCode: 'code' })
  return {
    ...front,
    blocks: [...front.blocks, ...rest.blocks],
    remarks: [...front.remarks, ...rest.remarks],
    faults: [...front.faults, ...rest.faults],
  }
}

/** Which reader a file name asks for; MDX is read as plain Markdown, JSON as the YAML it is. */
const readers: Readonly<Record<string, DocumentReader>> = {
  md: readMarkdown,
  markdown: readMarkdown,
  mdx: readMarkdown,
  yaml: readStructured,
  yml: readStructured,
  json: readJsonFile,
  jsonl: (source, fields) => readFields(readJsonLines(source), selectFields(fields)),
  ndjson: (source, fields) => readFields(readJsonLines(source), selectFields(fields)),
  csv: readTable,
  tsv: readTable,
  xml: (source, fields) => readFields(readFeed(source), selectColumns(fields)),
}

/** File name extensions of documents, without the dot, in lower case. */
export const documentExtensions: readonly string[] = Object.keys(readers)

/** UTF-16 code units; about 20 MB of Latin text. */
const maxLength = 20_000_000

const tooLarge: ReadParts = {
  blocks: [],
  values: [],
  comments: [],
  remarks: [],
  faults: [
    {
      code: 'too-large',
      reason: `larger than ${maxLength / 1_000_000} million characters, not read; split it`,
      source: { start: 0, end: 0 },
    },
  ],
}

/**
 * Reads a decoded document by the extension of its path; any other extension is read as Markdown.
 * Never throws on bad text: what cannot be read is a fault, and the rest is there.
 */
export function parseDocument(path: string, source: string, options: ReadOptions): ReadDocument {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const read = readers[extension] ?? readMarkdown
  const parts = source.length > maxLength ? tooLarge : read(source, options.fields)
  return { path, source, ...parts }
}
