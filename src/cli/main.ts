#!/usr/bin/env node
import process from 'node:process'
import yargs from 'yargs'
import { hideBin } from 'yargs/helpers'
import { checkCommand } from './check.ts'
import { explainCommand } from './explain.ts'
import { STDIN } from './files.ts'
import { initCommand } from './init.ts'
import { presetsCommand } from './presets.ts'
import { WRONG_USE } from './status.ts'

const NAME = 'fairdraft'

const words = hideBin(process.argv).map((word) => (word === '-' ? STDIN : word))

await yargs(words)
  .scriptName(NAME)
  .usage(
    '$0 [check] <file|folder|glob|->...\n\nChecks policy text for contested wording and mistakes of law.',
  )
  .command(checkCommand)
  .command(explainCommand)
  .command(presetsCommand)
  .command(initCommand)
  .strictOptions()
  .recommendCommands()
  .help()
  .alias('help', 'h')
  .version()
  .wrap(Math.min(100, process.stdout.columns ?? 100))
  .fail((message, error) => {
    if (error && !message) throw error
    process.stderr.write(`${NAME}: ${message}. See \`${NAME} --help\`.\n`)
    process.exit(WRONG_USE)
  })
  .parseAsync()
