import { findClaims } from '../claims/find-claims.ts'
import { contextPassage } from '../claims/passage.ts'
import { findPhrases } from '../claims/phrase-index.ts'
import { parseDocument } from '../documents/index.ts'
import type { Block, Document } from '../model/document.ts'
import type { Example } from '../model/rule.ts'
import type { CompiledPack } from '../rules/compile.ts'
import { identityText, toSource } from '../text/mapped-text.ts'
import { everyRule, openPack, type RulePack } from './pack.ts'

/** An example that does not do what its file says it does. */
export interface ExampleFailure {
  /** Rule id, `guards/<name>` or `proof/<slot>`. */
  readonly owner: string
  readonly text: string
  readonly reason: string
}

/** An example is read as a Markdown document. */
const documentOf = (text: string): Document => parseDocument('example.md', text, { fields: { ignore: [], audit: [] } })

const blockOf = (text: string): Block => ({
  ...identityText(text, 0),
  kind: 'paragraph',
  field: null,
  trail: [],
  masked: [],
})

interface ExampleClaim {
  readonly ruleId: string
  readonly severity: string
  readonly source: string
}

function claimsOf(text: string, pack: RulePack): ExampleClaim[] {
  const document = documentOf(text)
  return document.blocks.flatMap((block) =>
    findClaims(block, pack.engine).claims.flatMap(({ rule, span, otherRules, loweredBy, cited }) => {
      const complete = rule.cited.some((slots) => slots.every((slot) => cited.includes(slot)))
      const severity = complete ? 'cited' : loweredBy.length > 0 || rule.kind === 'opinion' ? 'info' : rule.severity
      const source = toSource(block, span)
      return [rule.id, ...otherRules].map((ruleId) => ({
        ruleId,
        severity,
        source: document.source.slice(source.start, source.end),
      }))
    }),
  )
}

function flaggedFailure(id: string, example: Example, pack: RulePack): string | null {
  const claims = claimsOf(example.text, pack).filter((claim) => claim.ruleId === id && claim.severity !== 'cited')
  if (claims.length === 0) return 'is not found by the rule'
  if (example.span === undefined || claims.some((claim) => claim.source === example.span)) return null
  return `underlines "${claims.map((claim) => claim.source).join('", "')}", not "${example.span}"`
}

function cleanFailure(id: string, example: Example, pack: RulePack): string | null {
  const wrong = claimsOf(example.text, pack).find(
    (claim) => claim.severity !== 'cited' && (claim.ruleId === id || claim.severity !== 'info'),
  )
  return wrong ? `must be left alone, but ${wrong.ruleId} finds "${wrong.source}"` : null
}

/** Implied claims are info at most and have no examples: what they find decides nothing here and costs a fifth of the time. */
const withoutImplied = (pack: RulePack): RulePack => ({ ...pack, engine: { ...pack.engine, implied: new Map() } })

type Check = readonly [owner: string, text: string, reason: () => string | null]

function* checksOf({ examples }: CompiledPack, pack: RulePack): Generator<Check> {
  for (const [id, { flagged, clean }] of Object.entries(examples.rules)) {
    for (const example of flagged) yield [id, example.text, () => flaggedFailure(id, example, pack)]
    for (const example of clean) yield [id, example.text, () => cleanFailure(id, example, pack)]
  }
  for (const [name, { acts, leaves }] of Object.entries(examples.guards)) {
    for (const text of acts) yield [`guards/${name}`, text, () => guardFailure(name, text, { pack, expected: 'acts' })]
    for (const text of leaves)
      yield [`guards/${name}`, text, () => guardFailure(name, text, { pack, expected: 'leaves' })]
  }
  for (const [slot, { names, lacks }] of Object.entries(examples.proofs)) {
    for (const text of names)
      yield [`proof/${slot}`, text, () => (proofNamed(slot, text, pack) ? null : 'names no such proof')]
    for (const text of lacks)
      yield [`proof/${slot}`, text, () => (proofNamed(slot, text, pack) ? 'is taken for such proof' : null)]
  }
}

/** Runs every example of the pack, or of the owners named (`price`, `price/lowest-price`, `guards/negated`, `proof/number`); in the order of their files. */
export function testPack(
  compiled: CompiledPack,
  pack: RulePack = openPack(compiled.source, everyRule),
  owners: readonly string[] = [],
): ExampleFailure[] {
  const wanted = (owner: string) =>
    owners.length === 0 || owners.some((name) => owner === name || owner.startsWith(`${name}/`))
  return [...checksOf(compiled, withoutImplied(pack))].flatMap(([owner, text, run]) => {
    const reason = wanted(owner) ? run() : null
    return reason === null ? [] : [{ owner, text, reason }]
  })
}

/** Whether a guard dropped or lowered the claim between `[[` and `]]`. */
function guardFailure(
  name: string,
  marked: string,
  { pack, expected }: { pack: RulePack; expected: 'acts' | 'leaves' },
): string | null {
  const start = marked.indexOf('[[')
  const end = marked.indexOf(']]') - 2
  if (start < 0 || end < start) return 'has no claim between [[ and ]]'
  const document = documentOf(marked.replace('[[', '').replace(']]', ''))
  const near = (block: Block, span: { start: number; end: number }) => {
    const at = toSource(block, span)
    return at.start < end && start < at.end
  }
  const results = document.blocks.map((block) => ({ block, ...findClaims(block, pack.engine) }))
  const dropped = results.some(({ block, dismissed }) =>
    dismissed.some(({ by, span }) => by === name && near(block, span)),
  )
  const lowered = results.some(({ block, claims }) =>
    claims.some(({ loweredBy, span }) => loweredBy.includes(name) && near(block, span)),
  )
  const untouched = results.some(({ block, claims }) =>
    claims.some(({ loweredBy, span }) => !loweredBy.includes(name) && near(block, span)),
  )
  if (expected === 'acts')
    return dropped || lowered ? null : untouched ? 'is not guarded' : 'holds no claim that any rule matches'
  return dropped || lowered ? 'is guarded' : untouched ? null : 'holds no claim that any rule matches'
}

function proofNamed(slot: string, text: string, pack: RulePack): boolean {
  return findPhrases(pack.engine.proofs, contextPassage(blockOf(text), pack.engine)).some(
    ({ owner }) => owner.slot === slot,
  )
}
