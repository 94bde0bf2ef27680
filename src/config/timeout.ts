import process from 'node:process'
import type { Timeout } from '../timeout.ts'

/**
 * How long the check of one document may take unless the user says otherwise: seconds of processor time. The slowest
 * text under the other limits takes a third of it on a slow machine.
 */
export const SECONDS = 300

/**
 * A limit to processor time: what else a machine does must not change what is found. Without a number there is no
 * option to set one, as in an editor.
 */
export function timeoutOf(given?: number): Timeout {
  const seconds = given ?? SECONDS
  return {
    seconds,
    isFixed: given === undefined,
    start() {
      const [begun, used] = [performance.now(), process.cpuUsage()]
      return () => {
        // The system is asked for processor time only when so much may have been used: that takes a while itself.
        if (performance.now() - begun < seconds * 1000) return false
        const { user, system } = process.cpuUsage(used)
        return user + system >= seconds * 1_000_000
      }
    },
  }
}
