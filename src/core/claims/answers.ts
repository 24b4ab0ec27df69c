import type { Block } from '../model/document.ts'
import { yesOrNo } from '../model/property.ts'
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

const denials = new Set(['no', 'none', 'not', 'nope', '不', '没', '无', '否'])
const assents = new Set([
  'yes',
  'yep',
  'sure',
  'certainly',
  'absolutely',
  'indeed',
  'correct',
  'of',
  '是',
  '有',
  '可',
  '当',
  '能',
  '会',
  '对',
  '没',
])

/** Whether a sentence that begins with a word answers a question of a property. */
function answers(word: string, next: string, { asserts: { property } }: NumberedStatement): boolean {
  const denied = denials.has(word) && word + next !== '没问'
  if (yesOrNo.has(property)) return denied || assents.has(word)
  return property === 'moq' || !denied
}

/** "A:", 答： before an answer. */
function behindLabel(start: number, { tokens }: Passage): number {
  const label = /^(?:a|answer|答|回)$/.test(tokens[start]?.text ?? '')
  return label && tokens[start + 1]?.text === ':' ? start + 2 : start
}

/** The sentence that starts at a token, if it answers with an amount, a yes or a no. */
function answerFrom(at: number, owner: NumberedStatement, passage: Passage): Hit<NumberedStatement>[] {
  const { tokens } = passage
  const start = behindLabel(at, passage)
  const sentence = tokens[start]?.sentence
  let end = start
  while (tokens[end] && tokens[end]?.sentence === sentence) end += 1
  const last = tokens[end - 1]?.kind === 'mark' ? end - 1 : end
  const isAnswer =
    last > start &&
    answers(tokens[start]?.text ?? '', tokens[start + 1]?.text ?? '', owner) &&
    tokens[end - 1]?.text !== '?'
  return isAnswer ? [{ owner, start, end: last, phrase: null, slots: {} }] : []
}
