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
    return { path, reason: faultOf(error) }
  }
}

function faultOf(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error
  const [, ...stack] = (error instanceof Error ? (error.stack ?? '') : '').split('\n    at ')
  const places = stack.slice(0, 3).map((place) => place.replace(/\(?file:.*\//, '('))
  return `could not be checked because of a fault in Fairdraft or a plugin; please report it: ${name} at ${places.join(', ')}`
}
