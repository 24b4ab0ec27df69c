import { qualities, type ScoredDocument } from '../model/promise.ts'
import { visibleJson, visibleLine, wellFormed } from './escape.ts'
import type { Style } from './format.ts'
import { ledgerWords } from './ledger-words.ts'
import { tableLines } from './table.ts'
import { wrapText } from './wrap.ts'

const mark = (score: number) => score.toFixed(2)

/** Documents with their five scores, then every promise with its reasons. */
export function promiseTable(documents: readonly ScoredDocument[], style: Style): string {
  const words = ledgerWords[style.language]
  const header = [words.columns.document, ...qualities.map((quality) => words.quality[quality]), words.overall]
  const rows = documents.map(({ document, scores, overall }) => [
    document,
    ...qualities.map((quality) => mark(scores[quality])),
    mark(overall),
  ])
  const parts = documents.flatMap((document) => ['', ...documentLines(document, style)])
  if (documents.length === 0) return `${words.noPromise}\n`
  return [...tableLines(header, rows, style), ...parts, ''].join('\n')
}

function documentLines({ document, promises }: ScoredDocument, style: Style): string[] {
  const words = ledgerWords[style.language]
  const lines = promises.flatMap(({ finding, marks }) => {
    const { line, column } = finding.range.start
    const head = `  ${style.paint('strong', `${line}:${column}`)}  ${visibleLine(finding.text)}`
    const told = qualities.flatMap((quality) => {
      const { score, reason } = marks[quality]
      return wrapText(visibleLine(`${mark(score)} ${words.quality[quality]}: ${reason}`), Math.max(style.width, 40) - 4)
    })
    return [head, ...told.map((text) => `    ${text}`)]
  })
  return [style.paint('path', visibleLine(document)), '', ...lines]
}

/** The scores for programs. */
export function promiseJson(asOf: string, documents: readonly ScoredDocument[]): string {
  const shown = documents.map(({ document, scores, overall, promises }) => ({
    document,
    overall,
    scores,
    promises: promises.map(({ finding, marks }) => ({
      fingerprint: finding.fingerprint,
      ruleId: finding.ruleId,
      family: finding.family,
      verdict: finding.verdict,
      line: finding.range.start.line,
      text: finding.text,
      marks,
    })),
  }))
  const text = JSON.stringify(
    { schemaVersion: 1, asOf, documents: shown },
    (_key, value) => (typeof value === 'string' ? wellFormed(value) : value),
    2,
  )
  return `${visibleJson(text)}\n`
}
