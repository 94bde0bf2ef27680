import process from 'node:process'
import yargs from 'yargs'
import { checkCommand } from './check.ts'
import { ASKS_FOR_ALL, COMMANDS } from './commands.ts'
import { complain } from './complain.ts'
import { STDIN } from './files.ts'
import { ownVersion } from './own-folder.ts'
import { WRONG_USE } from './status.ts'

const NAME = 'fairdraft'

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
  for (const [name, add] of Object.entries(COMMANDS)) {
    if (isAll || words.includes(name)) await add(cli)
  }
  await cli.parseAsync()
}
