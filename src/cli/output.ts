import { once } from 'node:events'
import process from 'node:process'
import { printableJson } from '../printable.ts'
import { codeOf, type Failure, STDIN } from './files.ts'

/** Prints a report, or writes it to a file; what went wrong, if that fails. */
export async function print(
  report: string,
  output: string | undefined,
): Promise<Failure | undefined> {
  if (output === undefined || output === STDIN) {
    process.stdout.write(report)
    return undefined
  }
  try {
    const { writeWhole } = await import('./write.ts')
    await writeWhole(output, report)
    return undefined
  } catch (error) {
    return { path: output, reason: `cannot be written (${codeOf(error)}); check the folder` }
  }
}

/** Prints an object as a line of JSON; waits while whoever reads it is behind. */
export async function printLine(entry: object): Promise<void> {
  if (!process.stdout.write(`${printableJson(entry)}\n`)) await once(process.stdout, 'drain')
}

const WIDEST = 100

/** How many columns a line of a report may have. */
export function widthOf(): number {
  return Math.min(process.stdout.columns ?? WIDEST, WIDEST)
}
