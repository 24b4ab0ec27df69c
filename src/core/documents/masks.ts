import type { Span } from '../model/span.ts'

/*
 * Parts of a text that can never be a claim. Every pattern starts at an edge and has no nested repetition,
 * so that the search is linear in the text.
 */
const patterns: readonly RegExp[] = [
  /(?<![a-z0-9])(?:(?:https?|ftp):\/\/|www\.)[^\s<>"'`|（）【】「」《》，。；、！？]+/gi,
  /(?<![\w.+%-])(?:mailto:)?[\w+%-][\w.+%-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi,
  /\{\{[^{}]*\}\}/g,
  /\{%[^{}]*%\}/g,
  /\{#[^{}]*#\}/g,
  /[$%]?\{[A-Za-z_][\w.-]*\}|\$?\{\d{1,3}\}/g,
  /(?<![\w%])%(?:\d+\$)?[sdif@](?![\w%])/g,
  /<%[^<>]*%>/g,
  /\[\/?[a-z][a-z0-9_-]{1,40}(?: [a-z_-]{1,40}=(?:"[^"[\]]*"|[^\s"[\]]+))+ ?\/?\]/g,
  /(?<![\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\w:])/g,
]

/** What every one of the patterns holds somewhere: most texts hold none of it. */
const mayBeMasked = /[{@[<]|:\/\/|www\.|%[\dsdif]|:[a-z]/i

const count = (text: string, character: string) => text.split(character).length - 1

/** An address ends before the punctuation of its sentence, and before a bracket it does not open. */
function addressEnd(address: string): number {
  let surplus = count(address, ')') - count(address, '(')
  let end = address.length
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? ''
    if (last === ')' && surplus > 0) surplus -= 1
    else if (!/[?!.,:;*_~]/.test(last)) break
  }
  return end
}

function spansOf(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(pattern)) {
    const length = pattern === patterns[0] ? addressEnd(match[0]) : match[0].length
    spans.push({ start: match.index, end: match.index + length })
  }
  return spans
}

/** Sorted, without overlaps: spans that touch or overlap become one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && span.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    } else if (span.end > span.start) {
      result.push(span)
    }
  }
  return result
}

/** URLs, e-mail addresses and template placeholders of `text`, together with the parts `known` to be masked. */
export function maskedParts(text: string, known: readonly Span[] = []): Span[] {
  if (!mayBeMasked.test(text)) return known.length === 0 ? [] : merged(known)
  return merged([...known, ...patterns.flatMap((pattern) => spansOf(text, pattern))])
}
