import type { Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'

/** What a command of the program gets. */
export interface CommandContext {
  readonly io: Io
  /** Says how the program ends; clean unless somebody says otherwise. */
  readonly finish: (code: ExitCode) => void
  /** Names of all commands, for "did you mean". */
  readonly commandNames: readonly string[]
}

/** Makes one command. Its action loads what it needs when it runs, so that help and version stay quick. */
export type CommandMaker = (context: CommandContext) => Command
