import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { ClaimlintError } from '../model/error.ts'
import { didYouMean } from '../text/suggest.ts'

/** A file of a rule pack: `path` relative to the pack's folder, with `/`. */
export interface RuleFile {
  readonly path: string
  readonly text: string
}

/** A value in a rule file that knows its place, so that every error can name it. */
export interface FileNode {
  readonly node: Node | null
  readonly fail: (message: string, at?: Node | null) => never
}

/** A word or phrase of a rule file. */
export interface PlacedText {
  readonly text: string
  readonly fail: (message: string) => never
}

/** Parses a rule file. Throws E_RULE at its first syntax error. */
export function openRuleFile(file: RuleFile): FileNode {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: lines })
  const failAt = (message: string, offset: number): never => {
    const { line, col } = lines.linePos(offset)
    throw new ClaimlintError('E_RULE', message, { path: file.path, line, column: col })
  }
  const first = document.errors[0]
  if (first) failAt(first.message.split('\n')[0] ?? first.message, first.pos[0])
  return placed(document.contents, (message, node) => failAt(message, node?.range?.[0] ?? 0))
}

function placed(node: Node | null, failAt: (message: string, node: Node | null) => never): FileNode {
  return { node, fail: (message, at = node) => failAt(message, at ?? node) }
}

const child = (parent: FileNode, node: unknown): FileNode =>
  placed((node ?? null) as Node | null, (message, at) => parent.fail(message, at ?? parent.node))

/** The keys of a mapping; unknown ones are an error when `known` is given. */
export function readMap(file: FileNode, known: readonly string[] | null): ReadonlyMap<string, FileNode> {
  if (!isMap(file.node)) return file.fail('a mapping (key: value) is expected here')
  const entries = new Map<string, FileNode>()
  for (const pair of (file.node as YAMLMap<unknown, unknown>).items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    const at = (pair.key ?? null) as Node | null
    if (known && !known.includes(key))
      file.fail(`unknown key "${key}"${didYouMean(key, known) || `; known keys: ${known.join(', ')}`}`, at)
    if (entries.has(key)) file.fail(`"${key}" stands twice`, at)
    entries.set(key, child({ ...file, fail: (message, node) => file.fail(message, node ?? at) }, pair.value))
  }
  return entries
}

/** The text of a scalar. */
export function readText(file: FileNode): string {
  if (!isScalar(file.node) || file.node.value === null) return file.fail('a text is expected here')
  const { value, source } = file.node
  return typeof value === 'string' ? value : String(source ?? value)
}

/** A text that knows its place. */
export const readPlaced = (file: FileNode): PlacedText => ({
  text: readText(file),
  fail: (message) => file.fail(message),
})

/** The items of a list; a single value counts as a list of one, nothing as an empty one. */
export function readItems(file: FileNode | undefined): readonly FileNode[] {
  if (!file?.node || (isScalar(file.node) && file.node.value === null)) return []
  return isSeq(file.node) ? file.node.items.map((item) => child(file, item)) : [file]
}

/** One of a fixed set of words. */
export function readOneOf<Word extends string>(file: FileNode, words: readonly Word[], what: string): Word {
  const text = readText(file)
  const word = words.find((candidate) => candidate === text)
  return word ?? file.fail(`${what} is "${text}"${didYouMean(text, words) || `; use ${words.join(', ')}`}`)
}
