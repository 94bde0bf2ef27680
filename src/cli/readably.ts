import { faultOf } from '../fault.ts'
import { UnreadableError } from '../readers/unreadable.ts'
import type { Failure } from './files.ts'

/**
 * What reading a file gives; why not, if it is no text that any reader knows. A fault of ours in one file must not
 * cost the others theirs: it is told, and says where, without words of the file.
 */
export async function readably<Outcome>(
  path: string,
  read: () => Promise<Outcome>,
): Promise<Outcome | Failure> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UnreadableError) return { path, reason: error.message }
    const reason = `could not be checked because of a fault in Fairdraft or a plugin; please report it: ${faultOf(error)}`
    return { path, reason }
  }
}
