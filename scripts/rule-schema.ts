import { propertyNames } from '../src/core/model/property.ts'
import { channels, claimKinds, confidences, families, languages, markets, severities } from '../src/core/model/rule.ts'
import { relations } from '../src/core/model/statement.ts'

type Schema = Readonly<Record<string, unknown>>

const ref = (name: string, description?: string): Schema => ({
  ...(description === undefined ? {} : { description }),
  // Beside a $ref other keys are nothing to draft-07.
  ...(description === undefined ? { $ref: `#/definitions/${name}` } : { allOf: [{ $ref: `#/definitions/${name}` }] }),
})
const word = (words: readonly string[], description: string): Schema => ({
  type: 'string',
  enum: [...words],
  description,
})
const map = (properties: Schema, rest: Schema = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...rest,
})
const each = (names: readonly string[], schema: Schema) => map(Object.fromEntries(names.map((name) => [name, schema])))

const text: Schema = { type: ['string', 'number', 'boolean'] }
const oneOrMany = (item: Schema): Schema => ({ anyOf: [item, { type: 'array', items: item }] })

const phraseKeys: Readonly<Record<string, string>> = {
  match: 'Any of these phrases is a claim, by language.',
  except: 'Overlapping words that make this rule silent.',
  unless: 'Silent when one of these stands in the same sentence.',
  with: 'Silent unless one of these stands in the same sentence.',
}

const phraseProperties = Object.fromEntries(
  Object.entries(phraseKeys).flatMap(([key, description]) => [
    [key, ref('phrases', description)],
    [`${key}+`, ref('phrases', `Phrases added to those of the rule that is extended: ${description}`)],
    [`${key}-`, ref('phrases', `Phrases taken from those of the rule that is extended: ${description}`)],
  ]),
)

const definitions: Schema = {
  text,
  texts: oneOrMany(text),
  wording: each(languages, text),
  phrases: each(languages, oneOrMany(text)),
  assertion: map(
    {
      property: word(propertyNames, 'What is stated.'),
      value: ref('text', 'A fixed value, or a named slot such as {years}; absent: the matched words.'),
      unit: text,
      relation: word(relations, 'How the value bounds the true one.'),
    },
    { required: ['property'] },
  ),
  treatment: map({
    severity: word(severities, 'The level here.'),
    verdict: word(['banned'], 'No proof can help here.'),
    law: ref('texts', 'Ids of the law register.'),
  }),
  example: {
    anyOf: [text, map({ text, span: ref('text', 'The words that must be underlined.') }, { required: ['text'] })],
  },
  rule: map(
    {
      title: ref('text', 'What the rule finds, in one line.'),
      kind: word(claimKinds, 'opinion gives the verdict vague, every other kind unsupported.'),
      severity: word(severities, 'error: cannot be proved as worded; warning: proof is missing; info: vague.'),
      confidence: word(confidences, 'How sure the words mean what the rule says.'),
      ...phraseProperties,
      ignores: ref('texts', 'Guards that do not act on this rule.'),
      cited: {
        description: 'Proof that the copy itself may name; each list is complete on its own.',
        ...oneOrMany(oneOrMany(text)),
      },
      asserts: ref('assertion', 'What the claim states of the seller or the goods.'),
      needs: {
        description: 'What would prove it.',
        ...map({
          evidence: ref('texts', 'Kinds of evidence.'),
          fresh: { type: 'string', pattern: '^P\\d+[DWMY]$', description: 'How old it may be: P30D, P1Y.' },
        }),
      },
      law: ref('texts', 'Ids of the law register.'),
      markets: { description: 'Only what differs.', ...each(markets, ref('treatment')) },
      channels: { description: 'Only what differs.', ...each(channels, ref('treatment')) },
      message: ref('wording', 'Why the words are a claim; {match} is what was found.'),
      advice: ref('wording', 'What proof would do.'),
      rewrite: ref('wording', 'How to say it instead; offered when every {slot} is filled.'),
      examples: {
        description: 'Tested by `claimlint rules test`.',
        ...map(
          {
            flagged: ref('examples', 'Sentences the rule must find.'),
            clean: ref('examples', 'Look-alikes it must leave alone.'),
          },
          { required: ['flagged', 'clean'] },
        ),
      },
      extends: ref('text', 'The rule to start from: price/lowest-price.'),
    },
    {
      required: ['examples'],
      if: { required: ['extends'] },
      else: { required: ['title', 'kind', 'severity', 'confidence', 'match', 'message', 'advice'] },
    },
  ),
  examples: { anyOf: [ref('example'), { type: 'array', items: ref('example'), minItems: 1 }] },
  statement: map(
    {
      title: ref('text', 'What is stated, in one line.'),
      family: word(families, 'The family of the finding.'),
      asserts: ref('assertion', 'The property that the words state.'),
      match: ref('phrases', 'Words that state it.'),
      asked: ref('phrases', 'Questions that the next sentence answers.'),
      unless: ref('phrases', 'Silent when one of these stands in the same sentence.'),
      ignores: ref('texts', 'Guards that do not act on it.'),
      examples: map({ states: ref('texts'), silent: ref('texts') }, { required: ['states', 'silent'] }),
    },
    { required: ['title', 'family', 'asserts', 'match', 'examples'] },
  ),
}

/** The JSON Schema shipped as `schemas/rules.schema.json`: of rule files, and of statement files, which name their family. */
export const ruleJsonSchema = (): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'claimlint rule',
  description: 'One claim concept: what it looks like, what would prove it, and its examples. <family>/<name>.yml',
  if: { required: ['family'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: ref('statement'),
  else: ref('rule'),
  definitions,
})
