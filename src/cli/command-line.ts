import process from 'node:process'
import yargs, { type Argv } from 'yargs'
import { checkCommand } from './check.ts'
import { complain } from './complain.ts'
import { STDIN } from './files.ts'
import { ownVersion } from './own-folder.ts'
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

function isAsked(words: readonly string[], option: string): boolean {
  return words.some((word) => word.startsWith(`--${option}`))
}

/** What may be given several times; yargs makes a list of anything that is. */
const LISTS = new Set(['_', '--', 'files', 'names', 'what', 'preset', 'plugin'])

/** Whether each option that takes one value has one; the reason, if not. */
function givenOnce(args: { readonly [name: string]: unknown }): true | string {
  const [twice] = Object.keys(args).filter((name) => Array.isArray(args[name]) && !LISTS.has(name))
  return twice === undefined || `--${twice} was given more than once; leave one of them out`
}

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
    .parserConfiguration({ 'populate--': true, 'parse-positional-numbers': false })
    .strictOptions()
    .recommendCommands()
    .help()
    .alias('help', 'h')
    // Left to itself, yargs names the version of whatever stands in the working directory.
    .version(isAsked(words, 'version') ? await ownVersion() : '')
    .check(givenOnce)
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
