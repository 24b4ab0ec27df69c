import type { Block } from '../model/document.ts'
import type { Engine, NumberedStatement } from './engine.ts'
import type { Passage } from './matcher.ts'
import { passageOf } from './passage.ts'
import { findPhrases, type Hit } from './phrase-index.ts'

const question = /[?？]\s*$/
const maxQuestion = 200

/** Sentences that answer a question right before them, in the heading above the block or in the block itself, and hold a number. */
export function findAnswers(block: Block, engine: Engine, passage: Passage): Hit<NumberedStatement>[] {
  const heading = block.trail.at(-1) ?? ''
  const above = question.test(heading) && heading.length <= maxQuestion ? askedBy(heading, engine) : []
  return [...above.flatMap((owner) => answerFrom(0, owner, passage)), ...answersWithin(engine, passage)]
}

/** What a heading asks for. */
function askedBy(heading: string, engine: Engine): NumberedStatement[] {
  return [...new Set(findPhrases(engine.asked, passageOf(heading, engine)).map(({ owner }) => owner))]
}

/** "How long is the warranty? Two years." in one block: the sentence behind the question. */
function answersWithin(engine: Engine, passage: Passage): Hit<NumberedStatement>[] {
  if (!passage.tokens.some(({ text }) => text === '?')) return []
  return findPhrases(engine.asked, passage).flatMap(({ owner, end }) => {
    let mark = end - 1
    while (mark < passage.tokens.length && passage.tokens[mark]?.text !== '?') mark += 1
    const isOne = passage.tokens[mark]?.sentence === passage.tokens[end - 1]?.sentence
    return isOne ? answerFrom(mark + 1, owner, passage) : []
  })
}

const denials = new Set(['no', 'none', 'not', '不', '没', '无'])

/** The sentence that starts at a token, if it answers with an amount. */
function answerFrom(start: number, owner: NumberedStatement, { tokens }: Passage): Hit<NumberedStatement>[] {
  const sentence = tokens[start]?.sentence
  let end = start
  while (tokens[end] && tokens[end]?.sentence === sentence) end += 1
  const last = tokens[end - 1]?.kind === 'mark' ? end - 1 : end
  const isAnswer = last > start && !denials.has(tokens[start]?.text ?? '') && tokens[end - 1]?.text !== '?'
  return isAnswer ? [{ owner, start, end: last, phrase: null, slots: {} }] : []
}
