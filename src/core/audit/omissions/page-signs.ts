import type { Excerpt } from '../../model/claim.ts'
import type { Block, Document } from '../../model/document.ts'
import type { Range, Span } from '../../model/span.ts'
import { plainText } from '../../proof/plain-text.ts'
import { excerptOf } from '../../text/excerpt.ts'
import { type LineIndex, placeAt } from '../../text/line-index.ts'
import { toSource } from '../../text/mapped-text.ts'
import { copySigns, invitation, offerWords, sourceSigns, statedDate, timeWords } from './sign-words.ts'

/** What a page may say once, so that nothing is missing. */
export type Sign = keyof typeof copySigns | keyof typeof sourceSigns

/** Words of a page that ask for something beside them. */
export interface SignPlace {
  readonly text: string
  readonly field: string | null
  readonly range: Range
  readonly excerpt: Excerpt
}

/** What a page says, and asks, beside its claims: enough to tell what it leaves out. JSON-safe. */
export interface PageSigns {
  readonly said: readonly Sign[]
  /** The first words that invite the reader to enquire. */
  readonly invitation: SignPlace | null
  /** The first offer of "today" that names no date. */
  readonly undated: SignPlace | null
  /** The first paragraph dense with vague words. */
  readonly dense: (SignPlace & { readonly words: number }) | null
}

/** A block and the places in its text of vague words. */
export interface VagueBlock {
  readonly block: Block
  readonly vague: readonly Span[]
}

/** Vague words in one paragraph that are too many without a number, a condition or a source. */
const tooMany = 3

/** Reads the signs of a page; `vague`: its blocks that hold vague words. */
export function pageSigns(document: Document, lines: LineIndex, vague: readonly VagueBlock[]): PageSigns {
  const copy = document.blocks.map(({ text }) => plainText(text))
  const whole = copy.join('\n')
  const placeOf = (block: Block, span: Span): SignPlace => {
    const source = toSource(block, span)
    return {
      text: block.text.slice(span.start, span.end),
      field: block.field,
      range: { start: placeAt(lines, source.start), end: placeAt(lines, source.end) },
      excerpt: excerptOf(document.source, lines, source),
    }
  }
  const first = (find: (text: string) => Span | null): SignPlace | null => {
    for (const [index, block] of document.blocks.entries()) {
      const span = find(copy[index] ?? '')
      if (span) return placeOf(block, span)
    }
    return null
  }
  const crowded = vague.find((each) => isDense(each))
  return {
    said: [...namesIn(copySigns, whole), ...namesIn(sourceSigns, document.source)],
    invitation: first((text) => spanOf(invitation.exec(text))),
    undated: first(undatedIn),
    dense: crowded ? { ...placeOf(crowded.block, hull(crowded.vague)), words: crowded.vague.length } : null,
  }
}

function namesIn<Name extends string>(signs: Readonly<Record<Name, RegExp>>, text: string): Name[] {
  const names = Object.keys(signs) as Name[] // the keys of the record
  return names.filter((name) => signs[name].test(text))
}

const spanOf = (match: RegExpExecArray | null): Span | null =>
  match && { start: match.index, end: match.index + match[0].length }

/** An offer of "today" in a sentence, in a block that names no date. */
function undatedIn(text: string): Span | null {
  if (!timeWords.test(text) || statedDate.test(text)) return null
  let start = 0
  for (const sentence of text.split(/(?<=[.!?。！？\n])/)) {
    const time = offerWords.test(sentence) ? spanOf(timeWords.exec(sentence)) : null
    if (time) return { start: start + time.start, end: start + time.end }
    start += sentence.length
  }
  return null
}

const grounded =
  /\d|[一二三四五六七八九十百千万]+(?:年|个|家|天|人|%)|\b(?:if|unless|within|provided|except|according to|tested|measured)\b|如果|除外|按照|依据|经.{1,12}检测/i

const isDense = ({ block, vague }: VagueBlock) =>
  block.kind !== 'heading' && vague.length >= tooMany && !grounded.test(plainText(block.text))

const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})
