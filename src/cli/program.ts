import { Command, CommanderError } from 'commander'
import { acceptCommand } from './commands/accept.ts'
import { auditCommand } from './commands/audit.ts'
import { claimsCommand } from './commands/claims.ts'
import type { CommandContext, CommandMaker } from './commands/command.ts'
import { evidenceCommand } from './commands/evidence.ts'
import { explainCommand } from './commands/explain.ts'
import { initCommand } from './commands/init.ts'
import { lspCommand } from './commands/lsp.ts'
import { mergeCommand } from './commands/merge.ts'
import { playgroundCommand } from './commands/playground.ts'
import { promisesCommand } from './commands/promises.ts'
import { rulesCommand } from './commands/rules.ts'
import { streamCommand } from './commands/stream.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { helpAfter } from './help.ts'
import type { Io } from './io.ts'
import { packageManifest } from './package-manifest.ts'

/** Every command, in the order of help. */
const commandMakers = {
  audit: auditCommand,
  claims: claimsCommand,
  promises: promisesCommand,
  evidence: evidenceCommand,
  rules: rulesCommand,
  explain: explainCommand,
  accept: acceptCommand,
  init: initCommand,
  stream: streamCommand,
  merge: mergeCommand,
  lsp: lspCommand,
  playground: playgroundCommand,
} as const

/** Runs the program on its arguments (without node and script) and says how it ended. */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.clean
  const finish = (end: ExitCode) => {
    code = end
  }
  const program = createProgram({ io, finish, commandNames: Object.keys(commandMakers) })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage
    throw error
  }
}

function createProgram(context: CommandContext): Command {
  const { io } = context
  const { version, description } = packageManifest()
  const program = new Command('claimlint')
    .description(description)
    .usage('[command] [options] [paths...]')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureHelp({ subcommandTerm: (command) => command.name() + argumentsOf(command) })
  const makers: readonly CommandMaker[] = Object.values(commandMakers)
  const commands = makers.map((make) => make(context))
  for (const command of commands) program.addCommand(command, { isDefault: command.name() === 'audit' })
  for (const command of [program, ...commands]) speakThrough(command, io)
  const [audit] = commands
  program.addHelpText('after', () => helpAfter(audit ?? program))
  return program
}

/** ` <rule> [paths...]`: every command has options, so the list of commands does not say so. */
const argumentsOf = ({ registeredArguments }: Command) =>
  registeredArguments
    .map((argument) => {
      const name = argument.name() + (argument.variadic ? '...' : '')
      return argument.required ? ` <${name}>` : ` [${name}]`
    })
    .join('')

function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`
}

/** Commander prints and exits on its own unless told otherwise; subcommands inherit nothing when added ready-made. */
function speakThrough(command: Command, io: Io): void {
  command.exitOverride().showHelpAfterError(`See ${fullName(command)} --help`)
  command.configureOutput({
    writeOut: (text) => io.stdout.write(text),
    writeErr: (text) => io.stderr.write(text),
    outputError: (text, write) => write(text.replace(/^error: /, 'claimlint: ')),
    getOutHelpWidth: () => io.stdout.columns ?? 80,
    getErrHelpWidth: () => io.stderr.columns ?? 80,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  })
  for (const inner of command.commands) speakThrough(inner, io)
}
