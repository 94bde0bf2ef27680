import process from 'node:process'
import { printableLines } from '../printable.ts'

/** Prints text of several lines, in which words of a user’s files may stand. */
export function say(text: string): void {
  process.stdout.write(printableLines(text))
}
