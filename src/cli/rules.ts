import {
  type CompiledPack,
  everyRule,
  type ListedRule,
  languagesOf,
  lawOfRule,
  type PageScope,
  type RulePage,
  ruleJson,
  rulePage,
  ruleTable,
  type Style,
  testPack,
} from '../core/auditing.ts'
import { ClaimlintError, didYouMean, nearest } from '../core/vocabulary.ts'
import type { ListOptions } from './commands/rules.ts'
import type { SharedOptions } from './commands/shared-options.ts'
import type { Placed } from './config/config.ts'
import { configChoice, configChooser } from './config/find.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { ruleFilesIn } from './files/rule-files.ts'
import { shownPath } from './files/shown-path.ts'
import { type Io, print } from './io.ts'
import { localeLanguage } from './locale.ts'
import { colourLevel, painter } from './output/colour.ts'
import { compiledPack, preparedPack, readyPack } from './packs.ts'

/** Prints all rules, house rules of this folder's configuration included. */
export async function listRules(options: ListOptions, io: Io): Promise<ExitCode> {
  const { pack } = await packHere(options, io)
  const rules: ListedRule[] = pack.source.rules.map(({ rule }) => ({
    rule,
    languages: languagesOf(pack.examples.phrases[rule.id] ?? {}),
  }))
  await print(io.stdout, options.format === 'json' ? ruleJson(rules) : ruleTable(rules, styleFor(options, io)))
  return exitCodes.clean
}

/** Runs the examples of the house packs; where there are none, those of the built-in rules. */
export async function testRules(options: SharedOptions, io: Io): Promise<ExitCode> {
  const { pack, folders } = await packHere(options, io)
  const files = houseFiles(folders, io.cwd)
  const owners = [...files.keys()]
  const failures = testPack(pack, readyPack(await preparedPack(pack), everyRule), owners)
  const lines = failures.map(({ owner, text, reason }) => {
    return `${files.get(owner) ?? `rules/${owner}.yml`}: ${JSON.stringify(text)} ${reason}\n`
  })
  const count = countExamples(pack, owners)
  const zh = styleFor(options, io).language === 'zh'
  const total = zh ? `${count} 个示例，${failures.length} 个不符` : `${count} examples, ${failures.length} failed`
  await print(io.stdout, `${lines.join('')}${total}\n`)
  return failures.length === 0 ? exitCodes.clean : exitCodes.findings
}

/** The files of house packs as messages show them, by the name their examples go by: the path without its ending. */
function houseFiles(folders: readonly Placed<string>[], cwd: string): ReadonlyMap<string, string> {
  const files = folders.flatMap(({ value }) =>
    ruleFilesIn(value).map(({ path }) => [path, `${shownPath(value, cwd)}/${path}`] as const),
  )
  return new Map(files.map(([path, shown]) => [path.replace(/\.ya?ml$/, ''), shown]))
}

function countExamples({ examples }: CompiledPack, owners: readonly string[]): number {
  const named = (folder: string, owned: Readonly<Record<string, object>>) =>
    Object.entries(owned).map(
      ([name, lists]) => [folder + name, Object.values<readonly unknown[]>({ ...lists })] as const,
    )
  return [...named('', examples.rules), ...named('guards/', examples.guards), ...named('proof/', examples.proofs)]
    .filter(([owner]) => owners.length === 0 || owners.includes(owner))
    .reduce((sum, [, lists]) => sum + lists.reduce((count, list) => count + list.length, 0), 0)
}

/** Prints a rule, or all of them, as Markdown. Throws E_USAGE for a rule that is not there. */
export async function printRulePages(id: string | null, options: SharedOptions, io: Io): Promise<ExitCode> {
  const { pack } = await packHere(options, io)
  const { language } = styleFor(options, io)
  const pages = id === null ? pack.source.rules.map(({ rule }) => pageOf(rule.id, pack)) : [pageOf(id, pack)]
  await print(io.stdout, pages.map((page) => rulePage(page, language)).join('\n'))
  return exitCodes.clean
}

const everywhere: PageScope = { markets: null, channel: null, audience: null, asOf: null }

/** Everything there is to say about a rule, or of its law what holds in a scope. Throws E_USAGE for a rule that is not there. */
export function pageOf(id: string, { source, examples }: CompiledPack, scope: PageScope = everywhere): RulePage {
  const ids = source.rules.map(({ rule }) => rule.id)
  const found = source.rules.find(({ rule }) => rule.id === id)
  if (found === undefined) {
    const hint = didYouMean(id, ids) || nearName(id, ids) || '; claimlint rules lists them'
    throw new ClaimlintError('E_USAGE', `there is no rule "${id}"${hint}`)
  }
  return {
    rule: found.rule,
    examples: examples.rules[id] ?? { flagged: [], clean: [] },
    phrases: examples.phrases[id] ?? {},
    law: lawOfRule(found.rule, scope, source.law),
    lawCheckedOn: source.lawCheckedOn,
    scope,
    guards: source.guards,
  }
}

/** For somebody who leaves out the family. */
function nearName(name: string, ids: readonly string[]): string {
  const near = nearest(
    name,
    ids.map((id) => id.slice(id.indexOf('/') + 1)),
  )
  const id = ids.find((each) => each.endsWith(`/${near}`))
  return id === undefined ? '' : `; did you mean "${id}"?`
}

/** The rules that hold in the working directory. */
export async function packHere(options: SharedOptions, io: Io) {
  const config = configChooser(configChoice(options.config, io.cwd), io.cwd)(io.cwd)
  return { pack: await compiledPack(config.packs, io.cwd), folders: config.packs }
}

/** How to print for the reader at the terminal. */
export function styleFor(options: SharedOptions, io: Io): Style {
  return {
    language: options.language ?? localeLanguage(io.env),
    width: io.stdout.columns ?? 80,
    show: 'all',
    paint: painter(colourLevel(options.color, io.stdout, io.env)),
  }
}
