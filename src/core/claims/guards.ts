import type { Guard } from '../model/pack.ts'
import type { Engine } from './engine.ts'
import type { Passage } from './matcher.ts'
import type { ReadBlock } from './passage.ts'
import { findPhrases, ownersEnding, ownersStarting } from './phrase-index.ts'

/** Tokens `start` up to `end`, half-open. */
export interface TokenSpan {
  readonly start: number
  readonly end: number
}

/** What decides how a guard acts. */
type ActingGuard = Pick<Guard, 'name' | 'effect'>

/** The guards that act on a claim. */
export interface GuardsActing {
  readonly dropping: readonly string[]
  readonly lowering: readonly string[]
}

const sentenceOf = (passage: Passage, at: number) => passage.tokens[at]?.sentence ?? -1

/** Guards with a phrase that ends where the claim starts. */
function guardsBefore({ before }: Engine, passage: Passage, claim: TokenSpan): ActingGuard[] {
  const sentence = sentenceOf(passage, claim.start)
  let from = claim.start
  while (from > 0 && sentenceOf(passage, from - 1) === sentence) from -= 1
  return from === claim.start ? [] : ownersEnding(before, passage, { from, until: claim.start, end: claim.start })
}

/** The context of one block: what its guards see, worked out once for all its claims. */
export interface BlockContext {
  readonly sentenceGuards: readonly { readonly guard: ActingGuard; readonly sentence: number }[]
  readonly blockGuards: readonly ActingGuard[]
}

/** Finds the guards that depend on a sentence or on the whole block. */
export function readContext(read: ReadBlock, engine: Engine): BlockContext {
  const { context, block } = read
  return {
    sentenceGuards: findPhrases(engine.sentence, context).map((hit) => ({
      guard: hit.owner,
      sentence: sentenceOf(context, hit.start),
    })),
    blockGuards: [
      ...findPhrases(engine.block, context).map((hit) => hit.owner),
      ...engine.guards.filter((guard) => guard.kinds.includes(block.kind)),
    ],
  }
}

/** Which guards act on words of a block that a rule matched. */
export function guardsActing(
  read: ReadBlock,
  engine: Engine,
  context: BlockContext,
  claim: TokenSpan & { readonly rule: { readonly ignores: readonly string[] } },
): GuardsActing {
  const sentence = sentenceOf(read.context, claim.start)
  const acting = [
    ...context.blockGuards,
    ...context.sentenceGuards.filter((found) => found.sentence === sentence).map((found) => found.guard),
    ...guardsBefore(engine, read.context, claim),
    ...ownersStarting(engine.after, read.context, claim.end),
  ].filter((guard) => !claim.rule.ignores.includes(guard.name))
  const names = (effect: Guard['effect']) =>
    [...new Set(acting.filter((guard) => guard.effect === effect).map((guard) => guard.name))].sort()
  return { dropping: names('drop'), lowering: names('lower') }
}
