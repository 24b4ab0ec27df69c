import type { PackSource } from '../../core/model/pack.ts'
import { languages } from '../../core/model/rule.ts'
import { type ImpliedText, readImplied, writeImplied } from './implied-text.ts'
import { readLexicon, writeLexicon } from './lexicon-text.ts'
import { readTemplates, writeTemplates } from './template-text.ts'

/** A pack whose templates, word lists and models are short texts. JSON-safe. */
interface RulesText
  extends Omit<PackSource, 'rules' | 'lexicons' | 'lookAlikes' | 'guards' | 'proofs' | 'statements' | 'implied'> {
  readonly rules: readonly (readonly [rule: PackSource['rules'][number]['rule'], ...phrases: string[]])[]
  readonly lexicons: Readonly<Record<string, string>>
  readonly lookAlikes: string
  readonly guards: readonly Texts<PackSource['guards'][number], 'before' | 'after' | 'sentence' | 'block'>[]
  readonly proofs: readonly Texts<PackSource['proofs'][number], 'match'>[]
  readonly statements: readonly Texts<PackSource['statements'][number], 'match' | 'asked' | 'unless'>[]
  readonly implied: Readonly<Record<string, ImpliedText>>
}

/** The same with some of its lists of templates as texts. */
type Texts<Part, Keys extends keyof Part> = Omit<Part, Keys> & Readonly<Record<Keys, string>>

const mapped = <In, Out>(record: Readonly<Record<string, In>>, change: (value: In) => Out): Record<string, Out> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

/** Writes a pack as a text a fifth as long as its JSON; nothing of it is lost. */
export function writeRules(pack: PackSource): string {
  const text: RulesText = {
    ...pack,
    rules: pack.rules.map(({ rule, phrases: { match, except, unless, with: needed } }) => [
      rule,
      ...[match, except, unless, needed].map(writeTemplates),
    ]),
    lexicons: mapped(pack.lexicons, writeLexicon),
    lookAlikes: writeTemplates(pack.lookAlikes),
    guards: pack.guards.map(({ before, after, sentence, block, ...guard }) => ({
      ...guard,
      before: writeTemplates(before),
      after: writeTemplates(after),
      sentence: writeTemplates(sentence),
      block: writeTemplates(block),
    })),
    proofs: pack.proofs.map((proof) => ({ ...proof, match: writeTemplates(proof.match) })),
    statements: pack.statements.map((statement) => ({
      ...statement,
      match: writeTemplates(statement.match),
      asked: writeTemplates(statement.asked),
      unless: writeTemplates(statement.unless),
    })),
    implied: mapped(pack.implied as Record<string, NonNullable<PackSource['implied']['en']>>, writeImplied),
  }
  return JSON.stringify(text)
}

/** Reads what `writeRules` wrote. */
export function readRules(source: string): PackSource {
  const text = JSON.parse(source) as RulesText // what writeRules wrote
  return {
    ...text,
    rules: text.rules.map(([rule, match = '', except = '', unless = '', needed = '']) => ({
      rule,
      phrases: {
        match: readTemplates(match),
        except: readTemplates(except),
        unless: readTemplates(unless),
        with: readTemplates(needed),
      },
    })),
    lexicons: mapped(text.lexicons, readLexicon),
    lookAlikes: readTemplates(text.lookAlikes),
    guards: text.guards.map(({ before, after, sentence, block, ...guard }) => ({
      ...guard,
      before: readTemplates(before),
      after: readTemplates(after),
      sentence: readTemplates(sentence),
      block: readTemplates(block),
    })),
    proofs: text.proofs.map((proof) => ({ ...proof, match: readTemplates(proof.match) })),
    statements: text.statements.map((statement) => ({
      ...statement,
      match: readTemplates(statement.match),
      asked: readTemplates(statement.asked),
      unless: readTemplates(statement.unless),
    })),
    implied: impliedOf(text.implied),
  }
}

const impliedOf = (text: RulesText['implied']): PackSource['implied'] =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const model = text[language]
      return model ? [[language, readImplied(model)]] : []
    }),
  )
