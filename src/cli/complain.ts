import process from 'node:process'
import { printable } from '../printable.ts'
import type { Failure } from './files.ts'

/** One line on standard error: what is wrong, and the cure. */
export function complain({ path, reason }: Failure): void {
  process.stderr.write(`fairdraft: ${printable(path)}: ${printable(reason)}\n`)
}
