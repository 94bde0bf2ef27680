import process from 'node:process'
import yargs, { type Argv } from 'yargs'
import { checkCommand } from './check.ts'
import { complain } from './complain.ts'
import { STDIN } from './files.ts'
import { WRONG_USE } from './status.ts'

const NAME = 'fairdraft'

/** The commands besides `check`, by name: each is loaded when it is called, all of them for help. */
const OTHERS: { readonly [name: string]: (cli: Argv) => Promise<Argv> } = {
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
const ASKS_FOR_ALL = /^(?:-\w*h|(?:--)?help|--get-yargs-completions)/

/**
 * Runs the command that the words of a command line name. It writes to standard output and standard error,
 * and sets `process.exitCode`; words it cannot use end the process.
 */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  const cli = yargs(words.map((word) => (word === '-' ? STDIN : word)))
    .scriptName(NAME)
    // The messages are English, whatever the machine speaks.
    .detectLocale(false)
    .usage(
      '$0 [check] <file|folder|glob|->...\n\nChecks policy text for contested wording and mistakes of law.',
    )
    .command(checkCommand)
    .parserConfiguration({ 'populate--': true })
    .strictOptions()
    .recommendCommands()
    .help()
    .alias('help', 'h')
    .version()
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .fail((message, error) => {
      if (error && !message) throw error
      complain({ reason: `${message}. See \`${NAME} --help\`.` })
      process.exit(WRONG_USE)
    })
  const isAll = words.some((word) => ASKS_FOR_ALL.test(word))
  for (const [name, add] of Object.entries(OTHERS)) {
    if (isAll || words.includes(name)) await add(cli)
  }
  await cli.parseAsync()
}
