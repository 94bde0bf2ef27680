import { DEFAULT_TIMEOUT } from '../config/timeout.ts'
import type { Failure } from './files.ts'

/** What every command that checks whole documents may be told of the time for each. */
export const timeoutOption = {
  type: 'number',
  requiresArg: true,
  default: DEFAULT_TIMEOUT,
  describe: 'Stop checking a document after so many seconds of processor time, and say so',
} as const

/** What is wrong with a number of seconds, and the right form. */
export function wrongTimeout(seconds: number): Failure | undefined {
  if (seconds > 0) return undefined
  return { path: '--timeout', reason: 'must be a number of seconds above 0; leave it out' }
}
