import { Command } from 'commander'
import type { CommandMaker } from './command.ts'
import { readerOptions, type SharedOptions } from './shared-options.ts'

/** Options of `init`. */
export interface InitOptions extends SharedOptions {
  readonly force?: boolean
}

/** `claimlint init` */
export const initCommand: CommandMaker = ({ io, finish }) => {
  const command = new Command('init')
    .description('write a commented claimlint.yaml into this folder')
    .option('--force', 'replace a configuration that is there')
  for (const option of readerOptions()) command.addOption(option)
  return command.action(async (options: InitOptions) => {
    const { init } = await import('../init.ts')
    finish(await init(options, io))
  })
}
