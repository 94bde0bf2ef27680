import process from 'node:process'
import yargs from 'yargs'
import { annotateCommand } from './annotate.ts'
import { checkCommand } from './check.ts'
import { compareCommand } from './compare.ts'
import { complain } from './complain.ts'
import { explainCommand } from './explain.ts'
import { STDIN } from './files.ts'
import { initCommand } from './init.ts'
import { lawCommand } from './law.ts'
import { lspCommand } from './lsp.ts'
import { newCommand } from './new.ts'
import { presetsCommand } from './presets.ts'
import { profileCommand } from './profile.ts'
import { serveCommand } from './serve.ts'
import { WRONG_USE } from './status.ts'
import { testCommand } from './test.ts'

const NAME = 'fairdraft'

/**
 * Runs the command that the words of a command line name. It writes to standard output and standard error,
 * and sets `process.exitCode`; words it cannot use end the process.
 */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  await yargs(words.map((word) => (word === '-' ? STDIN : word)))
    .scriptName(NAME)
    .usage(
      '$0 [check] <file|folder|glob|->...\n\nChecks policy text for contested wording and mistakes of law.',
    )
    .command(checkCommand)
    .command(annotateCommand)
    .command(explainCommand)
    .command(lawCommand)
    .command(presetsCommand)
    .command(compareCommand)
    .command(profileCommand)
    .command(initCommand)
    .command(newCommand)
    .command(testCommand)
    .command(lspCommand)
    .command(serveCommand)
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
    .parseAsync()
}
