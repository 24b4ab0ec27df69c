import { displayWidth, headWithin } from '../text/width.ts'
import { commandFree } from './escape.ts'

/** Spaces, one character of a script that wraps anywhere, or a run of others. */
const piece =
  / +|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]|[^ \p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]+/gu
/** Must not begin a line. */
const closing = /^[\p{M}\p{Pe}\p{Pf}，。、；：？！％…・ー\u3005,.;:?!%)\]]/u
/** Must not end one. */
const opening = /[\p{Ps}\p{Pi}＃＄￥]$/u

/** Pieces of text between which a line may break; a piece of spaces is dropped at a break. */
function breakable(text: string): string[] {
  const pieces: string[] = []
  let before = ' ' // the part before, not the piece: looking at a long piece again and again would be quadratic
  for (const [part] of text.matchAll(piece)) {
    const isGlued = !before.startsWith(' ') && !part.startsWith(' ') && (closing.test(part) || opening.test(before))
    if (isGlued) pieces.push((pieces.pop() ?? '') + part)
    else pieces.push(part)
    before = part
  }
  return pieces
}

/** A piece wider than a line, cut hard. */
function chopped(text: string, columns: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest !== '') {
    const head = headWithin(rest, columns) || rest
    parts.push(head)
    rest = rest.slice(head.length)
  }
  return parts
}

/** Lines of at most `columns` display columns. Breaks at spaces and between Han characters, not before a closing or
 *  behind an opening mark; cuts a word only when it is wider than a line. No line begins a CI command. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  const pieces = breakable(text).flatMap((part) => (displayWidth(part) > columns ? chopped(part, columns) : [part]))
  for (const part of pieces) {
    const partWidth = displayWidth(part)
    if (width + partWidth <= columns) {
      line += part
      width += partWidth
      continue
    }
    lines.push(line)
    line = part.startsWith(' ') ? '' : part
    width = displayWidth(line)
  }
  return [...lines, line].map((each) => commandFree(each.trimEnd()))
}
