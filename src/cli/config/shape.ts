import * as z from 'zod/mini'
import {
  audiences,
  channels,
  deepestNesting,
  defaultLimits,
  languages,
  markets,
  severities,
} from '../../core/vocabulary.ts'

const text = z.string().check(z.minLength(1))
const texts = z.array(text)
const count = z.number().check(z.int(), z.minimum(1))
const level = z.enum([...severities, 'off'])

function described<T extends z.ZodMiniType>(schema: T, description: string) {
  return z.optional(schema.check(z.describe(description)))
}

const fields = z.strictObject({
  ignore: described(texts, 'Keys whose text is never copy, as key paths: `meta.internalNote`, `faq[*].id`.'),
  audit: described(texts, 'Keys whose text is copy although claimlint would take it for a value.'),
})

const most = (meaning: string, standard: number) => described(count, `${meaning}; ${standard} unless given.`)

const limits = z.strictObject({
  nesting: described(
    count.check(z.maximum(deepestNesting)),
    `Lists, quotes, maps inside each other; ${defaultLimits.nesting} unless given, ${deepestNesting} at most.`,
  ),
  blockSize: most('Characters of one block of Markdown, without a place to cut', defaultLimits.blockSize),
  markerRun: most('`*` or `_` side by side; tags and anchors of YAML in a row', defaultLimits.markerRun),
  markers: most('Runs of `*`, `_`, `~`, and `]`, `<!`, `[^`, in one paragraph', defaultLimits.markers),
  underlines: most('Lines of only `-` or `=` without a blank line', defaultLimits.underlines),
  mapKeys: most('Keys in one map of YAML, JSON or TOML', defaultLimits.mapKeys),
  values: most('Keys and values in one file of YAML or JSON, or in front matter', defaultLimits.values),
  documentSize: most('Characters of one document', defaultLimits.documentSize),
})

const shared = {
  markets: described(
    z.array(z.enum(markets)),
    'Markets whose law decides severity; empty: those the language is aimed at.',
  ),
  channel: described(z.enum(channels), 'Marketplace the copy is written for; its rules come on top of the law.'),
  audience: described(z.enum(audiences), 'Who reads the copy: b2b drops provisions that protect consumers only.'),
  languages: described(z.array(z.enum(languages)), 'Languages to audit; absent: all.'),
  company: described(text, 'The file of company facts.'),
  facts: described(texts, 'Globs of files with product facts.'),
  evidence: described(texts, 'Globs of evidence registers.'),
  rules: described(z.record(text, level), 'Severity, or off, by rule id or family.'),
  fields: described(fields, 'Which keys of YAML and front matter are copy.'),
  limits: described(limits, 'What a document may cost; a part beyond it is the finding document/too-costly.'),
}

const override = z.strictObject({ files: texts.check(z.describe('Globs of the documents meant.')), ...shared })

/** What `claimlint.yaml` may hold; all paths and globs are relative to the file. */
export const configShape = z.strictObject({
  $schema: described(z.string(), 'Where editors find this schema.'),
  extends: described(
    text,
    'A configuration to start from; keys written here replace its keys, rules are added to its rules.',
  ),
  files: described(texts, 'Globs of the documents; absent: every Markdown and YAML file below.'),
  ignore: described(texts, 'Globs of files and folders to leave out, on top of .gitignore.'),
  ...shared,
  decisions: described(text, 'The file of decisions; claimlint.decisions.yaml unless given.'),
  baseline: described(text, 'The file of known findings; claimlint-baseline.json unless given.'),
  packs: described(texts, 'Folders of house rules.'),
  overrides: described(z.array(override), 'Other settings for some of the documents; the last that fits wins.'),
  failOn: described(
    z.enum([...severities, 'never']),
    'The severity from which the exit code is 1; error unless given.',
  ),
  maxWarnings: described(z.number().check(z.int(), z.minimum(0)), 'More warnings than this make the exit code 1.'),
})

/** A configuration file as written, before `extends` and before its paths are resolved. */
export type WrittenConfig = z.infer<typeof configShape>
export type Level = z.infer<typeof level>
export type FailOn = NonNullable<WrittenConfig['failOn']>
export type Override = z.infer<typeof override>

/** The JSON Schema shipped as `schemas/config.schema.json`. */
export function configJsonSchema(): object {
  const schema = z.toJSONSchema(configShape, { target: 'draft-7', io: 'input' })
  return { ...schema, title: 'claimlint configuration' }
}
