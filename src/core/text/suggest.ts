/** One row of the edit-distance table: edits from the first `i` characters of `a` to every beginning of `b`. */
function nextRow(a: string, b: string, i: number, rows: readonly [readonly number[], readonly number[]]): number[] {
  const [before, row] = rows
  const next = [i]
  for (let j = 1; j <= b.length; j += 1) {
    const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
    const swapped =
      i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
        ? (before[j - 2] ?? 0) + 1
        : Number.POSITIVE_INFINITY
    next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced, swapped))
  }
  return next
}

/** How many single-character edits (a swap of neighbours counts one) turn `a` into `b`. */
export function distance(a: string, b: string): number {
  let rows: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i += 1) rows = [rows[1], nextRow(a, b, i, rows)]
  return rows[1][b.length] ?? 0
}

/** The known word most like `word`, when it is likely to be meant; for "did you mean". */
export function nearest(word: string, known: readonly string[]): string | null {
  const wanted = word.toLowerCase()
  const limit = Math.min(3, Math.max(1, Math.floor(word.length / 3)))
  let best: string | null = null
  let least = limit + 1
  for (const candidate of known) {
    const edits = distance(wanted, candidate.toLowerCase())
    if (edits < least) {
      best = candidate
      least = edits
    }
  }
  return best ?? known.find((candidate) => candidate.endsWith(`/${word}`)) ?? null
}

/** `; did you mean "…"?` or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === null ? '' : `; did you mean "${near}"?`
}
