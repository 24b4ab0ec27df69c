// Trains the models of sentences that imply a claim without a phrase any rule knows: npm run train
// Reads the labelled passages of fixtures/labelled except held-back; writes rules/implied/<language>.yml. Deterministic.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { everyRule, openPack } from '../src/core/audit/pack.ts'
import { classesIn, featuresOf, languageOf } from '../src/core/claims/implied-features.ts'
import { contextPassage } from '../src/core/claims/passage.ts'
import { parseDocument } from '../src/core/documents/index.ts'
import { type Family, families, type Language, languages } from '../src/core/model/rule.ts'
import { compilePack, emptyPack } from '../src/core/rules/compile.ts'
import { toSource } from '../src/core/text/mapped-text.ts'
import type { Token } from '../src/core/text/tokens.ts'
import { type LabelledRow, ruleFamilies } from './accuracy-score.ts'
import { readRuleFiles } from './read-rules.ts'
import { crossScores, type Sample, train } from './train-linear.ts'

/** Share of clean sentences that may be reported, reckoned by cross-validation. English words say less of a sentence than
 *  Han characters do, so its model must be surer. */
const alarmRates: Readonly<Record<Language, number>> = { en: 0.005, zh: 0.01 }
const folders = ['fixtures/labelled', 'fixtures/labelled/own', 'fixtures/labelled/pool', 'fixtures/labelled/pool-2']
const { engine } = openPack(compilePack(readRuleFiles('rules'), emptyPack).source, everyRule)

const rows = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(`${folder}/${name}`, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): LabelledRow => JSON.parse(line)),
    ),
)

/** The sentences of a row; of a flagged one only those that hold labelled words. */
function samplesOf(row: LabelledRow, passage: number): { language: Language; sample: Sample }[] {
  const start = row.span === null ? -1 : row.text.indexOf(row.span)
  const end = start + (row.span?.length ?? 0)
  return parseDocument('row.md', row.text, { fields: { ignore: [], audit: [] } }).blocks.flatMap((block) => {
    const context = contextPassage(block, engine)
    const sentences = grouped(context.tokens)
    return sentences.flatMap((tokens) => {
      const first = tokens[0]
      const last = tokens.at(-1)
      if (!first || !last || tokens.length < 3) return []
      const source = toSource(block, { start: first.span.start, end: last.span.end })
      const holds = start >= 0 && source.start < end && start < source.end
      if (row.label === 'flag' && !holds) return []
      const family =
        row.family === null
          ? null
          : (ruleFamilies(row.family).find((name) => families.some((known) => known === name)) as Family | undefined)
      const from = context.tokens.indexOf(first)
      const classes = classesIn(context, from, from + tokens.length)
      const features = featuresOf(tokens, classes).map(({ name }) => name)
      return [
        {
          language: languageOf(tokens),
          sample: { passage, features, length: tokens.length, isClaim: row.label === 'flag', family: family ?? null },
        },
      ]
    })
  })
}

function grouped(tokens: readonly Token[]): Token[][] {
  const sentences = new Map<number, Token[]>()
  for (const token of tokens) sentences.set(token.sentence, [...(sentences.get(token.sentence) ?? []), token])
  return [...sentences.values()]
}

const samples = rows.filter(({ label }) => label !== 'grey').flatMap(samplesOf)

for (const language of languages) {
  const own = samples.filter((entry) => entry.language === language).map(({ sample }) => sample)
  const scores = crossScores(own)
  const clean = own.flatMap(({ isClaim }, index) => (isClaim ? [] : [scores[index] ?? 0])).sort((a, b) => b - a)
  const threshold = clean[Math.floor(clean.length * alarmRates[language])] ?? 0
  const claims = own.flatMap(({ isClaim }, index) => (isClaim ? [scores[index] ?? 0] : []))
  const model = train(own)
  const lines = model.weights.map(
    ({ feature, weight, family }) => `  ${feature}\t${weight.toFixed(2)}\t${families.indexOf(family)}`,
  )
  const text = `# Written by npm run train from ${own.length} sentences of our own; do not edit.\nbias: ${model.bias.toFixed(3)}\nthreshold: ${threshold.toFixed(3)}\nfamilies: ${families.join(' ')}\nweights: |2-\n${lines.join('\n')}\n`
  writeFileSync(`rules/implied/${language}.yml`, text)
  console.log(
    `${language}: ${own.length} sentences, ${lines.length} weights, threshold ${threshold.toFixed(3)}; by cross-validation ${((claims.filter((score) => score > threshold).length / claims.length) * 100).toFixed(1)} % of the claims at ${(alarmRates[language] * 100).toFixed(1)} % of the clean sentences`,
  )
}
