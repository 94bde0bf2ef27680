import type { Timeout } from '../timeout.ts'

/**
 * How long the check of one document may take unless the user says otherwise: seconds. The slowest text under the other
 * limits takes a minute of a slow processor.
 */
export const SECONDS = 300

/** A limit by the machine’s clock, which no change of the time of day moves. */
export function timeoutOf(seconds = SECONDS): Timeout {
  return { seconds, clock: () => performance.now() / 1000 }
}
