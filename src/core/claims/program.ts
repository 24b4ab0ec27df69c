import type { SlotType, Template, TemplateNode } from '../model/template.ts'
import { slotTypes } from '../model/template.ts'

/** What an instruction of a program asks of the token it stands at. Operands follow it in the code. */
export const ops = {
  /** A whole phrase was matched. */
  done: 0,
  /** word */
  word: 1,
  /** count, then so many words in ascending order: one of them */
  words: 2,
  /** target: goes on behind, and where that leads nowhere new, at the target too */
  split: 3,
  /** target */
  jump: 4,
  /** count: up to so many words are passed */
  gap: 5,
  /** lexicon */
  lexicon: 6,
  /** type, name */
  slot: 7,
  /** the start of a segment */
  start: 8,
  /** its end */
  end: 9,
  /** a separator or nothing */
  separator: 10,
  /** exactly one word */
  any: 11,
} as const

/** Numbers for what templates name by words. */
export interface Numbering {
  readonly word: (word: string) => number
  readonly lexicon: (name: string) => number
  readonly slotName: (name: string) => number
}

const places = { start: ops.start, end: ops.end, separator: ops.separator, word: ops.any } as const

/** Words of a group that is nothing but single words; null: it is more. */
function singleWords(node: TemplateNode): readonly string[] | null {
  if (typeof node === 'string') return [node]
  if ('words' in node) return node.words
  if (!('any' in node)) return null
  const branches = node.any.map((branch) => (branch.length === 1 && branch[0] ? singleWords(branch[0]) : null))
  return branches.includes(null) ? null : branches.flatMap((branch) => branch ?? [])
}

function writeWords(code: number[], words: readonly number[]): void {
  const unique = [...new Set(words)].sort((a, b) => a - b)
  if (unique.length === 1) code.push(ops.word, ...unique)
  else code.push(ops.words, unique.length, ...unique)
}

/** Alternatives in their order; `rest`: leaving all of them out is the last. */
function writeBranches(code: number[], branches: readonly Template[], rest: 'optional' | 'mandatory', by: Numbering) {
  const jumps: number[] = []
  branches.forEach((branch, index) => {
    const isLast = index === branches.length - 1 && rest === 'mandatory'
    const split = code.length
    if (!isLast) code.push(ops.split, 0)
    writeSequence(code, branch, by)
    if (isLast) return
    jumps.push(code.push(ops.jump, 0) - 1)
    code[split + 1] = code.length
  })
  for (const jump of jumps) code[jump] = code.length
}

function writeNode(code: number[], node: TemplateNode, by: Numbering): void {
  const words = singleWords(node)
  if (words !== null) writeWords(code, words.map(by.word))
  else if (typeof node === 'string') return
  else if ('any' in node) writeBranches(code, node.any, 'mandatory', by)
  else if ('optional' in node) writeBranches(code, node.optional, 'optional', by)
  else if ('gap' in node) code.push(ops.gap, node.gap)
  else if ('lexicon' in node) code.push(ops.lexicon, by.lexicon(node.lexicon))
  else if ('slot' in node) code.push(ops.slot, slotTypes.indexOf(node.slot), by.slotName(node.name))
  else if ('at' in node) code.push(places[node.at])
}

function writeSequence(code: number[], template: Template, by: Numbering): void {
  for (const node of template) writeNode(code, node, by)
}

/** Appends a template to the code; answers where it begins. */
export function writeProgram(code: number[], template: Template, by: Numbering): number {
  const start = code.length
  writeSequence(code, template, by)
  code.push(ops.done)
  return start
}

/** Marks that a gap passes over without counting them, at most. */
export const mostGapMarks = 8
/** Tokens of a slot, at most. */
export const longestSlot = 24

/** Tokens that a part of a template can take, from the fewest to the most. */
export interface Width {
  readonly least: number
  readonly most: number
}

const exactly = (count: number): Width => ({ least: count, most: count })

function widthOfNode(node: TemplateNode, longestPhrase: (lexicon: string) => Width): Width {
  if (typeof node === 'string' || 'words' in node) return exactly(1)
  if ('gap' in node) return { least: 0, most: node.gap + mostGapMarks }
  if ('lexicon' in node) return longestPhrase(node.lexicon)
  if ('slot' in node) return { least: 1, most: longestSlot }
  if ('at' in node) return node.at === 'separator' ? { least: 0, most: 1 } : exactly(node.at === 'word' ? 1 : 0)
  if ('regex' in node) return exactly(0)
  const branches = ('any' in node ? node.any : node.optional).map((branch) => widthOf(branch, longestPhrase))
  const least = 'any' in node ? Math.min(...branches.map((branch) => branch.least)) : 0
  return { least, most: Math.max(...branches.map((branch) => branch.most)) }
}

/** Tokens that a sequence can take. */
export function widthOf(template: Template, longestPhrase: (lexicon: string) => Width): Width {
  return template.reduce<Width>((sum, node) => {
    const { least, most } = widthOfNode(node, longestPhrase)
    return { least: sum.least + least, most: sum.most + most }
  }, exactly(0))
}

/** The slot type of a number in the code. */
export const slotTypeOf = (number: number): SlotType => slotTypes[number] ?? 'number'
