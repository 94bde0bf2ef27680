import process from 'node:process'
import { printable } from '../printable.ts'
import type { Failure } from './files.ts'

/** One line on standard error: what is wrong, with which file if with one, and the cure. */
export function complain({ path, reason }: Partial<Failure> & Pick<Failure, 'reason'>): void {
  const where = path === undefined ? '' : `${printable(path)}: `
  process.stderr.write(`fairdraft: ${where}${printable(reason)}\n`)
}
