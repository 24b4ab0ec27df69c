// Compiled templates as short texts, close to the syntax they were written in. Lists of them have one a line.
import { type SlotType, slotTypes, type Template, type TemplateNode } from '../../core/model/template.ts'
import { inflections } from '../../core/rules/inflect.ts'

/** Places of a template by the character that stands for them. */
const places = { '^': 'start', $: 'end', '=': 'separator', _: 'word' } as const
type Place = keyof typeof places
const isPlace = (character: string): character is Place => Object.hasOwn(places, character)

const syntax = '()[]{}|<>^$=_~\\ \n'
const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff
const isSlotType = (name: string): name is SlotType => slotTypes.some((type) => type === name)

/** Stands in front of a regular expression, which is written as it is. */
const regexMark = '\u0001'

/** Writes templates, one a line. */
export const writeTemplates = (templates: readonly Template[]): string => templates.map(writeTemplate).join('\n')

/** Reads what `writeTemplates` wrote. */
export const readTemplates = (text: string): Template[] => (text === '' ? [] : text.split('\n').map(readTemplate))

/** Writes one template in one line. */
export function writeTemplate(template: Template): string {
  const [only] = template
  if (typeof only === 'object' && 'regex' in only) return regexMark + only.regex.replaceAll('\n', '\\n')
  return joined(template.flatMap(piecesOf))
}

/** A blank parts pieces that would run together. */
function joined(pieces: readonly string[]): string {
  let text = ''
  for (const piece of pieces) text += isOpen(text.at(-1), text.at(-2)) && isOpen(piece[0], '') ? ` ${piece}` : piece
  return text
}

const isOpen = (character: string | undefined, before: string | undefined) =>
  character !== undefined &&
  (before === '\\' || !('()[]{}|<>^$=_'.includes(character) || isHan(character.charCodeAt(0))))

function literal(token: string): string {
  if (token.length === 1 && isHan(token.charCodeAt(0))) return token
  const escaped = [...token].map((each) => (syntax.includes(each) || isHan(each.charCodeAt(0)) ? `\\${each}` : each))
  return escaped.join('').replace(/^\.(?=\d)/, '\\.')
}

function piecesOf(node: TemplateNode): string[] {
  if (typeof node === 'string') return [literal(node)]
  if ('words' in node) return [wordsText(node.words)]
  if ('any' in node) return ['(', ...branches(node.any), ')']
  if ('optional' in node) return ['[', ...branches(node.optional), ']']
  if ('gap' in node) return [`.${node.gap}`]
  if ('lexicon' in node) return [`<${node.lexicon.replace(/^en:/, '').replace(/^zh:/, ':')}>`]
  if ('slot' in node) return [`<${node.slot}${node.name === node.slot ? '' : `:${node.name}`}>`]
  if ('regex' in node) throw new TypeError('a regular expression stands alone')
  const found = Object.entries(places).find(([, at]) => at === node.at)
  return [found?.[0] ?? '']
}

const branches = (all: readonly Template[]) =>
  all.flatMap((branch, index) => [...(index === 0 ? [] : ['|']), joined(branch.flatMap(piecesOf))])

/** `offer~` for all inflections of a word, else all words in braces. */
export function wordsText(words: readonly string[]): string {
  const [first = ''] = words
  const regular = inflections(first)
  const isRegular = regular.length === words.length && regular.every((word, index) => word === words[index])
  return isRegular && words.length > 1 ? `${literal(first)}~` : `{${words.map(literal).join('|')}}`
}

interface Reader {
  readonly text: string
  at: number
}

/** Reads what `writeTemplate` wrote. */
export function readTemplate(text: string): Template {
  if (text.startsWith(regexMark)) return [{ regex: text.slice(1).replaceAll('\\n', '\n') }]
  return readSequence({ text, at: 0 })
}

function readSequence(reader: Reader): TemplateNode[] {
  const nodes: TemplateNode[] = []
  for (;;) {
    const character = reader.text[reader.at]
    if (character === undefined || character === '|' || character === ')' || character === ']') return nodes
    if (character === ' ') reader.at += 1
    else nodes.push(readNode(reader, character))
  }
}

function readNode(reader: Reader, character: string): TemplateNode {
  if (character === '(') return { any: readBranches(reader) }
  if (character === '[') return { optional: readBranches(reader) }
  if (character === '<') return readName(reader)
  if (character === '{') return { words: readList(reader) }
  if (isPlace(character)) {
    reader.at += 1
    return { at: places[character] }
  }
  if (character === '.' && /\d/.test(reader.text[reader.at + 1] ?? '')) return { gap: readGap(reader) }
  const token = readToken(reader)
  if (reader.text[reader.at] !== '~') return token
  reader.at += 1
  return { words: inflections(token) }
}

function readBranches(reader: Reader): Template[] {
  const all: Template[] = []
  do {
    reader.at += 1
    all.push(readSequence(reader))
  } while (reader.text[reader.at] === '|')
  reader.at += 1
  return all
}

function readList(reader: Reader): string[] {
  const words: string[] = []
  do {
    reader.at += 1
    words.push(readToken(reader))
  } while (reader.text[reader.at] === '|')
  reader.at += 1
  return words
}

function readGap(reader: Reader): number {
  const digits = /\d+/y
  digits.lastIndex = reader.at + 1
  const found = digits.exec(reader.text)?.[0] ?? ''
  reader.at += 1 + found.length
  return Number(found)
}

function readName(reader: Reader): TemplateNode {
  const end = reader.text.indexOf('>', reader.at)
  const [name = '', second] = reader.text.slice(reader.at + 1, end).split(':')
  reader.at = end + 1
  if (isSlotType(name)) return { slot: name, name: second ?? name }
  return { lexicon: name === '' ? `zh:${second}` : `en:${name}` }
}

/** Characters that need no look. */
const plain = /[^()[\]{}|<>^$=_~\\ \n\u3400-\u9fff]+/y

function readToken(reader: Reader): string {
  const { text } = reader
  const first = text.charAt(reader.at)
  if (isHan(first.charCodeAt(0))) {
    reader.at += 1
    return first
  }
  let token = ''
  for (;;) {
    plain.lastIndex = reader.at
    const run = plain.exec(text)?.[0] ?? ''
    token += run
    reader.at += run.length
    if (text[reader.at] !== '\\') return token
    token += text.charAt(reader.at + 1)
    reader.at += 2
  }
}
