import type { Evidence, Support } from '../model/evidence.ts'
import { tokenise } from '../text/tokens.ts'

/** Evidence as it is looked up: by rule or family, by its number, by its id. */
export interface EvidenceIndex {
  readonly all: readonly Evidence[]
  readonly byRule: ReadonlyMap<string, readonly SupportingEvidence[]>
  readonly byNumber: ReadonlyMap<string, readonly Evidence[]>
  readonly byId: ReadonlyMap<string, Evidence>
}

/** Evidence and the words a claim must hold for it; null: any. */
export interface SupportingEvidence {
  readonly evidence: Evidence
  readonly words: string | null
}

function add<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key)
  if (items) items.push(item)
  else map.set(key, [item])
}

/** Words as they are compared: folded, one space between any two and at both ends. */
export const plainWords = (text: string): string =>
  ` ${tokenise(text)
    .map((token) => token.text)
    .join(' ')} `

/** What a support means among the known rules: an unknown rule of a known family is read as words of that family (`certification/iso-9001`). */
export function readSupport(
  { rule, text }: Support,
  known: ReadonlySet<string>,
): { rule: string; text: string | null } | null {
  if (known.has(rule) || rule === '*') return { rule, text }
  const [family = '', name = ''] = rule.split('/')
  return known.has(family) && name !== '' ? { rule: family, text: text ?? name.replaceAll('-', ' ') } : null
}

/** Prepares evidence for looking up; `known`: rule ids and families. */
export function indexEvidence(all: readonly Evidence[], known: ReadonlySet<string>): EvidenceIndex {
  const byRule = new Map<string, SupportingEvidence[]>()
  const byNumber = new Map<string, Evidence[]>()
  for (const evidence of all) {
    for (const support of evidence.supports) {
      const read = readSupport(support, known)
      if (read) add(byRule, read.rule, { evidence, words: read.text === null ? null : plainWords(read.text) })
    }
    const code = evidence.number === null ? '' : squashed(evidence.number)
    if (code.length >= shortestCode && /\d/.test(code)) add(byNumber, code, evidence)
  }
  return { all, byRule, byNumber, byId: new Map(all.map((evidence) => [evidence.id, evidence])) }
}

/** Shorter numbers stand in too many sentences by chance. */
const shortestCode = 4
/** Most words a number is written with: `CU 1098743 TC`. */
const mostParts = 4

/** Letters and digits only. */
export const squashed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The evidence whose number stands in a sentence. */
export function evidenceNumberedIn(sentence: string, { byNumber }: EvidenceIndex): readonly Evidence[] {
  if (byNumber.size === 0) return []
  const parts =
    sentence
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const found = new Set<Evidence>()
  for (let start = 0; start < parts.length; start += 1) {
    let code = ''
    for (const part of parts.slice(start, start + mostParts * 2)) {
      code += part
      for (const evidence of byNumber.get(code) ?? []) found.add(evidence)
    }
  }
  return [...found]
}
