import { pathToFileURL } from 'node:url'
import type { DocumentLink } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { DocumentAudit } from './folder-audit.ts'

/** Links from the evidence that the copy names to the files of it. */
export function evidenceLinks(text: TextDocument, { named, evidence }: DocumentAudit): DocumentLink[] {
  const known = new Map(evidence.map((entry) => [entry.id, entry]))
  const source = text.getText()
  return named.flatMap(({ ids, start, end }) =>
    ids.flatMap((id): DocumentLink[] => {
      const entry = known.get(id)
      const at = source.indexOf(id, start)
      if (!entry || entry.file === null || at === -1 || at >= end) return []
      const range = { start: text.positionAt(at), end: text.positionAt(at + id.length) }
      const tooltip = entry.statement ?? entry.id
      return [{ range, target: pathToFileURL(entry.file).href, tooltip }]
    }),
  )
}
