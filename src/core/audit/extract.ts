import { type BlockClaims, type FoundClaim, findClaims } from '../claims/find-claims.ts'
import { type FoundStatement, findStatements } from '../claims/find-statements.ts'
import { contextPassage } from '../claims/passage.ts'
import type { Assertion, Claim, Excerpt, Script } from '../model/claim.ts'
import type { Block, Document, Fault } from '../model/document.ts'
import type { Rule } from '../model/rule.ts'
import type { Range, Span } from '../model/span.ts'
import type { Statement } from '../model/statement.ts'
import { excerptOf } from '../text/excerpt.ts'
import { type LineIndex, lineIndex, placeAt } from '../text/line-index.ts'
import { toSource } from '../text/mapped-text.ts'
import { hanScript } from '../text/script.ts'
import { type DocumentFacts, extractFacts } from './extract-facts.ts'
import { type DocumentNotes, extractNotes } from './extract-notes.ts'
import { type PageSigns, pageSigns, type VagueBlock } from './omissions/page-signs.ts'
import type { RulePack } from './pack.ts'
import { isRecipe } from './recipe.ts'
import { countsLess, isSparse, sparseCopy, wordsIn } from './sparse-copy.ts'

/** What one document says: all that the judge needs of it. JSON-safe, and pure: it knows no date, no proof, no other document. */
export interface DocumentRecord extends DocumentFacts {
  readonly path: string
  /** What the document says to claimlint: directives, links to evidence. */
  readonly notes: DocumentNotes
  readonly claims: readonly Claim[]
  /** What the words state that a fact or another document can contradict. */
  readonly statements: readonly Statement[]
  /** What the page says beside its claims: what it leaves out is told by it. */
  readonly signs: PageSigns
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
  const place = { document, lines, script: scriptWhenAsked(document) }
  const found: { readonly claim: Claim; readonly rule: Rule }[] = []
  let words = 0
  const statements: Statement[] = []
  const vague: VagueBlock[] = []
  let previous: Block | null = null
  for (const written of document.blocks) {
    const block = withQuestion(written, previous)
    previous = written
    const context = contextPassage(block, pack.engine)
    const { claims } = findClaims(block, pack.engine, context)
    const stated = findStatements(block, pack.engine, context, claims)
    statements.push(...stated.map((statement) => toStatement(statement, found.length, { block, place })))
    found.push(...claims.map((claim) => ({ claim: toClaim(claim, block, place), rule: claim.rule })))
    const praise = claims.filter(({ rule }) => rule.kind === 'opinion').map(({ span }) => span)
    if (praise.length > 0) vague.push({ block, vague: praise })
    words += wordsIn(context.tokens)
  }
  const facts = extractFacts(document, lines)
  const kind = facts.facts.length > 0 ? 'listing' : isRecipe(document.blocks) ? 'recipe' : 'text'
  return {
    path: document.path,
    notes: extractNotes(document),
    ...facts,
    claims: weighed(found, words, kind),
    statements,
    signs: pageSigns(document, lines, vague),
    faults: document.faults.map((fault) => ({
      fault,
      range: rangeOf(lines, fault.source),
      excerpt: excerptOf(document.source, lines, fault.source),
    })),
  }
}

const longestQuestion = 200
const parentOf = (field: string | null) => field?.replace(/\.?[^.]*$/, '') ?? null

/** A block under a question that stands in the block before it: `q` and `a` of one entry, two paragraphs. */
function withQuestion(block: Block, previous: Block | null): Block {
  if (!previous || block.kind === 'heading' || previous.kind === 'heading' || previous.kind === 'row') return block
  const isAsked = /[?？]\s*$/.test(previous.text) && previous.text.length <= longestQuestion
  return isAsked && parentOf(block.field) === parentOf(previous.field)
    ? { ...block, trail: [...block.trail, previous.text] }
    : block
}

/** A recipe makes no claims; in a long text that sells nothing else, claims count one step less; a listing with facts always sells. */
function weighed(
  found: readonly { readonly claim: Claim; readonly rule: Rule }[],
  words: number,
  kind: 'listing' | 'recipe' | 'text',
): Claim[] {
  if (kind === 'recipe') return []
  const sure = found.filter(({ rule }) => rule.confidence !== 'low').length
  if (kind === 'listing' || !isSparse(sure, words)) return found.map(({ claim }) => claim)
  return found.map(({ claim, rule }) =>
    countsLess(rule) ? { ...claim, loweredBy: [...claim.loweredBy, sparseCopy] } : claim,
  )
}

/** The claims of every block, with what was dismissed: for `explain` and whoever writes rules. */
export function traceClaims(document: Document, pack: RulePack): readonly BlockClaims[] {
  return document.blocks.map((block) => findClaims(block, pack.engine))
}

interface DocumentPlace {
  readonly document: Document
  readonly lines: LineIndex
  /** Of the whole document, for words that are written alike in both scripts. */
  readonly script: () => 'hans' | 'hant' | null
}

function scriptWhenAsked({ blocks }: Document): DocumentPlace['script'] {
  let script: 'hans' | 'hant' | null | undefined
  return () => {
    if (script === undefined) script = hanScript(blocks.map((block) => block.text).join(''))
    return script
  }
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
    sentence: sentenceNear(found, block),
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

/** A catalog may be one sentence of a megabyte. */
const longestSentence = 1000

function sentenceNear({ sentence, span }: FoundClaim, block: Block): string {
  const start = Math.max(sentence.start, span.start - longestSentence)
  return block.text.slice(start, Math.min(sentence.end, span.end + longestSentence))
}

const scriptOf = (text: string, block: Block, document: DocumentPlace['script']): Script =>
  hanScript(text) ?? hanScript(block.text) ?? document() ?? 'hans'

/** `firstClaim`: index in the record of the first claim of the block. */
function toStatement(
  found: FoundStatement,
  firstClaim: number,
  { block, place }: { block: Block; place: DocumentPlace },
): Statement {
  const { document, lines, script } = place
  const source = toSource(block, found.span)
  const text = block.text.slice(found.span.start, found.span.end)
  const sentence = block.text.slice(found.sentence.start, found.sentence.end)
  // SPF50 in a Chinese sentence is Chinese copy.
  const chinese = /\p{Script=Han}/u.test(sentence)
  return {
    ruleId: found.id,
    family: found.family,
    property: found.asserts.property,
    value: found.value,
    unit: found.unit,
    relation: found.asserts.relation ?? null,
    claim: found.claim === null ? null : firstClaim + found.claim,
    party: found.party,
    sentence,
    at: { start: found.span.start - found.sentence.start, end: found.span.end - found.sentence.start },
    trail: block.trail,
    document: document.path,
    field: block.field,
    range: rangeOf(lines, source),
    text,
    language: chinese ? 'zh' : 'en',
    script: chinese ? scriptOf(text, block, script) : 'latn',
    excerpt: excerptOf(document.source, lines, source),
  }
}

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
