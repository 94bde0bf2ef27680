import process from 'node:process'
import { hideBin } from 'yargs/helpers'
import { runCommandLine } from './command-line.ts'

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

await runCommandLine(hideBin(process.argv))
