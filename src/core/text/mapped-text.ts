import type { MappedText, Run } from '../model/document.ts'
import type { Span } from '../model/span.ts'

/** Collects mapped text piece by piece, in source order. */
export interface MappedTextBuilder {
  /** Adds `text` that stands at `source`; when the lengths are equal each character stands for itself. */
  append(text: string, source: Span): void
  /** Adds a part of other mapped text, its sources kept. */
  appendMapped(mapped: MappedText): void
  /** UTF-16 length so far. */
  length(): number
  build(): MappedText
}

const isLinear = (run: Run) => run.text.end - run.text.start === run.source.end - run.source.start

/** Joins a run to the one before when both are character for character and touch in text and source. */
function pushRun(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last && isLinear(last) && isLinear(run) && last.source.end === run.source.start) {
    runs[runs.length - 1] = {
      text: { start: last.text.start, end: run.text.end },
      source: { start: last.source.start, end: run.source.end },
    }
  } else {
    runs.push(run)
  }
}

/** A new, empty builder. */
export function mappedTextBuilder(): MappedTextBuilder {
  const parts: string[] = []
  const runs: Run[] = []
  let length = 0
  return {
    append(text, source) {
      if (text === '') return
      pushRun(runs, { text: { start: length, end: length + text.length }, source })
      parts.push(text)
      length += text.length
    },
    appendMapped(mapped) {
      for (const run of mapped.runs) {
        pushRun(runs, { text: { start: run.text.start + length, end: run.text.end + length }, source: run.source })
      }
      parts.push(mapped.text)
      length += mapped.text.length
    },
    length: () => length,
    build: () => ({ text: parts.join(''), runs }),
  }
}

/** Text that is its own source, beginning at `offset` of it. */
export function identityText(text: string, offset: number): MappedText {
  const runs =
    text === '' ? [] : [{ text: { start: 0, end: text.length }, source: { start: offset, end: offset + text.length } }]
  return { text, runs }
}

/** Index of the run that holds the character at `at`; the text is not empty and `at` is inside it. */
function runAt(runs: readonly Run[], at: number): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((runs[middle]?.text.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** Where the characters of `span` (not empty) stand in the source: from the first to just behind the last. */
export function toSource(mapped: MappedText, span: Span): Span {
  const first = mapped.runs[runAt(mapped.runs, span.start)]
  const last = mapped.runs[runAt(mapped.runs, span.end - 1)]
  if (!first || !last) throw new RangeError('span outside the text')
  return {
    start: isLinear(first) ? first.source.start + (span.start - first.text.start) : first.source.start,
    end: isLinear(last) ? last.source.start + (span.end - last.text.start) : last.source.end,
  }
}

/** The part `span` of mapped text, as mapped text of its own. */
export function sliceMapped(mapped: MappedText, span: Span): MappedText {
  const builder = mappedTextBuilder()
  if (span.end <= span.start) return builder.build()
  for (let index = runAt(mapped.runs, span.start); index < mapped.runs.length; index += 1) {
    const run = mapped.runs[index]
    if (!run || run.text.start >= span.end) break
    const part = { start: Math.max(run.text.start, span.start), end: Math.min(run.text.end, span.end) }
    builder.append(mapped.text.slice(part.start, part.end), toSource(mapped, part))
  }
  return builder.build()
}

/** `inner` was read from `outer.text`; the result maps its characters straight to the source of `outer`. */
export function compose(inner: MappedText, outer: MappedText): MappedText {
  const builder = mappedTextBuilder()
  for (const run of inner.runs) {
    const piece = inner.text.slice(run.text.start, run.text.end)
    if (isLinear(run)) builder.appendMapped({ ...sliceMapped(outer, run.source), text: piece })
    else builder.append(piece, toSource(outer, run.source))
  }
  return builder.build()
}
