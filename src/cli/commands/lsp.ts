import { Command, Option } from 'commander'
import type { CommandMaker } from './command.ts'

/** `claimlint lsp` */
export const lspCommand: CommandMaker = ({ io, finish }) =>
  new Command('lsp')
    .description('the language server for editors, over standard input and output')
    .addOption(new Option('--stdio', 'as editors call it; there is no other way').default(true).hideHelp())
    .action(async () => {
      const { serve } = await import('../lsp/server.ts')
      finish(await serve(io))
    })
