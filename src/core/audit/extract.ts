import { type BlockClaims, type FoundClaim, findClaims } from '../claims/find-claims.ts'
import type { Assertion, Claim, Excerpt, Script } from '../model/claim.ts'
import type { Block, Document, Fault } from '../model/document.ts'
import type { Range, Span } from '../model/span.ts'
import { excerptOf } from '../text/excerpt.ts'
import { type LineIndex, lineIndex, placeAt } from '../text/line-index.ts'
import { toSource } from '../text/mapped-text.ts'
import { hanScript } from '../text/script.ts'
import type { RulePack } from './pack.ts'

/** What one document says: all that the judge needs of it. JSON-safe, and pure: it knows no date, no proof, no other document. */
export interface DocumentRecord {
  readonly path: string
  readonly claims: readonly Claim[]
  readonly faults: readonly FaultRecord[]
}

/** A fault with its place for people. */
export interface FaultRecord {
  readonly fault: Fault
  readonly range: Range
  readonly excerpt: Excerpt
}

/** The first phase: finds the claims of one document. */
export function extractClaims(document: Document, pack: RulePack): DocumentRecord {
  const lines = lineIndex(document.source)
  const place = { document, lines, script: hanScript(document.blocks.map((block) => block.text).join('')) }
  return {
    path: document.path,
    claims: document.blocks.flatMap((block) =>
      findClaims(block, pack.engine).claims.map((found) => toClaim(found, block, place)),
    ),
    faults: document.faults.map((fault) => ({
      fault,
      range: rangeOf(lines, fault.source),
      excerpt: excerptOf(document.source, lines, fault.source),
    })),
  }
}

/** The claims of every block, with what was dismissed: for `explain` and whoever writes rules. */
export function traceClaims(document: Document, pack: RulePack): readonly BlockClaims[] {
  return document.blocks.map((block) => findClaims(block, pack.engine))
}

interface DocumentPlace {
  readonly document: Document
  readonly lines: LineIndex
  /** Of the whole document, for words that are written alike in both scripts. */
  readonly script: 'hans' | 'hant' | null
}

const rangeOf = (lines: LineIndex, span: Span): Range => ({
  start: placeAt(lines, span.start),
  end: placeAt(lines, span.end),
})

function toClaim(found: FoundClaim, block: Block, { document, lines, script }: DocumentPlace): Claim {
  const source = toSource(block, found.span)
  const text = block.text.slice(found.span.start, found.span.end)
  const chinese = /\p{Script=Han}/u.test(text)
  return {
    ruleId: found.rule.id,
    document: document.path,
    field: block.field,
    range: rangeOf(lines, source),
    text,
    language: chinese ? 'zh' : 'en',
    script: chinese ? scriptOf(text, block, script) : 'latn',
    slots: found.slots,
    assertion: assertionOf(found),
    loweredBy: found.loweredBy,
    cited: found.cited,
    otherRules: found.otherRules,
    excerpt: excerptOf(document.source, lines, source),
  }
}

const scriptOf = (text: string, block: Block, document: 'hans' | 'hant' | null): Script =>
  hanScript(text) ?? hanScript(block.text) ?? document ?? 'hans'

/** Fills the rule's assertion with the slots of the claim; null when a slot it needs was not read. */
function assertionOf({ rule, slots }: FoundClaim): Assertion | null {
  if (!rule.asserts) return null
  const { property, value = 'true', relation = 'equals' } = rule.asserts
  const slot = /^\{([a-zA-Z][\w-]*)\}$/.exec(value)?.[1]
  if (slot === undefined) return { property, relation, value, unit: null }
  const filled = slots[slot]
  if (filled === undefined) return null
  const unit = slots[`${slot}Unit`]
  return { property, relation, value: filled, unit: unit === undefined ? null : String(unit) }
}
