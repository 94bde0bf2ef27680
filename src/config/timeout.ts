import process from 'node:process'
import type { Timeout } from '../timeout.ts'

/**
 * How long the check of one document may take unless the user says otherwise: seconds of processor time. The slowest
 * text under the other limits that was found takes 84 of them: docs/reliability.md, “Near the bounds”.
 */
export const DEFAULT_TIMEOUT = 300

/**
 * A limit to processor time: what else a machine does must not change what is found. Without a number there is no
 * option to set one, as in an editor.
 */
export function timeoutOf(given?: number): Timeout {
  const seconds = given ?? DEFAULT_TIMEOUT
  return {
    seconds,
    isFixed: given === undefined,
    start() {
      const [begun, used] = [performance.now(), process.cpuUsage()]
      return () => {
        // Asking the system takes a while itself. Threads of Node count too, so more may have been used by then.
        if (performance.now() - begun < seconds * 1000) return false
        const { user, system } = process.cpuUsage(used)
        return user + system >= seconds * 1_000_000
      }
    },
  }
}
