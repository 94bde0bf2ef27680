import type { CommandModule } from 'yargs'
import { complain } from './complain.ts'

/** `fairdraft lsp` */
export const lspCommand: CommandModule<object, { stdio: boolean }> = {
  command: 'lsp',
  describe: 'Serve the Language Server Protocol, for editors',
  builder: (yargs) =>
    yargs.option('stdio', {
      type: 'boolean',
      default: true,
      describe: 'On standard input and output, the only way there is',
    }),
  handler: async () => {
    const { serveOnStdio } = await import('../lsp/node.ts')
    serveOnStdio((reason) => complain({ reason }))
  },
}
