import { Command, Option } from 'commander'
import { ClaimlintError, didYouMean } from '../../core/vocabulary.ts'
import { oneOf } from '../option-values.ts'
import type { CommandMaker } from './command.ts'
import { type SharedOptions, sharedOptions } from './shared-options.ts'

const listFormats = ['table', 'json'] as const

/** Options of `rules list`. */
export interface ListOptions extends SharedOptions {
  readonly format?: (typeof listFormats)[number]
}

/** Options of `rules page`. */
export interface PageOptions extends SharedOptions {
  readonly output?: string
}

/** `claimlint rules [list | test | page]` */
export const rulesCommand: CommandMaker = ({ io, finish }) => {
  const rules = new Command('rules').description('list the rules, test their examples, print their pages')
  const list = new Command('list')
    .description('id, severity, languages and title of every rule')
    .addOption(
      new Option('-f, --format <name>', 'table or json (default: table)').argParser((text) =>
        oneOf('--format', text, listFormats),
      ),
    )
    .allowExcessArguments(true)
    .action(async (options: ListOptions, { args: [unknown] }: Command) => {
      if (unknown !== undefined) throw unknownCommand(unknown)
      finish(await (await import('../rules.ts')).listRules(options, io))
    })
  const test = new Command('test')
    .description('run every example of every rule; exit code 1 when one fails')
    .action(async (options: SharedOptions) => finish(await (await import('../rules.ts')).testRules(options, io)))
  const page = new Command('page')
    .description('a rule, or all rules, as Markdown')
    .argument('[rule]', 'id of a rule; all rules unless given')
    .option('-o, --output <folder>', 'write a file a rule, and an index, into this folder')
    .action(async (rule: string | undefined, options: PageOptions) => {
      if (options.output === undefined)
        finish(await (await import('../rules.ts')).printRulePages(rule ?? null, options, io))
      else
        finish(
          await (await import('../rule-pages.ts')).writeRulePages(
            rule ?? null,
            { ...options, output: options.output },
            io,
          ),
        )
    })
  for (const command of [list, test, page]) {
    for (const option of sharedOptions()) command.addOption(option)
    rules.addCommand(command, { isDefault: command === list })
  }
  return rules
}

/** The default command gets whatever is none of the others. */
function unknownCommand(word: string): ClaimlintError {
  const names = ['list', 'test', 'page']
  const hint = didYouMean(word, names) || `; use ${names.join(', ')}`
  return new ClaimlintError('E_USAGE', `rules: there is no command "${word}"${hint}`)
}
