import process from 'node:process'
import { faultOf } from '../fault.ts'
import { checkIfPlain } from './check.ts'
import { complain } from './complain.ts'
import { WRONG_USE } from './status.ts'

/** Ends the program where the system did not do what it had to, such as write to a full disk, or where we did not. */
function giveUp(error: unknown): never {
  const isOfSystem = error instanceof Error && 'syscall' in error
  // Of a path, the name says enough.
  return end(isOfSystem ? error.message.replace(/'.*[\\/]/, "'") : faultIs(faultOf(error)))
}

function end(reason: string): never {
  complain({ reason })
  process.exit(WRONG_USE)
}

function faultIs(what: string): string {
  return `a fault in Fairdraft or a plugin; please report it: ${what}`
}

// What nobody waits for, such as a timer of a plugin, may fail too.
process.on('uncaughtException', giveUp)
// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  giveUp(error)
})

/** Runs what the command line asks for; whether that was a plain check. */
export async function run(): Promise<boolean> {
  // Node ends with status 0 where nothing is left to wait for, whether the work is done or not.
  const unfinished = () => end(faultIs('it waited for what never came'))
  process.once('beforeExit', unfinished)
  try {
    const words = process.argv.slice(2)
    if (await checkIfPlain(words)) return true
    const { runCommandLine } = await import('./command-line.ts')
    await runCommandLine(words)
    return false
  } catch (error) {
    return giveUp(error)
  } finally {
    process.off('beforeExit', unfinished)
  }
}

/** Writes a file that later runs can do without. */
export async function keep(path: string, content: Iterable<Uint8Array>): Promise<void> {
  const { writeWhole } = await import('./write.ts')
  await writeWhole(path, content).catch(() => {})
}
