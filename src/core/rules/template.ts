import type { Language } from '../model/rule.ts'
import { type SlotType, slotTypes, type Template, type TemplateNode } from '../model/template.ts'
import { tokenise } from '../text/tokens.ts'
import { inflections } from './inflect.ts'

/** What is wrong with a template, and where in it (0-based UTF-16 offset). */
export class TemplateFault extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

interface Reader {
  readonly source: string
  readonly language: Language
  at: number
}

const isSlotType = (name: string): name is SlotType => slotTypes.some((type) => type === name)
const syntax = new Set('()[]|<>^$')

/** Reads a phrase template (rules/README.md has the syntax). Throws TemplateFault. */
export function parseTemplate(source: string, language: Language): Template {
  if (/^\/.*\/$/s.test(source.trim())) return [{ regex: source.trim().slice(1, -1) }]
  const reader: Reader = { source, language, at: 0 }
  const template = readSequence(reader)
  if (reader.at < source.length)
    throw new TemplateFault(
      `"${source.charAt(reader.at)}" has no partner; write \\${source.charAt(reader.at)} for the character itself`,
      reader.at,
    )
  if (template.length === 0) throw new TemplateFault('the phrase is empty', 0)
  const edge = template.find((_, index) => (index === 0 || index === template.length - 1) && isGap(template[index]))
  if (edge) throw new TemplateFault('a phrase must begin and end with words, not with a gap', 0)
  return template
}

/** A template of a guard, which may begin or end with a gap. */
export function parseGuardTemplate(source: string, language: Language): Template {
  const reader: Reader = { source, language, at: 0 }
  const template = readSequence(reader)
  if (reader.at < source.length || template.length === 0)
    throw new TemplateFault('the phrase is empty or a bracket has no partner', reader.at)
  return template
}

const isGap = (node: TemplateNode | undefined) => typeof node === 'object' && 'gap' in node

function readSequence(reader: Reader): TemplateNode[] {
  const nodes: TemplateNode[] = []
  while (reader.at < reader.source.length) {
    const character = reader.source.charAt(reader.at)
    if (character === '|' || character === ')' || character === ']') break
    if (/\s/.test(character)) reader.at += 1
    else nodes.push(...readElement(reader, character))
  }
  return nodes
}

function readElement(reader: Reader, character: string): TemplateNode[] {
  if (character === '(') return [{ any: readGroup(reader, ')') }]
  if (character === '[') return [{ optional: readGroup(reader, ']') }]
  if (character === '<') return [readAngle(reader)]
  if (character === '^' || character === '$') {
    reader.at += 1
    return [{ at: character === '^' ? 'start' : 'end' }]
  }
  const gap = /^\.\.(\d{1,2})/.exec(reader.source.slice(reader.at, reader.at + 4))
  if (gap) {
    reader.at += gap[0].length
    return [{ gap: Number(gap[1]) }]
  }
  if (character === '>') throw new TemplateFault('">" closes nothing; write \\> for the character itself', reader.at)
  if (reader.source.startsWith('..', reader.at)) throw new TemplateFault('".." takes a number of words: ..3', reader.at)
  return readWords(reader)
}

function readGroup(reader: Reader, close: string): Template[] {
  const open = reader.at
  const branches: Template[] = []
  do {
    reader.at += 1
    const branch = readSequence(reader)
    if (branch.length === 0)
      throw new TemplateFault('an alternative is empty; write [ … ] for what may be left out', reader.at)
    branches.push(isStop(branch) ? ['.'] : branch)
  } while (reader.source.charAt(reader.at) === '|')
  if (reader.source.charAt(reader.at) !== close)
    throw new TemplateFault(`"${reader.source.charAt(open)}" is not closed by "${close}"`, open)
  reader.at += 1
  return branches
}

/** A full stop is optional between words, where abbreviations have one; alone in a group it is meant. */
const isStop = (branch: Template) => JSON.stringify(branch) === '[{"optional":[["."]]}]'

function readAngle(reader: Reader): TemplateNode {
  const open = reader.at
  const match = /^<([a-z][a-z0-9-]*)(?::([a-z][a-zA-Z0-9]*))?>/.exec(reader.source.slice(open))
  const name = match?.[1]
  if (!match || !name)
    throw new TemplateFault('"<" opens a lexicon or slot: <name> or <slot:name>; write \\< for the character', open)
  reader.at += match[0].length
  if (name === 'sep') return { at: 'separator' }
  if (name === 'word') return { at: 'word' }
  if (isSlotType(name)) return { slot: name, name: match[2] ?? name }
  if (match[2])
    throw new TemplateFault(`<${name}> is a lexicon and takes no name; slots are ${slotTypes.join(', ')}`, open)
  return { lexicon: `${reader.language}:${name}` }
}

/** Reads to the next white space or character of the syntax; a backslash takes the next character as it is. */
function readWords(reader: Reader): TemplateNode[] {
  let literal = ''
  while (reader.at < reader.source.length) {
    const character = reader.source.charAt(reader.at)
    if (/\s/.test(character) || syntax.has(character) || reader.source.startsWith('..', reader.at)) break
    const escaped = character === '\\'
    literal += reader.source.charAt(reader.at + (escaped ? 1 : 0))
    reader.at += escaped ? 2 : 1
  }
  const inflected = literal.endsWith('~')
  const tokens = tokenise(inflected ? literal.slice(0, -1) : literal).map((token) => token.text)
  return tokens.map((token, index): TemplateNode => {
    if (token === '.') return { optional: [['.']] }
    if (!inflected || index < tokens.length - 1) return token
    const words = inflections(token)
    return words.length > 1 ? { words } : token
  })
}
