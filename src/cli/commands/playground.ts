import { Command } from 'commander'
import type { CommandMaker } from './command.ts'
import { readerOptions, type SharedOptions } from './shared-options.ts'

/** Options of `playground`. */
export interface PlaygroundOptions extends SharedOptions {
  readonly output?: string
}

/** `claimlint playground` */
export const playgroundCommand: CommandMaker = ({ io, finish }) => {
  const command = new Command('playground')
    .description('write a page for a browser that checks pasted copy; nothing leaves it')
    .option('-o, --output <file>', 'where to write it: a file or a folder (default: claimlint-playground.html)')
  for (const option of readerOptions()) command.addOption(option)
  return command.action(async (options: PlaygroundOptions) => {
    const { playground } = await import('../playground.ts')
    finish(await playground(options, io))
  })
}
