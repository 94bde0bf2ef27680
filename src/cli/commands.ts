import type { Argv } from 'yargs'

/** The commands besides `check`, by name: each is loaded when it is called, all of them for help. */
export const COMMANDS: { readonly [name: string]: (cli: Argv) => Promise<Argv> } = {
  annotate: async (cli) => cli.command((await import('./annotate.ts')).annotateCommand),
  explain: async (cli) => cli.command((await import('./explain.ts')).explainCommand),
  law: async (cli) => cli.command((await import('./law.ts')).lawCommand),
  presets: async (cli) => cli.command((await import('./presets.ts')).presetsCommand),
  compare: async (cli) => cli.command((await import('./compare.ts')).compareCommand),
  profile: async (cli) => cli.command((await import('./profile.ts')).profileCommand),
  init: async (cli) => cli.command((await import('./init.ts')).initCommand),
  new: async (cli) => cli.command((await import('./new.ts')).newCommand),
  test: async (cli) => cli.command((await import('./test.ts')).testCommand),
  lsp: async (cli) => cli.command((await import('./lsp.ts')).lspCommand),
  serve: async (cli) => cli.command((await import('./serve.ts')).serveCommand),
}

/** Words for which yargs has to know every command. */
export const ASKS_FOR_ALL = /^(?:-\w*h|(?:--)?help|--get-yargs-completions)/
